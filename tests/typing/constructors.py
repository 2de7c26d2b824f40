"""What type checkers say about the constructors: what is written by hand passes, what can only be refused does not.

Checked with mypy's strict mode, never run. An unused `type: ignore` is an error there, so each is an assertion.
"""

import datetime as dt

import periodize as pz

DAY = dt.date(2027, 4, 18)
RACE = pz.Event("Race", "2027-04-18", distance_km=10)
BRIEF = pz.Brief(
    events=[RACE],
    start="16 weeks before",
    athlete=pz.Athlete(level="novice", equipment=["band"], avoid=["plank"]),
    runs="Tue quality; Sun long",
    availability=pz.Availability(
        days=("mon", "fri"),
        windows={"fri": ["08:00-12:00"]},
        blackout=[pz.Blackout("2027-01-01", DAY)],
        prefer_time="18:00",
    ),
    dose="2 full",
)
RUNS = pz.Runs("Tue easy", week_from=None, rules=[pz.RunRule("FREQ=DAILY", time=None)], dated={pz.Run(DAY, time=None)})

pz.Brief(events=3, start=DAY)  # type: ignore[arg-type]
pz.Brief(events=(3,), start=DAY)  # type: ignore[arg-type]
pz.Brief(events=[RACE], start=3)  # type: ignore[arg-type]
pz.Brief(events=[RACE], start=DAY, runs=3)  # type: ignore[arg-type]
pz.Runs(rules=3)  # type: ignore[arg-type]
pz.Runs(dated=[3])  # type: ignore[list-item]
pz.Athlete(avoid=3)  # type: ignore[arg-type]
pz.Availability(blackout=3)  # type: ignore[arg-type]
pz.Availability(pinned=[3])  # type: ignore[list-item]
pz.Availability(windows=3)  # type: ignore[arg-type]
pz.Session(id="a", date=DAY, phase="taper", heavy=True, exercises=3)  # type: ignore[arg-type]
pz.Session(id="a", date=DAY, phase="taper", heavy=True, time=None)  # type: ignore[arg-type]
pz.Week(week=1, weeks_out=1, start=DAY, end=DAY, phase="taper", sessions=3)  # type: ignore[arg-type]
pz.Plan(brief=BRIEF, mesocycles=3, weeks=[], runs=[], sessions=[], id="a")  # type: ignore[arg-type]
pz.RuleSet([3])  # type: ignore[list-item]
pz.Report(3)  # type: ignore[arg-type]
pz.plan(None)  # type: ignore[arg-type]
pz.why(pz.plan(BRIEF), 7)  # type: ignore[call-overload]


def reached(engine: pz.Engine, view: pz.View, finding: pz.Finding) -> tuple[pz.Catalogue, pz.Timeline, pz.Measure]:
    """Every type that a public attribute has can be named."""
    return engine.catalogue, view.timeline, finding.measured
