"""The worked weeks of a coach: where two, three or four sessions stand among the runs of a week, and why."""

from __future__ import annotations

import datetime as dt

import pytest

import periodize as pz

E, Q, L = "easy", "quality", "long"
EVENINGS = {day: ["17:00-21:00"] for day in ("mon", "tue", "wed", "thu", "fri")}
WEEKS = [
    pytest.param("- e - e - - L80", "2 full", {}, "Mon whole, Fri whole", id="01 off days, even gaps"),
    pytest.param("- Q - e - e L", "2 full", {}, "Wed whole, Fri whole", id="02 the eve of Q is no place"),
    pytest.param("- Q e Q - e L", "2 full", {}, "Tue whole, Fri whole", id="03 one off day to lift, one to rest"),
    pytest.param("- Q e Q e e L", "2 full", {}, "Tue whole, Thu whole", id="04 the only off day is the rest day"),
    pytest.param("e Q e Q e e L", "2 full", {}, "Tue whole, Thu whole", id="04 a daily runner"),
    pytest.param("e Q e Q - L e", "2 full", {}, "Tue whole, Thu whole", id="05 not on the eve of the long run"),
    pytest.param("- Q e e e Q L", "2 full", {}, "Tue whole, Thu whole", id="06 two days clear of a hard pair"),
    pytest.param("e Q Q e - Q L", "2 full", {}, "Wed whole, Sun whole", id="07 four hard days"),
    pytest.param("- Q e e Q L e", "2 full", {}, "Tue whole, Sat whole", id="08 a hard pair shuts two days"),
    pytest.param("ee Qe e Qe e e L", "2 full", {}, "Tue whole, Fri whole", id="09 doubles"),
    pytest.param("- e - e - - L80", "3 full", {}, "Mon whole, Wed whole, Fri whole", id="10 three on off days"),
    pytest.param("- Q - e - e L", "3 full", {}, "Wed whole, Fri whole, Sun whole", id="11 three beside Q and L"),
    pytest.param(
        "- e - e - e L",
        "4 mini",
        {"max_session_minutes": 20},
        "Mon upper, Tue lower, Thu upper, Fri lower",
        id="12 twenty minutes a day",
    ),
    pytest.param("- Q e Q e e L", "4 mini", {}, "Tue lower, Thu upper, Fri lower, Sat upper", id="13 minis by Q"),
    pytest.param("- q e q - e L", "2 full", {"windows": EVENINGS}, "Tue whole, Fri whole", id="14 evenings only"),
]


def _runs(pattern: str) -> str:
    """Write a pattern such as "- Q e" as the text of a week."""
    texts = []
    for day, word in zip(pz.Weekday, pattern.split(), strict=True):
        if word == "-":
            continue
        if word.startswith("L"):
            texts.append(f"{day} 08:00 long {word[1:] or 120}min")
        else:
            evening = "18:00" if "q" in pattern and day not in ("sat", "sun") else "07:00"
            texts += [
                f"{day} {time} {E if kind == 'e' else Q}" for kind, time in zip(word, (evening, "17:00"), strict=False)
            ]
    return "; ".join(texts)


def _level(pattern: str) -> str:
    """Return whose week it is: the coach gives the two with a long run of 80 minutes to a novice."""
    return "novice" if "L80" in pattern else "advanced"


def _strength_week(pattern: str, dose: str, availability: dict[str, object]) -> pz.Week:
    """Plan a season of one week's runs and return an ordinary week of its strength phase."""
    brief = pz.Brief(
        events=(pz.Event("Race", dt.date(2027, 5, 30), distance_km=42.195),),
        start=dt.date(2027, 1, 4),
        athlete=pz.Athlete(level=_level(pattern)),
        runs=_runs(pattern),
        dose=dose,
        availability=pz.Availability(**availability),
    )
    plan = pz.plan(brief)
    assert () == pz.check(plan).errors
    return next(week for week in plan.weeks if week.phase == "strength" and week.week > 1 and not week.deload)


@pytest.mark.parametrize(("pattern", "dose", "availability", "best"), WEEKS)
def test_sessions_stand_where_a_coach_puts_them(
    pattern: str, dose: str, availability: dict[str, object], best: str
) -> None:
    """The answer is the coach's best one."""
    week = _strength_week(pattern, dose, availability)
    assert best == ", ".join(f"{session.date:%a} {session.focus}" for session in week.sessions)


@pytest.mark.parametrize(("pattern", "dose", "availability", "best"), WEEKS)
def test_sessions_follow_the_runs_of_their_day(
    pattern: str, dose: str, availability: dict[str, object], best: str
) -> None:
    """On a shared day the lift is in the evening, or straight after a run of the afternoon."""
    del best
    week = _strength_week(pattern, dose, availability)
    for session in week.sessions:
        last = max((run.end_minute for run in week.runs if run.date == session.date), default=0)
        assert session.start_minute == (18 * 60 if last <= 12 * 60 else last)


def test_a_weekend_alone_is_refused() -> None:
    """Two leg sessions do not fit on Saturday and Sunday: days, a day between and the minimum clash."""
    with pytest.raises(pz.InfeasibleError) as error:
        _strength_week("- Q - e - e L", "2 full", {"days": ("sat", "sun")})
    assert error.value.conflict
