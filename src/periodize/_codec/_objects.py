"""attrs classes to plain values and back, with a pointer at all that is wrong.

Three marks in the metadata of a field steer it: `absent` is what an absent key means where the constructor asks for a
value, `text` allows a text in place of a mapping, `encode` writes the field's value. Fields marked `looked_up`, and
those that are no argument of the constructor, are no part of a document.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from enum import Enum
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args, get_origin

import attrs

from periodize.exceptions import DecodeError, Problem, escape, maybe

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")
Read = Callable[[Any, Any], Any]
Write = Callable[[Any], Any]

_MOST_PROBLEMS = 1000
_MOST_UNKNOWN = 50
_PLAIN = frozenset({bool, int, str})
_UNKNOWN = "is an unknown key"


def decode(cls: type[T], data: object, *, pointer: str = "", unsupported: Collection[str] = ()) -> T:
    """Make an object of plain values; an object of the class itself may stand for its mapping.

    Keys that `unsupported` names by their pointers, where `*` stands for any step, are refused as not supported yet
    rather than as unknown, and so are values that it names as `pointer=value`.

    Raises:
        DecodeError: with all that is wrong, each at its place under `pointer`.
    """
    try:
        made: T = _reader().structure(data, cls)
    except DecodeError as error:
        later = [_Unsupported.read(mark) for mark in sorted(unsupported)]
        raise DecodeError(_as_said(problem.under(pointer), later) for problem in error.problems) from None
    return made


def lenient(cls: type[Any]) -> Callable[[Any], Any]:
    """Return a function that reads values as `decode` does, and returns one that it cannot read as it is."""
    read = _reader().get_structure_hook(cls)

    def read_or_keep(value: Any) -> Any:
        try:
            return read(value, cls)
        except DecodeError:
            return value

    return read_or_keep


def encode(obj: object) -> Any:
    """Return an object as plain values: mappings with every key written, lists, texts, numbers, None."""
    return _writer().unstructure(obj)


class _Unsupported(NamedTuple):
    place: re.Pattern[str]
    value: str

    @classmethod
    def read(cls, mark: str) -> _Unsupported:
        place, _, value = mark.partition("=")
        return cls(re.compile("[^/]*".join(map(re.escape, place.split("*")))), value)


def _as_said(problem: Problem, later: list[_Unsupported]) -> Problem:
    for mark in later:
        if mark.place.fullmatch(problem.pointer):
            if mark.value and problem.value == mark.value:
                return attrs.evolve(problem, message=f"{mark.value} is not supported yet", value=None, hint="")
            if not mark.value and problem.message == _UNKNOWN:
                return attrs.evolve(problem, message="is not supported yet", hint="")
    return problem


# --- reading ----------------------------------------------------------------------------------------------------------


class _PartlyReadError(DecodeError):
    """A list with broken items; `rest` holds the others with their places."""

    def __init__(self, problems: list[Problem], rest: list[tuple[int, Any]]) -> None:
        super().__init__(problems)
        self.rest = rest


class _Key(NamedTuple):
    name: str
    kind: Any
    read: Read | None  # None hands the value to the constructor, which reads and checks what is no object
    text: bool
    absent: Any
    required: bool

    @classmethod
    def of(cls, field: attrs.Attribute[Any], converter: Converter) -> _Key:
        kind = _without_none(field.type)
        read = converter.get_structure_hook(kind) if attrs.has(kind) or _is_list_of_objects(kind) else None
        marks = field.metadata
        return cls(field.name, kind, read, bool(marks.get("text")), marks.get("absent"), field.default is attrs.NOTHING)


def _reader() -> Converter:
    from cattrs import Converter

    converter = Converter()
    converter.register_structure_hook_factory(_is_list_of_objects, partial(_list_reader, converter=converter))
    converter.register_structure_hook_factory(attrs.has, partial(_object_reader, converter=converter))
    return converter


def _is_list_of_objects(kind: Any) -> bool:
    arguments = get_args(kind)
    return get_origin(kind) is tuple and arguments[1:] == (...,) and attrs.has(arguments[0])


def _list_reader(kind: Any, converter: Converter) -> Read:
    item_kind = get_args(kind)[0]
    read_item = converter.get_structure_hook(item_kind)

    def read(data: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(data, Sequence) or isinstance(data, str | bytes):
            raise DecodeError([Problem("", "must be a list", data)])
        problems: list[Problem] = []
        items: list[tuple[int, Any]] = []
        for index, item in enumerate(data):
            try:
                items.append((index, read_item(item, item_kind)))
            except DecodeError as error:
                problems += [problem.under(f"/{index}") for problem in error.problems]
                if len(problems) > _MOST_PROBLEMS:
                    problems.append(Problem("", f"has so many problems that it was read to item {index} only"))
                    break
        if problems:
            raise _PartlyReadError(problems, items)
        return tuple(item for _, item in items)

    return read


def _object_reader(cls: type, converter: Converter) -> Read:
    keys = [_Key.of(field, converter) for field in _fields(cls)]
    names = frozenset(key.name for key in keys)
    keys = [key for key in keys if key.read is not None or key.required]

    def read(data: Any, _: Any) -> Any:
        if isinstance(data, cls):
            return data
        if not isinstance(data, dict | Mapping):  # the first is much faster
            raise DecodeError([Problem("", "must be a mapping", data)])
        problems = [] if names.issuperset(data) else _unknown_keys(data, names)
        arguments = {name: value for name, value in data.items() if value is not None and name in names}
        broken: dict[str, list[int] | None] = {}
        for key in keys:
            value = arguments.get(key.name)
            if value is None:
                if key.required:
                    arguments[key.name] = key.absent
                    if key.absent is None:
                        problems.append(Problem(f"/{key.name}", "is required"))
                        broken[key.name] = None
            elif key.read is not None and not (key.text and isinstance(value, str)):
                try:
                    arguments[key.name] = key.read(value, key.kind)
                except DecodeError as error:
                    problems += [problem.under(f"/{key.name}") for problem in error.problems]
                    rest = error.rest if isinstance(error, _PartlyReadError) else None
                    # The constructor is asked about the rest: None, or the list's sound items, stand in.
                    arguments[key.name] = None if rest is None else tuple(item for _, item in rest)
                    broken[key.name] = None if rest is None else [index for index, _ in rest]
        try:
            made = cls(**arguments)
        except DecodeError as error:
            problems += _not_of_stand_ins(error.problems, broken)
        if problems:
            raise DecodeError(problems)
        return made

    return read


def _unknown_keys(data: Mapping[Any, Any], names: Collection[str]) -> list[Problem]:
    unknown = sorted((key for key in data if key not in names), key=str)
    problems = [Problem(f"/{escape(key)}", _UNKNOWN, data[key], maybe(key, names)) for key in unknown[:_MOST_UNKNOWN]]
    if len(unknown) > _MOST_UNKNOWN:
        problems.append(Problem("", f"has {len(unknown) - _MOST_UNKNOWN} more unknown keys"))
    return problems


def _not_of_stand_ins(problems: Collection[Problem], broken: Mapping[str, list[int] | None]) -> Iterator[Problem]:
    """Leave out what a constructor said of fields that could not be read; give items of a list their own place."""
    for problem in problems:
        _, _, place = problem.pointer.partition("/")
        name, _, inner = place.partition("/")
        if name not in broken:
            yield problem
            continue
        places = broken[name]
        index, slash, beyond = inner.partition("/")
        if places is not None and index:
            yield attrs.evolve(problem, pointer=f"/{name}/{places[int(index)]}{slash}{beyond}")


def _fields(cls: type) -> Iterator[attrs.Attribute[Any]]:
    for field in attrs.fields(attrs.resolve_types(cls)):
        if field.init and not field.metadata.get("looked_up"):
            yield field


def _without_none(kind: Any) -> Any:
    kinds = [each for each in get_args(kind) if each is not type(None)]
    return kinds[0] if type(None) in get_args(kind) and len(kinds) == 1 else kind


# --- writing ----------------------------------------------------------------------------------------------------------


def _writer() -> Converter:
    from cattrs import Converter

    converter = Converter()
    converter.register_unstructure_hook_func(lambda kind: kind is dt.date, dt.date.isoformat)
    converter.register_unstructure_hook_func(lambda kind: kind is dt.time, lambda time: time.isoformat("minutes"))
    converter.register_unstructure_hook_func(lambda kind: kind is float, _number)
    converter.register_unstructure_hook_factory(_is_list, partial(_list_writer, converter=converter))
    converter.register_unstructure_hook_factory(attrs.has, partial(_object_writer, converter=converter))
    return converter


def _number(value: float) -> float:
    return int(value) if value == int(value) else value


def _hook_of(kind: Any, converter: Converter) -> Write:
    if isinstance(kind, type) and issubclass(kind, Enum):  # cattrs takes a StrEnum for a plain text
        return attrgetter("value")
    return converter.get_unstructure_hook(kind)


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _list_writer(kind: Any, converter: Converter) -> Write:
    write_item = _hook_of(get_args(kind)[0], converter)
    return lambda items: [write_item(item) for item in items]


def _object_writer(cls: type, converter: Converter) -> Write:
    names: list[str] = []
    writes: dict[str, Write] = {}
    for field in _fields(cls):
        names.append(field.name)
        kind = _without_none(field.type)
        if kind not in _PLAIN:
            writes[field.name] = field.metadata.get("encode") or _hook_of(kind, converter)

    def write(obj: Any) -> dict[str, Any]:
        plain = {name: getattr(obj, name) for name in names}
        for name, write_value in writes.items():
            if plain[name] is not None:
                plain[name] = write_value(plain[name])
        return plain

    return write
