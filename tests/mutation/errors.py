"""Errors that could be in the laws, the preferences and the search: each is one text put in the place of another."""

from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).parents[2] / "src" / "periodize"
SPACING, RUNS, EVENT, DOSE = (f"rules/{name}.py" for name in ("spacing", "run_spacing", "event", "dose"))
OBJECTIVE, PLACE, CELLS = (f"_placement/{name}.py" for name in ("_objective", "_place", "_cells"))
SEARCH, VIEW = "_search.py", "_view.py"
KEY_RUNS = """only=Only(heavy=True, kinds=(RunKind.QUALITY, RunKind.LONG, RunKind.RACE)),
        examples=(
            trips("the evening before"""
"""Where alone heavy legs before a key run are looked for."""


class PlantedError(NamedTuple):
    """What is wrong, in which file of the package, and which text becomes which.

    What a rule's `only` says too, so that the rule is not asked in vain, has to be wrong `there` as well.
    """

    what: str
    file: str
    right: str
    wrong: str
    there: tuple[str, str] = ("", "")

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What becomes what."""
        return [(right, wrong) for right, wrong in ((self.right, self.wrong), self.there) if right]


ERRORS = tuple(
    PlantedError(*error)
    for error in (
        # Laws
        ("the same parts a day too soon", SPACING, "if days < self.days and (shared", "if days < self.days - 1 and (shared"),
        ("parts are not compared", SPACING, "(shared := earlier.loads & later.loads)", "(shared := earlier.loads | later.loads)"),
        ("windows are not asked", SPACING, "if not any(start <= session.start_minute and", "if windows is None and not any(start <= session.start_minute and"),
        ("one more a day", SPACING, "if counts[session.date] > most:", "if counts[session.date] > most + 1:"),
        ("overlapping sessions", SPACING, '        if hours < 0:\n            yield Hit("{session} begins', '        if hours < -24:\n            yield Hit("{session} begins'),
        ("back to back is overlapping", SPACING, '        if hours < 0:\n            yield Hit("{session} begins', '        if hours <= 0:\n            yield Hit("{session} begins'),
        ("pins are forgotten", SPACING, "        if missing:", "        if len(missing) > 9:"),
        ("a pin is met by any focus", SPACING, "(pin.date, pin.time, pin.focus) not in stand", "(pin.date, pin.time) not in {item[:2] for item in stand}"),
        ("the rest day of a cut week", SPACING, "if len(run) < _ALL_DAYS == len(run | lifted):", "if len(run) < week.days == len(run | lifted):", ("if len(week.runs) + len(week.sessions) < _ALL_DAYS:", "if len(week.runs) + len(week.sessions) < week.days:")),
        ("extras take the rest day", SPACING, "if session.focus is not Focus.CORE}", "if session.focus}"),
        ("a lift before a run", RUNS, "if session.start_minute < run.start_minute and comes_first", "if session.start_minute + 600 < run.start_minute and comes_first"),
        ("lift first is for key sessions", RUNS, "return order is Order.RUN_FIRST or run.kind.hard", "return order is Order.RUN_FIRST or not run.kind.hard"),
        ("a run over midnight", RUNS, "view.run_row.between(start - DAY_MINUTES, end - 1)", "view.run_row.between(start - session.start_minute, end - 1)"),
        ("soon after a run over midnight", RUNS, "start - session.start_minute - DAY_MINUTES, start)", "start - session.start_minute, start)"),
        ("legs before a key run, an hour less", RUNS, "if session.heavy and run.kind.hard and hours < self.hours:", "if session.heavy and run.kind.hard and hours < self.hours - 1:"),
        ("legs before an easy run", RUNS, "if session.heavy and run.kind.hard and hours < self.hours:", "if session.heavy and hours < self.hours:", (KEY_RUNS, KEY_RUNS.replace(", kinds=(RunKind.QUALITY, RunKind.LONG, RunKind.RACE)", ""))),
        ("light legs before a key run", RUNS, "if session.heavy and run.kind.hard and hours < self.hours:", "if run.kind.hard and hours < self.hours:", (KEY_RUNS, KEY_RUNS.replace("heavy=True, ", ""))),
        ("the eve is two days before", RUNS, "and days_apart(session, run) == 1", "and days_apart(session, run) == 2"),
        ("a long run is longer", RUNS, "lasted >= self.minutes and days_apart", "lasted > self.minutes and days_apart"),
        ("the day after a long run is free", RUNS, "lasted >= self.minutes and days_apart(run, session) <= 1", "lasted >= self.minutes and days_apart(run, session) <= 0"),
        ("soon after a run for any form", RUNS, "if session.form is not Form.FULL or session.phase", "if session.phase", (", forms=(Form.FULL,)", "")),
        ("soon after a run at three hours", RUNS, "if gap >= self.hours:", "if gap > self.hours:"),
        ("no later hours are looked for", RUNS, "if any(room >= session.minutes for room in later):", "if list(later) is not None:"),
        ("room one minute too short", RUNS, "if any(room >= session.minutes for room in later):", "if any(room > session.minutes for room in later):"),
        ("other training the day before", RUNS, "if days_apart(run, session) <= 1 and (shared", "if days_apart(run, session) <= 0 and (shared"),
        ("other training loads nothing", RUNS, "(shared := run.parts & session.loads)", "(shared := run.parts - run.parts)"),
        ("a session on a race's day", EVENT, "if event.date == session.date:", "if event.date == session.date and event.priority != 'B':"),
        ("heavy legs a day later", EVENT, "if session.heavy and 0 <= days < self.days:", "if session.heavy and 0 <= days < self.days - 1:"),
        ("heavy legs in the last week", EVENT, 'days < self.days:\n            yield _late("{session} loads the legs heavily {when} {event}", session, view, days, self.days)\n\n\n@attrs.frozen\nclass LegsLate', 'days < self.days - 1:\n            yield _late("{session} loads the legs heavily {when} {event}", session, view, days, self.days)\n\n\n@attrs.frozen\nclass LegsLate'),
        ("legs on the eve", EVENT, "if Part.LEGS in session.loads and 0 <= days < self.days:", "if Part.LEGS in session.loads and 0 <= days < self.days - 1:"),
        ("a tune-up, a day less before", EVENT, "-self.days_before <= days <= self.days_after", "-self.days_before < days <= self.days_after"),
        ("a tune-up, a day less after", EVENT, "-self.days_before <= days <= self.days_after", "-self.days_before <= days < self.days_after"),
        ("the minimum of broken weeks", DOSE, "if not week.phase.builds or not view.is_whole(week):", "if not week.phase.builds:"),
        ("one unit less", DOSE, "if units < self.units:", "if units < self.units - 1:"),
        ("a dose short by one", DOSE, "if held < owed:", "if held + 1 < owed:"),
        ("extras count for the dose", "_model/_plan.py", "return 0 if self.focus is Focus.CORE else", "return 1 if self.focus is Focus.CORE else"),
        # Facts
        ("a share of closed days", VIEW, "return self._dose_sessions * self.open_days(week) //", "return self._dose_sessions * week.days //"),
        ("a blackout breaks no week", VIEW, "and self.open_days(week) == _WHOLE_WEEK", "and week.days == _WHOLE_WEEK"),
        # Candidates
        ("five hours after a run", CELLS, "wanted = evidence.AFTER_RUN_PREFERRED.value * _HOUR", "wanted = (evidence.AFTER_RUN_PREFERRED.value - 1) * _HOUR"),
        ("not rounded up", CELLS, "return -(-minute // _STEP) * _STEP", "return minute // _STEP * _STEP"),
        ("the nearest start is a later one", CELLS, "key=lambda start: (abs(start - preferred), start)", "key=lambda start: (abs(start - preferred), -start)"),
        ("no lift before a run", CELLS, "found |= {_last_to(begin, fitting),", "found |= {"),
        ("one place where there are two", CELLS, "if view.availability.max_a_day > 1 and known", "if view.availability.max_a_day > 2 and known"),
        ("pins are no candidates", PLACE, "if pin.date == date and pin.focus is slot.focus:", "if pin.date == date and pin.focus is None:"),
        ("extras before the run", PLACE, "for start in found if start >= end)[:1]", "for start in found)[:1]"),
        # Preferences
        ("preferred days are disliked", OBJECTIVE, "session.date.weekday() not in {day.number", "session.date.weekday() in {day.number"),
        ("a run's day is as good", OBJECTIVE, "        cost[Tier.RUN_DAYS] = 1\n", "        cost[Tier.RUN_DAYS] = 0\n"),
        ("an extra on any day", OBJECTIVE, "return {**cost, Tier.RUN_DAYS: 1}", "return {**cost, Tier.RUN_DAYS: 0}"),
        ("an extra at any time", OBJECTIVE, "Tier.FROM_PREFERRED: abs(session.start_minute - max(run.end_minute for run in runs))", "Tier.FROM_PREFERRED: 0"),
        ("hard days after a long run", OBJECTIVE, "single_hard = len(runs) == 1 and runs[0].kind.hard and short", "single_hard = len(runs) == 1 and runs[0].kind.hard"),
        ("hard days with two runs", OBJECTIVE, "single_hard = len(runs) == 1 and runs[0].kind.hard and short", "single_hard = runs[0].kind.hard and short"),
        ("power after a hard run", OBJECTIVE, "any_hard if session.phase is Phase.POWER else not single_hard", "not single_hard"),
        ("hard days in a deload", OBJECTIVE, "if session.phase.builds and not week.deload:", "if session.phase.builds:"),
        ("the gap of the first run", OBJECTIVE, "        gap = min(\n", "        gap = max(\n"),
        ("five hours of gap", OBJECTIVE, "max(0, evidence.AFTER_RUN_PREFERRED.value * _MINUTES - gap)", "max(0, 5 * _MINUTES - gap)"),
        ("the order of the day", OBJECTIVE, "int(follows and lift_first)", "int(follows and not lift_first)"),
        ("far from the preferred time", OBJECTIVE, "Tier.FROM_PREFERRED: abs(session.start_minute - _minutes(availability.prefer_time)),", "Tier.FROM_PREFERRED: 0,"),
        ("late is early", OBJECTIVE, "Tier.LATE: session.date.toordinal() - week.start.toordinal(),", "Tier.LATE: week.end.toordinal() - session.date.toordinal(),"),
        ("the shortfall is the gap", OBJECTIVE, "return round(abs(hit.required - hit.measured) * _MINUTES)", "return round(abs(hit.measured) * _MINUTES)"),
        ("clock times beyond the second", OBJECTIVE, "cost = (len({self.times[n] for n in picked}) - 1) * _CLOCK_TIME", "cost = max(0, len({self.times[n] for n in picked}) - 2) * _CLOCK_TIME"),
        ("evenness of all sessions", OBJECTIVE, "[self.days[n] for n in picked if self.legs[n]]", "[self.days[n] for n in picked]"),
        ("evenness without the next week", OBJECTIVE, "smallest = _WEEK - (days[-1] - days[0])", "smallest = _WEEK"),
        ("no free day is wanted", OBJECTIVE, "if self.run_free and self.run_free.issubset(", "if self.run_free and set().issuperset("),
        ("advice weighs more than warnings", OBJECTIVE, "Severity.WARNING: Tier.WARNINGS, Severity.ADVICE: Tier.ADVICE", "Severity.WARNING: Tier.ADVICE, Severity.ADVICE: Tier.WARNINGS"),
        ("extras count as the dose", PLACE, "Tier.SHORT.unit if counted else Tier.EXTRAS.unit", "Tier.SHORT.unit"),
        # Tables
        ("the minimum is any error", PLACE, "return Tier.MINIMUM.unit", "return Tier.ERRORS.unit"),
        ("a hit for each place is one", PLACE, "for place in places.values()]", "for place in [*places.values()][:1]]"),
        ("no shortfall of warnings", PLACE, "cost += _objective.shortfall(hit) * Tier.SHORTFALL.unit", "cost += 0"),
        ("borders are open", PLACE, "        if barred:\n            forbids_next[i] |= 1 << j\n", "        if barred:\n            forbids_next[i] |= 0\n"),
        ("soft rules end at the border", PLACE, "raises_next[i] |= marked << j * len(self.soft)", "raises_next[i] |= 0"),
        ("soft rules across the border alone", PLACE, "        raises[i] |= marked << j * len(self.soft)", "        raises[i] |= 0"),
        ("no week yields", PLACE, "yields=self.view.is_closed_in_part(cells.week),", "yields=False,"),
        ("habits of the days left open", PLACE, "if any(view.is_closed_in_part(week) for week in view.weeks):", "if not view.weeks:"),
        ("habits of one day less", PLACE, "        wanted = self.brief.dose.sessions\n", "        wanted = self.brief.dose.sessions - 1\n"),
        ("one habit for all mesocycles", PLACE, "return next(n for n, mesocycle in enumerate(mesocycles) if mesocycle.holds(week.start))", "return 0 if mesocycles else len(week.sessions)"),
        # Search
        ("the bound cuts what is as good", SEARCH, ">> self.cut > self.bound:\n                break\n            if closed", ">> self.cut >= self.bound:\n                break\n            if closed"),
        ("an option felt by neighbours sets the bound", SEARCH, "if border == _NOWHERE and (self.bound is None", "if (self.bound is None"),
        ("misses come free", SEARCH, "missed = cost + stage.kinds[kind].miss * left", "missed = cost"),
        ("a bound without the kinds to come", SEARCH, "self.rest[number] = self.rest[number + 1] + self.least[number] * stage.kinds[number].picks", "self.rest[number] = self.rest[number + 1] + 9 * self.least[number] * stage.kinds[number].picks"),
        ("more never helps", PLACE, 'if getattr(rule, "more_helps", False)', "if rule"),
        ("the floor counts twice", SEARCH, "self.rest = [stage.floor] *", "self.rest = [2 * stage.floor] *"),
        ("dominance of what is felt more", SEARCH, "if _within(border, option.border):", "if _within(option.border, border):"),
        ("dominance of what is as good", SEARCH, "ranked[: bisect_left(costs, option.cost >> cut)]", "(item for item in ranked if item[1] <= option.cost >> cut and item[0] != option.border)"),
        ("dominance of what is one dearer", SEARCH, "bisect_left(costs, option.cost >> cut)", "bisect_left(costs, (option.cost >> cut) + 1)"),
        ("dearer late", SEARCH, "if known is not None and known.cost < cost:", "if known is not None and known.cost <= cost:"),
        ("buckets are forgotten", SEARCH, "known = best.get((border, buckets))", "known = best.get((border, buckets := ()))"),
        ("marks cost for each raise", SEARCH, "marks & self.raised & ~raised", "marks & self.raised"),
        ("marks are not felt", SEARCH, "marks & self.raised & ~raised", "marks & ~marks"),
        ("neighbours may clash", SEARCH, "if left.forbids_next & right.picked:", "if left.forbids_next & right.picked & 1:"),
        ("modes are chosen anew each stage", SEARCH, "return self.stages[n].group == self.stages[n + 1].group", "return self.stages[n].group != self.stages[n].group"),
        ("ties by the last key", SEARCH, "best = None if stays_open else min(picks, key=lambda option: option.key)", "best = None if stays_open else max(picks, key=lambda option: option.key)"),
        ("stages that yield pull the others", SEARCH, "return cost >> cut << cut if stage.yields else cost", "return cost"),
    )
)  # fmt: skip
