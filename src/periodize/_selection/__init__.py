"""Which exercises a session holds: the lines of its card, filled for the athlete, the same all through a mesocycle.

`select` fills the cards of day A and day B at once, because together they must train every movement of running.
"""

from periodize._selection._select import Memo, select

__all__ = ["Memo", "select"]
