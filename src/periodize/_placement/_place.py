"""Rule verdicts as tables, the search over them, and what it found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import combinations
from typing import TYPE_CHECKING, Any

import attrs

from periodize import _dates, _search
from periodize._deal import deal
from periodize._dose import Slot
from periodize._engine import RuleSet, Shape, Weights, a_hit, ask, fits, meets, message_of
from periodize._findings import Hit, Severity
from periodize._model import Focus, Part, Phase, Run, Session, Week, loads_heavily
from periodize._placement import _cells, _objective
from periodize._placement._objective import CUT, Tier
from periodize._units import DAY_MINUTES, clock, minutes_of
from periodize._view import Item, View, end_of, hours_between, order
from periodize.exceptions import TooManyChoicesError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence


_MINUTES = 60
_WEEK_MINUTES = 7 * DAY_MINUTES
_EXTRA_BUCKET = 7


def _mode(days: Iterable[int]) -> int:
    """Return the habit of some weekdays as the search takes it; trunk sessions outside the dose have none."""
    return sum(1 << day for day in (*days, _EXTRA_BUCKET))


_FOCUS_ORDER = {focus: number for number, focus in enumerate(Focus)}


@attrs.frozen
class Placed:
    """A slot of a week with the session that fills it."""

    slot: Slot
    session: Session


@attrs.frozen
class Placement:
    """The best placement of a season.

    Attributes:
        weeks: the placed sessions by week number, in order of date and time.
        tiers: the objective, tier by tier, without what broken weeks cost by the habit and below.
        broken: what broken weeks cost by the habit and below: it counts after all of that.
        clashes: where the weekly minimum or another law could not be held: the numbers of the weeks that cannot hold
            it together; empty where all is well.
    """

    weeks: Mapping[int, tuple[Placed, ...]]
    tiers: Mapping[Tier, int]
    broken: Mapping[Tier, int]
    clashes: tuple[int, ...]

    @property
    def ok(self) -> bool:
        """Whether no law is broken."""
        return not self.clashes


def place(slots: Mapping[int, Sequence[Slot]], rules: RuleSet, view: View) -> Placement:
    """Find the best placement of the slots of each week, by number, for a view of facts."""
    season = Season(slots, rules, view)
    solution = season.join()
    placed = {
        cells.week.week: tuple(Placed(cells.slots[spot], cells.sessions[spot]) for spot in option.spots)
        for cells, option in zip(season.weeks, solution.options, strict=True)
    }
    tiers = _objective.unpacked(solution.cost)
    clashes: tuple[int, ...] = ()
    if tiers[Tier.ERRORS] or tiers[Tier.MINIMUM]:
        first, last = _clashing(season.stages, season.listed)
        clashes = tuple(view.weeks[n].week for n in range(first, last + 1))
    return Placement(placed, tiers, _objective.unpacked(solution.yielding), clashes)


class Season:
    """A season as the search takes it: candidates and stages of its weeks, their options, and the habits.

    The habits of a season in which a blackout closes a day are those that it would have with no day closed, so that a
    closed day moves no session of another week for a habit's sake.
    """

    def __init__(self, slots: Mapping[int, Sequence[Slot]], rules: RuleSet, view: View) -> None:
        self.tables = Tables(rules, view)
        self.weeks, self.stages = self.tables.chain(slots, view.weeks)
        self.listed = [options(self.stages, n) for n in range(len(self.stages))]
        if any(view.is_closed_in_part(week) for week in view.weeks):
            opened = view.without_blackouts()
            self.modes = Season(deal(opened.brief, opened.timeline), rules, opened).kept_modes()
        else:
            self.modes = self.tables.modes(self.weeks)

    def join(self, number: int = 0, stage: _search.Stage | None = None) -> _search.Solution:
        """Find the best placement, or the best with another stage in the place of one."""
        stages, listed = [*self.stages], [*self.listed]
        if stage is not None:
            stages[number], listed[number] = stage, options(self.stages, number, stage)
        with _within_steps():
            return _search.join(stages, listed, self.modes, CUT)

    def kept_modes(self) -> list[_search.Modes]:
        """Return one mode a group: the weekdays on which the best placement's sessions mostly stand."""
        counts: list[Counter[int]] = [Counter() for _ in self.modes]
        for stage, option in zip(self.stages, self.join().options, strict=True):
            counts[stage.group].update(bucket for bucket in option.buckets if bucket != _EXTRA_BUCKET)
        kept = []
        for modes, count in zip(self.modes, counts, strict=True):
            days = sorted(count, key=lambda day: (-count[day], day))[: self.tables.brief.dose.sessions]
            kept.append(modes._replace(choices=(_mode(days),)))
        return kept


def options(stages: Sequence[_search.Stage], number: int, changed: _search.Stage | None = None) -> list[_search.Option]:
    """List the options of a stage, or of one that stands in its place.

    Raises:
        TooManyChoicesError: there are more than the search goes through.
    """
    with _within_steps():
        return _search.options(changed or stages[number], stages[number - 1] if number else None, CUT)


@contextmanager
def _within_steps() -> Iterator[None]:
    """Turn a search that has more to do than it may into a clear error."""
    try:
        yield
    except _search.OutOfStepsError:
        message = "the weeks have more ways to place their sessions than are searched"
        message += (
            "\nmaybe ask for fewer sessions a week, allow fewer a day, or make a rule about pairs of sessions an error"
        )
        raise TooManyChoicesError(message) from None


def counts_second(rule: Any) -> bool:  # any rule
    """Whether a rule's errors count only after all others, as those of the weekly minimum do."""
    return bool(getattr(rule, "counts_second", False))


def _clean(listed: Sequence[list[_search.Option]]) -> list[set[_search.Border]]:
    """Return the borders of each stage's options that break no law."""
    return [{option.border for option in found if option.cost < Tier.MINIMUM.unit} for found in listed]


def _reaches(stages: Sequence[_search.Stage], clean: Sequence[set[_search.Border]], first: int, last: int) -> bool:
    """Whether the stages from first to last can be free of errors together."""
    reached = clean[first]
    for n in range(first + 1, last + 1):
        prices = stages[n].prices
        reached = {
            border for border in clean[n] if any(_search.link(one, border, prices) is not None for one in reached)
        }
    return bool(reached)


def _clashing(stages: Sequence[_search.Stage], listed: Sequence[list[_search.Option]]) -> tuple[int, int]:
    """Return the first and last of a shortest run of stages that cannot be free of errors together."""
    clean = _clean(listed)
    last = next(n for n in range(len(stages)) if not _reaches(stages, clean, 0, n))
    first = next(n for n in range(last, -1, -1) if not _reaches(stages, clean, n, last))
    return first, last


class _Cells:
    """The candidates of one week."""

    def __init__(self, week: Week) -> None:
        self.week = week
        self.sessions: list[Session] = []
        self.slots: list[Slot] = []
        self.costs: list[int] = []
        self.kinds: list[tuple[int, tuple[int, ...], bool]] = []


class Tables:
    """Asks the rules that steer placement and turns their verdicts into costs and bars."""

    def __init__(self, rules: RuleSet, view: View, given: View | None = None) -> None:
        self.view = view
        self.sights = (view,) if given is None else (view, given)
        self.brief = view.brief
        steering = [rule for rule in rules if rule.meta.reads == "schedule"]
        self.weights = Weights(rules, view)
        in_set = set(map(id, steering))

        def of_shape(shape: Shape) -> list[Any]:
            return [rule for rule in rules.of_shape(shape) if id(rule) in in_set]

        self.of_session = of_shape(Shape.SESSION)
        self.of_week = of_shape(Shape.WEEK)
        pairs = of_shape(Shape.PAIR)
        self.of_runs = [rule for rule in pairs if Run in rule.pair]
        self.of_sessions = [rule for rule in pairs if Run not in rule.pair]
        self.soft = [rule for rule in self.of_sessions if rules.severities_of(rule) != {Severity.ERROR}]
        self.runs: dict[int, list[tuple[int, int, Run]]] = {}
        for run in view.runs:
            self.runs.setdefault(run.date.toordinal(), []).append((run.moment, end_of(run), run))
        self._verdicts: dict[tuple[object, ...], tuple[bool, int]] = {}
        self.reach_days = {id(rule): int(rule.reach_hours // 24) + 1 for rule in self.of_sessions}

    def chain(
        self, slots: Mapping[int, Sequence[Slot]], weeks: Sequence[Week]
    ) -> tuple[list[_Cells], list[_search.Stage]]:
        """Return the candidates of some weeks that follow one another, and the stages of their search."""
        cells = [self.week(week, slots.get(week.week, ())) for week in weeks]
        return cells, [self.stage(cells, number) for number in range(len(cells))]

    # Candidates and what each costs alone

    def week(self, week: Week, slots: Sequence[Slot]) -> _Cells:
        """List the candidates of a week's slots that no rule bars."""
        cells = _Cells(week)
        alike: dict[Slot, int] = {}
        for slot in slots:
            alike[slot] = alike.get(slot, 0) + 1
        for slot, count in alike.items():
            first = len(cells.sessions)
            for date in _dates.dates_from(slot.first, slot.last):
                for start in self.starts(slot, date):
                    self._add(cells, slot, date, start)
            cells.kinds.append((count, tuple(range(first, len(cells.sessions))), slot.counted))
        return cells

    def starts(self, slot: Slot, date: dt.date) -> list[int]:
        """Return where a slot's session could start on a day, where it is pinned included."""
        found = {start for view in self.sights for start in _cells.starts(date, slot.minutes, view)}
        if not slot.counted:  # a trunk session outside the dose follows a run at once, or has one place
            runs = [run for run in self.view.runs_on(date) if not run.is_cross]
            end = max((run.end_minute for run in runs), default=0)
            found = set(sorted(start for start in found if start >= end)[:1] or sorted(found)[-1:])
        for pin in self.view.availability.pinned:
            if pin.date == date and pin.focus is slot.focus:
                found.add(minutes_of(pin.time))
        return sorted(found)

    def candidate(self, slot: Slot, date: dt.date, start: int, week: Week) -> Session:
        """Return the session that a slot would be at a place."""
        phase = Phase.TRANSITION if date > self.view.event.date else week.phase
        kept = slot.heavy_until is not None and date <= slot.heavy_until and Part.LEGS in slot.focus.loads
        return Session(
            id=f"w{week.week}",
            date=date,
            time=clock(start),
            minutes=slot.minutes,
            form=slot.form,
            focus=slot.focus,
            phase=phase,
            heavy=loads_heavily(slot.focus, phase, deload=week.deload) or kept,
        )

    def _add(self, cells: _Cells, slot: Slot, date: dt.date, start: int) -> None:
        session = self.candidate(slot, date, start, cells.week)
        cost = self.cost(session, cells.week)
        if cost is not None:
            cells.sessions.append(session)
            cells.slots.append(slot)
            cells.costs.append(cost)

    def cost(self, session: Session, week: Week) -> int | None:
        """Return what a session costs by itself where it stands; None where a rule bars it."""
        cost = self._alone(session)
        if cost is None:
            return None
        preferences = _objective.session_preferences(session, self.view.runs_on(session.date), self.brief, week)
        return cost + _objective.packed(preferences.items())

    def _alone(self, session: Session) -> int | None:
        """Ask the session and the session-run rules; None where one bars the session."""
        cost = 0
        for rule, severity, hit, _ in self._hits(session):
            if severity is Severity.ERROR:
                return None
            cost += _objective.tier_of(severity).unit
            if severity is Severity.WARNING and rule in self.of_runs:
                cost += _objective.shortfall(hit) * Tier.SHORTFALL.unit
        return cost

    def spoken_of(self, session: Session) -> list[tuple[Any, Severity, str]]:
        """Return the rules that speak about a session by itself, each with its severity and what it says first."""
        return [(rule, severity, message_of(rule, hit, asked)) for rule, severity, hit, asked in self._hits(session)]

    def _hits(self, session: Session) -> Iterator[tuple[Any, Severity, Hit, tuple[Item, ...]]]:
        """Yield the rules that speak about a session by itself, with severity, first hit and what they were asked."""
        for rule in self.of_session:
            if not fits(rule, session):
                continue
            for hit in ask(rule, Shape.SESSION, session, self.view):
                if (severity := self.weights.of(rule, session)) is not None:
                    yield rule, severity, a_hit(rule, hit), (session,)
                break
        for rule in self.of_runs:
            if not fits(rule, session):
                continue
            for hit, run in self._run_hits(rule, session):
                if (severity := self.weights.of(rule, session)) is not None:
                    yield rule, severity, a_hit(rule, hit), (run, session)
                break

    def _run_hits(self, rule: Any, session: Session) -> Iterator[tuple[Hit, Run]]:  # any rule of runs
        """Yield the hits of a session-run rule about a session, in order of the runs."""
        start = session.moment
        end = start + session.minutes
        run_first = rule.pair[0] is Run
        reach = rule.reach_hours * _MINUTES
        days = int(rule.reach_hours // 24) + 2
        today = session.date.toordinal()
        for day in range(today - days, today + 1) if run_first else range(today, today + days + 1):
            for run_start, run_end, run in self.runs.get(day, ()):
                if not meets(rule, run):
                    continue
                # A run at the same minute comes first, as it does for `check`.
                if run_first and run_start <= start and start - run_end <= reach:
                    hits = ask(rule, Shape.PAIR, run, session, (start - run_end) / _MINUTES)
                    yield from ((hit, run) for hit in hits)
                elif not run_first and start < run_start and run_start - end <= reach:
                    hits = ask(rule, Shape.PAIR, session, run, (run_start - end) / _MINUTES)
                    yield from ((hit, run) for hit in hits)

    # Stages

    def stage(self, weeks: Sequence[_Cells], number: int) -> _search.Stage:
        """Turn the candidates of a week into a stage: pairs within it and across its border included."""
        cells = weeks[number]
        following = weeks[number + 1] if number + 1 < len(weeks) else None
        count = len(cells.sessions)
        forbids, raises = [0] * count, [0] * count
        for i, j in combinations(range(count), 2):
            self._pair(cells.sessions, i, cells.sessions, j, forbids, raises)
        forbids_next, raises_next = [0] * count, [0] * count
        if following is not None:
            for i in range(count):
                for j in range(len(following.sessions)):
                    self._across(cells.sessions[i], following.sessions[j], i, j, forbids_next, raises_next)
        marks = len(self.soft)
        spots = tuple(
            _search.Spot(
                cells.costs[n],
                _EXTRA_BUCKET if session.focus is Focus.CORE else session.date.weekday(),
                (session.date.toordinal(), session.start_minute, _FOCUS_ORDER[session.focus], not session.heavy),
                forbids[n],
                forbids_next[n],
                ((1 << marks) - 1) << n * marks,
                raises[n],
                raises_next[n],
            )
            for n, session in enumerate(cells.sessions)
        )
        kinds = tuple(
            _search.Kind(picks, among, Tier.SHORT.unit if counted else Tier.EXTRAS.unit)
            for picks, among, counted in cells.kinds
        )
        prices = tuple(self._price(rule, session) for session in cells.sessions for rule in self.soft)
        return _search.Stage(
            spots,
            kinds,
            self._whole(cells),
            self._late(cells),
            self._group(cells.week),
            prices,
            self._floor(cells),
            yields=self.view.is_closed_in_part(cells.week),
        )

    def _pair(
        self,
        sessions: Sequence[Session],
        i: int,
        others: Sequence[Session],
        j: int,
        forbids: list[int],
        raises: list[int],
    ) -> None:
        """Ask the session-session rules about two candidates of a week."""
        one, other = sessions[i], others[j]
        if order(other) < order(one):
            i, j, one, other = j, i, other, one
        barred, marked = self._verdict(one, other)
        if barred:
            forbids[i] |= 1 << j
            forbids[j] |= 1 << i
        raises[i] |= marked << j * len(self.soft)

    def _across(
        self, one: Session, other: Session, i: int, j: int, forbids_next: list[int], raises_next: list[int]
    ) -> None:
        """Ask the session-session rules about candidates of neighbouring weeks."""
        barred, marked = self._verdict(one, other)
        if barred:
            forbids_next[i] |= 1 << j
        raises_next[i] |= marked << j * len(self.soft)

    def _verdict(self, earlier: Session, later: Session) -> tuple[bool, int]:
        """Return whether a rule bars the two together, and which soft rules hit, as bits.

        Two that stand alike whole weeks later get the same answer, as long as no severity depends on the week.
        """
        if self.weights.vary:
            return self._ask_about(earlier, later)
        gap = later.moment - earlier.moment
        kind = (
            earlier.moment % _WEEK_MINUTES,
            earlier.minutes,
            earlier.form,
            earlier.focus,
            earlier.phase,
            earlier.heavy,
        )
        key = (*kind, gap, later.minutes, later.form, later.focus, later.phase, later.heavy)
        found = self._verdicts.get(key)
        if found is None:
            found = self._verdicts[key] = self._ask_about(earlier, later)
        return found

    def _ask_about(self, earlier: Session, later: Session) -> tuple[bool, int]:
        """Ask the session-session rules about two candidates."""
        days = later.date.toordinal() - earlier.date.toordinal()
        marked = 0
        for rule in self.of_sessions:
            if days > self.reach_days[id(rule)] or not fits(rule, later):
                continue
            hours = hours_between(earlier, later)
            if hours > rule.reach_hours:
                continue
            for hit in ask(rule, Shape.PAIR, earlier, later, hours):
                a_hit(rule, hit)
                severity = self.weights.of(rule, later)
                if severity is Severity.ERROR:
                    return True, 0
                if severity is not None:
                    marked |= 1 << self.soft.index(rule)
                break
        return False, marked

    def _price(self, rule: Any, later: Session) -> int:
        """Return what a hit of a session-session rule costs; an error costs nothing here, as it bars the two."""
        severity = self.weights.of(rule, later)
        return 0 if severity in {None, Severity.ERROR} else _objective.tier_of(Severity(severity)).unit

    def _whole(self, cells: _Cells) -> Callable[[tuple[int, ...]], int]:
        days = _dates.dates_from(cells.week.start, cells.week.end)
        run_free = frozenset(date.toordinal() for date in days if not self.view.runs_on(date))
        return _objective.WeekPreferences(cells.sessions, run_free).cost

    def _late(self, cells: _Cells) -> Callable[[tuple[int, ...]], int]:
        def late(spots: tuple[int, ...]) -> int:
            week = cells.week.with_sessions(tuple(sorted((cells.sessions[n] for n in spots), key=order)))
            return sum(self._by_week(rule, week) for rule in self.of_week)

        return late

    def _by_week(self, rule: Any, week: Week) -> int:  # any rule of weeks
        """Return what a rule's hits about a week cost: one for each place."""
        places: dict[int, Session | Run | Week] = {}
        for found in ask(rule, Shape.WEEK, week, self.view):
            hit = a_hit(rule, found)
            place = hit.session or hit.run or hit.week or week
            places[id(place)] = place
        return sum([self._unit(rule, place) for place in places.values()]) if places else 0

    def _unit(self, rule: Any, place: Session | Run | Week) -> int:
        """Return what a hit of a week rule costs."""
        severity = self.weights.of(rule, place)
        if severity is Severity.ERROR and counts_second(rule):
            return Tier.MINIMUM.unit
        return 0 if severity is None else _objective.tier_of(severity).unit

    def _floor(self, cells: _Cells) -> int:
        """Return what the week costs at least: by rules that another session only helps, with all it could have."""
        week = cells.week.with_sessions(tuple(sorted(cells.sessions, key=order)))
        return sum(self._by_week(rule, week) for rule in self.of_week if getattr(rule, "more_helps", False))

    def _group(self, week: Week) -> int:
        """Return the number of the mesocycle that holds a week's first day."""
        mesocycles = self.view.mesocycles
        return next(n for n, mesocycle in enumerate(mesocycles) if mesocycle.holds(week.start))

    def modes(self, weeks: Sequence[_Cells]) -> list[_search.Modes]:
        """Return the habits that each mesocycle can have: as many weekdays as the dose has sessions."""
        days: list[set[int]] = [set() for _ in self.view.mesocycles]
        for cells in weeks:
            dealt = (session for session in cells.sessions if session.focus is not Focus.CORE)
            days[self._group(cells.week)].update(session.date.weekday() for session in dealt)
        wanted = self.brief.dose.sessions
        return [
            _search.Modes(
                tuple(_mode(habit) for habit in combinations(sorted(found), min(wanted, len(found)))),
                Tier.OFF_HABIT.unit,
            )
            for found in days
        ]
