"""Twelve sessions of twelve athletes, line by line, with what each line answers and why it is as it is."""

from __future__ import annotations

from collections.abc import Iterator

import periodize as pz

GYM = tuple(pz.Equipment)
ATHLETES = {
    # name: (who, dose, phase, week of the phase, focus)
    "A novice on a floor, adaptation": ({}, "2 full", "adaptation", 2, "whole"),
    "A novice with dumbbells and a band, strength": (
        {"equipment": ["dumbbell", "band"]}, "2 full", "strength", 3, "whole",
    ),
    "An advanced athlete in a gym whose 1RM is known, strength": (
        {"level": "advanced", "equipment": GYM, "one_rm": {"back_squat": 100, "romanian_deadlift": 110}},
        "2 full", "strength", 2, "whole",
    ),
    "An intermediate athlete on a floor, power": ({"level": "intermediate"}, "2 full", "power", 2, "whole"),
    "An intermediate athlete with bands, four short sessions, endurance": (
        {"level": "intermediate", "equipment": ["band"]}, "4 mini", "endurance", 2, "lower",
    ),
    "A novice with dumbbells, taper": ({"equipment": ["dumbbell", "band"]}, "2 full", "taper", 1, "whole"),
    "A novice on a floor who does not jump, power": ({"jumping": False}, "2 full", "power", 2, "whole"),
    "An athlete of 55 with dumbbells, four short sessions, strength": (
        {"level": "intermediate", "age": 55, "equipment": ["dumbbell", "band"]}, "4 mini", "strength", 2, "upper",
    ),
    "An athlete of 68 in a gym, strength": (
        {"level": "intermediate", "age": 68, "equipment": GYM}, "2 full", "strength", 2, "whole",
    ),
    "An athlete of 16 with dumbbells, under supervision, endurance": (
        {"age": 16, "equipment": ["dumbbell"]}, "2 full", "endurance", 2, "whole",
    ),
    "A trained athlete back after twelve weeks off, adaptation": (
        {"level": "intermediate", "weeks_off": 12, "equipment": GYM, "one_rm": {"back_squat": 100}},
        "2 full", "adaptation", 2, "whole",
    ),
    "An advanced athlete in a gym, three sessions against injury, endurance": (
        {"level": "advanced", "equipment": GYM, "emphasis": "injury_prevention"}, "3 full", "endurance", 2, "whole",
    ),
}  # fmt: skip
AREAS = {
    pz.Movement.PLANTAR_FLEXION: "calf, Achilles tendon",
    pz.Movement.KNEE_FLEXION: "hamstrings",
    pz.Movement.KNEE_EXTENSION: "knee",
    pz.Movement.HIP_EXTENSION: "hip, hamstrings",
    pz.Movement.HIP_FLEXION: "hip flexors",
    pz.Movement.HIP_ABDUCTION: "outer hip",
    pz.Movement.HIP_ADDUCTION: "groin",
    pz.Movement.LATERAL: "outer hip",
    pz.Movement.MEDIAL: "groin",
    pz.Movement.SPINAL_EXTENSION: "low back",
    pz.Movement.STABILIZATION: "trunk",
    pz.Movement.SHOULDER_FLEXION: "shoulder",
    pz.Movement.SHOULDER_EXTENSION: "shoulder, upper back",
}
COLUMNS = ("exercise", "movement", "contraction", "sets", "load", "tempo", "pause", "area that it loads")
ENGINE = pz.Engine()


def session_of(name: str) -> tuple[pz.Plan, pz.Session]:
    """Plan 20 weeks to a half marathon for an athlete and return the plan and the session that is shown."""
    who, dose, phase, number, focus = ATHLETES[name]
    brief = pz.Brief(
        events=(pz.Event("Half", "2027-05-02", distance_km=21.1),),
        start="2026-12-14",
        runs="Tue 07:00 quality; Thu 07:00 easy; Sat 08:00 easy; Sun 08:00 long 90min",
        dose=dose,
        athlete=pz.Athlete(**who),
    )
    plan = ENGINE.plan(brief)
    week = [week for week in plan.weeks if week.phase == phase][number - 1]
    return plan, next(session for session in week.sessions if session.focus == focus)


def table(session: pz.Session) -> list[tuple[str, ...]]:
    """Return the needs that each line answers, one row a line."""
    return [row(line, ENGINE.catalogue) for line in session.exercises]


def row(line: pz.Prescription, catalogue: pz.Catalogue) -> tuple[str, ...]:
    """Return what one line answers, a cell for each column."""
    exercise = catalogue[line.exercise]
    side = " per side" if line.per_side else ""
    amount = f"{line.reps}" if line.reps is not None else f"{line.hold_seconds} s"
    return (
        exercise.name,
        ", ".join(movement.replace("_", " ") for movement in line.movements),
        contraction(line, exercise),
        f"{line.sets} x {amount}{side}",
        load(line),
        tempo(line, exercise),
        f"{line.rest_seconds} s" + (f", in turn ({line.pair})" if line.pair else ""),
        ", ".join(dict.fromkeys(AREAS[movement] for movement in line.movements)),
    )


def contraction(line: pz.Prescription, exercise: pz.Exercise) -> str:
    """Say how the muscles work."""
    if line.reps is None:
        return "held"
    if exercise.contacts:
        return "stretch and rebound"
    return "fast up, calm down" if line.role is pz.Role.POWER else "up and down"


def load(line: pz.Prescription) -> str:
    """Say how heavy it is."""
    if line.load is None:
        return "body, as fast as can be" if line.reps is not None else "body"
    low, high = f"{line.load.min:g}", f"{line.load.max:g}"
    amount = low if low == high else f"{low}-{high}"
    return f"{amount} kg" if line.load.kind is pz.LoadKind.KG else f"{amount} in reserve"


def tempo(line: pz.Prescription, exercise: pz.Exercise) -> str:
    """Say how a repetition is done: seconds to lower, pause, lift, pause."""
    return line.tempo or ("land, reset, jump again" if exercise.contacts else "held still")


def page() -> Iterator[str]:
    """Write all twelve, each line with its grounds."""
    yield "# Twelve sessions"
    yield ""
    yield "What the library prescribes to twelve athletes, each in a season of 20 weeks before a half marathon: the"
    yield "needs that each line answers, and why it is as it is. An area that a line loads is one that it may make"
    yield "sturdier and, done carelessly, sore; that strength work prevents injuries of runners is not settled."
    for name, (_, dose, phase, number, _) in ATHLETES.items():
        plan, session = session_of(name)
        yield f"\n## {name}\n"
        kind = f"{session.form.capitalize()} session, {session.focus}, {session.minutes} minutes"
        yield f"{kind}; {phase}, week {number}; dose {dose}.\n"
        warm_up = ", ".join(ENGINE.catalogue.name(line.exercise).lower() for line in session.warm_up)
        yield f"Warm-up: {warm_up or 'none'}.\n"
        yield f"| {' | '.join(COLUMNS)} |"
        yield f"|{' --- |' * len(COLUMNS)}"
        yield from (f"| {' | '.join(cells)} |" for cells in table(session))
        yield ""
        for line in session.exercises:
            told = ENGINE.why(plan, line)
            yield f"- **{told.name}**"
            yield from (f"  - {ground}" for ground in told.grounds)
