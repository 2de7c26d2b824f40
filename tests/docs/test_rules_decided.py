"""The page that says what became of each proposed rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import periodize as pz

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "rules_decided.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text("utf-8").splitlines()
    if re.match(r"\| [A-Z]{3}\d* ", line)
]
PROPOSED = {
    "MAC": 10,
    "TAP": 7,
    "RTN": 4,
    "POP": 4,
    "EVD": 3,
    "FRQ": 4,
    "GAP": 2,
    "DAY": 5,
    "SES": 9,
    "EST": 1,
    "COV": 4,
    "DEL": 4,
    "PRG": 3,
    "RUN": 2,
    "LOD": 3,
}
"""How many proposals each part of the review makes."""


def test_each_proposal_stands_there_once() -> None:
    """None is forgotten, none is decided twice."""
    codes = sorted(proposal.split()[0] for proposal, *_ in ROWS if not proposal.startswith("NEW"))
    wanted = sorted(f"{part}{number:03}" for part, count in PROPOSED.items() for number in range(1, count + 1))
    assert wanted == codes


@pytest.mark.parametrize(("proposal", "became", "how"), ROWS, ids=[row[0] for row in ROWS])
def test_a_proposal_became_rules_that_exist_or_was_refused(proposal: str, became: str, how: str) -> None:
    """With a reason or a word on how."""
    assert how.endswith(".")
    assert proposal.count(" ") == 1
    if became != "refused":
        assert [] == [code for code in became.split(", ") if code not in pz.RuleSet.default()]
    assert [] == [code for code in re.findall(r"PZ\d{3}", how) if code not in pz.RuleSet.default()]
