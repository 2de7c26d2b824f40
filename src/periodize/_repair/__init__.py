"""Makes a plan better by small steps: propose, apply, check again. Never worse, so it ends."""

from periodize._repair._repair import repair
from periodize._repair._result import Applied, RepairResult

__all__ = ["Applied", "RepairResult", "repair"]
