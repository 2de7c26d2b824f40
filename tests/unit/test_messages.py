"""What the library says in another language: values, forms, and languages of an app's own."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import periodize as pz
from periodize._messages import source_of
from periodize._phrases import Words, at_time, chosen, enumerated, fill, on_day, phrase

GERMAN = pz.Messages.of("de")
HEAD = 'language = "xx"\n'


@attrs.frozen
class Speaks:
    """Speaks of each session."""

    meta = pz.RuleMeta(code="APP001", name="speaks", severity=pz.Severity.ADVICE)

    def check_session(self, session, view):
        """Yield values of all kinds."""
        yield pz.Hit(
            "{session}, {phase}, {exercise}, {days}, {at:%H:%M}, {share:.1f}, {measured}, {much:much|little}, {name}",
            phase=session.phase,
            exercise=view.catalogue.name("plank"),
            days=session.date,
            at=session.time,
            share=0.25,
            measured=2.345,
            much=True,
            name="Rübe",
        )


@attrs.frozen
class SaysAttributes:
    """Names what an item holds."""

    meta = pz.RuleMeta(code="APP002", name="says-attributes", severity=pz.Severity.ADVICE)

    def check_session(self, session, view):
        """Look into the session."""
        yield pz.Hit("{session.form} session", session=session)


OWN = """
language = "de"
[format]
date = "%d.%m."
decimal = ","
[phases]
adaptation = "Anpassung"
[exercises]
plank = "Brett"
[rules.APP001]
"{session}, {phase}, {exercise}, {days}, {at:%H:%M}, {share:.1f}, {measured}, {much:much|little}, {name}" = \
"{name}: {much:viel|wenig} {measured} {share:.1f} {at} {days} {exercise} {phase}"
"""


def report(*rules: Any) -> pz.Report:
    """Check a plan of one session."""
    plan = {
        "format": "periodize/plan",
        "version": 1,
        "brief": {"start": "2027-01-04", "events": [{"date": "2027-05-09"}]},
        "sessions": [{"date": "2027-01-05", "time": "18:00"}],
    }
    return pz.check(pz.loads(json.dumps(plan)), rules=pz.RuleSet(rules))


def test_an_apps_own_language_says_an_apps_own_rule() -> None:
    """Names, dates, hours and numbers in its own forms; the place and the rule's name stay."""
    found = report(Speaks())
    own = pz.Messages.from_toml(OWN)
    said = "Rübe: viel 2,35 0,2 18:00 05.01. Brett Anpassung"
    assert [finding.said(own) for finding in found] == [said]
    assert found.text(own) == f"2027-01-05 w1-1 APP001 speaks: {said} (2,35)"
    assert found.text(GERMAN) == str(found).replace("(2.35)", "(2,35)")


def test_what_a_language_lacks_is_said_in_english() -> None:
    """As a whole, not in a mixture; a template may look into what it names."""
    found = report(SaysAttributes())
    assert [finding.said(GERMAN) for finding in found] == ["full session"]
    assert pz.Messages.from_toml(HEAD).name(pz.Phase.TAPER) == "taper"
    assert pz.Messages.from_toml(HEAD).name(pz.Movement.HIP_FLEXION) == "hip flexion"
    assert pz.Messages.from_toml(HEAD).name(pz.Weekday.SUN) == "Sun"
    assert pz.Messages.from_toml(HEAD).date(dt.date(2027, 4, 18)) == "2027-04-18"
    assert pz.Messages.from_toml(HEAD).numbers([1.5, 2, "a"]) == "1.5, 2, a"
    assert GERMAN.name("Oak Street") == "Oak Street"


def test_words_travel_with_a_finding() -> None:
    """Through copies, pickles and evolutions; equal to what they say; and a document tells where they are from."""
    (finding,) = report(Speaks())
    for same in (copy.deepcopy(finding), pickle.loads(pickle.dumps(finding)), attrs.evolve(finding)):
        assert same == finding
        assert same.said(pz.Messages.from_toml(OWN)) == finding.said(pz.Messages.from_toml(OWN))
    told = finding.to_dict()
    assert told["values"]["exercise"] == "Plank"
    assert {type(value) for value in told["values"].values()} == {str, float, bool}
    assert told["words"] == {
        "phase": {"table": "phases", "key": "adaptation"},
        "exercise": {"table": "exercises", "key": "plank"},
        "days": {"table": "dates", "key": "2027-01-05"},
        "at": {"table": "times", "key": "18:00"},
    }


def test_words_say_what_they_are_made_of() -> None:
    """A list of phrases in a phrase, in English, in German and as plain values."""
    gap = phrase("{hours} h {minutes} min", hours=1, minutes=30)
    words = enumerated([pz.Part.LEGS, gap, "Rübe"], "and")
    assert words == "legs, 1 h 30 min and Rübe"
    assert GERMAN.name(words) == "Beine, 1 h 30 min und Rübe"
    assert GERMAN.name(enumerated([pz.Phase.POWER, pz.Phase.TAPER])) == "Schnellkraftphase, Taperphase"
    assert GERMAN.name(on_day(dt.date(2027, 4, 18))) == "18.04.2027"
    assert GERMAN.name(at_time(dt.time(6, 5))) == "06:05"
    assert source_of(words) == {
        "table": "lists",
        "key": "and",
        "values": {
            "0": {"table": "parts", "key": "legs"},
            "1": {"table": "phrases", "key": "{hours} h {minutes} min", "values": {"hours": 1, "minutes": 30}},
            "2": "Rübe",
        },
    }
    assert source_of("Rübe") is None


@given(st.text(), st.text(), st.text())
def test_words_are_text(said: str, table: str, key: str) -> None:
    """Equal to it, alike in a set, and the same after a journey."""
    words = Words(said, table, key, {"n": 1})
    assert words == said
    assert {words} == {said}
    again = pickle.loads(pickle.dumps(words))
    assert (again, again.table, again.key, again.values) == (said, table, key, {"n": 1})


@pytest.mark.parametrize(
    ("value", "forms", "expected"),
    [
        (1, "one|more", "one"),
        (0, "one|more", "more"),
        (2, "one|more", "more"),
        ("1", "one|others", "one"),
        (1.5, "one|more", "more"),
        (True, "yes|no", "yes"),
        (False, "yes|no", "no"),
        (0, "none|one|more", "none"),
        (False, "none|one|more", "none"),
        (1, "none|one|more", "one"),
        (7, "none|one|more", "more"),
        ("so", "one|more", "more"),
        (1, "|s", ""),
    ],
)
def test_a_value_chooses_words(value: object, forms: str, expected: str) -> None:
    """One, what is true, and none have words of their own."""
    assert chosen(value, forms) == expected
    assert fill(f"{{n:{forms}}}", {"n": value}) == expected


def test_chosen_words_name_values_too() -> None:
    """As in "in 3 days"."""
    assert fill("{n:today|tomorrow|in {n} days}", {"n": 3}) == "in 3 days"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("x = 1", "/x: is an unknown key"),
        ("phasen = 1", "/phasen: is an unknown key; maybe phases or phrases"),
        ("[phases]\nstrongth = 'Kraft'", "/phases/strongth: is an unknown word; maybe strength"),
        ("[phases]\nstrength = 1", "/phases/strength: must be text (got 1)"),
        ("phases = 1", "/phases: must be a table (got 1)"),
        ("rules = 1", "/rules: must be a table (got 1)"),
        ("[rules.PZ999]", "/rules/PZ999: is an unknown code; maybe PZ903 or PZ902 or PZ901"),
        ("[rules]\nPZ303 = 1", "/rules/PZ303: must be a table (got 1)"),
        (
            "[rules.PZ303]\n'{session} overlap the {run}' = ''",
            "/rules/PZ303/{session} overlap the {run}: is no template of this rule; maybe {session} overlaps the {run}",
        ),
        (
            "[rules.PZ303]\n'{session} overlaps the {run}' = '{sessin}'",
            (
                "/rules/PZ303/{session} overlaps the {run}: names {sessin}, which the English has not (got '{sessin}');"
                " maybe session"
            ),
        ),
        (
            "[rules.PZ303]\n'{session} overlaps the {run}' = '{run.id}'",
            "/rules/PZ303/{session} overlaps the {run}: is no template: {run.id} is no name (got '{run.id}')",
        ),
        (
            "[rules.PZ303]\n'{session} overlaps the {run}' = '{run!r}'",
            "/rules/PZ303/{session} overlaps the {run}: is no template: {run} is no name (got '{run!r}')",
        ),
        (
            "[rules.PZ303]\n'{session} overlaps the {run}' = '{run'",
            "/rules/PZ303/{session} overlaps the {run}: is no template: expected '}' before end of string (got '{run')",
        ),
        (
            "[rules.PZ303]\n'{session} overlaps the {run}' = '{run:>99}'",
            (
                "/rules/PZ303/{session} overlaps the {run}: writes {run} in another form than the English template"
                " (got '{run:>99}')"
            ),
        ),
        (
            "[rules.PZ303]\n'{session} overlaps the {run}' = '{run:a|b|c|d}'",
            (
                "/rules/PZ303/{session} overlaps the {run}: lets {run} choose between more than 3 words"
                " (got '{run:a|b|c|d}')"
            ),
        ),
        (
            "[rules.PZ303]\n'{session} overlaps the {run}' = '{run:a|{seson}}'",
            (
                "/rules/PZ303/{session} overlaps the {run}: names {seson}, which the English has not"
                " (got '{run:a|{seson}}'); maybe session"
            ),
        ),
        ("[rules.APP001]\n'{a.b}' = ''", "/rules/APP001/{a.b}: is no template: {a.b} is no name"),
        ("[phrases]\nrightx = ''", "/phrases/rightx: is nothing that is said; maybe right"),
        ("[phrases]\nright = '{n}'", "/phrases/right: names {n}, which the English has not (got '{n}')"),
        ("[format]\ndate = '%A'", "/format/date: must be written with %d, %m and %Y (got '%A')"),
        ("[format]\ndates = ''", "/format/dates: is an unknown key; maybe date"),
    ],
)
def test_a_language_of_ones_own_is_looked_through(text: str, problem: str) -> None:
    """What is wrong is named with its place and the nearest word."""
    with pytest.raises(pz.DecodeError) as caught:
        pz.Messages.from_toml(HEAD + text)
    (found,) = caught.value.problems
    assert str(found).removesuffix(" (got '')") == problem


def test_all_that_is_wrong_with_a_language_is_said_at_once() -> None:
    """Also that it has no name; and what is no table at all."""
    with pytest.raises(pz.DecodeError) as caught:
        pz.Messages.from_toml("[phases]\nx = 1\n[runs]\ny = 1")
    assert [problem.pointer for problem in caught.value.problems] == ["/language", "/phases/x", "/runs/y"]
    with pytest.raises(pz.DecodeError, match="is not TOML"):
        pz.Messages.from_toml("x")


def test_an_unknown_language_is_refused_with_those_that_there_are() -> None:
    """English and German come with the library."""
    assert pz.Messages.of("en") == pz.Messages.default()
    assert pz.Messages.of("de") == GERMAN
    with pytest.raises(pz.ConfigError, match="unknown language 'dee'; there are de, en\nmaybe de"):
        pz.Messages.of("dee")
    with pytest.raises(pz.ConfigError, match=r"unknown language 'klingon'; there are de, en\Z"):
        pz.Messages.of("klingon")


def test_languages_are_values() -> None:
    """They are equal by what they say, can be hashed and pickled."""
    assert hash(GERMAN) == hash(pz.Messages.of("de"))
    assert pickle.loads(pickle.dumps(GERMAN)) == GERMAN
    assert repr(GERMAN) == "Messages(language='de')"
