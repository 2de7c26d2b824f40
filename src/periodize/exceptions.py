"""The errors of this library: broken input, impossible requests and unknown names.

What is merely unwise in a plan is never an exception: it is a finding of `periodize.check`.
"""

from __future__ import annotations

import difflib
import reprlib
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from periodize._model import Clash, Relaxation

__all__ = [
    "ConfigError",
    "DecodeError",
    "InfeasibleError",
    "PeriodizeError",
    "Problem",
    "TooManyChoicesError",
    "UnknownRuleError",
    "UnknownSessionError",
    "escape",
    "maybe",
]

_LONGEST_VALUE = 60
_SHOWN = reprlib.Repr()  # looks only at the beginning of a long value
_SHOWN.maxstring = _SHOWN.maxlong = _SHOWN.maxother = _LONGEST_VALUE
_SHOWN.maxlevel = 3


def maybe(name: object, known: Iterable[str]) -> str:
    """Name the known words that are nearest to an unknown one, as the end of a message."""
    if not isinstance(name, str):
        return ""
    words = {word.casefold(): word for word in sorted(known)}
    near = [words[word] for word in difflib.get_close_matches(name[:200].casefold(), words, n=3, cutoff=0.6)]
    return f"maybe {' or '.join(map(_printable, near))}" if near else ""


def escape(key: object) -> str:
    """Write a key as a step of a JSON Pointer.

    >>> escape("a/b~c")
    'a~1b~0c'
    """
    return str(key).replace("~", "~0").replace("/", "~1")


@attrs.frozen
class Problem:
    """One thing that is wrong with an input.

    Attributes:
        pointer: where, as a JSON Pointer (RFC 6901) into the input; empty for the whole of it.
        message: what is wrong and what would be right.
        value: what was found there.
        hint: a way out that begins with "maybe", or nothing.
    """

    pointer: str
    message: str
    value: Any = None
    hint: str = ""

    def __str__(self) -> str:
        shown = "" if self.value is None else f" (got {_shown(self.value)})"
        hint = f"; {self.hint}" if self.hint else ""
        return f"{_printable(self.pointer) or '/'}: {self.message}{shown}{hint}"

    def under(self, prefix: str) -> Problem:
        """Return the same problem as seen from an object further out."""
        return attrs.evolve(self, pointer=prefix + self.pointer)


def _shown(value: object) -> str:
    try:
        text = _SHOWN.repr(value)
    except ValueError:  # an integer with more digits than Python writes
        return "a number with too many digits"
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"


def _printable(text: str) -> str:
    return text if text.isprintable() else ascii(text)[1:-1]


class PeriodizeError(Exception):
    """The root of this library's errors."""


class DecodeError(PeriodizeError, ValueError):
    """An input has the wrong shape; `problems` says all that is wrong with it, in order.

    >>> import periodize
    >>> try:
    ...     periodize.Brief.from_dict({"start": "soon", "events": [{"date": "2027-04-18"}], "dosis": "2 full"})
    ... except periodize.DecodeError as error:
    ...     [problem.pointer for problem in error.problems]
    ['/dosis', '/start']
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class ConfigError(PeriodizeError, ValueError):
    """Rules were set up in a way that cannot work."""


class UnknownRuleError(ConfigError, LookupError):
    """No rule has this code or name."""


class TooManyChoicesError(PeriodizeError, ValueError):
    """A week has more ways to place its sessions than the search goes through."""


class UnknownSessionError(PeriodizeError, LookupError):
    """No session of the plan has this id."""


class InfeasibleError(PeriodizeError, ValueError):
    """No plan without an error exists for this brief.

    Attributes:
        conflict: the facts and rules that cannot hold together, over the shortest run of weeks; without any one of
            them those weeks can be planned.
        relaxations: the nearest changes to the brief that were planned and work, at most three; empty where none was
            found.
    """

    conflict: tuple[Clash, ...]
    relaxations: tuple[Relaxation, ...]

    def __init__(self, conflict: Iterable[Clash], relaxations: Iterable[Relaxation] = ()) -> None:
        self.conflict = tuple(conflict)
        self.relaxations = tuple(relaxations)
        super().__init__(self.conflict, self.relaxations)

    def __str__(self) -> str:
        weeks = sorted({week for clash in self.conflict for week in clash.weeks})
        numbers = str(weeks[0]) if len(weeks) == 1 else f"{weeks[0]} to {weeks[-1]}" if weeks else ""
        where = f" in week{'s' * (len(weeks) > 1)} {numbers}" if numbers else ""
        lines = [f"no plan holds all of this{where}:", *(f"- {clash.label}" for clash in self.conflict)]
        if self.relaxations:
            lines += ["maybe one of these, each planned and found to work:"]
            lines += [f"- {relaxation.label}" for relaxation in self.relaxations]
        elif weeks:
            lines += ["no change of up to three things in the brief was found to work; maybe plan with best effort"]
        return "\n".join(lines)
