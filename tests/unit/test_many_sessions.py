"""Plans with absurdly many sessions: what a check costs grows with their number, not with its square."""

import datetime as dt
from collections import Counter
from typing import ClassVar

import attrs
import pytest

import periodize as pz

MOST_A_DAY = 24
FIRST = dt.date(2027, 1, 5)


def crowded(sessions, a_day=MOST_A_DAY, runs=0):
    """Read a plan with so many sessions, so many a day."""
    dates = [(FIRST + dt.timedelta(days=number // a_day)).isoformat() for number in range(sessions)]
    return pz.Plan.from_dict(
        {
            "format": "periodize/plan",
            "version": 1,
            "brief": {"start": "2027-01-04", "events": [{"date": "2027-05-09"}]},
            "runs": [{"date": FIRST.isoformat(), "minutes": 1} for _ in range(runs)],
            "sessions": [
                {"date": date, "minutes": 1, "time": f"{n % MOST_A_DAY:02}:00"} for n, date in enumerate(dates)
            ],
        }
    )


@attrs.frozen
class Counts:
    """Counts how often it is asked about a place, and finds something there or not."""

    meta: ClassVar = pz.RuleMeta("APP001", "counts", pz.Severity.ADVICE)
    pair: ClassVar = (pz.Session, pz.Session)
    reach_hours: ClassVar = 48
    finds: bool
    asked: Counter = attrs.field(factory=Counter, eq=False)

    def check_pair(self, earlier, later, hours):
        """Count."""
        self.asked[later.id] += 1
        if self.finds:
            yield pz.Hit("{session} follows another")


def asked(plan, *, finds):
    """Return how often a rule is asked about each place of a plan."""
    rule = Counts(finds=finds)
    pz.check(plan, rules=pz.RuleSet((rule,)))
    return rule.asked


def test_a_rule_is_asked_no_more_about_a_place_where_it_found_something():
    """Its first finding there stands, so each session is judged once."""
    assert {1} == set(asked(crowded(100), finds=True).values())


def test_twice_the_sessions_are_twice_the_work():
    """A rule that finds nothing is asked about the sessions within its reach, which are so many at most."""
    few, many = (asked(crowded(number), finds=False) for number in (10 * MOST_A_DAY, 20 * MOST_A_DAY))
    assert max(few.values()) == max(many.values()) <= 3 * MOST_A_DAY
    assert 2.2 * few.total() > many.total()


@pytest.mark.parametrize(
    ("pointer", "make"),
    [("/sessions", lambda: crowded(25, a_day=25)), ("/runs", lambda: crowded(1, runs=7))],
)
def test_a_day_holds_so_many_at_most(pointer, make):
    """More than 24 sessions or 6 runs on a day are refused, with the day."""
    with pytest.raises(pz.DecodeError) as told:
        make()
    assert [(pointer, True)] == [
        (problem.pointer, "a day, " in problem.message and "on 2027-01-05" in problem.message)
        for problem in told.value.problems
    ]
