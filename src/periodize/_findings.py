"""What rules are made of and what they find: severities, places, hits, findings and the report."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from periodize._messages import Messages, source_of
from periodize._model import Edit, Focus, Form, Mesocycle, Phase, Run, RunKind, Waiver, Week
from periodize._phrases import Words, at_time, fill, number_text, on_day, phrase
from periodize._units import Shape, as_tuple, expect
from periodize.exceptions import ConfigError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from periodize._model import Session

Measure = int | float | str | None
"""What was measured or is required: a number in the unit that the message says, or a word."""


Plain: TypeAlias = str | float | int | None
"""What a message's value is in a document."""


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """Breaks a stated constraint, is incoherent or plainly unsafe."""
    WARNING = "warning"
    """Likely costs."""
    ADVICE = "advice"
    """Worth knowing."""

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for advice."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Grade(StrEnum):
    """How far a repair may be trusted."""

    SAFE = "safe"
    """Changes when or how something is done; no training is added or taken away."""
    UNSAFE = "unsafe"
    """Adds training, takes some away or makes it another; done where it is asked for."""
    SHOWN = "shown"
    """For a person to decide; never done by itself."""


def _as_edits(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    return as_tuple(edits)


def _label(edits: object) -> str:
    return "; ".join(map(str, edits)) if isinstance(edits, tuple) else ""


@attrs.frozen
class Repair:
    """A way out of a finding.

    Attributes:
        edits: what is to be done, all together; none where only a person can do it.
        grade: how far it may be trusted.
        label: what it is, in a few words.
    """

    edits: tuple[Edit, ...] = attrs.field(converter=_as_edits)
    grade: Grade = Grade.SAFE
    label: str = attrs.field(default=attrs.Factory(lambda self: _label(self.edits), takes_self=True))

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        edits: object = self.edits
        label: object = self.label
        if not isinstance(edits, tuple) or not all(isinstance(edit, Edit) for edit in edits):
            shape.add("edits", "must be a list of edits", edits)
        shape.member("grade", self.grade, Grade)
        if not isinstance(label, str) or not label:
            shape.add("label", "must say what is to be done", label)
        shape.done()

    def __str__(self) -> str:
        return _one_line(self.label)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "label": self.label,
            "grade": self.grade.value,
            "edits": [edit.to_dict() for edit in self.edits],
        }


_CODE = re.compile(r"[A-Z]{2,5}[0-9]{3}", re.ASCII)
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", re.ASCII)
_READS: tuple[object, ...] = ("season", "schedule", "exercises")


@attrs.frozen
class Example:
    """A plan of a few lines that shows a rule: it trips, or it passes.

    Attributes:
        says: what it shows.
        plan: the plan's document; what is left out is filled in as `loads` does.
        trips: whether the rule finds something.
    """

    says: str
    plan: Mapping[str, Any] = attrs.field(repr=False, hash=False)
    trips: bool


@attrs.frozen(kw_only=True)
class Only:
    """Where alone a rule can have something to say, so that it is not asked elsewhere; what is empty says nothing.

    Attributes:
        phases: of the session, the week or the mesocycle; of a rule about the plan, those of the sessions that matter.
        forms, focuses: of the session.
        heavy: whether the session loads the legs heavily.
        kinds: of the run that stands beside the session.
    """

    phases: tuple[Phase, ...] = ()
    forms: tuple[Form, ...] = ()
    focuses: tuple[Focus, ...] = ()
    heavy: bool | None = None
    kinds: tuple[RunKind, ...] = ()

    def session(self, session: Session) -> bool:
        """Whether a session is of these."""
        return (
            (not self.phases or session.phase in self.phases)
            and (not self.forms or session.form in self.forms)
            and (not self.focuses or session.focus in self.focuses)
            and self.heavy in {None, session.heavy}
        )

    def run(self, kind: RunKind) -> bool:
        """Whether a run is of these."""
        return not self.kinds or kind in self.kinds


@attrs.frozen
class RuleMeta:
    """The identity of a rule.

    Attributes:
        code: two to five capital letters and three digits; PZ is this library's. Never used again.
        name: reads well after "allow".
        severity: of its findings, unless the rule set says otherwise.
        since: the version that brought it.
        sources: keys of the source list; empty is practice.
        examples: plans that trip and that pass.
        reads: "schedule" where it needs no more than placement decides, and so steers it; "exercises" where it looks
            at what a session holds; "season" where it looks at no session at all.
        only: where alone it can have something to say; None is anywhere.

    Raises:
        ConfigError: with all that is wrong.
    """

    code: str
    name: str
    severity: Severity
    since: str | None = attrs.field(default=None, kw_only=True)
    sources: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    examples: tuple[Example, ...] = attrs.field(default=(), kw_only=True, repr=False)
    reads: Literal["season", "schedule", "exercises"] = attrs.field(default="schedule", kw_only=True)
    only: Only | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        wrong = "; ".join(self._faults())
        if wrong:
            message = f"the meta of {self.code!r:.60}: {wrong}"
            raise ConfigError(message)

    def _faults(self) -> Iterator[str]:
        """Yield all that is wrong, whatever the fields hold."""
        if not _fits(_CODE, self.code):
            yield "code must be like APP001"
        if not _fits(_NAME, self.name):
            yield f"name must be like friday-session, not {self.name!r:.60}"
        if not _is_in(self.severity, Severity):
            yield f"severity must be a Severity, not {self.severity!r:.60}"
        if not _is_in(self.since, str, type(None)):
            yield f"since must be a version, not {self.since!r:.60}"
        if not _all_are(self.sources, str):
            yield f"sources must be a tuple of keys, not {self.sources!r:.60}"
        if not _all_are(self.examples, Example):
            yield f"examples must be a tuple of Example, not {self.examples!r:.60}"
        if self.reads not in _READS:
            yield f"reads must be season, schedule or exercises, not {self.reads!r:.60}"
        if not _is_in(self.only, Only, type(None)):
            yield f"only must be an Only, not {self.only!r:.60}"


def _fits(pattern: re.Pattern[str], text: object) -> bool:
    return isinstance(text, str) and pattern.fullmatch(text) is not None


def _is_in(value: object, *kinds: type) -> bool:
    return isinstance(value, kinds)


def _all_are(values: object, kind: type) -> bool:
    return isinstance(values, tuple) and all(isinstance(value, kind) for value in values)


class Hit:
    """What a rule yields: something is wrong here. The engine adds code, severity and place.

    Args:
        template: the message, with the values in braces, such as "{session} falls on a Friday". A value can choose
            words: `{n:week|weeks}` says the first for one or for what is true; of three the first is for none.
        session, run, week: where, if it is not what the rule was asked about; the template may name these anyhow. The
            place of a pair is always the session that would move: the later of two.
        measured, required: what was found and what would be right.
        edits: ways out, the best first; an edit is a safe repair of itself, a `Repair` says more.
        values: what else the template names, and nothing besides. Give numbers, days, phases and the names of
            `Catalogue.name` as they are, so that another language can say them.
    """

    __slots__ = ("edits", "measured", "required", "run", "session", "template", "values", "week")

    def __init__(
        self,
        template: str,
        *,
        session: Session | None = None,
        run: Run | None = None,
        week: Week | None = None,
        measured: Measure = None,
        required: Measure = None,
        edits: Collection[Edit | Repair] = (),
        **values: object,
    ) -> None:
        self.template = template
        self.session = session
        self.run = run
        self.week = week
        self.measured = measured
        self.required = required
        self.edits: tuple[Edit | Repair, ...] = as_tuple(edits)
        self.values = values

    def __repr__(self) -> str:
        return f"Hit({self.template!r}, measured={self.measured!r}, required={self.required!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Hit):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    __hash__ = None  # type: ignore[assignment]  # its values may be anything

    @property
    def message(self) -> str:
        """The template with its values filled in."""
        return self.about()

    def about(self, *items: object) -> str:
        """Fill in the template; what the rule was asked about stands in where the hit does not say which."""
        return fill(self.template, self.filling(*items))

    def filling(self, *items: object) -> dict[str, object]:
        """Return what the template can name, by name; see `about`."""
        values: dict[str, object] = {type(item).__name__.lower(): item for item in items}
        places = {"session": self.session, "run": self.run, "week": self.week}
        values |= {name: item for name, item in places.items() if item is not None}
        return values | {"measured": number_text(self.measured), "required": number_text(self.required), **self.values}


def as_value(value: object) -> Plain:
    """Return a value of a message as JSON can hold it, a number or words; words know what another language says.

    A word of the library's, such as a phase, stays what it is, for it is text.
    """
    if value is None or isinstance(value, int | float | Words | StrEnum) or type(value) is str:
        return value
    if isinstance(value, dt.time):
        return at_time(value)
    if isinstance(value, dt.date):
        return on_day(value)
    if isinstance(value, Week):
        return phrase("week {number}", number=value.week)
    if isinstance(value, Mesocycle):
        return phrase("{phase} of wave {wave}", phase=value.phase, wave=value.wave)
    if isinstance(value, Run):
        return phrase("cross-training {id}" if value.is_cross else "{kind} run {id}", kind=value.kind, id=value.id)
    return str(value)


def _one_line(text: str) -> str:
    """Write control characters and line ends, which names may hold, as escapes."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


@attrs.frozen
class Place:
    """Where a finding is.

    Attributes:
        label: for people: a session's id, "w14" for a week, a phase, or "plan".
        pointer: the JSON Pointer into the plan's document.
        date: the first day that it is about.
        week: the week's number, if it lies in one.
        session_id, run_id: the session or run, if it is about one.
    """

    label: str
    pointer: str
    date: dt.date
    week: int | None = None
    session_id: str | None = None
    run_id: str | None = None


@attrs.frozen
class Finding:
    """What a rule found wrong with a plan.

    Attributes:
        code, name, severity: of the rule.
        message: what is wrong, in a sentence.
        measured, required: what was found and what would be right, in the unit that the message says.
        where: the place.
        template: the message before its values were filled in, for those who say it in another language.
        values: what the template names, by name: numbers, or words as the message has them; dates and times are ISO.
            Words know what another language says for them; a document tells it under "words".
        evidence: keys of the sources behind the rule; empty is practice.
        repairs: ways out that the rule proposes, the best first; none was tried.
        waiver: of the plan, where it takes the finding out of the report; else None.

    Two findings are equal if they say the same, whatever they propose.
    """

    code: str
    name: str
    severity: Severity
    message: str
    measured: Measure
    required: Measure
    where: Place
    template: str = attrs.field(repr=False)
    repairs: tuple[Repair, ...] = attrs.field(default=(), repr=False, eq=False)
    values: Mapping[str, Plain] = attrs.field(factory=dict, repr=False, hash=False, kw_only=True)
    evidence: tuple[str, ...] = attrs.field(default=(), repr=False, kw_only=True)
    waiver: Waiver | None = attrs.field(default=None, repr=False, kw_only=True)

    def __str__(self) -> str:
        return self._line(self.message, ", ".join(map(number_text, self._measures())))

    def said(self, messages: Messages) -> str:
        """Return the message in another language; in English where the language does not have it.

        >>> import periodize as pz
        >>> report = pz.check(pz.loads('{"format": "periodize/plan", "version": 1, "brief": {"start": "2027-01-04",'
        ...     ' "events": [{"date": "2027-05-09"}]}, "sessions": [{"date": "2026-12-31"}]}'))
        >>> finding = report.best()
        >>> print(finding.message)
        w0-1 on 2026-12-31 lies in no week of the season
        >>> print(finding.said(pz.Messages.of("de")))
        w0-1 am 31.12.2026 liegt in keiner Woche der Saison
        """
        measures = {"measured": self.measured, "required": self.required}
        numbers = {name: value for name, value in measures.items() if isinstance(value, int | float)}
        said = messages.message(self.code, self.template, {**self.values, **numbers})
        return self.message if said is None else said

    def text(self, messages: Messages) -> str:
        """Return the finding as one line, as `str` does, in a language."""
        return self._line(self.said(messages), messages.numbers(self._measures()))

    def _measures(self) -> list[int | float | str]:
        return [item for item in (self.measured, self.required) if item is not None]

    def _line(self, message: str, numbers: str) -> str:
        shown = f" ({numbers})" if numbers else ""
        return _one_line(f"{self.where.date} {self.where.label} {self.code} {self.name}: {message}{shown}")

    def to_dict(self, messages: Messages | None = None) -> dict[str, Any]:
        """Return it as plain values; the message in a language, else in English."""
        where = attrs.asdict(self.where)
        where["date"] = self.where.date.isoformat()
        words = {name: source for name, value in self.values.items() if (source := source_of(value)) is not None}
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity.value,
            "message": self.message if messages is None else self.said(messages),
            "template": self.template,
            "values": {name: str(value) if isinstance(value, str) else value for name, value in self.values.items()},
            **({"words": words} if words else {}),
            "evidence": list(self.evidence),
            "measured": self.measured,
            "required": self.required,
            "where": where,
            "repairs": [repair.to_dict() for repair in self.repairs],
            **({} if self.waiver is None else {"waiver": self.waiver.to_dict()}),
        }


@attrs.frozen
class ReportDiff:
    """What another report has more, and what it has no longer."""

    added: tuple[Finding, ...]
    removed: tuple[Finding, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)


def _order(finding: Finding) -> tuple[object, ...]:
    where = finding.where
    return (where.date, where.week or 0, where.label, finding.code, finding.message, where.pointer)


def _as_findings(items: Iterable[Finding]) -> tuple[Finding, ...]:
    return as_tuple(items)


@attrs.frozen
class Report:
    """The findings about a plan, in order of date, place and code.

    Attributes:
        findings: what stands.
        waived: what the plan's waivers take out, each with its `waiver`.
    """

    findings: tuple[Finding, ...] = attrs.field(converter=_as_findings)
    waived: tuple[Finding, ...] = attrs.field(default=(), converter=_as_findings)

    def __attrs_post_init__(self) -> None:
        shape = Shape()
        for field in ("findings", "waived"):
            if shape.items(field, getattr(self, field), Finding):
                object.__setattr__(self, field, tuple(sorted(getattr(self, field), key=_order)))
        shape.done()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __str__(self) -> str:
        return "\n".join(map(str, self.findings))

    def text(self, messages: Messages) -> str:
        """Return the report as lines, as `str` does, in a language."""
        return "\n".join(finding.text(messages) for finding in self.findings)

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings of severity warning."""
        return self._of(Severity.WARNING)

    @property
    def advice(self) -> tuple[Finding, ...]:
        """The findings of severity advice."""
        return self._of(Severity.ADVICE)

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return not self.errors

    def by_week(self) -> dict[int | None, tuple[Finding, ...]]:
        """Return the findings by the number of their week, in order; None, the last, is what lies in no week."""
        weeks = sorted({item.where.week for item in self.findings if item.where.week is not None})
        outside = [None] * any(item.where.week is None for item in self.findings)
        return {week: tuple(item for item in self.findings if item.where.week == week) for week in [*weeks, *outside]}

    def best(self) -> Finding | None:
        """Return the finding to look at first: the weightiest, then the earliest; None where there is none.

        This is a heuristic and may change.
        """
        return min(self.findings, key=lambda item: (item.severity.rank, *_order(item)), default=None)

    def diff(self, other: Report) -> ReportDiff:
        """Return what `other` has more than this report, and what it has no longer."""
        expect("other", other, Report)
        mine, theirs = set(self.findings), set(other.findings)
        return ReportDiff(
            added=tuple(item for item in other.findings if item not in mine),
            removed=tuple(item for item in self.findings if item not in theirs),
        )

    def to_dict(self, messages: Messages | None = None) -> dict[str, Any]:
        """Return it as the plain values of its JSON document; the messages in a language, else in English."""
        return {
            "format": "periodize/report",
            "version": 1,
            "ok": self.ok,
            "findings": [finding.to_dict(messages) for finding in self.findings],
            "waived": [finding.to_dict(messages) for finding in self.waived],
        }


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep each place once for a rule: the first finding that the rule yields stands."""
    places: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        places.setdefault((finding.code, finding.where.pointer), finding)
    return tuple(places.values())
