"""The oracles judged by hand-made documents and by the tables of the coach's tables."""

import copy
import datetime as dt
import random
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import pytest
from tests.oracles import feasible, laws, reading, timeline

Json = dict[str, Any]
PLACING = {"PZ301", "PZ302", "PZ303", "PZ304", "PZ305", "PZ701", "PZ702", "PZ704"}
KM = {"marathon": 42.195, "half": 21.0975, "10 km": 10.0}
EASY = {"kind": "easy", "time": "07:00", "minutes": 45}
LONG = {"kind": "long", "time": "08:00", "minutes": 120}
MINUTES = {"full": 45, "mini": 20}


def session(name: str, day: str, phase: str, *, heavy: bool = False, **more: Any) -> Json:
    """A session of the document, full and whole at 18:00 unless told."""
    basis: Json = {"id": name, "date": day, "time": "18:00", "minutes": 45, "form": "full", "focus": "whole"}
    return {**basis, "phase": phase, "heavy": heavy, "warm_up": [], "exercises": [], **more}


def line(role: str, low: int) -> Json:
    """A prescription for the legs of `low` to 20 repetitions."""
    return {"exercise": "goblet_squat", "movements": ["knee_extension"], "role": role, "reps": {"min": low, "max": 20}}


def legal() -> Json:
    """Four weeks to a Sunday 10 km on 2027-03-21: strength, endurance, taper, transition."""
    phases = ("strength", "endurance", "taper", "transition")
    starts = [dt.date(2027, 3, 1) + dt.timedelta(weeks=n) for n in range(4)]
    spans = [
        {"phase": phase, "start": str(start), "end": str(start + dt.timedelta(days=6))}
        for phase, start in zip(phases, starts, strict=True)
    ]
    runs = [
        {"id": f"r{n}-{k}", "date": str(start + dt.timedelta(days=day)), **run}
        for n, start in enumerate(starts[:2], 1)
        for k, (day, run) in enumerate([(1, EASY), (3, EASY), (6, LONG)], 1)
    ]
    return {
        "format": "periodize/plan",
        "version": 1,
        "id": "hand-made",
        "revision": 0,
        "brief": {
            "start": "2027-03-01",
            "week_start": "mon",
            "dose": "2 full",
            "events": [{"name": "City 10 km", "date": "2027-03-21", "distance_km": 10.0, "priority": "A"}],
            "athlete": {"level": "novice", "screening": "not_done"},
            "availability": {
                "days": ["mon", "tue", "wed", "fri", "sat", "sun"],
                "windows": {"sat": ["08:00-12:00"], "tue": ["16:00-18:30", "18:30-20:00"]},
                "blackout": [],
                "max_session_minutes": 60,
                "max_a_day": 1,
            },
        },
        "mesocycles": [{**span, "wave": 1} for span in spans],
        "weeks": [{**span, "week": n, "weeks_out": 3 - n, "deload": False} for n, span in enumerate(spans, 1)],
        "runs": [*runs, {"id": "r3-1", "date": "2027-03-21", "kind": "race", "time": "09:00", "minutes": 60}],
        "sessions": [
            session("w1-1", "2027-03-02", "strength", heavy=True),
            session("w1-2", "2027-03-05", "strength", heavy=True),
            session("w2-1", "2027-03-09", "endurance", heavy=True, exercises=[line("main", 15), line("retention", 3)]),
            session("w2-2", "2027-03-12", "endurance", heavy=True),
            session("w3-1", "2027-03-15", "taper"),
            session("w3-2", "2027-03-17", "taper", form="mini", focus="core", minutes=15),
        ],
    }


def broken(change: Callable[[Json], object]) -> set[tuple[str, str]]:
    """Codes and places of what is wrong with the legal plan after a change."""
    document = legal()
    change(document)
    return {(breach.code, breach.where) for breach in laws.errors(document)}


def put(where: str, number: int, **values: Any) -> Callable[[Json], None]:
    """A change: set keys of one entry of a list of the document."""
    return lambda document: document[where][number].update(values)


def add(where: str, value: Json) -> Callable[[Json], None]:
    """A change: one entry more in a list of the document."""
    return lambda document: document[where].append(value)


def drop(where: str, number: int) -> Callable[[Json], object]:
    """A change: one entry less in a list of the document."""
    return lambda document: document[where].pop(number)


def add_event(day: str, priority: str = "B") -> Callable[[Json], None]:
    """A change: one event more in the brief."""
    return lambda document: document["brief"]["events"].append({"name": day, "date": day, "priority": priority})


def open_on(**values: Any) -> Callable[[Json], None]:
    """A change: other availability."""
    return lambda document: document["brief"]["availability"].update(values)


def both(*changes: Callable[[Json], object]) -> Callable[[Json], None]:
    """A change made of several."""

    def change(document: Json) -> None:
        for each in changes:
            each(document)

    return change


def test_legal_plan_is_silent() -> None:
    """A small legal plan breaks no law."""
    assert laws.errors(legal()) == []


LEGAL: dict[str, Callable[[Json], object]] = {
    "right after the run": both(put("sessions", 0, time="07:45"), open_on(windows={})),
    "the last minute of a window": put("sessions", 3, date="2027-03-13", time="11:15"),
    "over two touching windows": put("sessions", 0, time="18:00", minutes=60),
    "light legs two days before": put("sessions", 4, date="2027-03-19"),
    "heavy three days before": both(open_on(days=None), put("sessions", 4, date="2027-03-18", heavy=True)),
    "core the day before": put("sessions", 5, date="2027-03-20", time="08:00"),
    "core in the transition": add("sessions", session("x", "2027-03-24", "transition", form="mini", focus="core")),
    "a B event on another day": add_event("2027-03-06"),
    "screening passed": lambda d: d["brief"]["athlete"].update(screening="passed 2026-10-01"),
    "no availability": lambda d: d["brief"].pop("availability"),
    "null availability": lambda d: d["brief"].update(availability=None),
    "weeks without labels": lambda d: [week.pop("phase") for week in d["weeks"]],
    "a closed day breaks the week": both(
        open_on(blackout=[{"first": "2027-03-06", "last": "2027-03-06"}]), drop("sessions", 1)
    ),
    "core beside another, two a day": both(
        open_on(max_a_day=2), add("sessions", session("x", "2027-03-02", "strength", focus="core", time="16:00"))
    ),
    "upper the day after lower": both(
        put("sessions", 0, focus="lower"), add("sessions", session("x", "2027-03-03", "strength", focus="upper"))
    ),
}


@pytest.mark.parametrize("name", LEGAL)
def test_what_is_just_inside_a_border_is_legal(name: str) -> None:
    """What lies just inside a law's border is no breach."""
    assert broken(LEGAL[name]) == set()


BREACHES: dict[str, tuple[Callable[[Json], object], set[tuple[str, str]]]] = {
    "power alone": (
        put("mesocycles", 0, phase="power"),
        {("PZ101", "2027-03-01"), ("PZ107", "1"), ("PZ107", "w1-1"), ("PZ107", "w1-2")},
    ),
    "adaptation after strength": (
        put("mesocycles", 1, phase="adaptation"),
        {("PZ101", "2027-03-08"), ("PZ107", "2"), ("PZ107", "w2-1"), ("PZ107", "w2-2")},
    ),
    "power in a wave without strength": (
        both(put("mesocycles", 1, phase="power"), put("mesocycles", 0, wave=2)),
        {("PZ101", "2027-03-08"), ("PZ107", "2"), ("PZ107", "w2-1"), ("PZ107", "w2-2")},
    ),
    "endurance after the taper": (
        both(put("mesocycles", 3, phase="endurance"), put("weeks", 3, phase="endurance")),
        {("PZ101", "2027-03-22"), ("PZ103", "2027-03-22")},
    ),
    "a gap of a day": (put("mesocycles", 1, start="2027-03-09"), {("PZ102", "2027-03-09")}),
    "mesocycles overlap": (put("mesocycles", 0, end="2027-03-08"), {("PZ102", "2027-03-08"), ("PZ107", "2")}),
    "mesocycles end early": (put("mesocycles", 3, end="2027-03-27"), {("PZ102", "2027-03-28")}),
    "a week ends early": (put("weeks", 1, end="2027-03-13"), {("PZ102", "2"), ("PZ102", "3")}),
    "the first week starts late": (put("weeks", 0, start="2027-03-02"), {("PZ102", "1")}),
    "a week is missing": (drop("weeks", 1), {("PZ102", "3"), ("PZ106", "w2-1"), ("PZ106", "w2-2")}),
    "another week start": (
        lambda d: d["brief"].update(week_start="sun"),
        {("PZ102", "1"), ("PZ102", "2"), ("PZ102", "3"), ("PZ102", "4")},
    ),
    "the event a day earlier": (
        both(lambda d: d["brief"]["events"][0].update(date="2027-03-20"), drop("sessions", 5)),
        {("PZ103", "2027-03-15"), ("PZ103", "2027-03-20"), ("PZ103", "2027-03-21"), ("PZ103", "2027-03-22")},
    ),
    "the taper a day longer": (
        both(put("mesocycles", 2, end="2027-03-22"), put("mesocycles", 3, start="2027-03-23")),
        {
            ("PZ103", "2027-03-15"),
            ("PZ103", "2027-03-21"),
            ("PZ103", "2027-03-22"),
            ("PZ103", "2027-03-23"),
            ("PZ107", "4"),
        },
    ),
    "weeks_out of the event's week": (put("weeks", 2, weeks_out=1), {("PZ103", "3")}),
    "weeks_out 0 twice": (put("weeks", 1, weeks_out=0), {("PZ103", "2")}),
    "after the season": (put("sessions", 5, date="2027-03-29"), {("PZ106", "w3-2")}),
    "before the season": (put("sessions", 0, date="2027-02-26"), {("PZ106", "w1-1"), ("PZ201", "1")}),
    "a session's label": (put("sessions", 0, phase="endurance"), {("PZ107", "w1-1")}),
    "a week's label": (put("weeks", 1, phase="strength"), {("PZ107", "2")}),
    "one session short": (drop("sessions", 0), {("PZ201", "1")}),
    "one short in a deload": (both(put("weeks", 1, deload=True), drop("sessions", 3)), {("PZ201", "2")}),
    "core counts nothing": (put("sessions", 1, focus="core"), {("PZ201", "1")}),
    "a mini counts one": (put("sessions", 1, form="mini", focus="lower"), {("PZ201", "1")}),
    "before the run": (both(put("sessions", 0, time="06:15"), open_on(windows={})), {("PZ301", "w1-1")}),
    "before the second run": (
        add("runs", {"id": "x", "date": "2027-03-05", "time": "20:00", "minutes": 30}),
        {("PZ301", "w1-2")},
    ),
    "into the run": (
        both(put("sessions", 0, time="06:30"), open_on(windows={})),
        {("PZ301", "w1-1"), ("PZ303", "w1-1")},
    ),
    "before the run's end": (both(put("sessions", 0, time="07:44"), open_on(windows={})), {("PZ303", "w1-1")}),
    "a run over midnight": (
        add("runs", {"id": "x", "date": "2027-03-04", "time": "22:00", "minutes": 1201}),
        {("PZ303", "w1-2")},
    ),
    "the day before": (put("sessions", 0, date="2027-03-06", time="08:00"), {("PZ302", "w1-1")}),
    "over the border of phases": (
        both(put("sessions", 1, date="2027-03-07"), put("sessions", 2, date="2027-03-08")),
        {("PZ302", "w2-1")},
    ),
    "lower after whole": (put("sessions", 5, date="2027-03-16", focus="lower"), {("PZ302", "w3-2")}),
    "upper after whole": (put("sessions", 5, date="2027-03-16", focus="upper"), {("PZ302", "w3-2")}),
    "no weekday": (
        open_on(days=[], windows={}),
        {("PZ304", name) for name in ("w1-1", "w1-2", "w2-1", "w2-2", "w3-1", "w3-2")},
    ),
    "a weekday without a window": (open_on(windows={"fri": []}), {("PZ304", "w1-2"), ("PZ304", "w2-2")}),
    "a closed weekday": (put("sessions", 0, date="2027-03-04"), {("PZ302", "w1-2"), ("PZ304", "w1-1")}),
    "into the night": (put("sessions", 1, time="20:30"), {("PZ304", "w1-2")}),
    "over midnight": (put("sessions", 1, time="23:30"), {("PZ304", "w1-2")}),
    "past the window": (put("sessions", 1, date="2027-03-06", time="11:30"), {("PZ304", "w1-2")}),
    "too long": (put("sessions", 1, minutes=61), {("PZ304", "w1-2")}),
    "the last day of a blackout": (
        open_on(blackout=[{"first": "2027-03-04", "last": "2027-03-05"}]),
        {("PZ304", "w1-2")},
    ),
    "the first day of a blackout": (
        open_on(blackout=[{"first": "2027-03-05", "last": "2027-03-07"}]),
        {("PZ304", "w1-2")},
    ),
    "two a day": (
        add("sessions", session("x", "2027-03-02", "strength", focus="core", time="19:00")),
        {("PZ305", "x")},
    ),
    "14 repetitions": (put("sessions", 2, exercises=[line("accessory", 14)]), {("PZ401", "w2-1")}),
    "core on the event's day": (put("sessions", 5, date="2027-03-21"), {("PZ701", "w3-2")}),
    "a C event's day": (add_event("2027-03-05", "C"), {("PZ701", "w1-2")}),
    "heavy two days before": (put("sessions", 4, date="2027-03-19", heavy=True), {("PZ702", "w3-1")}),
    "legs the day before": (put("sessions", 4, date="2027-03-20", time="08:00"), {("PZ704", "w3-1")}),
    "lower the day before": (put("sessions", 4, date="2027-03-20", time="08:00", focus="lower"), {("PZ704", "w3-1")}),
    "refer": (lambda d: d["brief"]["athlete"].update(screening="refer"), {("PZ801", "2027-03-01")}),
}


def test_every_code_has_a_breach() -> None:
    """The codes that the laws say they can say are those of the breaches here."""
    assert {code for _, expected in BREACHES.values() for code, _ in expected} == laws.CODES


@pytest.mark.parametrize("name", BREACHES)
def test_each_breach_trips_its_code_and_no_other(name: str) -> None:
    """A change that breaks laws is told with their codes and places, and nothing else is."""
    change, expected = BREACHES[name]
    assert broken(change) == expected


def test_heavy_is_derived_where_the_document_does_not_say() -> None:
    """A session without the key is heavy by focus in a loading week, or by a hard line for the legs."""
    document = legal()
    hard = line("main", 3) | {"load": {"kind": "rir", "min": 1, "max": 2}}
    for entry in document["sessions"]:
        del entry["heavy"]
    document["weeks"][1]["deload"] = True
    document["sessions"][5]["exercises"] = [hard]
    flags = [entry.heavy for entry in reading.read(document).sessions]
    assert flags == [True, True, False, False, False, True]


def test_breaches_are_sorted_and_leave_the_document_alone() -> None:
    """The list is sorted, and judging changes nothing."""
    document = legal()
    document["sessions"] = [session(f"s{n}", "2027-03-21", "power") for n in range(3)]
    before = copy.deepcopy(document)
    found = laws.errors(document)
    assert found == sorted(found)
    assert len({breach.code for breach in found}) > 3
    assert document == before


def week_only(**availability: Any) -> Json:
    """The legal plan without sessions, and with this availability alone."""
    document = legal()
    document["sessions"] = []
    document["brief"]["availability"] = availability
    return document


@pytest.mark.parametrize(
    ("availability", "dose", "expected"),
    [
        ({}, "2 full", True),
        ({"days": ["sat", "sun"]}, "2 full", False),
        ({"days": ["sat", "sun", "wed"]}, "2 full", True),
        ({"days": ["tue", "sun"]}, "2 full", True),
        ({"days": ["mon", "sun"]}, "2 full", False),
        ({"days": ["tue", "fri"], "windows": {"tue": ["07:00-08:30"]}}, "2 full", True),
        ({"days": ["tue", "fri"], "windows": {"tue": ["07:00-08:29"]}}, "2 full", False),
        ({"days": ["tue", "fri"], "max_session_minutes": 44}, "2 full", False),
        ({"days": ["mon", "tue", "thu", "fri"]}, "4 mini", True),
        ({"days": ["tue", "fri"]}, "4 mini", False),
        ({"days": ["tue", "fri"], "max_a_day": 2}, "4 mini", True),
        ({"days": ["tue", "fri"], "max_a_day": 2, "windows": {"fri": ["18:00-18:39"]}}, "4 mini", False),
    ],
)
def test_feasible_by_hand(availability: Json, dose: str, expected: bool) -> None:
    """Two joined weeks are placeable exactly where a pencil says so."""
    document = week_only(**availability)
    document["brief"]["dose"] = dose
    assert feasible.can_place(document, [1, 2], MINUTES) is expected


def test_weeks_that_owe_nothing_are_always_feasible() -> None:
    """A closed day breaks the week, and taper and transition owe no minimum."""
    document = week_only(days=["sat", "sun"], blackout=[{"first": "2027-03-03", "last": "2027-03-03"}])
    assert feasible.can_place(document, [1, 3, 4], MINUTES)
    assert not feasible.can_place(document, [1, 2], MINUTES)


def test_borders_count() -> None:
    """Weeks that can be placed alone may be impossible together."""
    document = week_only(days=["mon", "wed", "sun"], blackout=[])
    for day in ("2027-03-03", "2027-03-10"):
        document["brief"]["events"].append({"name": day, "date": day, "priority": "B"})
    document["brief"]["availability"]["days"] = ["mon", "wed", "sun"]
    assert feasible.can_place(document, [1], MINUTES)
    assert feasible.can_place(document, [2], MINUTES)
    assert not feasible.can_place(document, [1, 2], MINUTES)


def random_week(chance: random.Random) -> Json:
    """One week of strength, Tuesday's race in the next week, random runs and open time."""
    document = legal()
    days = chance.sample(reading.DAYS, chance.randint(2, 6))
    windows = {}
    for day in chance.sample(days, chance.randint(0, len(days))):
        first = chance.randrange(5, 20)
        windows[day] = [f"{first:02}:00-{first + chance.randint(1, 3):02}:15"]
    document["brief"]["availability"] = {"days": days, "windows": windows}
    event = f"2027-03-{chance.randint(8, 12):02}"
    document["brief"]["events"][0]["date"] = event
    document["weeks"][0]["deload"] = chance.random() < 0.5
    document["runs"] = [
        {"id": f"r{n}", "date": f"2027-03-{chance.randint(1, 7):02}", "time": f"{chance.randrange(5, 23):02}:00"}
        | {"minutes": chance.choice([30, 60, 120, 240])}
        for n in range(chance.randint(0, 7))
    ]
    document["sessions"] = []
    return document


def placings(document: Json, minutes: int) -> Iterator[list[Json]]:
    """Every pair of days of week 1, each at its first quarter of an hour that breaks no law alone."""
    heavy = not document["weeks"][0]["deload"]

    def alone(day: int) -> Json | None:
        for start in range(0, 24 * 60, 15):
            clock = f"{start // 60:02}:{start % 60:02}"
            entry = session(f"s{day}", f"2027-03-{day:02}", "strength", heavy=heavy, time=clock, minutes=minutes)
            if not PLACING & {breach.code for breach in laws.errors({**document, "sessions": [entry]})}:
                return entry
        return None

    fitting = [entry for entry in map(alone, range(1, 8)) if entry]
    return (list(pair) for pair in combinations(fitting, 2))


@pytest.mark.parametrize("seed", range(40))
def test_feasible_agrees_with_the_laws(seed: int) -> None:
    """Feasible says yes exactly where some pair of sessions breaks none of the placing laws."""
    document = random_week(random.Random(seed))
    found = any(
        not PLACING & {breach.code for breach in laws.errors({**document, "sessions": pair})}
        for pair in placings(document, 45)
    )
    assert feasible.can_place(document, [1], MINUTES) is found


CELLS = [
    (n, column, cell)
    for table in (timeline.GOLDEN_LONG, timeline.GOLDEN_SHORT)
    for n, row in table.items()
    for column, cell in row.items()
]


@pytest.mark.parametrize(("n", "column", "cell"), CELLS)
def test_split_gives_the_tables(n: int, column: str, cell: str) -> None:
    """The prose of the coach's tables gives every cell of its two tables."""
    level, race = column.replace(",", "").split(" ", 1)
    assert str(timeline.split(n, "novice" if level == "novice" else "advanced", KM[race])) == cell


@pytest.mark.parametrize(
    ("n", "level", "cell"),
    [
        (12, "intermediate", "0/4/3/3/2"),
        (16, "novice", "2/5/3/4/2"),
        (20, "novice", "3/7/4/4/2"),
        (24, "novice", "4/8/5/5/2"),
        (30, "novice", "4/11/6/7/2"),
    ],
)
def test_split_gives_the_worked_splits(n: int, level: str, cell: str) -> None:
    """The splits worked in the evidence tables section 6 come out too (T = 2)."""
    assert str(timeline.split(n, level, KM["half"])).split(" d ")[0] == cell


def test_split_of_a_returner() -> None:
    """A trained returner has exactly two weeks of adaptation, also before waves."""
    assert str(timeline.split(16, "advanced", 10, returner=True)) == "2/6/3/4/1 d 5 8 11"
    assert str(timeline.split(30, "advanced", 10, returner=True)).startswith("2/6/3/4 + 7/3/4/1")


@pytest.mark.parametrize("n", range(161))
@pytest.mark.parametrize("distance", [None, *KM.values()])
def test_split_keeps_its_promises(n: int, distance: float | None) -> None:
    """All weeks are dealt out; no deload opens a phase or touches the taper; loading runs are at most 4 (masters 3)."""
    for level in ("novice", "advanced"):
        for returner in (False, True):
            for masters in (False, True):
                phases, deloads = timeline.split(n, level, distance, returner, masters)
                assert sum(weeks for _, weeks, _ in phases) == n
                marks = ""
                for letter, weeks, _ in phases:
                    if letter != "T":
                        quiet = letter == "A" and weeks < 4
                        first = len(marks) + 1
                        assert first not in deloads
                        marks += "".join(
                            "-" if quiet else "d" if week in deloads else "L" for week in range(first, first + weeks)
                        )
                assert not marks.endswith("d")
                longest = max(map(len, marks.replace("-", "d").split("d")))
                assert longest <= (5 if len(marks) <= 5 else 3 if masters else 4)


PATTERNS = {  # weeks: the plain pattern, the masters' one
    3: ("LLd", "LLd"),
    4: ("LLLd", "LLLd"),
    5: ("LLLLd", "LLdLd"),
    6: ("LLdLLd", "LLdLLd"),
    7: ("LLLdLLd", "LLLdLLd"),
    8: ("LLLdLLLd", "LLLdLLLd"),
    9: ("LLLLdLLLd", "LLdLLdLLd"),
    10: ("LLLdLLdLLd", "LLLdLLdLLd"),
    11: ("LLLdLLLdLLd", "LLLdLLLdLLd"),
    12: ("LLLdLLLdLLLd", "LLdLLdLLdLLd"),
}


@pytest.mark.parametrize("weeks", PATTERNS)
def test_deload_patterns(weeks: int) -> None:
    """The block formulas give the deload table."""
    found = tuple(timeline.deload_pattern("S", weeks, masters=masters) for masters in (False, True))
    assert found == PATTERNS[weeks]


@pytest.mark.parametrize(
    ("start", "event", "week_start", "expected"),
    [
        ("2027-01-04", "2027-04-11", "mon", (14, 0, False)),
        ("2027-01-04", "2027-04-14", "mon", (14, 0, True)),
        ("2027-01-04", "2027-04-15", "mon", (15, 0, False)),
        ("2027-01-07", "2027-04-11", "mon", (14, 0, False)),
        ("2027-01-08", "2027-04-11", "mon", (13, 3, False)),
        ("2027-01-10", "2027-04-11", "mon", (13, 1, False)),
        ("2027-01-10", "2027-04-11", "sun", (13, 0, True)),
        ("2027-01-08", "2027-01-10", "mon", (0, 3, False)),
        ("2027-01-04", "2027-01-06", "mon", (0, 0, True)),
        ("2027-01-10", "2027-01-11", "mon", (0, 1, True)),
    ],
)
def test_count_weeks(start: str, event: str, week_start: str, expected: tuple[int, int, bool]) -> None:
    """Stubs of at most three days at either end are not counted, the event's week otherwise is."""
    assert timeline.count_weeks(dt.date.fromisoformat(start), dt.date.fromisoformat(event), week_start) == expected
