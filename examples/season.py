"""A season in a few lines: plan it, check it, ask why, write it down and read it back.

python examples/season.py
"""

import datetime as dt

import periodize as pz

brief = pz.Brief(
    events=(pz.Event("City Marathon", dt.date(2027, 4, 18), distance_km=42.195),),
    start=dt.date(2026, 11, 30),
    athlete=pz.Athlete(level="novice", equipment=("dumbbell", "band")),
    runs="Tue quality; Thu easy; Sat easy; Sun long",
    availability=pz.Availability(days=("mon", "wed", "fri", "sat")),
    dose="2 full",
)
plan = pz.plan(brief)
for mesocycle in plan.mesocycles:
    print(mesocycle.start, mesocycle.phase)

session = plan.sessions[0]
print(session.date, session.time, [line.exercise for line in session.exercises])
for item in plan.day(dt.date(2027, 2, 3)):
    print(item.date, item.time, item)

report = pz.check(plan)
print(report.ok, len(report.warnings), len(report.advice))
print(pz.explain("lift-before-run"))

text = pz.dumps(plan)
assert pz.loads(text) == plan
