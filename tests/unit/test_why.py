"""Why a session stands where it stands."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import periodize as pz

EVENT = pz.Event("City 10", "2027-04-18", distance_km=10)
TWO_DAYS = pz.Availability(days=("tue", "fri"))


def plan(**changes: Any) -> pz.Plan:
    """Plan 12 weeks to a race of 10 km; the fourth is the second week of strength."""
    runs = "Tue 07:00 quality 60min; Thu 07:00 easy 45min; Sun 08:00 long 100min"
    return pz.plan(pz.Brief(**{"events": (EVENT,), "start": "2027-01-25", "runs": runs, **changes}))


def lines(plan: pz.Plan, session: pz.Session | str, **more: Any) -> list[str]:
    """Explain the place of a session, line by line."""
    return str(pz.why(plan, session, **more)).splitlines()


def moved(plan: pz.Plan, session_id: str, **changes: Any) -> pz.Plan:
    """Return the plan with one session changed."""
    sessions = [attrs.evolve(item, **changes) if item.id == session_id else item for item in plan.sessions]
    return attrs.evolve(plan, sessions=sessions)


def test_every_place_of_the_week_is_told() -> None:
    """With what forbids it, what it costs, who stands there, and what decided."""
    before = "PZ311 w4-1 loads the legs heavily 12 h 20 min before the quality run r4-1"
    after = "PZ322 w4-1 loads the legs heavily on the day after the long run r3-3 of 100 minutes"
    assert [
        "w4-1 on Wed 2027-02-17 at 18:00",
        "decided by: fewer sessions on days with a run than the next best, Tue 18:00",
        f"  Mon 2027-02-15 18:00  +1 warning: {before}; {after}",
        "  Tue 2027-02-16 08:00  +1 piece of advice: PZ323 w4-1 starts right after the quality run r4-1",
        "  Tue 2027-02-16 18:00  +1 session on a day with a run",
        "  Wed 2027-02-17 18:00  chosen",
    ] == lines(plan(), "w4-1")[:6]


def test_a_place_may_be_taken() -> None:
    """By another session of the week."""
    assert "  Fri 2027-02-19 18:00  w4-2 stands there" in lines(plan(), "w4-1")


def test_closed_days_have_no_place() -> None:
    """And where no other day is left, there was no choice."""
    assert [
        "w4-1 on Tue 2027-02-16 at 18:00",
        "decided by: being the only place that is open and allowed",
        "  Mon 2027-02-15        no open hours",
        "  Tue 2027-02-16 18:00  chosen",
        "  Wed 2027-02-17        no open hours",
    ] == lines(plan(runs="", availability=TWO_DAYS), "w4-1")[:5]


def test_a_place_may_be_forbidden() -> None:
    """By a rule that is an error; it says what it says."""
    race = pz.Event("Tune-up", "2027-02-17", distance_km=5, priority="C")
    found = lines(plan(events=(race, EVENT), runs=""), "w4-1")
    assert "  Wed 2027-02-17 18:00  forbidden: PZ701 w4-1 stands on the day of Tune-up" in found


def test_places_may_differ_in_the_day_alone() -> None:
    """Then the earlier one is taken."""
    season = plan()
    assert "decided by: an earlier day than the next best, Fri 18:00" == lines(season, season.sessions[-1])[1]


def test_places_may_be_as_good() -> None:
    """The only session of the race week, an hour before the preferred time or an hour after it."""
    windows = {day: ["16:00-17:30", "19:00-20:00"] for day in pz.Weekday}
    season = plan(runs="", availability=pz.Availability(windows=windows, max_a_day=2))
    assert [
        "w12-1 on Mon 2027-04-12 at 17:00",
        "decided by: the earlier of places that are as good",
        "  Mon 2027-04-12 17:00  chosen",
        "  Mon 2027-04-12 19:00  as good; the earlier one is taken",
    ] == lines(season, "w12-1")[:4]


def test_mini_sessions_are_compared_with_their_like() -> None:
    """Leg work with places for leg work."""
    explained = pz.why(plan(dose="4 mini", runs=""), "w4-2")
    places = [(candidate.taken_by, candidate.chosen) for candidate in explained.candidates]
    assert ("lower", [("w4-1", False), (None, True), ("w4-3", False)]) == (explained.session.focus, places[:3])


@pytest.mark.parametrize(
    ("changes", "week"),
    [
        pytest.param({"focus": "core", "form": "mini"}, 4, id="an extra"),
        pytest.param({"date": "2028-01-01"}, None, id="outside the season"),
    ],
)
def test_what_no_week_owes_is_not_explained(changes: dict[str, Any], week: int | None) -> None:
    """It has no places to compare."""
    explained = pz.why(moved(plan(), "w4-1", **changes), "w4-1")
    assert ("nothing: it is none of the sessions that its week owes", (), week) == (
        explained.decided,
        explained.candidates,
        explained.week,
    )


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"date": "2027-02-15"}, id="a worse place"),
        pytest.param({"time": "18:05"}, id="no place at all"),
        pytest.param({"date": "2027-02-16", "time": "06:00"}, id="before a run"),
    ],
)
def test_a_session_that_was_moved_was_not_placed(changes: dict[str, Any]) -> None:
    """Nobody decided for the place where it stands now."""
    assert (
        "decided by: someone other than `plan`, which would not put a full session there"
        == lines(moved(plan(), "w4-1", **changes), "w4-1")[1]
    )


def test_the_rules_that_steered_are_those_given() -> None:
    """Without its rule a place has no reason against it."""
    rules = pz.RuleSet.default().without("PZ322")
    assert not any("PZ322" in line for line in lines(plan(), "w4-1", rules=rules))


def test_a_session_can_be_given_itself() -> None:
    """The session and its id give the same explanation."""
    season = plan()
    assert pz.why(season, season.session("w4-1")) == pz.why(season, "w4-1")


def test_a_pinned_session_has_no_better_place() -> None:
    """Anywhere else the season would have an error more; where the other pin stands it is taken."""
    pinned = [pz.Pinned("2027-02-15", "19:00"), pz.Pinned("2027-02-18", "12:00")]
    found = lines(plan(availability=pz.Availability(pinned=pinned)), "w4-1")
    assert "decided by: its pin in the brief" == found[1]
    assert {"  Mon 2027-02-15 19:00  chosen", "  Wed 2027-02-17 18:00  +1 error in the season"} <= set(found)
    assert "  Thu 2027-02-18 12:00  w4-2 stands there" in found


def test_a_lift_after_the_run_costs_where_the_order_wants_it_before() -> None:
    """The place before the run is told too."""
    found = lines(
        plan(
            runs="Tue 17:00 easy; Thu 17:00 easy", order="lift_first", availability=pz.Availability(days=("tue", "thu"))
        ),
        "w4-1",
    )
    assert [
        "  Mon 2027-02-15        no open hours",
        "  Tue 2027-02-16 10:20  chosen",
        "  Tue 2027-02-16 16:20  +720 minutes short of six hours after runs",
        "  Tue 2027-02-16 17:45  +1 session after the run",
    ] == found[2:6]


def test_a_coachs_plan_is_explained_as_if_it_were_planned() -> None:
    """Its sessions have places to compare, and one that is where the planner would put it is chosen."""
    document = {
        "format": "periodize/plan",
        "version": 1,
        "brief": {"start": "2027-01-25", "events": [{"date": "2027-04-18", "distance_km": 10}]},
        "sessions": [{"date": "2027-02-15", "time": "18:00"}, {"date": "2027-02-19", "time": "18:00"}],
    }
    coach = pz.Plan.from_dict(document)
    first, second = (pz.why(coach, session) for session in coach.sessions)
    assert [True, True] == [any(place.chosen for place in told.candidates) for told in (first, second)]
    assert "someone other than `plan`, which would not put a full session there" == second.decided


@pytest.mark.parametrize("date", ["2027-01-24", "2027-05-31"])
def test_a_session_beyond_the_season_has_no_week(date: str) -> None:
    """Before its first day as well as after its last."""
    assert pz.why(moved(plan(), "w4-1", date=date), "w4-1").week is None


def test_earlier_days_may_be_those_of_other_sessions() -> None:
    """Where the next best place is an earlier one, and the other session of the week would move for it."""
    season = plan(runs="", availability=pz.Availability(days=("mon", "wed", "fri", "sat")))
    assert "earlier days for all sessions together than the next best, Wed 18:00" == pz.why(season, "w11-2").decided


def test_an_error_is_not_laid_at_the_door_of_a_warning() -> None:
    """What speaks against the place is told after it, the weightiest first."""
    found = lines(plan(availability=pz.Availability(pinned=[pz.Pinned("2027-02-15", "19:00")])), "w4-1")
    assert found[2].startswith("  Mon 2027-02-15 18:00  +1 error in the season; PZ311 w4-1 loads the legs heavily")


def test_a_session_of_another_plan_is_refused() -> None:
    """One that has been moved since, and one that is not there at all."""
    season = plan()
    was = season.session("w4-1")
    with pytest.raises(pz.UnknownSessionError, match="'w4-1' is not the one of this plan, which stands on 2027-02-18"):
        pz.why(moved(season, "w4-1", date="2027-02-18"), was)
    with pytest.raises(pz.UnknownSessionError, match="the plan has no session 'other'"):
        pz.why(season, attrs.evolve(was, id="other"))


def test_an_unknown_session_is_refused() -> None:
    """The message names the nearest session that there is."""
    with pytest.raises(pz.UnknownSessionError, match="the plan has no session 'w4-9'; maybe w"):
        pz.why(plan(), "w4-9")
