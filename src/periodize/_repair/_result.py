"""What a repair did, why, and what it left."""

from __future__ import annotations

from typing import Any

import attrs

from periodize._findings import Finding, Repair, Report
from periodize._model import Plan


@attrs.frozen
class Applied:
    """A repair that was made, and the finding that it answers."""

    repair: Repair
    finding: Finding

    def __str__(self) -> str:
        return f"{self.repair}\n  for {self.finding}"

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {"repair": self.repair.to_dict(), "finding": self.finding.to_dict()}


@attrs.frozen
class RepairResult:
    """A repaired plan; it prints well.

    Attributes:
        plan: the plan with all repairs made; the same one where there was nothing to do.
        applied: the repairs in the order in which they were made, each with the finding that it answers.
        remaining: the report about the plan.
    """

    plan: Plan
    applied: tuple[Applied, ...]
    remaining: Report

    def __str__(self) -> str:
        count, left = len(self.applied), len(self.remaining)
        lines = [f"{count or 'no'} repair{'s' * (count != 1)} made"]
        lines += [f"  {line}" for item in self.applied for line in str(item).splitlines()]
        lines += [f"{left or 'no'} finding{'s' * (left != 1)} left", *(f"  {finding}" for finding in self.remaining)]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "applied": [item.to_dict() for item in self.applied],
            "remaining": self.remaining.to_dict(),
            "plan": self.plan.to_dict(),
        }
