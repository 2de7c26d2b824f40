"""Hits, findings and the report: what is compared, what is hashed, how it reads."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from itertools import permutations
from typing import Any

import attrs
import pytest

import periodize as pz
from periodize import Clash, Relaxation
from periodize._findings import merged

ERROR, WARNING, ADVICE = pz.Severity
THURSDAY = dt.date(2027, 3, 4)
SESSION = pz.Session(id="w14-1", date=THURSDAY, phase="strength", heavy=True)
RUN = pz.Run(THURSDAY, id="r14-2")
WEEK = pz.Week(week=14, weeks_out=3, start="2027-03-01", end="2027-03-07", phase="strength")


def finding(**changes: Any) -> pz.Finding:
    """Make a finding."""
    where = pz.Place("w14-1", "/sessions/7", THURSDAY, 14, "w14-1")
    made = pz.Finding("PZ301", "lift-before-run", ERROR, "it comes first", None, None, where, "it comes first")
    return attrs.evolve(made, **changes)


def at(pointer: str, **changes: Any) -> pz.Place:
    """Make a place."""
    return attrs.evolve(finding().where, pointer=pointer, **changes)


# --- severity -----------------------------------------------------------------------------------------------------------


def test_severities_rank_from_error_to_advice() -> None:
    """The weightiest severity comes first."""
    assert [("error", 0), ("warning", 1), ("advice", 2)] == [(item.value, item.rank) for item in pz.Severity]


# --- hits ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hit", "expected"),
    [
        pytest.param(pz.Hit("nothing to fill in"), "nothing to fill in", id="plain"),
        pytest.param(
            pz.Hit("{session} by {run} in {week}", session=SESSION, run=RUN, week=WEEK),
            "w14-1 by easy run r14-2 in week 14",
            id="places",
        ),
        pytest.param(pz.Hit("{measured} of {required}", measured=2, required=4), "2 of 4", id="whole numbers"),
        pytest.param(pz.Hit("{measured} h", measured=13.249999), "13.25 h", id="rounded"),
        pytest.param(pz.Hit("{measured} h", measured=13.0), "13 h", id="no needless digits"),
        pytest.param(pz.Hit("{measured} m", measured=1234567.5), "1234567.5 m", id="no exponents"),
        pytest.param(pz.Hit("{measured}", measured="power"), "power", id="a word"),
        pytest.param(pz.Hit("{day:%Y} {{}}", day=THURSDAY), "2027 {}", id="a format and braces"),
        pytest.param(pz.Hit("{name}", name="{session}"), "{session}", id="values are not filled in again"),
    ],
)
def test_a_template_is_filled_in(hit: pz.Hit, expected: str) -> None:
    """With places, numbers and values."""
    assert expected == hit.message


def test_what_was_asked_about_stands_in() -> None:
    """A hit need not say again which session the rule was asked about; what it says wins."""
    other = attrs.evolve(SESSION, id="w14-2")
    assert ("w14-1 by easy run r14-2", "w14-2") == (
        pz.Hit("{session} by {run}").about(RUN, SESSION),
        pz.Hit("{session}", session=other).about(SESSION),
    )


def test_hits_are_values() -> None:
    """Two that say the same are equal, and print what they say; nothing else equals one."""
    one, other = pz.Hit("too {what}", measured=1, what="soon"), pz.Hit("too {what}", measured=1, what="soon")
    assert one == other
    assert one != pz.Hit("too {what}", measured=2, what="soon")
    assert one != "too soon"
    assert "Hit('too {what}', measured=1, required=None)" == repr(one)


# --- repairs ------------------------------------------------------------------------------------------------------------

MOVE, DROP = pz.Move("w14-1", "2027-03-05", time="18:00"), pz.Drop("w14-1")


def test_a_repair_says_what_its_edits_do() -> None:
    """Unless it has words of its own; only safe ones need no more asking."""
    assert ("move w14-1 to Fri 2027-03-05 18:00; drop w14-1", pz.Grade.SAFE) == (
        str(pz.Repair([MOVE, DROP])),
        pz.Repair((MOVE,)).grade,
    )
    assert "start later" == str(pz.Repair((), pz.Grade.SHOWN, "start later"))


@pytest.mark.parametrize(
    ("arguments", "pointers"),
    [
        ((3,), ["/edits", "/label"]),
        ((("drop w14-1",),), ["/edits"]),
        (((), pz.Grade.SHOWN), ["/label"]),
        ((DROP, "risky", 7), ["/edits", "/grade", "/label"]),
    ],
)
def test_a_repair_of_the_wrong_shape(arguments: Any, pointers: list[str]) -> None:
    """Is refused with all that is wrong."""
    with pytest.raises(pz.DecodeError) as caught:
        pz.Repair(*arguments)
    assert pointers == [problem.pointer for problem in caught.value.problems]


def test_repairs_are_plain_values_and_make_no_other_finding() -> None:
    """They are proposals: two findings that say the same are equal."""
    mended = finding(repairs=(pz.Repair((DROP,), pz.Grade.UNSAFE),))
    expected = [
        {
            "label": "drop w14-1",
            "grade": "unsafe",
            "edits": [{"edit": "drop", "session_id": "w14-1"}],
        }
    ]
    assert expected == mended.to_dict()["repairs"]
    assert finding() == mended
    assert hash(finding()) == hash(mended)


# --- findings -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("measured", "required", "shown"),
    [
        (None, None, ""),
        (2, 4, " (2, 4)"),
        (None, 4, " (4)"),
        (0, None, " (0)"),
        (13.249999, 24, " (13.25, 24)"),
        ("power", "strength", " (power, strength)"),
    ],
)
def test_a_finding_prints_as_one_line(measured: Any, required: Any, shown: str) -> None:
    """Date, place, code, name, message, and the numbers where there are any."""
    line = f"2027-03-04 w14-1 PZ301 lift-before-run: it comes first{shown}"
    assert line == str(finding(measured=measured, required=required))


def test_names_do_not_break_the_line() -> None:
    """Line ends and control characters of an app's names are escaped."""
    where = at("", label="a\nb")
    assert "2027-03-04 a\\nb PZ301 lift-before-run: \\x1b[1mé\\u2028" == str(
        finding(where=where, message="\x1b[1mé\u2028")
    )


def test_a_finding_is_plain_values() -> None:
    """As the report's document has it."""
    expected = {
        "code": "PZ301",
        "name": "lift-before-run",
        "severity": "error",
        "message": "it comes first",
        "template": "it comes first",
        "values": {},
        "evidence": [],
        "measured": 1.5,
        "required": None,
        "where": {
            "label": "w14-1",
            "pointer": "/sessions/7",
            "date": "2027-03-04",
            "week": 14,
            "session_id": "w14-1",
            "run_id": None,
        },
        "repairs": [],
    }
    assert expected == json.loads(json.dumps(finding(measured=1.5).to_dict()))


def test_equal_findings_are_one_member_of_a_set() -> None:
    """Findings are values, so a set holds each once."""
    assert 1 == len({finding(), finding()})


@pytest.mark.parametrize(
    "value", [finding(measured=2), pz.Repair((MOVE,)), pz.Report((finding(),)), finding().where, SESSION, WEEK]
)
def test_values_pickle(value: object) -> None:
    """A finding can go to another process and come back."""
    assert value == pickle.loads(pickle.dumps(value))


def test_examples_do_not_stop_a_rule_from_being_hashed() -> None:
    """Their plans are mappings, which have no hash."""
    metas = {rule.meta for rule in pz.RuleSet.default()}
    assert len(pz.RuleSet.default()) == len(metas)


# --- the report ---------------------------------------------------------------------------------------------------------

LATE, EARLY = THURSDAY + dt.timedelta(days=1), THURSDAY - dt.timedelta(days=1)
IN_ORDER = (
    finding(severity=ADVICE, where=at("/sessions/1", date=EARLY)),
    finding(where=at("", week=None, label="plan")),
    finding(severity=WARNING, where=at("/sessions/2", label="w14-0")),
    finding(),
    finding(message="its twin"),
    finding(message="its twin", where=at("/sessions/8")),
    finding(code="PZ302"),
    finding(where=at("/sessions/3", week=15)),
    finding(where=at("/sessions/9", date=LATE)),
)


def test_a_report_is_in_order() -> None:
    """Of date, week, place, code, message."""
    assert IN_ORDER == pz.Report(IN_ORDER[::-1]).findings


@pytest.mark.parametrize("some", [*permutations(IN_ORDER[3:7])])
def test_a_report_does_not_depend_on_order(some: tuple[pz.Finding, ...]) -> None:
    """The same findings in another order give the same report."""
    assert pz.Report(IN_ORDER[3:7]) == pz.Report(some)


def test_a_report_is_a_collection() -> None:
    """It has a length and can be gone through; an empty one is false."""
    report = pz.Report(IN_ORDER)
    assert (9, list(IN_ORDER), True, False) == (len(report), list(report), bool(report), bool(pz.Report(())))


def test_a_report_prints_line_by_line() -> None:
    """As text a report has one line for each finding."""
    assert [str(item) for item in IN_ORDER] == str(pz.Report(IN_ORDER)).splitlines()


def test_findings_by_severity() -> None:
    """Only an error makes a report not ok."""
    report = pz.Report(IN_ORDER)
    lighter = pz.Report((*report.warnings, *report.advice))
    assert (7, 1, 1, False, True) == (
        len(report.errors),
        len(report.warnings),
        len(report.advice),
        report.ok,
        lighter.ok,
    )


def test_the_best_finding_is_the_weightiest_then_the_earliest() -> None:
    """Forwards and backwards; none in an empty report."""
    reports = [pz.Report(IN_ORDER), pz.Report(IN_ORDER[::-1]), pz.Report(IN_ORDER[:1]), pz.Report(())]
    assert [IN_ORDER[1], IN_ORDER[1], IN_ORDER[0], None] == [report.best() for report in reports]


def test_the_difference_of_two_reports() -> None:
    """What the other has more, and what it has no longer; nothing is false."""
    one, other = pz.Report(IN_ORDER[:3]), pz.Report(IN_ORDER[1:5])
    diff = one.diff(other)
    assert (IN_ORDER[3:5], IN_ORDER[:1], True, False) == (diff.added, diff.removed, bool(diff), bool(one.diff(one)))


def test_only_what_is_gone_is_a_difference_too() -> None:
    """A report that lost a finding differs."""
    assert pz.Report(IN_ORDER[:2]).diff(pz.Report(IN_ORDER[:1]))


@pytest.mark.parametrize(("findings", "ok"), [((), True), (IN_ORDER, False), (IN_ORDER[:1], True)])
def test_a_report_is_a_document(findings: tuple[pz.Finding, ...], ok: bool) -> None:
    """With its format, version, verdict and findings."""
    expected = {
        "format": "periodize/report",
        "version": 1,
        "ok": ok,
        "findings": [item.to_dict() for item in findings],
        "waived": [],
    }
    assert expected == pz.Report(findings).to_dict()


def test_a_rule_hits_once_for_each_place() -> None:
    """The first that it yields stands; another rule, or another place, is another finding."""
    twice = [finding(), finding(message="again"), finding(code="PZ302"), finding(where=at("/sessions/8"))]
    assert (twice[0], *twice[2:]) == merged(twice)


# --- errors -------------------------------------------------------------------------------------------------------------

CLASH = Clash("no time on Sun", "fact", "availability.days", (3, 4))
BRIEF = pz.Brief(events=(pz.Event("Race", THURSDAY),), start="8 weeks before")
PROBLEM = pz.Problem("/start", "must be a date", "soon", "maybe 2027-01-04")


@pytest.mark.parametrize(
    "error",
    [
        pz.PeriodizeError("so"),
        pz.ConfigError("so"),
        pz.UnknownRuleError("so"),
        pz.UnknownSessionError("so"),
        pz.DecodeError([PROBLEM]),
        pz.InfeasibleError([CLASH], [Relaxation("make time on Sun", BRIEF)]),
        pytest.param(pz.InfeasibleError(()), id="InfeasibleError without a reason"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_pickle(error: Exception) -> None:
    """With their type, their text, and all that they carry."""
    again = pickle.loads(pickle.dumps(error))
    assert (type(error), str(error), vars(error)) == (type(again), str(again), vars(again))


@pytest.mark.parametrize(
    ("error", "kinds"),
    [
        (pz.ConfigError, (ValueError,)),
        (pz.UnknownRuleError, (pz.ConfigError, LookupError)),
        (pz.UnknownSessionError, (LookupError,)),
        (pz.DecodeError, (ValueError,)),
        (pz.InfeasibleError, (ValueError,)),
    ],
)
def test_errors_are_also_what_python_calls_them(error: type, kinds: tuple[type, ...]) -> None:
    """Each is this library's, and a ValueError or a LookupError."""
    assert all(issubclass(error, kind) for kind in (pz.PeriodizeError, *kinds))


# --- what a finding is made of, and where -------------------------------------------------------------------------------


@attrs.frozen
class Speaks:
    """Speaks of each session."""

    meta = pz.RuleMeta(code="APP001", name="speaks", severity=ERROR, sources=("origin",))

    def check_session(self, session, view):
        """Yield values of all kinds."""
        yield pz.Hit(
            "{session} in {phase} on {day} at {at:%H:%M}: {measured}, {n}, {none}, {word}",
            phase=session.phase,
            day=session.date,
            at=session.time,
            measured=2.345,
            n=3,
            none=None,
            word="so",
        )


def test_a_finding_holds_its_template_and_values() -> None:
    """So that an app can say it in another language; and the sources of its rule."""
    plan = pz.Plan.from_dict(
        {
            "format": "periodize/plan",
            "version": 1,
            "brief": {"start": "2027-01-04", "events": [{"date": "2027-05-09"}]},
            "sessions": [{"date": "2027-01-05", "time": "18:00"}, {"date": "2026-01-05"}, {"date": "2027-01-21"}],
        }
    )
    report = pz.check(plan, rules=pz.RuleSet((Speaks(),)))
    found = next(item for item in report if item.where.label == "w1-1")
    expected = {
        "session": "w1-1",
        "phase": "adaptation",
        "day": "2027-01-05",
        "at": "18:00",
        "measured": "2.35",
        "n": 3,
        "none": None,
        "word": "so",
    }
    assert (expected, ("origin",)) == (found.values, found.evidence)
    assert expected == json.loads(json.dumps(report.to_dict()))["findings"][1]["values"]
    assert {1: 1, 3: 1, None: 1} == {week: len(items) for week, items in report.by_week().items()}
    assert [1, 3, None] == list(report.by_week())
    assert {} == pz.Report(()).by_week()
