"""A rule's knob that has its default, and all that is known of it, from the evidence table."""

from __future__ import annotations

from typing import Any

import attrs

from periodize._evidence import Guideline


def knob(guideline: Guideline[Any]) -> Any:
    """Make the field of a rule: its default is the guideline's number, and `explain` shows unit, grade and sources."""
    return attrs.field(default=guideline.value, metadata={"guideline": guideline})
