"""The documents themselves: a brief, and a plan in its envelope, as plain values, JSON or TOML."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from periodize import _codec
from periodize._document._left_out import fill, misses_model
from periodize._model import Brief, Plan
from periodize._units import expect
from periodize.exceptions import DecodeError, Problem

FORMAT, VERSION = "periodize/plan", 1
_DIGEST_DIGITS = 12

_NOT_YET = frozenset(
    {
        "/season",
    }
)
"""What a brief will be able to say one day."""
_NOT_YET_IN_A_PLAN = frozenset(f"/brief{mark}" for mark in _NOT_YET)


def read_brief(data: Mapping[str, Any]) -> Brief:
    """Read a brief from plain values.

    Raises:
        DecodeError: with all that is wrong.
    """
    return _codec.decode(Brief, data, unsupported=_NOT_YET)


def read_brief_toml(text: str | bytes) -> Brief:
    """Read a brief from a TOML text.

    Raises:
        DecodeError: with all that is wrong.
    """
    return read_brief(_codec.parse_toml(text))


def write_brief(brief: Brief) -> dict[str, Any]:
    """Return a brief as plain values, every key written."""
    plain: dict[str, Any] = _codec.encode(brief)
    return plain


def digest(brief: Brief) -> str:
    """Return 12 hex digits that equal briefs share."""
    return hashlib.sha256(_codec.canonical_json(write_brief(brief)).encode()).hexdigest()[:_DIGEST_DIGITS]


def new_id(brief: Brief) -> str:
    """Return the id of a new plan: the brief's ref, or its digest."""
    return digest(brief) if brief.ref is None else brief.ref


def write_plan(plan: Plan) -> dict[str, Any]:
    """Return a plan as the plain values of its document, every key written."""
    return {"format": FORMAT, "version": VERSION, **_codec.encode(plan)}


def dumps(plan: Plan) -> str:
    """Write a plan as JSON; equal plans give equal bytes."""
    expect("plan", plan, Plan)
    return _codec.canonical_json(write_plan(plan))


def loads(text: str | bytes) -> Plan:
    """Read a plan from JSON.

    Raises:
        DecodeError: with all that is wrong.
    """
    return read_plan(_codec.parse_json(text))


def read_plan(data: Mapping[str, Any]) -> Plan:
    """Read a plan from the plain values of its document; what may be left out is filled in.

    Raises:
        DecodeError: with all that is wrong.
    """
    _check_envelope(data)
    given = {key: value for key, value in data.items() if key not in {"format", "version"}}
    filled = fill(given, new_id)
    problems: list[Problem] = []
    if misses_model(given, filled["brief"]):
        message = "must be a model of this library where weeks and mesocycles are left out"
        problems.append(Problem("/brief/model", message, filled["brief"].model))
    try:
        plan = _codec.decode(Plan, filled, unsupported=_NOT_YET_IN_A_PLAN)
    except DecodeError as error:
        problems = [*error.problems, *problems]
    if problems:
        raise DecodeError(problems)
    return plan


def _check_envelope(data: object) -> None:
    if not isinstance(data, Mapping):
        raise DecodeError([Problem("", "must be a mapping", data)])
    form, version = data.get("format"), data.get("version")
    problems = []
    if form is None:
        problems.append(Problem("/format", f'is required: "{FORMAT}"'))
    elif form != FORMAT:
        problems.append(Problem("/format", f'must be "{FORMAT}"', form))
    if version is None:
        problems.append(Problem("/version", f"is required: {VERSION}"))
    elif isinstance(version, bool) or not isinstance(version, int) or version < 1:
        problems.append(Problem("/version", "must be a whole number from 1 on", version))
    elif version > VERSION:
        hint = "maybe a newer release of periodize reads it"
        problems.append(Problem("/version", f"is newer than {VERSION}, the newest that is read here", version, hint))
    if problems:
        raise DecodeError(problems)
