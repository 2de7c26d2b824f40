"""Objects to plain values and back, with pointers; JSON and TOML texts."""

import datetime as dt
import json
import subprocess
import sys
from enum import StrEnum

import attrs
import pytest

from periodize import _codec
from periodize._units import Shape, as_date, as_enum, as_time, as_tuple
from periodize.exceptions import DecodeError, Problem


class Colour(StrEnum):
    """A word."""

    RED = "red"
    BLUE = "blue"


@attrs.frozen
class Leaf:
    """An object without objects."""

    size: int
    name: str = attrs.field(metadata={"absent": "leaf"})
    colour: Colour = attrs.field(default=Colour.RED, converter=as_enum(Colour))
    on: dt.date | None = attrs.field(default=None, converter=as_date)
    at: dt.time = attrs.field(default=dt.time(6), converter=as_time)
    weight: float = 1.0
    seen: bool = attrs.field(default=True, metadata={"looked_up": True})
    inner: int = attrs.field(init=False, default=7)

    def __attrs_post_init__(self):
        shape = Shape()
        shape.whole("size", self.size, 1, 9)
        shape.text("name", self.name)
        shape.member("colour", self.colour, Colour)
        shape.done()


@attrs.frozen
class Lone:
    """An object of one field."""

    word: str = "x"


@attrs.frozen(kw_only=True)
class Tree:
    """An object with objects: one, perhaps one, many; words, and pairs that are a mapping in a document."""

    leaf: Leaf
    other: Leaf | None = None
    lone: Lone = attrs.field(factory=Lone, metadata={"text": True})
    leaves: tuple[Leaf, ...] = attrs.field(default=(), converter=as_tuple)
    colours: tuple[Colour, ...] = attrs.field(default=(), converter=as_tuple)
    pairs: tuple[tuple[str, int], ...] = attrs.field(
        default=(), converter=lambda value: tuple(dict(value).items()), metadata={"encode": dict}
    )
    top: int = 9

    def __attrs_post_init__(self):
        shape = Shape()
        shape.instance("leaf", self.leaf, Leaf)
        if shape.items("leaves", self.leaves, Leaf):
            for index, leaf in enumerate(self.leaves):
                if leaf.size > self.top:
                    shape.add(f"/leaves/{index}/size", "is over the top", leaf.size)
                if leaf.name == "bad":
                    shape.add(f"/leaves/{index}", "is bad")
            if not any(leaf.size == 1 for leaf in self.leaves):
                shape.add("leaves", "must hold one of size 1")
        shape.whole("top", self.top, 1, 9)
        shape.done()


@attrs.frozen
class Flat:
    """An object whose lists may be empty."""

    leaves: tuple[Leaf, ...] = attrs.field(converter=as_tuple)


ONE = {"size": 1}


def told(cls, data, **keywords):
    """Return pointers and messages of what cannot be decoded."""
    with pytest.raises(DecodeError) as raised:
        _codec.decode(cls, data, **keywords)
    assert str(raised.value)
    return [(problem.pointer, problem.message) for problem in raised.value.problems]


def test_decode_reads_what_is_there():
    """Objects, lists and words are read; null and absent keys are defaults; marked fields have their own ways."""
    data = {
        "leaf": {"size": 2, "name": None, "colour": "blue", "on": "2027-01-05", "at": "07:30"},
        "other": None,
        "lone": None,
        "leaves": [ONE, {"size": 3, "name": "x", "at": None}],
        "colours": ["red"],
        "pairs": {"a": 1},
    }
    expected = Tree(
        leaf=Leaf(2, "leaf", "blue", dt.date(2027, 1, 5), dt.time(7, 30)),
        leaves=(Leaf(1, "leaf"), Leaf(3, "x")),
        colours=("red",),
        pairs=(("a", 1),),
    )
    assert expected == _codec.decode(Tree, data)


def test_decode_takes_objects_as_they_are():
    """Where an object of the class stands already, it is taken; so are tuples for lists."""
    leaf = Leaf(1, "x")
    assert Tree(leaf=leaf, other=leaf, leaves=(leaf,)) == _codec.decode(Tree, {"leaf": leaf, "other": leaf, "leaves": (leaf,)})


def test_encode_is_the_inverse():
    """Every key is written, in plain values, and reads back as the same object."""
    tree = Tree(leaf=Leaf(2, "x", "blue", "2027-01-05", "7:30", 2.5), leaves=(Leaf(1, "y"),), colours=(Colour.RED,), pairs={"a": 1})
    leaf = {"size": 2, "name": "x", "colour": "blue", "on": "2027-01-05", "at": "07:30", "weight": 2.5}
    expected = {
        "leaf": leaf,
        "other": None,
        "lone": {"word": "x"},
        "leaves": [{"size": 1, "name": "y", "colour": "red", "on": None, "at": "06:00", "weight": 1}],
        "colours": ["red"],
        "pairs": {"a": 1},
        "top": 9,
    }
    assert expected == _codec.encode(tree)
    assert str is type(_codec.encode(tree)["leaf"]["colour"])
    assert tree == _codec.decode(Tree, _codec.encode(tree))


def test_encode_writes_whole_floats_as_whole_numbers():
    """Equal numbers are written alike."""
    assert '"weight": 10,' in _codec.canonical_json({**_codec.encode(Leaf(1, "x", weight=10.0)), "z": 1})


def test_all_problems_come_at_once_each_at_its_place():
    """Unknown keys, then fields in order, then what the constructor says of the rest."""
    data = {
        "leef": 1,
        "leaf": {"size": 10, "colour": "rad"},
        "other": {"name": ""},
        "leaves": [{"size": 0}, ONE, "x", {"size": 8, "x/y~": 1}, {"size": 9}],
        "top": 10,
    }
    assert [
        ("/leef", "is an unknown key"),
        ("/leaf/size", "must be 1 to 9"),
        ("/leaf/colour", "must be one of red, blue"),
        ("/other/size", "is required"),
        ("/other/name", "must have 1 to 200 characters, has 0"),
        ("/leaves/0/size", "must be 1 to 9"),
        ("/leaves/2", "must be a mapping"),
        ("/leaves/3/x~1y~0", "is an unknown key"),
        ("/top", "must be 1 to 9"),
    ] == told(Tree, data)


def test_a_constructor_speaks_of_the_sound_items_at_their_own_places():
    """Broken items of a list are skipped; what is said of the others points into the document, of the list nothing."""
    leaves = [{"size": 0}, {"size": 3}, {"size": 0}, {"size": 2}, {"size": 4, "name": "bad"}]
    assert [
        ("/leaves/0/size", "must be 1 to 9"),
        ("/leaves/2/size", "must be 1 to 9"),
        ("/leaves/1/size", "is over the top"),
        ("/leaves/4/size", "is over the top"),
        ("/leaves/4", "is bad"),
    ] == told(Tree, {"leaf": ONE, "leaves": leaves, "top": 2})
    assert [("/leaves", "must hold one of size 1")] == told(Tree, {"leaf": ONE, "leaves": [{"size": 2}]})


@pytest.mark.parametrize("data", [None, [], "x", 3, b"y", dt.date(2027, 1, 1)])
def test_a_document_must_be_a_mapping(data):
    """Nothing but a mapping is an object."""
    assert [("/here", "must be a mapping")] == told(Tree, data, pointer="/here")


@pytest.mark.parametrize("leaves", [{}, "x", 3, b"y", {1}])
def test_a_list_must_be_a_list(leaves):
    """Nothing but a list or tuple is a list."""
    assert [("/leaves", "must be a list")] == told(Flat, {"leaves": leaves})


@pytest.mark.parametrize("data", [{}, {"leaf": None}])
def test_a_required_key_must_be_there(data):
    """A missing key is said once, with the rest."""
    assert [("/top", "must be 1 to 9")] == [each for each in told(Tree, {**data, "leaves": [ONE], "top": 0}) if each[0] == "/top"]
    assert ("/leaf", "is required") in told(Tree, {**data, "leaves": [ONE], "top": 0})
    assert [("/leaves", "is required")] == told(Flat, {})


@pytest.mark.parametrize("key", ["seen", "inner", "Leaf", 3, None, ("a",)])
def test_keys_that_are_no_part_of_a_document(key):
    """Looked-up fields, fields that are no argument, and keys that are no text are unknown."""
    assert [(f"/{key}", "is an unknown key")] == told(Leaf, {"size": 1, key: 1})


def test_unknown_keys_have_hints_and_an_end():
    """The nearest names are given; of a thousand unknown keys fifty are named."""
    with pytest.raises(DecodeError) as raised:
        _codec.decode(Leaf, {"sizes": 1, "size": 1})
    assert "maybe size" == raised.value.problems[0].hint
    many = told(Leaf, {"size": 1, **{f"k{n:04}": n for n in range(1000)}})
    assert 51 == len(many)
    assert ("", "has 950 more unknown keys") == many[-1]


def test_problems_have_an_end():
    """A list is read on until a thousand problems are known."""
    many = told(Flat, {"leaves": [{}] * 5000})
    assert 1002 == len(many)
    assert ("/leaves", "has so many problems that it was read to item 1000 only") == many[-1]


def test_text_stands_for_an_object_where_it_may():
    """A marked field hands a text to the constructor."""
    assert "short" == _codec.decode(Tree, {"leaf": ONE, "leaves": [ONE], "lone": "short"}).lone
    assert [("/leaf", "must be a mapping")] == told(Tree, {"leaf": "short", "leaves": [ONE]})


def test_keys_and_values_that_are_not_supported_yet():
    """Named places are refused in their own words; others stay unknown."""
    unsupported = {"/later", "/leaves/*/later", "/leaves/*/colour=green"}
    leaves = [ONE, {"size": 1, "later": 1, "sooner": 1}, {"size": 1, "colour": "green"}, {"size": 1, "colour": "grey"}]
    assert [
        ("/at/later", "is not supported yet"),
        ("/at/leaves/1/later", "is not supported yet"),
        ("/at/leaves/1/sooner", "is an unknown key"),
        ("/at/leaves/2/colour", "green is not supported yet"),
        ("/at/leaves/3/colour", "must be one of red, blue"),
    ] == told(Tree, {"later": 1, "leaf": ONE, "leaves": leaves}, pointer="/at", unsupported={f"/at{mark}" for mark in unsupported})


def test_lenient_keeps_what_it_cannot_read():
    """What is no object stays what it was."""
    read = _codec.lenient(Leaf)
    assert [Leaf(1, "leaf"), {"size": 0}, None, 3] == [*map(read, [ONE, {"size": 0}, None, 3])]


def test_cattrs_is_imported_late():
    """Importing the codec brings neither cattrs nor tomllib."""
    late = "{'cattrs', 'tomllib'}"
    code = f"import sys; before = {{*sys.modules}}; import periodize._codec; print(sorted({late} & {{*sys.modules}} - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()


# --- texts ------------------------------------------------------------------------------------------------------------


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
    [{}, [], 3, 2.5, "a\"b\\c\n\x07é😀\ud800", {"a": [{"b": "[[[{{{\\\""}]}, True, None, {"a" * 50: "{" * 100}, -(10**298)],
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
    """Ten megabytes are fine."""
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


def test_problem_of_a_text_is_at_its_root():
    """A text as a whole has the empty pointer, which prints as a slash."""
    assert "/: must be text or bytes (got 3)" == str(Problem("", "must be text or bytes", 3))
