"""From a brief to a plan: count back, deal, place, choose, prescribe; or why not."""

from periodize._planner._plan import plan
from periodize._planner._setting import Setting

__all__ = ["Setting", "plan"]
