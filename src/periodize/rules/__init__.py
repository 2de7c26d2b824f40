"""The rules, a family a file and a class a rule; `RULES` holds one of each with its defaults."""

from typing import Any

from periodize.rules import coverage, deload, dose, event, prescription, safety, spacing, timeline

RULES: tuple[Any, ...] = (
    timeline.PhasesOutOfOrder(),
    timeline.SeasonWithAGap(),
    timeline.NotAnchored(),
    timeline.PhaseLength(),
    timeline.ShortRunway(),
    timeline.SessionOutsideSeason(),
    timeline.PhaseLabelDiffers(),
    dose.WeeklyMinimum(),
    dose.DoseShort(),
    spacing.LiftBeforeRun(),
    spacing.SamePartsTooSoon(),
    spacing.LiftDuringRun(),
    spacing.OutsideAvailability(),
    spacing.TooManyADay(),
    spacing.SessionsOverlap(),
    spacing.PinnedMoved(),
    spacing.HeavyBeforeKeyRun(),
    spacing.LastRestDayTaken(),
    spacing.HeavyOnTheEve(),
    spacing.HeavyNearLongRun(),
    spacing.SoonAfterRun(),
    spacing.LoadedByCrossTraining(),
    prescription.EnduranceLowReps(),
    coverage.MissingEquipment(),
    coverage.MissingMovement(),
    coverage.NoLateralWork(),
    deload.DeloadDue(),
    event.SessionOnEventDay(),
    event.HeavyLegsLate(),
    event.HeavyLegsInLastWeek(),
    event.LegsLate(),
    event.LegsNearTuneUp(),
    safety.NeedsReferral(),
)

__all__ = ["RULES"]
