"""Why a rule is as it is."""

from __future__ import annotations

from typing import ClassVar

import attrs
import pytest

import periodize as pz
from periodize._evidence import SOURCES, Grade, Guideline
from periodize._explain import Knob


@attrs.frozen
class Tunable:
    """A session is long.

    Why: long sessions tire.

    Attributes:
        minutes: the longest.
    """

    meta: ClassVar = pz.RuleMeta(
        code="APP002",
        name="long-session",
        severity=pz.Severity.ADVICE,
        sources=("origin", "Our own survey"),
        examples=(pz.Example("two hours", {}, trips=True), pz.Example("one hour", {}, trips=False)),
    )
    minutes: int = 60

    def check_session(self, session: pz.Session, view: pz.View) -> tuple[pz.Hit, ...]:
        """Find nothing."""
        return ()


class Bare:
    meta = pz.RuleMeta("APP003", "bare", pz.Severity.WARNING)

    def check_plan(self, view: pz.View) -> tuple[pz.Hit, ...]:
        """Find nothing."""
        return ()


RULES = pz.RuleSet((Tunable(minutes=90), Bare()))  # type: ignore[arg-type]  # a rule need not be an attrs class
ORIGIN = SOURCES["origin"]


def test_an_explanation_reads_like_a_page() -> None:
    """Code, name and severity, the page, the knobs, the sources, the examples."""
    expected = f"""\
APP002 long-session (advice)

A session is long.

Why: long sessions tire.

Attributes:
    minutes: the longest.

minutes = 90

Sources:
- {ORIGIN.authors} (no year). {ORIGIN.title}. {ORIGIN.journal}.
- Our own survey

Examples:
- trips: two hours
- passes: one hour"""
    assert expected == str(pz.explain("APP002", rules=RULES))


def test_a_rule_without_a_page_is_explained_too() -> None:
    """There are no knobs, no examples, and practice is the source."""
    assert "APP003 bare (warning)\n\nSources: practice" == str(pz.explain("bare", rules=RULES))


def test_an_explanation_can_be_taken_apart() -> None:
    """It holds what it prints."""
    found = pz.explain("long-session", rules=RULES)
    assert ("APP002", "long-session", "advice", ["minutes = 90"], 2, 2) == (
        found.code,
        found.name,
        found.severity,
        [str(knob) for knob in found.knobs],
        len(found.sources),
        len(found.examples),
    )


def test_a_number_is_shown_with_its_unit_grade_and_sources() -> None:
    """The reader sees what it rests on, and what else is to be known."""
    assert [
        "units = 4 units a week (strong: origin, ACSM26; a full session counts two, a mini one counts one); 0 to 14, higher is stricter"
    ] == [str(knob) for knob in pz.explain("weekly-minimum").knobs]
    assert ["days = 3 days (practice: Doma17; 48 to 72 h of fatigue after lifting); 0 to 28, higher is stricter"] == [
        str(knob) for knob in pz.explain("heavy-legs-late").knobs
    ]


def test_the_severity_is_that_of_the_rule_set() -> None:
    """An app that changed it reads its own."""
    assert "error" == pz.explain("bare", rules=RULES.severity("bare", "error")).severity


@pytest.mark.parametrize("rule", pz.RuleSet.default(), ids=lambda rule: rule.meta.code)
def test_every_rule_is_explained(rule: pz.Example) -> None:
    """By its code and by its name alike; it begins with both."""
    meta = rule.meta  # type: ignore[attr-defined]  # a rule
    by_code, by_name = pz.explain(meta.code), pz.explain(meta.name)
    text = str(by_code)
    assert by_code == by_name
    assert f"{meta.code} {meta.name} ({meta.severity})\n\n" == text[: text.index("\n\n") + 2]
    assert "\n\n\n" not in text


def test_a_source_is_cited() -> None:
    """Authors, year, title, journal and DOI, as far as they are known."""
    key = next(key for key, source in SOURCES.items() if source.year and source.journal and source.doi)
    source = SOURCES[key]
    rule = attrs.evolve(Tunable.meta, sources=(key,))
    cited = type("Cited", (Bare,), {"meta": rule})()
    (text,) = pz.explain("APP002", rules=pz.RuleSet((cited,))).sources
    assert f"{source.authors} ({source.year}). {source.title}. {source.journal}. doi:{source.doi}" == text


@pytest.mark.parametrize(
    ("selector", "hint"),
    [
        ("lift-befor-run", "\nmaybe lift-before-run"),
        ("pz302", "\nmaybe PZ302"),
        ("PZ3", ""),
        ("quite another thing", ""),
        ("", ""),
    ],
)
def test_an_unknown_rule(selector: str, hint: str) -> None:
    """It names the nearest known ones, in capitals where they have them."""
    with pytest.raises(pz.UnknownRuleError) as error:
        pz.explain(selector)
    said = f"no rule has the code, name or family {selector!r}{hint}"
    assert said == str(error.value)[: len(said)]


def test_a_knob_prints_what_is_known_of_it() -> None:
    """Limits only where its number has some."""
    number = Guideline(3, "h", Grade.PRACTICE)
    assert "hours = 3 h (practice)" == str(Knob("hours", 3, number))
    assert "hours = 3 h (practice); 1 to 9" == str(Knob("hours", 3, attrs.evolve(number, limits=(1, 9))))
