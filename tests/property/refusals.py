"""What a refusal claims, and whether it is so: nothing fits its facts and rules together, and all but one of them do."""

from typing import NamedTuple

import periodize as pz
from periodize._catalogue import load
from periodize._planner._changes import Change
from periodize._planner._conflict import members_of, without
from periodize._planner._setting import Setting
from periodize._planner._write import write

CATALOGUE = load()


class Refusal(NamedTuple):
    """Why a brief has no plan."""

    brief: pz.Brief
    rules: pz.RuleSet
    error: pz.InfeasibleError

    @property
    def weeks(self) -> tuple[int, ...]:
        """The weeks that cannot be placed."""
        return self.error.conflict[0].weeks

    @property
    def named(self) -> list[str]:
        """The facts and rules that the conflict names, closed weekdays one by one."""
        clashes = [clash for clash in self.error.conflict if clash.code != "availability.days"]
        closed = [clash.label for clash in self.error.conflict if clash.code == "availability.days"]
        days = [f"no time on {day.capitalize()}" for day in pz.Weekday if any(day.capitalize() in it for it in closed)]
        return [*days, *(clash.label for clash in clashes)]

    def fits(self, labels: list[str]) -> bool:
        """Whether the weeks can be placed where only some facts and rules hold."""
        setting = Setting.of(self.brief, self.rules, CATALOGUE)
        members = list(members_of(setting, self.weeks))
        kept = [member for member in members if member.label in labels]
        assert sorted(labels) == sorted(member.label for member in kept)
        return without(setting, members, kept).can_place(self.weeks, setting.view())

    @property
    def needless(self) -> list[str]:
        """The named facts and rules without which the others still hold no plan; none where the set is irreducible."""
        return [label for label in self.named if not self.fits([other for other in self.named if other != label])]

    def is_helped_by(self, change: Change) -> bool:
        """Whether one change to the brief is enough."""
        brief = change.make(self.brief)
        if brief is None:
            return False
        setting = Setting.of(brief, self.rules, CATALOGUE)
        placement = setting.place()
        return placement.ok and all(session.exercises for session in write(placement, setting.view(), CATALOGUE))


def refusal_of(brief: pz.Brief, rules: pz.RuleSet | None = None) -> Refusal | None:
    """Why a brief has no plan; None where it has one."""
    try:
        pz.plan(brief, rules=rules)
    except pz.InfeasibleError as error:
        return Refusal(brief, pz.RuleSet.default() if rules is None else rules, error)
    return None
