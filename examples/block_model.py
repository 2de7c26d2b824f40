"""A model of periodization of an app's own: blocks, from much work to heavy work to fast work.

python examples/block_model.py
"""

import datetime as dt

import periodize as pz

block = pz.Model(
    "block",
    phases=[
        pz.PhasePlan("endurance", 2, 6),  # accumulation: many repetitions
        pz.PhasePlan("strength", 2, 4),  # transmutation: heavy
        pz.PhasePlan("power", 2, 3),  # realization: fast, into the taper
    ],
    keeps_heavy=True,
)
engine = pz.Engine(models=[block])

brief = pz.Brief(
    events=(pz.Event("City 10", dt.date(2027, 4, 18), distance_km=10),),
    start=dt.date(2026, 11, 30),
    athlete=pz.Athlete(level="intermediate", equipment=("barbell", "dumbbell", "bench", "box")),
    runs="Tue quality; Thu easy; Sun long",
    model="block",
)
plan = engine.plan(brief)
for mesocycle in plan.mesocycles:
    print(mesocycle.start, mesocycle)

report = engine.check(plan)
print(report.ok, len(report.warnings))
