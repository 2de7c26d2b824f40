"""JSON and TOML texts to plain values, and the canonical JSON of plain values."""

import datetime as dt
import json

import pytest

from periodize import _codec
from periodize.exceptions import DecodeError


def refused(parse, text):
    """Return what a parser says of a text."""
    with pytest.raises(DecodeError) as raised:
        parse(text)
    (problem,) = raised.value.problems
    assert "" == problem.pointer
    return problem.message


BOTH = [_codec.parse_json, _codec.parse_toml]
TOO_DEEP = "must not be nested over 32 deep"


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        3,
        2.5,
        'a"b\\c\n\x07é😀\ud800',
        {"a": [{"b": '[[[{{{\\"'}]},
        True,
        None,
        {"a" * 50: "{" * 100},
        -(10**298),
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_parse_json_reads_what_json_writes(value, indent):
    """Any JSON is read, as text and as bytes; brackets in strings are no nesting."""
    text = json.dumps(value, indent=indent)
    assert value == _codec.parse_json(text)
    assert value == _codec.parse_json(text.encode())
    assert value == _codec.parse_json(json.dumps(value, ensure_ascii=False))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is not JSON: expecting value at line 1, column 1"),
        ('{\n "a": ]}', "is not JSON: expecting value at line 2, column 7"),
        ("{'a': 1}", "is not JSON: expecting property name enclosed in double quotes at line 1, column 2"),
        ("start = 2027-01-04", "is not JSON"),
        ('"a\nb"', "is not JSON: invalid control character at at line 1, column 3"),
        ("{}{}", "is not JSON: extra data at line 1, column 3"),
        ('"\\', "is not JSON"),
        ('["', "is not JSON"),
        ("]]]]", "is not JSON"),
        ("\ud800", "is not JSON"),
        ("NaN", "is not JSON: NaN is no number of JSON"),
        ("[-Infinity]", "is not JSON: -Infinity is no number of JSON"),
        ('{"a": 1, "b": {"c": 1, "c": 1}}', "must not name the key 'c' twice in one object"),
        ('{"\\u0007": 1, "\\u0007": 1}', "must not name the key '\\x07' twice in one object"),
        ("1" * 301, "holds a number with too many digits"),
        ("[" * 33 + "]" * 33, TOO_DEEP),
        ('{"a":' * 33 + "1" + "}" * 33, TOO_DEEP),
        ("[" * 100_000, TOO_DEEP),
        ('["\\"", ' + "[" * 32 + "]" * 33, TOO_DEEP),
        (b"\xff\xfe[\x00]\x00", "is not UTF-8: byte 0xff at line 1, column 1"),
        (b'{\n"\xc3(": 1}', "is not UTF-8: byte 0xc3 at line 2, column 2"),
    ],
)
def test_parse_json_says_what_is_wrong(text, said):
    """Each fault of a text is one clear problem."""
    assert refused(_codec.parse_json, text).startswith(said)


def test_nesting_of_32_is_fine():
    """The limit itself is allowed, in both formats."""
    deep = "[" * 31 + "]" * 31
    assert _codec.parse_json('{"a":' + deep + "}") == _codec.parse_toml("a = " + deep)
    keys = ".".join(["a"] * 32)
    assert _codec.parse_toml(f"{keys} = 1") == _codec.parse_toml(f"[{keys.removesuffix('.a')}]\na = 1")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a", "is not TOML: expected '=' after a key in a key/value pair (at end of document)"),
        ("a = 1\nb = \n", "is not TOML: invalid value (at line 2, column 5)"),
        ("a = 2027-02-30", "is not TOML: invalid date or datetime"),
        ("a = 1\na = 2", "is not TOML: cannot overwrite a value"),
        ("[[a]]\n[a]", "is not TOML"),
        ("a = " + "1" * 5000, "holds a number with too many digits"),
        ("a = " + "[" * 32 + "]" * 32, TOO_DEEP),
        ("a = " + "[" * 5000 + "]" * 5000, TOO_DEEP),
        ("a = " + "{b=" * 40 + "1" + "}" * 40, TOO_DEEP),
        (".".join(["a"] * 33) + " = 1", TOO_DEEP),
        ("x = 1\n[[ " + " . ".join(['"a.b"', "'c'"] * 20) + " ]]", TOO_DEEP),
        ("a." * 1_000_000 + "a = 1", TOO_DEEP),
        (b"a = '\xff'", "is not UTF-8: byte 0xff at line 1, column 6"),
    ],
)
def test_parse_toml_says_what_is_wrong(text, said):
    """Each fault of a text is one clear problem."""
    assert refused(_codec.parse_toml, text).startswith(said)


@pytest.mark.parametrize("parse", BOTH)
def test_limits_of_every_text(parse):
    """Type, size in bytes and byte order mark are looked at first."""
    assert "must be text or bytes" == refused(parse, None)
    assert "must be at most 10000000 bytes long, is 50000000" == refused(parse, " " * 50_000_000)
    assert "must be at most 10000000 bytes long, is 10000001" == refused(parse, b" " * 10_000_001)
    assert "must be at most 10000000 bytes long, is 12000000" == refused(parse, "é" * 6_000_000)
    assert "must not begin with a byte order mark" == refused(parse, b"\xef\xbb\xbf{}")
    assert "must not begin with a byte order mark" == refused(parse, "\ufeff{}")


def test_a_text_of_the_limit_is_read():
    """A document of exactly ten megabytes is not too long."""
    assert {} == _codec.parse_json("{" + " " * 9_999_998 + "}")
    assert ["é" * 4_999_998] == _codec.parse_json('["' + "é" * 4_999_998 + '"]')
    assert {} == _codec.parse_toml(" " * 10_000_000)


def test_parse_toml_knows_dates_and_times():
    """Dates and times come as Python's own."""
    assert {"a": dt.date(2027, 1, 5), "b": dt.time(7, 30)} == _codec.parse_toml(b"a = 2027-01-05\nb = 07:30:00")


@pytest.mark.parametrize(
    "plain",
    [{}, [], None, 3, "é\x07\ud800", {"b": {"a": [1, 2], "c": {}}, "a": [[], [{}]]}, [[[[[[[1, {"b": 1, "a": 2}]]]]]]]],
)
def test_canonical_json_is_ascii_sorted_and_reads_back(plain):
    """One text for one value, in ASCII, with a newline at its end."""
    text = _codec.canonical_json(plain)
    assert text.isascii()
    assert text.endswith("\n")
    assert plain == json.loads(text)


def test_canonical_json_has_lines_near_the_top():
    """Collections of collections are broken into lines down to the fourth level; the rest stands on one."""
    expected = '{\n "a": [\n  [\n   [\n    [[1], {"a": [], "b": 2}]\n   ]\n  ]\n ],\n "b": [1, 2]\n}\n'
    assert expected == _codec.canonical_json({"b": [1, 2], "a": [[[[[1], {"b": 2, "a": []}]]]]})
