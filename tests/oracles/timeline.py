"""Coaching.md sections 1 and 2 stated anew: how weeks are counted, shared among phases and deloaded.

Standard library only, nothing of periodize. `GOLDEN_LONG` and `GOLDEN_SHORT` are the two tables, transcribed; a cell
`2/5/3/3/3 d 7 10` is A/S/P/E/T weeks, further waves after `+`, and the weeks that are deloads.
"""

import datetime as dt
from typing import NamedTuple

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
GROWTH = "SESASPEASPSESPESSEAA"
MINIMA = {"A": 2, "S": 4, "P": 3, "E": 3}
MAXIMA = {"A": 6, "S": 12, "P": 6, "E": 8}
E_BEFORE_TAPER = {1: "L", 2: "LL", 3: "LLL", 4: "LLLL", 5: "LLdLL", 6: "LLdLLL", 7: "LLLdLLL", 8: "LLLdLLLL"}
MASTERS_E_BEFORE_TAPER = E_BEFORE_TAPER | {4: "LLdL", 8: "LLdLLdLL"}
Shares = dict[str, int]


class Split(NamedTuple):
    """Phases as (letter, weeks, wave) in order, and the deload weeks counted from the first counted week."""

    phases: list[tuple[str, int, int]]
    deloads: list[int]

    def __str__(self) -> str:
        """The split as the tables write it."""
        weeks = {(letter, wave): n for letter, n, wave in self.phases}
        last = max((wave for _, wave in weeks), default=1)
        groups = []
        for wave in range(1, last + 1):
            letters = ("A" if wave == 1 else "") + "SPE" + ("T" if wave == last else "")
            groups.append("/".join(str(weeks.get((letter, wave), 0)) for letter in letters))
        return " ".join([" + ".join(groups), *(["d"] if self.deloads else []), *map(str, self.deloads)])


def count_weeks(start: dt.date, event: dt.date, week_start: str = "mon") -> tuple[int, int, bool]:
    """N, the days of a start stub (0 when there is none), and whether the event's week is a stub."""
    border = DAYS.index(week_start[:3].lower())
    first = start - dt.timedelta(days=(start.weekday() - border) % 7)
    last = event - dt.timedelta(days=(event.weekday() - border) % 7)
    first_days = 7 - (start - first).days
    start_stub = first_days if first_days <= 3 else 0
    event_stub = (event - last).days + 1 <= 3
    weeks = (last - first).days // 7 + 1
    return weeks - (start_stub > 0) - event_stub, start_stub, event_stub


def taper_range(distance_km: float | None) -> tuple[int, int]:
    """The default and the least number of taper weeks."""
    if distance_km is None:
        return 2, 1
    if distance_km <= 12:
        return 1, 1
    return (2, 1) if distance_km <= 25 else (3, 2)


def split(n: int, level: str, distance_km: float | None, returner: bool = False, masters: bool = False) -> Split:
    """How n counted weeks are shared."""
    novice = level == "novice"
    default, least = taper_range(distance_km)
    waves, taper = _share(n, default, least, novice=novice, returner=returner)
    phases = [
        (letter, shares[letter], wave) for wave, shares in enumerate(waves, 1) for letter in "ASPE" if letter in shares
    ]
    before_taper = sum(weeks for _, weeks, _ in phases)
    deloads: list[int] = []
    done = 0
    for letter, weeks, wave in phases:
        pattern = deload_pattern(letter, weeks, before_taper=wave == len(waves), masters=masters)
        if before_taper > 5:
            deloads += [done + i for i, mark in enumerate(pattern, 1) if mark == "d"]
        done += weeks
    if taper:
        phases.append(("T", taper, max(1, len(waves))))
    return Split(phases, deloads)


def _share(n: int, default: int, least: int, *, novice: bool, returner: bool) -> tuple[list[Shares], int]:
    """The waves (weeks by letter) and the taper's weeks."""
    lead = "A" if novice or returner else ""
    most = MAXIMA if novice else MAXIMA | {"A": 2}
    tapers = range(default, least - 1, -1)
    if n - default > sum(most[letter] for letter in lead + "SPE"):
        return _waves(n - default, default, lead, most), default
    for letters in (lead + "SPE", lead + "SE"):
        for taper in tapers:
            if n - taper >= sum(MINIMA[letter] for letter in letters):
                return [_grow(letters, n - taper, most, _order(taper))], taper
    if novice and n >= 8:
        return [_grow("AE", n - default, most, "EA" * n)], default
    if n >= 3:
        taper = next((taper for taper in tapers if n - taper >= 3), least)
        return [{"E": n - taper}], taper
    return [], n


def _waves(weeks: int, taper: int, lead: str, most: Shares) -> list[Shares]:
    adaptation = min(4, most["A"]) if lead else 0
    rest = weeks - adaptation
    count = -(-rest // 22)
    short, longer = divmod(rest, count)
    lengths = [short] * (count - longer) + [short + 1] * longer
    waves = [_grow("SPE", length, most | {"E": 4}, GROWTH) for length in lengths[:-1]]
    waves.append(_grow("SPE", lengths[-1], most, _order(taper)))
    if lead:
        waves[0] = {"A": adaptation} | waves[0]
    return waves


def _order(taper: int) -> str:
    """The order of growth; beside a taper of 3 the first E moves to the end."""
    return GROWTH.replace("E", "", 1) + "E" if taper == 3 else GROWTH


def _grow(letters: str, weeks: int, most: Shares, order: str) -> Shares:
    shares = {letter: MINIMA[letter] for letter in letters}
    for letter in order:
        if letter in shares and shares[letter] < most[letter] and sum(shares.values()) < weeks:
            shares[letter] += 1
    if sum(shares.values()) != weeks:
        raise ValueError(f"{weeks} weeks do not fit {letters}")
    return shares


def deload_pattern(letter: str, weeks: int, *, before_taper: bool = False, masters: bool = False) -> str:
    """The weeks of a phase, `L` loading and `d` deload; `before_taper` says that the wave is the last."""
    if letter == "A" and weeks < 4:
        return "L" * weeks
    if letter == "E" and before_taper:
        return (MASTERS_E_BEFORE_TAPER if masters else E_BEFORE_TAPER)[weeks]
    blocks = max(weeks // 3, -(-weeks // 4)) if masters else (weeks + 2) // 4
    short, longer = divmod(weeks, blocks)
    return "".join("L" * (short + (block < longer) - 1) + "d" for block in range(blocks))


GOLDEN_LONG: dict[int, dict[str, str]] = {
    16: {
        "novice, marathon": "2/5/3/3/3 d 7 10",
        "novice, 10 km": "2/6/3/4/1 d 5 8 11",
        "trained, marathon": "0/7/3/3/3 d 4 7 10",
        "trained, 10 km": "0/7/4/4/1 d 4 7 11",
    },
    20: {
        "novice, marathon": "3/7/4/3/3 d 7 10 14",
        "novice, 10 km": "3/7/4/5/1 d 7 10 14 17",
        "trained, marathon": "0/8/5/4/3 d 4 8 13",
        "trained, 10 km": "0/9/5/5/1 d 5 9 14 17",
    },
    24: {
        "novice, marathon": "4/8/5/4/3 d 4 8 12 17",
        "novice, 10 km": "4/9/5/5/1 d 4 9 13 18 21",
        "trained, marathon": "0/10/6/5/3 d 4 7 10 13 16 19",
        "trained, 10 km": "0/10/6/7/1 d 4 7 10 13 16 20",
    },
    30: {
        "novice, marathon": "4/11/6/6/3 d 4 8 12 15 18 21 24",
        "novice, 10 km": "4/12/6/7/1 d 4 8 12 16 19 22 26",
        "trained, marathon": "0/6/3/4 + 7/4/3/3 d 3 6 9 13 17 20 24",
        "trained, 10 km": "0/7/3/4 + 7/4/4/1 d 4 7 10 14 18 21 25",
    },
    36: {
        "novice, marathon": "4/7/3/4 + 7/4/4/3 d 4 8 11 14 18 22 25 29",
        "novice, 10 km": "4/7/4/4 + 7/4/5/1 d 4 8 11 15 19 23 26 30 33",
        "trained, marathon": "0/8/4/4 + 8/5/4/3 d 4 8 12 16 20 24 29",
        "trained, 10 km": "0/8/5/4 + 8/5/5/1 d 4 8 13 17 21 25 30 33",
    },
    40: {
        "novice, marathon": "4/8/4/4 + 8/5/4/3 d 4 8 12 16 20 24 28 33",
        "novice, 10 km": "4/8/5/4 + 8/5/5/1 d 4 8 12 17 21 25 29 34 37",
        "trained, marathon": "0/9/5/4 + 9/5/5/3 d 5 9 14 18 23 27 32 35",
        "trained, 10 km": "0/10/5/4 + 9/5/6/1 d 4 7 10 15 19 24 28 33 36",
    },
    45: {
        "novice, marathon": "4/10/5/4 + 9/5/5/3 d 4 8 11 14 19 23 28 32 37 40",
        "novice, 10 km": "4/10/6/4 + 9/5/6/1 d 4 8 11 14 17 20 24 29 33 38 41",
        "trained, marathon": "0/11/6/4 + 10/6/5/3 d 4 8 11 14 17 21 25 28 31 34 37 40",
        "trained, 10 km": "0/12/6/4 + 10/6/6/1 d 4 8 12 15 18 22 26 29 32 35 38 41",
    },
    52: {
        "novice, marathon": "4/7/4/4 + 7/4/4 + 7/4/4/3 d 4 8 11 15 19 23 26 30 34 38 41 45",
        "novice, 10 km": "4/7/4/4 + 8/4/4 + 7/4/5/1 d 4 8 11 15 19 23 27 31 35 39 42 46 49",
        "trained, marathon": "0/8/4/4 + 8/4/4 + 8/5/4/3 d 4 8 12 16 20 24 28 32 36 40 45",
        "trained, 10 km": "0/8/5/4 + 8/5/4 + 8/4/5/1 d 4 8 13 17 21 25 30 34 38 42 46 49",
    },
    60: {
        "novice, marathon": "4/8/5/4 + 9/5/4 + 9/5/4/3 d 4 8 12 17 21 26 30 35 39 44 48 53",
        "novice, 10 km": "4/9/5/4 + 9/5/4 + 9/5/5/1 d 4 9 13 18 22 27 31 36 40 45 49 54 57",
        "trained, marathon": ("0/10/5/4 + 10/5/4 + 9/5/5/3 d 4 7 10 15 19 23 26 29 34 38 43 47 52 55"),
        "trained, 10 km": ("0/10/5/4 + 10/6/4 + 9/5/6/1 d 4 7 10 15 19 23 26 29 32 35 39 44 48 53 56"),
    },
    78: {
        "novice, marathon": ("4/8/5/4 + 9/5/4 + 9/5/4 + 9/5/4/3 d 4 8 12 17 21 26 30 35 39 44 48 53 57 62 66 71"),
        "novice, 10 km": ("4/9/5/4 + 9/5/4 + 9/5/4 + 9/5/5/1 d 4 9 13 18 22 27 31 36 40 45 49 54 58 63 67 72 75"),
        "trained, marathon": (
            "0/9/5/4 + 10/5/4 + 10/5/4 + 9/5/5/3 d 5 9 14 18 22 25 28 33 37 41 44 47 52 56 61 65 70 73"
        ),
        "trained, 10 km": (
            "0/10/5/4 + 10/5/4 + 10/5/4 + 9/5/6/1 d 4 7 10 15 19 23 26 29 34 38 42 45 48 53 57 62 66 71 74"
        ),
    },
    104: {
        "novice, marathon": (
            "4/10/5/4 + 10/5/4 + 10/5/4 + 10/6/4 + 10/5/5/3 "
            "d 4 8 11 14 19 23 27 30 33 38 42 46 49 52 57 61 65 68 71 74 77 81 85 88 91 96 99"
        ),
        "novice, 10 km": (
            "4/10/5/4 + 10/6/4 + 10/6/4 + 10/6/4 + 9/5/6/1 "
            "d 4 8 11 14 19 23 27 30 33 36 39 43 47 50 53 56 59 63 67 70 73 76 79 83 88 92 97 "
            "100"
        ),
        "trained, marathon": (
            "0/10/6/4 + 10/6/4 + 10/6/4 + 10/6/4 + 10/6/5/3 "
            "d 4 7 10 13 16 20 24 27 30 33 36 40 44 47 50 53 56 60 64 67 70 73 76 80 84 87 90 "
            "93 96 99"
        ),
        "trained, 10 km": (
            "0/10/6/4 + 10/6/4 + 11/6/4 + 11/6/4 + 10/5/6/1 "
            "d 4 7 10 13 16 20 24 27 30 33 36 40 44 48 51 54 57 61 65 69 72 75 78 82 86 89 92 "
            "97 100"
        ),
    },
}

GOLDEN_SHORT: dict[int, dict[str, str]] = {
    1: {
        "novice marathon": "0/0/0/0/1",
        "novice half": "0/0/0/0/1",
        "novice 10 km": "0/0/0/0/1",
        "trained marathon": "0/0/0/0/1",
        "trained half": "0/0/0/0/1",
        "trained 10 km": "0/0/0/0/1",
    },
    2: {
        "novice marathon": "0/0/0/0/2",
        "novice half": "0/0/0/0/2",
        "novice 10 km": "0/0/0/0/2",
        "trained marathon": "0/0/0/0/2",
        "trained half": "0/0/0/0/2",
        "trained 10 km": "0/0/0/0/2",
    },
    3: {
        "novice marathon": "0/0/0/1/2",
        "novice half": "0/0/0/2/1",
        "novice 10 km": "0/0/0/2/1",
        "trained marathon": "0/0/0/1/2",
        "trained half": "0/0/0/2/1",
        "trained 10 km": "0/0/0/2/1",
    },
    4: {
        "novice marathon": "0/0/0/2/2",
        "novice half": "0/0/0/3/1",
        "novice 10 km": "0/0/0/3/1",
        "trained marathon": "0/0/0/2/2",
        "trained half": "0/0/0/3/1",
        "trained 10 km": "0/0/0/3/1",
    },
    5: {
        "novice marathon": "0/0/0/3/2",
        "novice half": "0/0/0/3/2",
        "novice 10 km": "0/0/0/4/1",
        "trained marathon": "0/0/0/3/2",
        "trained half": "0/0/0/3/2",
        "trained 10 km": "0/0/0/4/1",
    },
    6: {
        "novice marathon": "0/0/0/3/3",
        "novice half": "0/0/0/4/2",
        "novice 10 km": "0/0/0/5/1",
        "trained marathon": "0/0/0/3/3",
        "trained half": "0/0/0/4/2",
        "trained 10 km": "0/0/0/5/1",
    },
    7: {
        "novice marathon": "0/0/0/4/3",
        "novice half": "0/0/0/5/2",
        "novice 10 km": "0/0/0/6/1 d 3",
        "trained marathon": "0/0/0/4/3",
        "trained half": "0/0/0/5/2",
        "trained 10 km": "0/0/0/6/1 d 3",
    },
    8: {
        "novice marathon": "2/0/0/3/3",
        "novice half": "2/0/0/4/2",
        "novice 10 km": "3/0/0/4/1",
        "trained marathon": "0/0/0/5/3",
        "trained half": "0/4/0/3/1 d 4",
        "trained 10 km": "0/4/0/3/1 d 4",
    },
    9: {
        "novice marathon": "2/0/0/4/3",
        "novice half": "3/0/0/4/2",
        "novice 10 km": "3/0/0/5/1 d 6",
        "trained marathon": "0/4/0/3/2 d 4",
        "trained half": "0/4/0/3/2 d 4",
        "trained 10 km": "0/5/0/3/1 d 5",
    },
    10: {
        "novice marathon": "3/0/0/4/3",
        "novice half": "2/4/0/3/1 d 6",
        "novice 10 km": "2/4/0/3/1 d 6",
        "trained marathon": "0/4/0/3/3 d 4",
        "trained half": "0/5/0/3/2 d 5",
        "trained 10 km": "0/5/0/4/1 d 5",
    },
    11: {
        "novice marathon": "2/4/0/3/2 d 6",
        "novice half": "2/4/0/3/2 d 6",
        "novice 10 km": "2/5/0/3/1 d 7",
        "trained marathon": "0/5/0/3/3 d 5",
        "trained half": "0/4/3/3/1 d 4 7",
        "trained 10 km": "0/4/3/3/1 d 4 7",
    },
    12: {
        "novice marathon": "2/4/0/3/3 d 6",
        "novice half": "2/5/0/3/2 d 7",
        "novice 10 km": "2/5/0/4/1 d 7",
        "trained marathon": "0/4/3/3/2 d 4 7",
        "trained half": "0/4/3/3/2 d 4 7",
        "trained 10 km": "0/5/3/3/1 d 5 8",
    },
    13: {
        "novice marathon": "2/5/0/3/3 d 7",
        "novice half": "2/4/3/3/1 d 6 9",
        "novice 10 km": "2/4/3/3/1 d 6 9",
        "trained marathon": "0/4/3/3/3 d 4 7",
        "trained half": "0/5/3/3/2 d 5 8",
        "trained 10 km": "0/5/3/4/1 d 5 8",
    },
    14: {
        "novice marathon": "2/4/3/3/2 d 6 9",
        "novice half": "2/4/3/3/2 d 6 9",
        "novice 10 km": "2/5/3/3/1 d 7 10",
        "trained marathon": "0/5/3/3/3 d 5 8",
        "trained half": "0/5/3/4/2 d 5 8",
        "trained 10 km": "0/6/3/4/1 d 3 6 9",
    },
    15: {
        "novice marathon": "2/4/3/3/3 d 6 9",
        "novice half": "2/5/3/3/2 d 7 10",
        "novice 10 km": "2/5/3/4/1 d 7 10",
        "trained marathon": "0/6/3/3/3 d 3 6 9",
        "trained half": "0/6/3/4/2 d 3 6 9",
        "trained 10 km": "0/7/3/4/1 d 4 7 10",
    },
}
