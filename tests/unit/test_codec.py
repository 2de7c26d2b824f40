"""Objects to plain values and back, with pointers; JSON and TOML texts."""

import datetime as dt
import subprocess
import sys
from enum import StrEnum

import attrs
import pytest

from periodize import _codec
from periodize._units import Shape, as_date, as_enum, as_time, as_tuple
from periodize.exceptions import DecodeError


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
    assert Tree(leaf=leaf, other=leaf, leaves=(leaf,)) == _codec.decode(
        Tree, {"leaf": leaf, "other": leaf, "leaves": (leaf,)}
    )


def test_encode_is_the_inverse():
    """Every key is written, in plain values, and reads back as the same object."""
    tree = Tree(
        leaf=Leaf(2, "x", "blue", "2027-01-05", "7:30", 2.5),
        leaves=(Leaf(1, "y"),),
        colours=(Colour.RED,),
        pairs={"a": 1},
    )
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
    assert [("/top", "must be 1 to 9")] == [
        each for each in told(Tree, {**data, "leaves": [ONE], "top": 0}) if each[0] == "/top"
    ]
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
    ] == told(
        Tree,
        {"later": 1, "leaf": ONE, "leaves": leaves},
        pointer="/at",
        unsupported={f"/at{mark}" for mark in unsupported},
    )


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
