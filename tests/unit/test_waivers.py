"""Waivers: what they take out of a report, what is still counted, and which of them are dead."""

from __future__ import annotations

import datetime as dt
from itertools import permutations
from typing import Any

import attrs
import pytest
from tests.rules import small

import periodize as pz
from periodize import _text

REASON = "the coach has seen it"
EARLY = small.on("3 tue", "06:00"), small.on("5 tue", "06:00")
"""Two lifts before a run: w3-1 on 2027-01-19 and w5-1 on 2027-02-02."""
RULES = pz.RuleSet.default().select("PZ301", "PZ001")


def waiver(code: str = "PZ301", place: str | None = "w3-1", reason: str = REASON, until: Any = None) -> pz.Waiver:
    """Make a waiver."""
    return pz.Waiver(code=code, place=place, reason=reason, until=until)


def plan(*waivers: pz.Waiver, sessions: Any = EARLY) -> pz.Plan:
    """Make a plan with waivers."""
    made = small.plan(*sessions, runs="Tue 07:00 easy")
    return attrs.evolve(made, waivers=waivers)


def places(*waivers: pz.Waiver, rules: pz.RuleSet = RULES) -> tuple[list[str], list[str], list[str]]:
    """Return the places of the errors that stand, of those that are waived, and of dead waivers."""
    report = pz.check(plan(*waivers), rules=rules)
    dead = [finding.where.label for finding in report.advice if finding.code == "PZ001"]
    return (
        [finding.where.label for finding in report.errors],
        [finding.where.label for finding in report.waived],
        dead,
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(waiver(), (["w5-1"], ["w3-1"], []), id="a session"),
        pytest.param(waiver("lift-before-run"), (["w5-1"], ["w3-1"], []), id="by the rule's name"),
        pytest.param(waiver(place="w3"), (["w5-1"], ["w3-1"], []), id="all of a week"),
        pytest.param(waiver(place=None), ([], ["w3-1", "w5-1"], []), id="everywhere"),
        pytest.param(waiver(place="w4"), (["w3-1", "w5-1"], [], ["w4"]), id="a week without a finding"),
        pytest.param(waiver(place="plan"), (["w3-1", "w5-1"], [], ["plan"]), id="the whole plan is a place of its own"),
        pytest.param(waiver(place="strength"), (["w3-1", "w5-1"], [], ["strength"]), id="so is a phase"),
        pytest.param(waiver(until="2027-01-19"), (["w5-1"], ["w3-1"], []), id="until its day"),
        pytest.param(waiver(until="2027-01-18"), (["w3-1", "w5-1"], [], ["w3-1"]), id="until the day before"),
        pytest.param(waiver(place=None, until="2027-02-01"), (["w5-1"], ["w3-1"], []), id="until between the two"),
    ],
)
def test_a_waiver_takes_out_what_it_names(given: pz.Waiver, expected: Any) -> None:
    """The findings of its rule at its place dated up to its last day; one that takes out nothing is dead."""
    assert expected == places(given)


def test_a_waived_finding_is_counted_with_its_reason() -> None:
    """It makes no report bad, and is neither lost nor hidden."""
    report = pz.check(plan(waiver(place=None)), rules=RULES)
    document = report.to_dict()
    assert (True, 0, [REASON] * 2, [waiver(place=None).to_dict()] * 2) == (
        report.ok,
        len(report),
        [finding.waiver.reason for finding in report.waived if finding.waiver],
        [finding["waiver"] for finding in document["waived"]],
    )


def test_of_two_waivers_that_hold_both_are_used() -> None:
    """Neither of them is dead."""
    assert ([], ["w3-1", "w5-1"], []) == places(waiver(), waiver(place=None))


def test_a_waiver_of_a_rule_that_is_not_asked_is_not_judged() -> None:
    """Unless its place is not in the plan."""
    rules = pz.RuleSet.default().select("PZ001")
    assert ([], [], ["w3-9"]) == places(waiver(), waiver(place="w3-9"), rules=rules)


def test_an_apps_rule_that_was_taken_out_is_known() -> None:
    """A set knows the rules that it held."""
    mine = attrs.evolve(pz.RuleSet.default()["PZ301"])
    meta = attrs.evolve(mine.meta, code="APP001", name="mine")
    rule = type("Mine", (type(mine),), {"meta": meta})()
    rules = pz.RuleSet((rule, *RULES))
    assert (["w3-1", "w5-1"], [], []) == places(waiver("mine"), rules=rules.without("APP001"))


def test_unknown_rules_are_named_all_at_once() -> None:
    """With the nearest that there are."""
    with pytest.raises(pz.UnknownRuleError) as error:
        places(waiver("ZZ999"), waiver("lift-before-runing"), waiver())
    assert str(error.value).splitlines() == [
        "/waivers/1/code: no rule has this code or name (got 'ZZ999')",
        "/waivers/2/code: no rule has this code or name (got 'lift-before-runing'); maybe lift-before-run or lift-during-run",
    ]


def test_waivers_are_sorted() -> None:
    """So the same waivers in another order are an equal plan."""
    some = (waiver(), waiver(place=None), waiver(until="2027-05-01"), waiver("PZ104"))
    assert {plan(*some)} == {plan(*other) for other in permutations(some)}


def test_waivers_are_part_of_the_document() -> None:
    """They come back as they were written; a coach may leave out place and until."""
    made = plan(waiver(), waiver(until="2027-05-01"))
    short = pz.Plan.from_dict({**made.to_dict(), "waivers": [{"code": "PZ301", "reason": REASON}]})
    assert (made, (waiver(place=None),)) == (pz.loads(pz.dumps(made)), short.waivers)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"code": "PZ301"}, "/waivers/0/reason: is required"),
        ({"code": "PZ301", "reason": ""}, "/waivers/0/reason: must have 1 to 200 characters, has 0 (got '')"),
        ({"code": "PZ301", "reason": "x", "place": 5}, "/waivers/0/place: must be text (got 5)"),
        (
            {"code": "PZ301", "reason": "x", "until": "soon"},
            "/waivers/0/until: must be a date such as 2027-04-18 (got 'soon')",
        ),
        (
            {"code": "pz 301", "reason": "x"},
            "/waivers/0/code: must be a rule's code or name, such as PZ311 or heavy-before-key-run (got 'pz 301')",
        ),
    ],
)
def test_a_waiver_of_the_wrong_shape_is_refused(given: dict[str, Any], expected: str) -> None:
    """With its place in the document."""
    with pytest.raises(pz.DecodeError) as error:
        pz.Plan.from_dict({**plan().to_dict(), "waivers": [given]})
    assert expected == str(error.value)


def test_only_waivers_are_waivers() -> None:
    """Plain values are for documents."""
    with pytest.raises(pz.DecodeError, match="must be a Waiver"):
        plan({"code": "PZ301"})  # type: ignore[arg-type]  # on purpose


def test_a_dead_waiver_says_what_it_was_for() -> None:
    """Its place is the waiver's, its date the last on which it held, or the season's first."""
    report = pz.check(plan(waiver(until=dt.date(2027, 1, 18)), waiver(place="w9")), rules=RULES.without("PZ301"))
    assert [] == list(report)
    report = pz.check(plan(waiver(until=dt.date(2027, 1, 18)), waiver(place="w9")), rules=RULES)
    assert [
        "2027-01-04 w9 PZ001 dead-waiver: the waiver of PZ301 waives nothing",
        "2027-01-18 w3-1 PZ001 dead-waiver: the waiver of PZ301 until 2027-01-18 waives nothing",
    ] == [str(finding) for finding in report.advice]
    assert ["/waivers/1", "/waivers/0"] == [finding.where.pointer for finding in report.advice]


@pytest.mark.parametrize(("place", "said"), [("w3-1", "PZ301 at w3-1"), (None, "PZ301")])
def test_a_waiver_prints_what_it_waives(place: str | None, said: str) -> None:
    """Its rule, and its place if it names one."""
    assert said == str(waiver(place=place))


def test_what_is_waived_is_printed_with_its_reason() -> None:
    """It is counted in the verdict, and listed after what stands."""
    given = plan(waiver())
    lines = _text.season(given, pz.check(given, rules=RULES)).splitlines()
    assert next(line for line in lines if line.startswith("Checked: ")).endswith(", 1 waived (PZ301)")
    assert lines[lines.index("waived:") + 1].endswith(f"; waived: {REASON}")
