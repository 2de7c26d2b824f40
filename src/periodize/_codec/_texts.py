"""JSON and TOML texts to plain values, and plain values to the one JSON text that stands for them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, NoReturn

from periodize.exceptions import DecodeError, Problem

LONGEST_DOCUMENT = 10_000_000
"""In bytes of UTF-8."""
DEEPEST_NESTING = 32
_MOST_DIGITS = 300
_LINED_UP = 4
"""How many levels of a canonical text are broken into lines."""

_NO_MARKS = bytes(byte for byte in range(256) if byte not in b'[]{}"')
_KEY = r"""[ \t]*+(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+"""
_DEEP_KEY = re.compile(rf"^[ \t]*+\[{{0,2}}(?:{_KEY}\.){{{DEEPEST_NESTING}}}", re.MULTILINE)
"""tomllib needs ages for keys of a million steps."""


def parse_json(text: str | bytes) -> Any:
    """Read a JSON text.

    Raises:
        DecodeError: it is no JSON, ambiguous, over 10 MB, or nested over 32 deep.
    """
    said = _text_of(text)
    if _bracket_depth(said) > DEEPEST_NESTING:
        raise _too_deep()
    try:
        return json.loads(said, object_pairs_hook=_unique, parse_constant=_refuse_constant, parse_int=_whole)
    except json.JSONDecodeError as error:
        what = error.msg[:1].lower() + error.msg[1:]
        raise _refusal(f"is not JSON: {what} at line {error.lineno}, column {error.colno}") from None


def parse_toml(text: str | bytes) -> Any:
    """Read a TOML text.

    Raises:
        DecodeError: it is no TOML, over 10 MB, or nested over 32 deep.
    """
    import tomllib  # costs 5 ms, seldom needed

    said = _text_of(text)
    if _DEEP_KEY.search(said):
        raise _too_deep()
    try:
        data = tomllib.loads(said)
    except tomllib.TOMLDecodeError as error:
        what = str(error)
        raise _refusal(f"is not TOML: {what[:1].lower()}{what[1:]}") from None
    except ValueError:  # Python reads no integer of thousands of digits
        raise _refusal("holds a number with too many digits") from None
    except RecursionError:
        raise _too_deep() from None
    if _is_deeper(data, DEEPEST_NESTING):
        raise _too_deep()
    return data


def canonical_json(plain: Any) -> str:
    r"""Write plain values as JSON: sorted keys, ASCII only, equal values as equal text.

    A collection stands on lines of its own if it holds other collections and lies near the top, so that a difference
    between two documents is one of few lines.

    >>> print(canonical_json({"b": [{"c": 1, "a": None}], "a": "é"}), end="")
    {
     "a": "\u00e9",
     "b": [
      {"a": null, "c": 1}
     ]
    }
    """
    line = json.JSONEncoder(sort_keys=True, allow_nan=False).encode
    return _lines(plain, line, "\n") + "\n"


def _lines(value: Any, line: Callable[[Any], str], border: str) -> str:
    if len(border) > _LINED_UP or not isinstance(value, dict | list):
        return line(value)
    if not any(isinstance(item, dict | list) for item in (value.values() if isinstance(value, dict) else value)):
        return line(value)
    inner = border + " "
    if isinstance(value, list):
        return f"[{','.join(inner + _lines(item, line, inner) for item in value)}{border}]"
    items = (f"{inner}{line(key)}: {_lines(item, line, inner)}" for key, item in sorted(value.items()))
    return f"{{{','.join(items)}{border}}}"


def _refusal(message: str, value: object = None) -> DecodeError:
    return DecodeError([Problem("", message, value)])


def _too_deep() -> DecodeError:
    return _refusal(f"must not be nested over {DEEPEST_NESTING} deep")


def _text_of(text: str | bytes) -> str:
    """Decode and measure a document."""
    if isinstance(text, str):
        size = len(text) if 4 * len(text) <= LONGEST_DOCUMENT else len(text.encode(errors="surrogatepass"))
    elif isinstance(text, bytes | bytearray):
        size = len(text)
    else:
        raise _refusal("must be text or bytes", text)
    if size > LONGEST_DOCUMENT:
        raise _refusal(f"must be at most {LONGEST_DOCUMENT} bytes long, is {size}")
    if isinstance(text, str):
        said = text
    else:
        try:
            said = bytes(text).decode()
        except UnicodeDecodeError as error:
            before = error.object[: error.start]
            line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
            wrong = f"byte 0x{error.object[error.start]:02x} at line {line}, column {column}"
            raise _refusal(f"is not UTF-8: {wrong}") from None
    if said.startswith("\ufeff"):
        raise _refusal("must not begin with a byte order mark")
    return said


def _bracket_depth(text: str) -> int:
    """Say how deep the brackets of a JSON text are nested, without recursion; stop when that is too deep."""
    if "\\" in text:
        text = re.sub(r"\\.", "", text, flags=re.DOTALL)
    marks = text.encode(errors="surrogatepass").translate(None, _NO_MARKS).replace(b'""', b"")
    depth = deepest = 0
    for mark in b"".join(marks.split(b'"')[::2]):  # every other piece stands outside of strings
        if mark in b"[{":
            depth += 1
            if depth > deepest:
                deepest = depth
                if deepest > DEEPEST_NESTING:
                    break
        else:
            depth -= 1
    return deepest


def _is_deeper(data: Any, levels: int) -> bool:
    level = [data]
    for _ in range(levels):
        inner = [each.values() if isinstance(each, dict) else each for each in level]
        level = [item for each in inner for item in each if isinstance(item, dict | list)]
    return bool(level)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise _refusal(f"must not name the key {ascii(twice)[:60]} twice in one object")
    return made


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise _refusal("holds a number with too many digits")
    return int(digits)


def _refuse_constant(name: str) -> NoReturn:
    raise _refusal(f"is not JSON: {name} is no number of JSON")
