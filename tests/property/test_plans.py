"""What holds for every plan that the library makes of any brief, and for every brief that it refuses."""

import json
from itertools import pairwise

import attrs
from hypothesis import assume, example, given, reject
from hypothesis import strategies as st
from tests.oracles import feasible, laws
from tests.property import changing

import periodize as pz
from periodize import strategies
from periodize._evidence._session import planned_minutes

SEASONS = strategies.briefs(weeks=(0, 30), days=(3, 7))
SHAPES = strategies.plans(briefs=strategies.briefs(days=(0, 0)))
"""Seasons of all lengths without an open day, for what their timeline alone decides."""
SHORT_SEASONS = strategies.briefs(weeks=(3, 12), days=(4, 7))
TIGHT_SEASONS = strategies.briefs(weeks=(3, 12), days=(1, 3)).map(changing.without_pins)
WRITTEN = strategies.plans(briefs=strategies.briefs(weeks=(0, 10)))
ORDER = tuple(pz.Phase(name) for name in laws.ORDER)
WHERE_IT_IS_SAID_ALONE = {"PZ102", "PZ103", "PZ801"}
"""Codes of the season as a whole: of them only the code is compared."""
WEEKEND_ONLY = pz.Brief(
    events=(pz.Event("City 10", "2027-04-18", distance_km=10),),
    start="10 weeks before",
    runs="Tue quality; Thu easy; Sat easy; Sun long",
    availability=pz.Availability(days=("sat", "sun")),
)


def made(brief):
    """Plan a brief, or leave the example if it has no plan without an error (which takes longer to say than to see)."""
    plan = pz.plan(brief, best_effort=True)
    assume(pz.check(plan).ok)
    return plan


def document(plan):
    """The plan as anyone reads it."""
    return json.loads(pz.dumps(plan))


@given(SEASONS)
def test_the_laws_hold(brief):
    """The oracle finds no error in the document of any plan that is not refused."""
    assert laws.errors(document(made(brief))) == []


@given(SHORT_SEASONS)
def test_the_check_finds_no_error(brief):
    """The library's own check finds no error in any plan that is not refused."""
    try:
        plan = pz.plan(brief)
    except pz.InfeasibleError:
        reject()
    assert pz.check(plan).errors == ()


@given(SHAPES)
def test_phases_tile_the_season(plan):
    """Each phase begins on the day after the one before it, the first at the start."""
    starts = [cycle.start.toordinal() for cycle in plan.mesocycles]
    assert [plan.brief.start.toordinal(), *(cycle.end.toordinal() + 1 for cycle in plan.mesocycles[:-1])] == starts


@given(SHAPES)
def test_weeks_tile_the_season(plan):
    """The weeks begin and end with the phases and leave no day out."""
    days = [day for week in plan.weeks for day in range(week.start.toordinal(), week.end.toordinal() + 1)]
    assert list(range(plan.brief.start.toordinal(), plan.mesocycles[-1].end.toordinal() + 1)) == days


@given(SHAPES)
def test_the_season_ends_at_the_event(plan):
    """The event's day is the last of the only taper; what follows is transition."""
    ends = [cycle.end for cycle in plan.mesocycles if cycle.phase is not pz.Phase.TRANSITION]
    tapers = [cycle.end for cycle in plan.mesocycles if cycle.phase is pz.Phase.TAPER]
    assert ([plan.brief.target.date], plan.brief.target.date) == (tapers, ends[-1])


@given(SHAPES)
def test_phases_keep_their_order_in_each_wave(plan):
    """Within a wave no phase comes before one that it should follow."""
    cycles = [cycle for cycle in plan.mesocycles if cycle.phase in ORDER]
    pairs = [(one, two) for one, two in pairwise(cycles) if one.wave == two.wave]
    assert all(ORDER.index(one.phase) < ORDER.index(two.phase) for one, two in pairs)


@given(WRITTEN)
def test_what_is_written_can_be_read_back(plan):
    """A plan that is written and read is the same plan."""
    assert plan == pz.loads(pz.dumps(plan))


@given(WRITTEN)
def test_text_is_canonical(plan):
    """A plan that is read back is written as the same text."""
    text = pz.dumps(plan)
    assert text == pz.dumps(pz.loads(text))


@given(strategies.briefs())
def test_a_brief_can_be_read_back(brief):
    """A brief that is written and read is the same brief, whether JSON carries it or not."""
    assert brief == pz.Brief.from_dict(json.loads(json.dumps(brief.to_dict())))


@given(SHORT_SEASONS.map(changing.without_calendar_rules), st.integers(-60, 60).filter(bool))
def test_moving_all_dates_by_whole_weeks_moves_the_plan_and_nothing_else(brief, weeks):
    """Ids, times and exercises stay when every date of the brief moves by whole weeks."""
    expected = changing.shifted_document(document(made(brief)), weeks)
    actual = document(pz.plan(changing.shifted(brief, weeks)))
    assert {**expected, "id": actual["id"]} == actual


@given(SHORT_SEASONS, st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(brief, random):
    """The same facts in another order give the same text."""
    assert pz.dumps(made(brief)) == pz.dumps(pz.plan(changing.permuted(brief, random)))


@given(TIGHT_SEASONS)
@example(WEEKEND_ONLY)
def test_a_brief_is_refused_only_where_nothing_fits(brief):
    """Brute force over the weeks that a refusal names finds no placement either; the best effort leaves some too little."""
    try:
        pz.plan(brief)
    except pz.InfeasibleError as error:
        weeks = sorted({week for clash in error.conflict for week in clash.weeks})
        plan = pz.plan(brief, best_effort=True)
        assert weeks
        assert {"PZ201"} == {finding.code for finding in pz.check(plan).errors}
        assert not feasible.can_place(document(plan), weeks, longest_minutes(plan, weeks))


def longest_minutes(plan, weeks):
    """How long a session of each form may get in some weeks."""
    level, most = plan.brief.athlete.level, plan.brief.availability.max_session_minutes
    phases = {week.phase for week in plan.weeks if week.week in weeks}
    return {
        form: min(most, max(planned_minutes(form, phase.value, "loading", level.value) for phase in phases))
        for form in ("full", "mini")
    }


def test_no_open_day_is_refused():
    """A brief without an open day is well formed, and no plan holds it."""
    shut = attrs.evolve(WEEKEND_ONLY, availability=pz.Availability(days=()))
    assert refused(shut)


def test_the_weekend_alone_is_refused():
    """Two days in a row hold no two sessions with a day between."""
    assert refused(WEEKEND_ONLY)


def refused(brief):
    """Whether the brief has no plan without an error."""
    try:
        pz.plan(brief)
    except pz.InfeasibleError:
        return True
    return False


@given(strategies.briefs(weeks=(0, 3)).map(changing.without_pins))
def test_nothing_is_refused_for_want_of_weeks(brief):
    """A season that owes no whole week of building phases always has a plan."""
    plan = pz.plan(brief, best_effort=True)
    assume(not any(week.phase.builds for week in plan.weeks))
    assert plan == pz.plan(brief)


@given(strategies.briefs(weeks=(0, 16)))
def test_a_free_calendar_is_never_refused(brief):
    """However many weeks there are, a season without runs in which every day is open has a plan without an error."""
    free = attrs.evolve(brief, runs="", availability=pz.Availability())
    assert pz.check(pz.plan(free)).errors == ()


@given(TIGHT_SEASONS)
@example(WEEKEND_ONLY)
def test_best_effort_leaves_sessions_out_and_breaks_no_law(brief):
    """The only errors of a plan made with best effort are weeks that hold too little."""
    codes = {finding.code for finding in pz.check(pz.plan(brief, best_effort=True)).errors}
    assert codes <= {"PZ201"}


@given(TIGHT_SEASONS)
def test_best_effort_changes_nothing_where_a_plan_can_be_had(brief):
    """Where the best effort has no error, the brief is not refused and the plan is the same."""
    plan = pz.plan(brief, best_effort=True)
    assume(pz.check(plan).ok)
    assert plan == pz.plan(brief)


@given(TIGHT_SEASONS)
def test_the_laws_agree_about_best_effort(brief):
    """The oracle and the check name the same weeks that hold too little."""
    plan = pz.plan(brief, best_effort=True)
    expected = {(breach.code, breach.where) for breach in laws.errors(document(plan))}
    found = {(finding.code, changing.place(finding)) for finding in pz.check(plan).errors}
    assert expected == found


@given(SHORT_SEASONS, st.data())
def test_the_check_agrees_with_the_laws_about_damaged_plans(brief, data):
    """A plan changed in one random way has the same errors, at the same places, for the oracle and for the check."""
    changed = changing.damaged(document(made(brief)), data.draw)
    starts = {(session["date"], session["time"]) for session in changed["sessions"]}
    assume(len(starts) == len(changed["sessions"]))  # which of two that start together comes later is not said
    breaches = {said(breach.code, breach.where) for breach in laws.errors(changed)}
    report = pz.check(pz.Plan.from_dict(changed))
    findings = {said(item.code, changing.place(item)) for item in report.errors if item.code in laws.CODES}
    assert breaches == findings


def said(code, where):
    """A code with its place, or alone."""
    return (code,) if code in WHERE_IT_IS_SAID_ALONE else (code, where)
