"""What holds of every refusal: its reason is the smallest, its ways out work, and the best effort can be had."""

import datetime as dt

import attrs
from hypothesis import given, note, settings
from hypothesis import strategies as st
from tests.property.placing_rules import Apart, LateInTheWeek, NoFridays
from tests.property.refusals import CATALOGUE, refusal_of

import periodize as pz
from periodize import strategies
from periodize._planner._changes import changes
from periodize._planner._conflict import members_of, without
from periodize._planner._setting import Setting

FEWER = max(10, settings.default.max_examples // 3)
"""Examples where a refusal costs as much as several plans."""


@st.composite
def tight_briefs(draw):
    """Draw a short season that often has no plan: few open days, short hours, many runs, and pins wherever they fall."""
    brief = draw(strategies.briefs(weeks=(2, 5), days=(1, 4), doses=draw(st.sampled_from(DOSES))))
    runs = draw(st.sampled_from(RUNS))
    windows = {day: draw(st.sampled_from(HOURS)) for day in brief.availability.days if draw(st.booleans())}
    availability = attrs.evolve(brief.availability, windows=windows, max_a_day=1, pinned=draw(pins(brief)))
    return attrs.evolve(brief, runs=runs, availability=availability, extras=draw(st.sampled_from(EXTRAS)))


DOSES = (["2 full"], ["2 full"], ["3 full"], ["3 full"], ["4 mini"])
EXTRAS = ("", "", "", "1 core")
RUNS = (
    "",
    "Tue quality; Thu easy; Sat easy; Sun long",
    "Mon 18:00 easy; Tue 06:30 quality; Wed 18:00 easy; Thu 06:30 quality; Fri 18:00 easy; Sat easy; Sun 08:00 long",
    "Mon 20:15 easy 40min; Wed 20:15 quality 40min; Fri 20:15 easy 40min; Sat 15:00 long 300min",
)
HOURS = (["17:00-21:00"], ["06:00-07:00"], ["12:00-12:20"], ["19:30-21:00"])


@st.composite
def pins(draw, brief):
    """Draw up to three pins of a season; none in most."""
    length = (brief.target.date - brief.start).days
    found = []
    for _ in range(draw(st.sampled_from((0, 0, 1, 2, 3)))):
        date = brief.start + dt.timedelta(days=draw(st.integers(0, length)))
        found.append(
            pz.Pinned(date, draw(st.sampled_from(("18:00", "06:30", "12:07"))), draw(st.sampled_from(pz.Focus)))
        )
    return found


@settings(max_examples=FEWER)
@given(tight_briefs())
def test_a_plan_made_with_best_effort_breaks_no_other_law(brief):
    """It leaves sessions and pins out, and has an error where it holds reasons why, and only there."""
    plan = pz.plan(brief, best_effort=True)
    errors = pz.check(plan).errors
    assert bool(errors) == bool(plan.conflict)
    assert {finding.code for finding in errors} <= {"PZ201", "PZ307"}


RIDE, ROW = ("09:00", 240, ("lower",)), ("18:00", 45, ("upper", "lower"))
DEFAULT = pz.RuleSet.default()
RULES = (
    DEFAULT,
    DEFAULT,
    DEFAULT.plus(NoFridays()),
    DEFAULT.plus(Apart()).severity("APP002", "error"),
    DEFAULT.plus(LateInTheWeek()).severity("APP005", "error"),
    DEFAULT.severity("PZ311", "error").severity("PZ312", "error"),
    DEFAULT.without("PZ302"),
)


@st.composite
def crowded_briefs(draw):
    """Draw a tight brief with any order, and with cross-training on a day or two."""
    brief = draw(tight_briefs())
    length = (brief.target.date - brief.start).days
    taken, other = set(brief.calendar), []
    for after in draw(st.sets(st.integers(0, length), max_size=2)):
        date = brief.start + dt.timedelta(days=after)
        if date not in taken:
            time, minutes, loads = draw(st.sampled_from((RIDE, ROW)))
            other.append(pz.Run(date, "cross", time=time, minutes=minutes, loads=loads))
    runs = attrs.evolve(brief.runs, dated=[*brief.runs.dated, *other])
    return attrs.evolve(brief, runs=runs, order=draw(st.sampled_from(pz.Order)))


@settings(max_examples=FEWER)
@given(crowded_briefs(), st.sampled_from(RULES))
def test_a_refusal_is_irreducible_and_can_be_helped(brief, rules):
    """Without any one of its reasons the weeks can be placed, with all of them not; each way out has a plan.

    And where one change is enough, those that are named are one change, the first that there are.
    """
    refusal = refusal_of(brief, rules)
    if refusal is None:
        return
    note(str(refusal.error))
    weeks = {clash.weeks for clash in refusal.error.conflict}
    assert [tuple(range(refusal.weeks[0], refusal.weeks[-1] + 1))] == list(weeks)
    assert not refusal.fits(refusal.named)
    assert [] == refusal.needless
    ways = refusal.error.relaxations
    assert len(ways) <= 3
    assert [None] * len(ways) == [refusal_of(way.brief, rules) for way in ways]
    enough = [change.label for change in changes(Setting.of(brief, rules, CATALOGUE)) if refusal.is_helped_by(change)]
    assert not enough or enough[:3] == [way.label for way in ways]


@settings(max_examples=FEWER)
@given(crowded_briefs(), st.sampled_from(RULES))
def test_waiving_a_fact_only_enlarges_the_choice(brief, rules):
    """Weeks that can be placed still can without any one fact or rule."""
    setting = Setting.of(brief, rules, CATALOGUE)
    seen = setting.view()
    for number in setting.slots:
        weeks = (number,)
        if setting.can_place(weeks):
            members = list(members_of(setting, weeks))
            for member in members:
                kept = [other for other in members if other is not member]
                assert without(setting, members, kept).can_place(weeks, seen), member.label
