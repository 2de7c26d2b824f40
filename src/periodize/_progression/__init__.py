"""How much of each exercise: sets, repetitions, load and rest, week by week, inside the minutes that there are.

Loads are reps in reserve. Inside a mesocycle big lifts go one repetition down a loading week, as the load goes up;
other lines hold a range: to its top in all sets, then 2-10 % more load and back to the bottom. Endurance lines go from
15 to 20 to 25 repetitions, then to a shorter pause, then to a third round.
"""

from periodize._minutes import duration_minutes, sets_in
from periodize._progression._kilograms import is_weighed, keep
from periodize._progression._prescribe import Memo, prescribe

__all__ = ["Memo", "duration_minutes", "is_weighed", "keep", "prescribe", "sets_in"]
