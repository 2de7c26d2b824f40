"""The rules of the season's ends and its people, at their limits, and the notes on what trials say."""

from __future__ import annotations

from typing import Any

import pytest

import periodize as pz

RULES = pz.RuleSet.default()
GYM = ("barbell", "bench", "box", "dumbbell")
SQUAT = {"exercise": "back_squat", "movements": ["knee_extension"], "sets": 2, "reps": {"min": 5, "max": 5}}


def found(code: str, *sessions: dict[str, Any], **more: Any) -> list[str]:
    """What a rule says about a plan of a few lines, 18 weeks before a half marathon."""
    plan = {key: more.pop(key) for key in ("mesocycles", "weeks") if key in more}
    brief = {"start": "2027-01-04", "events": [{"date": "2027-05-09"}], **more}
    document = {"format": "periodize/plan", "version": 1, "brief": brief, "sessions": list(sessions), **plan}
    rules = RULES.select(code)
    return [finding.message for finding in pz.check(pz.Plan.from_dict(document), rules=rules)]


def stretches(*items: tuple[str, str, str]) -> list[dict[str, Any]]:
    """Mesocycles of the first wave."""
    return [{"phase": phase, "start": start, "end": end} for phase, start, end in items]


def planned(model: str = "origin", **athlete: Any) -> pz.Plan:
    """A season of twenty-four weeks."""
    return pz.plan(
        pz.Brief(
            events=(pz.Event("Race", "2027-04-18", distance_km=42.195),),
            start="24 weeks before",
            athlete=pz.Athlete(**{"level": "intermediate", "equipment": GYM, **athlete}),
            runs="Tue quality; Thu easy; Sun long",
            model=model,
        )
    )


@pytest.mark.parametrize(
    ("model", "athlete", "codes"),
    [
        ("origin", {}, {"PZ901"}),
        ("origin", {"retain_strength": True}, set()),
        ("evidence", {}, set()),
        ("origin", {"equipment": ()}, {"PZ901", "PZ903"}),
        ("origin", {"equipment": (), "level": "novice"}, {"PZ901"}),
    ],
)
def test_notes_are_silent_where_the_other_choice_is_made(model: str, athlete: dict[str, Any], codes: set[str]) -> None:
    """Each is said once a plan, and is no warning."""
    report = pz.check(planned(model, **athlete))
    notes = [finding.code for finding in report if finding.code.startswith("PZ9")]
    assert sorted(codes) == notes
    assert report.errors == report.warnings == ()


@pytest.mark.parametrize(
    ("sessions", "athlete", "said"),
    [
        ([], {"level": "advanced"}, False),
        ([{"date": "2027-02-02", "phase": "power"}], {"level": "advanced"}, True),
        ([{"date": "2027-02-02", "phase": "power"}], {}, False),  # a novice who never lifted heavily
        ([{"date": "2027-05-05", "phase": "taper"}], {"level": "advanced"}, False),
        ([{"date": "2027-04-04", "phase": "strength"}], {}, False),  # 35 days
        ([{"date": "2027-04-03", "phase": "strength"}], {}, True),
        ([{"date": "2027-04-03", "phase": "strength", "focus": "upper"}], {}, False),
    ],
)
def test_heavy_work_far_from_the_race_is_noted(sessions: list[Any], athlete: dict[str, Any], said: bool) -> None:
    """Counted from the last that keeps strength; of trained athletes also where there is none."""
    assert said == bool(found("PZ901", *sessions, athlete=athlete))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({**SQUAT, "exercise": "bodyweight_squat"}, True),
        ({**SQUAT, "exercise": "bodyweight_squat", "load": {"kind": "kg", "min": 5, "max": 5}}, False),
        ({**SQUAT, "exercise": "something_of_an_app"}, False),
        (SQUAT, False),
    ],
)
def test_a_weight_may_be_said_in_many_ways(line: dict[str, Any], said: bool) -> None:
    """By the exercise, or by the load; what is not known may have one."""
    session = {"date": "2027-02-02", "phase": "strength", "exercises": [line]}
    assert said == bool(found("PZ903", session, athlete={"level": "advanced"}))


def test_base_and_adaptation_are_the_models() -> None:
    """In the evidence model nothing is asked of endurance, and a season too short for adaptation needs none."""
    late = [("endurance", "2027-01-04", "2027-04-25"), ("taper", "2027-04-26", "2027-05-09")]
    assert found("PZ108", mesocycles=stretches(*late))
    assert not found("PZ108", mesocycles=stretches(*late), model="evidence")
    heavy = [("strength", "2027-04-05", "2027-04-25"), ("taper", "2027-04-26", "2027-05-09")]
    assert not found("PZ109", mesocycles=stretches(*heavy), start="2027-04-05")


@pytest.mark.parametrize(
    ("starts", "event", "said"),
    [
        ("2027-04-26", "2027-05-09", False),
        ("2027-05-03", "2027-05-09", False),
        ("2027-04-19", "2027-05-09", True),
        ("2027-04-26", "2027-05-10", False),  # the week of a Monday's race is no week of the taper
    ],
)
def test_a_taper_is_measured_in_counted_weeks(starts: str, event: str, said: bool) -> None:
    """One to two before a half marathon; a stub is none."""
    before = (
        pz.Plan.from_dict(
            {"format": "periodize/plan", "version": 1, "brief": {"start": starts, "events": [{"date": event}]}}
        )
    ).brief.start
    day = before.fromordinal(before.toordinal() - 1).isoformat()
    cycles = stretches(("strength", "2027-01-04", day), ("taper", starts, event))
    assert said == bool(found("PZ707", mesocycles=cycles, events=[{"date": event}]))


def taper(sets: int, *, km: float, date: str) -> list[str]:
    """What is said of a taper of one week with some sets after weeks of 20."""
    lines = [{"exercise": "squat", "sets": 10, "reps": {"min": 15, "max": 15}}]
    built = [{"date": day, "exercises": lines} for day in ("2027-04-20", "2027-04-23", "2027-04-27", "2027-04-30")]
    last = {"date": "2027-05-03", "exercises": [{**lines[0], "sets": sets}]}
    return found("PZ709", *built, last, events=[{"date": date, "distance_km": km}])


def test_a_taper_of_one_week_cuts_more() -> None:
    """Where the race stands late in its week; else its days are too few for a sum."""
    assert not taper(4, km=10, date="2027-05-09")
    assert taper(2, km=10, date="2027-05-09")
    assert not taper(2, km=10, date="2027-05-07")
    assert not taper(1, km=10, date="2027-05-06")
    assert not found("PZ709", {"date": "2027-05-03", "exercises": [SQUAT]})  # nothing to compare it with


def test_short_seasons_have_no_taper_to_compare() -> None:
    """Four weeks or fewer are light from the first day."""
    lines = [{"exercise": "squat", "sets": 10, "reps": {"min": 15, "max": 15}}]
    sessions = [{"date": day, "exercises": lines} for day in ("2027-04-20", "2027-04-27", "2027-05-03")]
    for code in ("PZ708", "PZ709", "PZ711"):
        assert not found(code, *sessions, start="2027-04-19")


@pytest.mark.parametrize(("day", "said"), [("2027-05-03", 0), ("2027-05-04", 1)])
def test_what_the_first_week_of_lifting_brings_is_known(day: str, said: int) -> None:
    """Also where all of it lies in the last days, as in a coach's plan of a fortnight."""
    sessions = [
        {"date": "2027-04-27", "exercises": [SQUAT]},
        {"date": day, "exercises": [{**SQUAT, "exercise": "lateral_lunge"}]},
    ]
    assert len(found("PZ711", *sessions)) == said


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ({"kind": "kg", "min": 20, "max": 20}, {"kind": "kg", "min": 18, "max": 18}, False),
        ({"kind": "kg", "min": 20, "max": 20}, {"kind": "kg", "min": 17, "max": 17}, True),
        ({"kind": "percent_1rm", "min": 60, "max": 70}, {"kind": "percent_1rm", "min": 60, "max": 71}, True),
        ({"kind": "rir", "min": 2, "max": 2}, {"kind": "rir", "min": 1, "max": 1}, False),
        ({"kind": "kg", "min": 20, "max": 20}, {"kind": "percent_1rm", "min": 90, "max": 90}, False),
    ],
)
def test_loads_of_one_kind_are_compared(first: dict[str, Any], second: dict[str, Any], said: bool) -> None:
    """Within a tenth below, and never above; a hold has no repetitions to compare."""
    sessions = [
        {"date": date, "exercises": [{**SQUAT, "load": load}]}
        for date, load in (("2027-04-20", first), ("2027-04-28", second), ("2027-05-12", first))
    ]
    assert said == bool(found("PZ710", *sessions))
    held = [{**item, "exercises": [{**item["exercises"][0], "reps": None, "hold_seconds": 9}]} for item in sessions]
    assert not found("PZ710", *held)


def test_more_repetitions_explain_a_lighter_load() -> None:
    """Twenty at half the weight are no lighter taper."""
    heavy = {"date": "2027-04-20", "exercises": [{**SQUAT, "load": {"kind": "kg", "min": 20, "max": 20}}]}
    light = {**SQUAT, "reps": {"min": 15, "max": 20}, "load": {"kind": "kg", "min": 10, "max": 10}}
    assert not found("PZ710", heavy, {"date": "2027-04-28", "exercises": [light]})


def test_a_gap_counts_before_the_taper_only() -> None:
    """And where something stood before it."""
    lines = [{"exercise": "squat", "sets": 10, "reps": {"min": 15, "max": 15}}]
    first, back = {"date": "2027-02-02", "exercises": lines}, {"date": "2027-02-17", "exercises": lines}
    assert found("PZ811", first, back)
    assert not found("PZ811", first, {**back, "exercises": [{**line, "sets": 1} for line in lines * 10]})
    kept = [{"phase": "maintenance", "start": "2027-01-04", "end": "2027-04-25"}]
    assert not found("PZ811", first, back, mesocycles=kept)
    assert not found("PZ811", first, {**back, "date": "2027-02-16"})
    assert not found("PZ811", first, {**back, "date": "2027-04-28"})
    weeks = [{"start": "2027-02-15", "phase": "strength"}]
    assert not found("PZ811", first, back, weeks=weeks)


@pytest.mark.parametrize("start", ["2027-04-26", "2027-04-23"])
def test_a_short_first_week_is_no_week_of_the_taper(start: str) -> None:
    """Nor does it make a taper too long."""
    brief = pz.Brief(events=(pz.Event("Race", "2027-05-09", distance_km=21.1),), start=start)
    assert [] == [finding.code for finding in pz.check(pz.plan(brief)) if finding.code == "PZ707"]


def test_a_taper_of_closed_days_is_not_measured() -> None:
    """It holds what it can; and trunk sessions outside the dose are no part of the cut."""
    lines = [{"exercise": "squat", "sets": 10, "reps": {"min": 15, "max": 15}}]
    built = [{"date": date, "exercises": lines} for date in ("2027-04-13", "2027-04-16", "2027-04-20", "2027-04-23")]
    light = {"date": "2027-04-28", "exercises": [{**lines[0], "sets": 2}]}
    trunk = {"date": "2027-04-30", "focus": "core", "form": "mini", "exercises": lines}
    assert found("PZ709", *built, light, trunk)
    closed = {"blackout": [{"first": "2027-04-29", "last": "2027-04-29"}]}
    assert not found("PZ709", *built, light, availability=closed)


def test_a_race_week_with_no_day_for_legs_is_not_measured() -> None:
    """All that is left is trunk work."""
    brief = pz.Brief(
        events=(pz.Event("Race", "2027-04-18", distance_km=10),),
        start="16 weeks before",
        availability=pz.Availability(days=("wed", "fri")),
    )
    taper = [session for session in pz.plan(brief).sessions if session.phase == "taper"]
    assert ["upper"] == [session.focus for session in taper]


def test_the_first_week_back_is_light() -> None:
    """After a blackout of more than a week the sets are those of a deload."""
    gone = pz.Availability(blackout=[pz.Blackout("2027-01-11", "2027-01-24")])
    brief = pz.Brief(
        events=(pz.Event("Race", "2027-04-18", distance_km=42.195),), start="24 weeks before", availability=gone
    )
    assert [] == [finding for finding in pz.check(pz.plan(brief)) if finding.code == "PZ811"]


@pytest.mark.parametrize(("passed", "said"), [("2026-01-04", False), ("2026-01-03", True)])
def test_a_screening_holds_twelve_months(passed: str, said: bool) -> None:
    """To the season's first day."""
    assert said == bool(found("PZ803", {"date": "2027-01-05"}, athlete={"screening": f"passed {passed}"}))


def test_nobody_is_asked_without_a_session() -> None:
    """And who is referred is told so by another rule."""
    assert not found("PZ803")
    assert not found("PZ803", {"date": "2027-01-05"}, athlete={"screening": "refer"})
