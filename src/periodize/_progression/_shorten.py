"""Make a session fit into its minutes, one small step at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from periodize._evidence import _session as numbers
from periodize._minutes import warm_up_seconds, working_seconds
from periodize._model import Part, Role
from periodize._progression._draft import Draft, Reps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from periodize._model import WarmUp


class Session:
    """A session that may be too long: its warm-up and its lines.

    Attributes:
        warm_up, lines: what it holds.
        keep: how many lines of the warm-up stay where others go, counted from its end: low hops and light first sets.
        deloads: whether its sets must leave room for a deload to lighten them.
    """

    def __init__(self, warm_up: list[WarmUp], lines: list[Draft], *, keep: int, deloads: bool) -> None:
        self.warm_up = warm_up
        self.lines = lines
        self.keep = keep
        self.deloads = deloads

    def split_pairs(self, *, hurried: bool = False) -> None:
        """Let a line without a partner stand alone."""
        labels = [line.pair for line in self.lines]
        for line in self.lines:
            if line.pair is not None and labels.count(line.pair) == 1:
                line.leave_pair(hurried=hurried)

    def keep_lines(self, most: int) -> None:
        """Drop the lines that are spared first until so many are left."""
        while len(self.lines) > most and self._drop_line():
            pass

    def fit(self, minutes: int) -> None:
        """Shorten until it fits into 10 minutes or more.

        In this order: pauses, repetitions of endurance lines and holds, third and fourth sets, second sets from the
        end, the general warm-up, whole lines as `spare` says; and as the last resort the pauses of big lifts and their
        second sets.
        """
        if not self._is_longer_than(minutes):
            return
        for shorten in (
            self._cut_pauses,
            self._cut_reps,
            self._cut_third_sets,
            self._cut_second_sets,
            self._cut_warm_up,
            self._drop_line,
            self._cut_big_pauses,
            self._cut_any_set,
        ):
            while self._is_longer_than(minutes) and shorten():
                pass

    def _is_longer_than(self, minutes: int) -> bool:
        return warm_up_seconds(self.warm_up) + working_seconds(self.lines) > minutes * 60

    def _cut_pauses(self, floor: int | None = None) -> bool:
        cut = False
        for line in self.lines:
            least = line.floor_seconds if floor is None else min(floor, line.rest_seconds)
            if line.rest_seconds > least:
                line.rest_seconds = max(line.rest_seconds - numbers.CUT_SECONDS.value, least)
                cut = True
        return cut

    def _cut_reps(self) -> bool:
        fewest = numbers.ENDURANCE.value[0].reps
        shortest = numbers.HOLD_SECONDS.value["endurance"][0]
        step = numbers.CUT_REPS.value
        cut = False
        for line in self.lines:
            if line.reps is not None and line.reps.min > fewest:
                reps = max(line.reps.min - step, fewest)
                line.reps = Reps(reps, reps)
                cut = True
            if line.hold_seconds is not None and line.hold_seconds > shortest:
                line.hold_seconds = max(line.hold_seconds - step, shortest)
                cut = True
        return cut

    def _cut_third_sets(self) -> bool:
        """Take a set off the last line that has more than two, big lifts last; in turn, the lines stay even."""
        for line in _big_last(self.lines):
            if line.sets > 2:
                most = line.sets
                for other in self.lines:
                    if other is line or (line.pair is not None and other.pair == line.pair and other.sets == most):
                        other.sets -= 1
                return True
        return False

    def _cut_second_sets(self) -> bool:
        for line in _big_last(self.lines):
            if line.sets == 2:
                line.sets = 1
                if not self.deloads or can_deload(self.lines):
                    return True
                line.sets = 2
                return False
        return False

    def _cut_warm_up(self) -> bool:
        if len(self.warm_up) - self.keep <= 1:
            return False
        del self.warm_up[-self.keep - 1]
        return True

    def _drop_line(self) -> bool:
        """Drop the line that is spared first."""
        if len(self.lines) <= numbers.LEAST_LINES.value:
            return False
        self.lines.remove(max(self.lines, key=lambda line: (line.choice.spare, line.choice.place)))
        self.split_pairs(hurried=True)
        return True

    def _cut_big_pauses(self) -> bool:
        return self._cut_pauses(numbers.SHORTEST_REST_SECONDS.value["last"])

    def _cut_any_set(self) -> bool:
        line = max(self.lines, key=lambda item: item.sets)
        cut = line.sets > 1
        line.sets -= cut
        return cut


def _big_last(lines: Sequence[Draft]) -> list[Draft]:
    """Return the lines from the end, big and fast lifts after all others."""
    backwards = list(reversed(lines))
    backwards.sort(key=lambda line: line.role in (Role.MAIN, Role.POWER, Role.RETENTION))
    return backwards


def spread(lines: Sequence[Draft]) -> list[Draft]:
    """Leave each line its share of the sets, one at least, and leave out the other day's push or pull.

    What is left over goes to those that lost most by whole sets, legs first.
    """
    share = numbers.THIRD_SHARE.value
    over = round(sum(line.sets for line in lines) * share)
    kept = [line for line in lines if not line.choice.extra]
    lost = {id(line): line.sets * share - int(line.sets * share) for line in kept}
    for line in kept:
        line.sets = max(int(line.sets * share), 1)
        over -= line.sets
    for line in sorted(kept, key=lambda line: (-lost[id(line)], Part.LEGS not in line.exercise.parts))[: max(over, 0)]:
        line.sets += 1
    return kept


def deload_sets(line: Draft) -> int:
    """Return how many sets of a line a deload keeps."""
    table = numbers.DELOAD_JUMP_SETS if line.exercise.contacts else numbers.DELOAD_SETS
    return table.value.get(line.sets, line.sets // 2)


def can_deload(lines: Sequence[Draft]) -> bool:
    """Whether a deload of these lines would be light enough."""
    sets = sum(line.sets for line in lines)
    return sum(map(deload_sets, lines)) <= (1 - numbers.DELOAD_CUT.value[0]) * sets
