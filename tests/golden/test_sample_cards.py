"""A coach's sample cards: no rule about what a session holds finds an error or a warning in them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.rules.small import on, plan

import periodize as pz

TIME_OR_REPS = re.compile(r"(\w+) (\w+) (\d)x(\d+)(s?)(?:/(\d+))?(?: ([A-D]))?")
DUMBBELLS, GYM = ("dumbbell", "band"), ("barbell", "bench", "box", "machine", "pull_up_bar")
CARDS = [
    pytest.param(
        *("2 tue", "adaptation", "novice", (), 25, "rir 3"),
        """main squat_to_chair 2x15/60; main bridge 2x15/60; accessory lateral_lunge 2x12/60;
        accessory standing_calf_raise 2x15/60; accessory prone_pull 2x12/60;
        accessory incline_scapular_push_up 2x12/60; trunk plank 2x25s/60""",
        id="1 novice, floor, adaptation",
    ),
    pytest.param(
        *("7 tue", "strength", "novice", DUMBBELLS, 35, "rir 2"),
        """main goblet_squat 3x10/120; main romanian_deadlift 3x10/120; accessory lateral_lunge 2x8/60;
        accessory one_leg_calf_raise 2x12/60; accessory one_arm_row 2x10/60; trunk superman 2x10/60;
        trunk plank 2x40s/60""",
        id="2 novice, dumbbell and band, strength",
    ),
    pytest.param(
        *("7 tue", "strength", "advanced", GYM, 48, "rir 2"),
        """main back_squat 4x5/180; main romanian_deadlift 3x6/180; accessory lateral_step_up 2x8/60;
        accessory calf_raise 3x8/60; accessory close_grip_pull_up 3x6/90; trunk back_extension 2x10/60;
        trunk side_plank 2x40s/60""",
        id="3 advanced, gym, strength",
    ),
    pytest.param(
        *("11 tue", "power", "intermediate", (), 35, "rir 3"),
        """power squat_jump 4x4/75; power side_bound 3x3/75; accessory one_leg_hinge 2x6/60;
        accessory bridge_walk_out 2x6/60; power fast_push_up 3x5/90; accessory prone_pull 2x8/60;
        trunk side_plank 2x30s/60""",
        id="4 intermediate, floor, power",
    ),
    pytest.param(
        *("14 tue", "endurance", "intermediate", ("band",), 15, "rir 2"),
        """main bodyweight_squat 2x20/45 A; accessory one_leg_calf_raise 2x15/45 A;
        accessory band_leg_curl 2x15/45 B; accessory lateral_lunge 2x15/45 B""",
        id="5 intermediate, bands, endurance, a mini session",
    ),
    pytest.param(
        *("17 tue", "taper", "novice", DUMBBELLS, 20, "rir 4"),
        """main goblet_squat 2x15/60; main romanian_deadlift 2x15/60; accessory standing_calf_raise 2x15/60;
        accessory lateral_lunge 1x15/60; accessory one_arm_row 1x15/60; trunk superman 1x15/60; trunk plank 1x30s/60""",
        id="6 novice, taper",
    ),
]


def lines(text: str, load: str) -> list[dict[str, Any]]:
    """Read the lines of a card."""
    kind, reserve = load.split()
    made = []
    for row in text.split(";"):
        found = TIME_OR_REPS.fullmatch(row.strip())
        assert found is not None
        role, exercise, sets, number, holds, rest, pair = found.groups()
        count: dict[str, Any] = (
            {"hold_seconds": int(number)} if holds else {"reps": {"min": int(number), "max": int(number)}}
        )
        effort = {} if holds else {"load": {"kind": kind, "min": int(reserve), "max": int(reserve) + 1}}
        made.append(
            {
                "exercise": exercise,
                "role": role,
                "sets": int(sets),
                "rest_seconds": int(rest),
                "pair": pair,
                **count,
                **effort,
            }
        )
    return made


@pytest.mark.parametrize(("day", "phase", "level", "equipment", "minutes", "load", "card"), CARDS)
def test_a_coachs_card_is_clean(
    day: str, phase: str, level: str, equipment: tuple[str, ...], minutes: int, load: str, card: str
) -> None:
    """Its repetitions, pauses, reserve, landings, order and size are right for its phase."""
    form = {"form": "mini", "focus": "lower"} if minutes <= 15 else {}
    session = on(day, phase=phase, minutes=minutes, exercises=lines(card, load), **form)
    made = plan(session, athlete={"level": level, "equipment": list(equipment)})
    report = pz.check(made, rules=pz.RuleSet.default().select("PZ4", "PZ501", "PZ504"))
    assert "" == str(report)
