"""Languages: how what the library says in English is said in another one, as data.

English stands where it is said: in the templates of rules, in the phrases of the text views, in the catalogue's names.
A language is a table of these, in `data/messages_de.toml` or an app's own; what it lacks is said in English.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from string import Formatter
from typing import Any

import attrs

from periodize import _codec
from periodize._model import Equipment, Focus, Form, Level, Movement, Part, Phase, RunKind
from periodize._notation import listed
from periodize._phrases import DATES, LISTS, MOST_FORMS, PHRASES, TIMES, Filler, Words, english, number_text
from periodize._units import Weekday
from periodize.exceptions import ConfigError, DecodeError, Problem, escape, maybe

SHIPPED = ("de", "en")
_ENGLISH = "en"
_KINDS: dict[type[StrEnum], str] = {
    Phase: "phases",
    Form: "forms",
    Focus: "focuses",
    Part: "parts",
    RunKind: "runs",
    Movement: "movements",
    Level: "levels",
    Equipment: "equipment",
    Weekday: "weekdays",
}
_EXERCISES = "exercises"
_TABLES = (*_KINDS.values(), "severities", "marks", LISTS, PHRASES, _EXERCISES)
_RULES, _FORMAT = "rules", "format"
_DATE, _DECIMAL = "%Y-%m-%d", "."
_OURS = "PZ"

_Table = Mapping[str, str]


@attrs.frozen
class Messages:
    """A language: what the library says in English, said in it. What is missing is said in English.

    Attributes:
        language: its code, such as "de".

    >>> import periodize as pz
    >>> german = pz.Messages.of("de")
    >>> german.name(pz.Phase.STRENGTH), german.name(pz.Weekday.MON)
    ('Kraftphase', 'Mo')
    """

    language: str
    _tables: Mapping[str, _Table] = attrs.field(factory=dict, repr=False, hash=False)
    _rules: Mapping[str, _Table] = attrs.field(factory=dict, repr=False, hash=False)
    _date: str = attrs.field(default=_DATE, repr=False)
    _decimal: str = attrs.field(default=_DECIMAL, repr=False)

    @staticmethod
    def default() -> Messages:
        """Return English."""
        return Messages(_ENGLISH)

    @staticmethod
    def of(language: str) -> Messages:
        """Read a language that comes with the library: "en" or "de"; it is not kept, so call it once.

        Raises:
            ConfigError: there is no such language.
        """
        if language == _ENGLISH:
            return Messages.default()
        if language not in SHIPPED:
            hint = maybe(language, SHIPPED)
            message = f"unknown language {language!r:.60}; there are {', '.join(SHIPPED)}"
            raise ConfigError(message + (f"\n{hint}" if hint else ""))
        data = _shipped(language)
        return _Reader(data).read(data)

    @staticmethod
    def from_toml(text: str) -> Messages:
        """Read a language of an app's own, written like the library's `data/messages_de.toml`; all may be left out.

        Raises:
            DecodeError: with all that is wrong: unknown codes, templates and words; a placeholder that the English
                template has not.
        """
        return _Reader(_shipped(SHIPPED[0])).read(_codec.parse_toml(text))

    def missing(self) -> tuple[str, ...]:
        """Return what is said in English for want of a translation, such as "phases: taper", in order.

        >>> import periodize as pz
        >>> pz.Messages.of("de").missing(), pz.Messages.default().missing()
        ((), ())
        """
        if self.language == _ENGLISH:
            return ()
        data = _shipped(SHIPPED[0])
        known = {table: data.get(table, {}) for table in _TABLES}
        gaps = [f"{table}: {key}" for table, keys in known.items() for key in keys if key not in self._table(table)]
        gaps += [
            f"{_RULES}.{code}: {key}"
            for code, keys in data[_RULES].items()
            for key in keys
            if key not in self._rules.get(code, {})
        ]
        return tuple(gaps)

    def name(self, word: str) -> str:
        """Name a word of the library's (a phase, a movement, a weekday, ...), or what `Catalogue.name` returns.

        >>> import periodize as pz
        >>> pz.Messages.of("de").name(pz.Catalogue.default().name("plank"))
        'Unterarmstütz'
        """
        if isinstance(word, Words):
            return self._words(word, "")
        table = _KINDS.get(type(word), "") if isinstance(word, StrEnum) else ""
        plain = word.capitalize() if isinstance(word, Weekday) else english(word)
        return self._table(table).get(str(word), plain)

    def say(self, template: str, **values: object) -> str:
        """Say one of the library's phrases: in English the template itself, with its values filled in."""
        return self._fill(self._table(PHRASES).get(template, template), values)

    def message(self, code: str, template: str, values: Mapping[str, object]) -> str | None:
        """Say the message of a rule with its values; None where this language does not have it."""
        said = self._rules.get(code, {}).get(template)
        return None if said is None else self._fill(said, values)

    def date(self, date: dt.date) -> str:
        """Write a date.

        >>> import datetime as dt
        >>> import periodize as pz
        >>> pz.Messages.of("de").date(dt.date(2027, 4, 18))
        '18.04.2027'
        """
        return f"{date:{self._date}}"

    def number(self, number: float, form: str = "") -> str:
        """Write a number, one with a fraction with the language's decimal mark."""
        text = format(number, form) if form else number_text(number)
        return text.replace(".", self._decimal)

    def numbers(self, numbers: Iterable[float | str]) -> str:
        """Write numbers, or words, in a row."""
        said = [item if isinstance(item, str) else self.number(item) for item in numbers]
        return ("; " if self._decimal == "," else ", ").join(said)

    def word(self, table: str, key: str, plain: str) -> str:
        """Look up a word of a table; where it is not there, `plain` is said."""
        return self._table(table).get(key, plain)

    def _table(self, table: str) -> _Table:
        return self._tables.get(table, {})

    def _fill(self, template: str, values: Mapping[str, object]) -> str:
        return _InLanguage(self).vformat(template, (), values)

    def said(self, value: Any, form: str) -> str:
        """Say a value of a template."""
        if isinstance(value, Words):
            return self._words(value, form)
        if isinstance(value, StrEnum):
            return format(self.name(value), form)
        return self.number(value, form) if isinstance(value, int | float) else format(value, form)

    def _words(self, words: Words, form: str) -> str:
        if words.table == PHRASES:
            return self.say(words.key, **words.values)
        if words.table == LISTS:
            items = [self.said(item, "") for item in words.values.values()]
            return listed(items, self.word(LISTS, words.key, words.key)) if words.key else ", ".join(items)
        if words.table == DATES:
            return self.date(dt.date.fromisoformat(words.key))
        if words.table == TIMES:
            return format(dt.time.fromisoformat(words.key), form or "%H:%M")
        return self.word(words.table, words.key, str(words))


class _InLanguage(Filler):
    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def said(self, value: Any, form: str) -> str:
        return self._messages.said(value, form)


def source_of(value: object) -> dict[str, Any] | None:
    """Return where words are from as plain values: the table and the key, and what a phrase or a list is made of."""
    if isinstance(value, Words):
        parts = {
            name: str(part) if (source := source_of(part)) is None and isinstance(part, str) else source or part
            for name, part in value.values.items()
        }
        return {"table": value.table, "key": value.key, **({"values": parts} if parts else {})}
    if isinstance(value, StrEnum) and type(value) in _KINDS:
        return {"table": _KINDS[type(value)], "key": value.value}
    return None


def _shipped(language: str) -> Any:
    import pkgutil

    return _codec.parse_toml(pkgutil.get_data("periodize", f"data/messages_{language}.toml") or b"")


class _Reader:
    """Reads a language, and gathers what is wrong with it; what there is to say is what the shipped one says."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        self._known = known
        self._problems: list[Problem] = []

    def read(self, data: Any) -> Messages:
        top = self._texts("", data, ("language", _FORMAT, _RULES, *_TABLES), inner=True)
        language = top.get("language")
        if not isinstance(language, str) or not language:
            self._add("/language", 'must be the code of a language, such as "fr"', language)
        form = self._texts("/format", top.get(_FORMAT, {}), ("date", "decimal"))
        tables = {name: self._table(name, top[name]) for name in _TABLES if name in top}
        rules = self._read_rules(top.get(_RULES, {}))
        date = form.get("date", _DATE)
        if not set(date.replace("%d", "").replace("%m", "").replace("%Y", "")).isdisjoint("%{}"):
            self._add("/format/date", "must be written with %d, %m and %Y", date)
        if self._problems:
            raise DecodeError(self._problems)
        return Messages(str(language), tables, rules, date, form.get("decimal", _DECIMAL))

    def _add(self, pointer: str, message: str, value: object = None, hint: str = "") -> None:
        self._problems.append(Problem(pointer, message, value, hint))

    def _texts(
        self, pointer: str, data: Any, known: Iterable[str] | None, what: str = "an unknown key", *, inner: bool = False
    ) -> dict[str, Any]:
        """Return the known keys of a table and their texts."""
        if not isinstance(data, dict):
            self._add(pointer, "must be a table", data)
            return {}
        found = {}
        for key, value in data.items():
            where = f"{pointer}/{escape(key)}"
            if known is not None and key not in known:
                self._add(where, f"is {what}", None, maybe(key, known))
            elif not inner and not isinstance(value, str):
                self._add(where, "must be text", value)
            else:
                found[key] = value
        return found

    def _table(self, name: str, data: Any) -> dict[str, str]:
        known = None if name == _EXERCISES else self._known.get(name, {})
        texts = self._texts(f"/{name}", data, known, "nothing that is said" if name == PHRASES else "an unknown word")
        if name == PHRASES:
            self._check(f"/{name}", texts)
        return texts

    def _read_rules(self, data: Any) -> dict[str, dict[str, str]]:
        rules = {}
        for code, table in self._texts("/rules", data, None, inner=True).items():
            known = self._known[_RULES].get(code) if code.startswith(_OURS) else ()
            pointer = f"/rules/{escape(code)}"
            if known is None:
                self._add(pointer, "is an unknown code", None, maybe(code, self._known[_RULES]))
                continue
            rules[code] = self._texts(pointer, table, known or None, "no template of this rule")
            self._check(pointer, rules[code])
        return rules

    def _check(self, pointer: str, texts: Mapping[str, str]) -> None:
        """Look whether each text names only values that the English one names, and writes them as that does."""
        for template, text in texts.items():
            where = f"{pointer}/{escape(template)}"
            try:
                allowed, named = dict(_fields(template)), list(_fields(text))
            except ValueError as error:
                self._add(where, f"is no template: {str(error)[:1].lower()}{str(error)[1:]}", text)
                continue
            for name, form in named:
                if name not in allowed:
                    self._add(where, f"names {{{name}}}, which the English has not", text, maybe(name, allowed))
                elif "|" in form and form.count("|") >= MOST_FORMS:
                    self._add(where, f"lets {{{name}}} choose between more than {MOST_FORMS} words", text)
                elif "|" not in form and form not in {"", *(other for key, other in _fields(template) if key == name)}:
                    self._add(where, f"writes {{{name}}} in another form than the English template", text)


def _fields(template: str) -> Iterator[tuple[str, str]]:
    """Yield the names that a template names and how each is written, also those within words to choose from.

    Raises:
        ValueError: it is no template.
    """
    for _, name, form, conversion in Formatter().parse(template):
        if name is not None:
            if conversion is not None or not name.isidentifier():
                message = f"{{{name}}} is no name"
                raise ValueError(message)
            yield name, form or ""
            yield from _fields(form or "")
