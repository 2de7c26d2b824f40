"""The rules, a family a file and a class a rule; `RULES` holds one of each with its defaults."""

from typing import Any

from periodize.rules import coverage, deload, dose, event, prescription, run_spacing, safety, spacing, timeline, waivers

RULES: tuple[Any, ...] = (
    waivers.DeadWaiver(),
    timeline.PhasesOutOfOrder(),
    timeline.SeasonWithAGap(),
    timeline.NotAnchored(),
    timeline.PhaseLength(),
    timeline.ShortRunway(),
    timeline.SessionOutsideSeason(),
    timeline.PhaseLabelDiffers(),
    dose.WeeklyMinimum(),
    dose.DoseShort(),
    run_spacing.LiftBeforeRun(),
    spacing.SamePartsTooSoon(),
    run_spacing.LiftDuringRun(),
    spacing.OutsideAvailability(),
    spacing.TooManyADay(),
    spacing.SessionsOverlap(),
    spacing.PinnedMoved(),
    run_spacing.HeavyBeforeKeyRun(),
    spacing.LastRestDayTaken(),
    run_spacing.HeavyOnTheEve(),
    run_spacing.HeavyNearLongRun(),
    run_spacing.SoonAfterRun(),
    run_spacing.LoadedByCrossTraining(),
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
