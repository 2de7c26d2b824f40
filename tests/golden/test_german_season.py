"""A season in German, as a runner reads it."""

from __future__ import annotations

from pathlib import Path

import periodize as pz
from periodize import _text

GOLDEN = Path(__file__).with_name("season_de.txt")
SQUATS = {"exercise": "goblet_squat", "sets": 3, "role": "main", "pair": "A", "rest_seconds": 90}
ROWS = {"exercise": "one_arm_dumbbell_row", "sets": 3, "pair": "A", "rest_seconds": 60, "per_side": True}
SEASON = {
    "format": "periodize/plan",
    "version": 1,
    "brief": {
        "start": "2027-03-29",
        "events": [
            {"name": "Stadtlauf", "date": "2027-05-09", "distance_km": 21.0975},
            {"name": "Parklauf", "date": "2027-04-25", "distance_km": 5, "priority": "B"},
        ],
        "athlete": {"level": "intermediate", "age": 41, "equipment": ["dumbbell", "pull_up_bar"]},
        "availability": {"blackout": [{"first": "2027-04-16", "last": "2027-04-17"}]},
        "runs": {
            "week": "Tue 18:00 quality 60min; Thu easy; Sun 08:00 long 17.5km",
            "dated": [
                {"date": "2027-03-31", "kind": "cross", "minutes": 90},
                {"date": "2027-05-09", "kind": "race", "minutes": 110, "distance_km": 21.0975},
            ],
        },
    },
    "sessions": [
        {
            "date": "2027-03-29",
            "time": "06:30",
            "heavy": True,
            "warm_up": [
                {"exercise": "brisk_walk", "sets": 1, "hold_seconds": 180},
                {"exercise": "leg_swing", "sets": 2, "reps": {"min": 10, "max": 10}},
                {"exercise": "marching", "sets": 1},
            ],
            "exercises": [
                {**SQUATS, "reps": {"min": 8, "max": 10}, "load": {"kind": "kg", "min": 22.5, "max": 24}},
                {**ROWS, "reps": {"min": 12, "max": 12}, "load": {"kind": "rir", "min": 2, "max": 3}},
                {"exercise": "plank", "sets": 2, "hold_seconds": 40, "role": "trunk", "rest_seconds": 0},
            ],
        },
        {"date": "2027-03-30", "time": "06:30", "form": "mini", "focus": "lower", "minutes": 20, "heavy": True},
        {"date": "2027-04-08", "time": "19:00", "form": "mini", "focus": "upper", "minutes": 20},
        {"date": "2027-06-30", "time": "18:00"},
    ],
    "waivers": [{"code": "PZ202", "place": "w2", "reason": "Urlaub"}],
}


def test_a_season_reads_in_german() -> None:
    """Headings, phases, weekdays, dates, numbers, exercises and findings; `season_de.txt` is what it should be."""
    german = pz.Messages.of("de")
    plan = pz.Plan.from_dict(SEASON)
    report = pz.check(plan, rules=pz.RuleSet.default().select("PZ105", "PZ106", "PZ201", "PZ202", "PZ302", "PZ322"))
    text = _text.season(plan, report, cards=True, messages=german)
    assert f"{text}\n\n{_text.week(plan, 1, messages=german)}\n" == GOLDEN.read_text(encoding="utf-8")


def test_english_is_what_is_said_without_a_language() -> None:
    """So that the two cannot drift apart."""
    plan = pz.Plan.from_dict(SEASON)
    report = pz.check(plan)
    english = pz.Messages.default()
    assert _text.season(plan, report, cards=True) == _text.season(plan, report, cards=True, messages=english)
    assert report.text(english) == str(report)
    assert report.to_dict(english) == report.to_dict()
    assert report.to_dict(pz.Messages.of("de"))["findings"][0]["message"] == report.findings[0].said(
        pz.Messages.of("de")
    )
