"""Configurations of rules: what they choose, weigh and tune, where, and what is wrong with them."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from tests.rules import small
from tests.unit.test_own_rules import NoFridays, brief, weekdays

import periodize as pz
from periodize import cli

DEFAULT = pz.RuleSet.default()
SPACING = DEFAULT.select("PZ301", "PZ302", "PZ311", "PZ312")


def codes(data: dict[str, Any], rules: pz.RuleSet = SPACING) -> list[str]:
    """Return the codes of the rules that a configuration chooses."""
    return [rule.meta.code for rule in pz.RuleSet.from_dict(data, rules=rules)]


# --- choosing -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({}, ["PZ301", "PZ302", "PZ311", "PZ312"]),
        ({"select": ["PZ31"]}, ["PZ311", "PZ312"]),
        ({"select": []}, []),
        ({"select": ["PZ31"], "extend-select": ["lift-before-run"]}, ["PZ301", "PZ311", "PZ312"]),
        ({"ignore": ["PZ30"]}, ["PZ311", "PZ312"]),
        ({"select": ["PZ3"], "ignore": ["PZ311"]}, ["PZ301", "PZ302", "PZ312"]),
        ({"select": ["PZ311"], "ignore": ["PZ3"]}, ["PZ311"]),
        ({"select": ["PZ31"], "ignore": ["PZ3"]}, ["PZ311", "PZ312"]),
        ({"select": ["PZ311"], "ignore": ["heavy-before-key-run"]}, []),
        ({"ignore": ["PZ3"]}, []),
    ],
)
def test_the_nearest_mention_counts(data: dict[str, Any], expected: list[str]) -> None:
    """A rule before its family, a longer family before a shorter one; a tie is ignored."""
    assert expected == codes(data)


def test_a_configuration_chooses_from_an_apps_rules_too() -> None:
    """By code and name."""
    rules = DEFAULT.plus(NoFridays())
    assert ["APP001"] == codes({"select": ["friday-session"]}, rules)


def test_the_nearest_severity_counts() -> None:
    """Whatever the order in which they are given."""
    given = {"PZ311": "error", "PZ3": "advice", "heavy-before-key-run": "warning", "PZ31": "error"}
    for pairs in (given.items(), reversed(given.items())):
        rules = pz.RuleSet.from_dict({"severity": dict(pairs)})
        found = [rules.severity_of(rules[code]).value for code in ("PZ301", "PZ311", "PZ312", "PZ701")]
        assert ["advice", "warning", "error", "error"] == found


def test_knobs_are_set_by_code_name_and_family() -> None:
    """Of a family, for each rule that has the knob; what is nearer has the last word."""
    options = {"PZ7": {"days": 5}, "heavy-before-key-run": {"hours": 30}, "PZ703": {"days": 9}}
    rules: Any = pz.RuleSet.from_dict({"options": options})
    assert (30, 5, 9, 5) == (rules["PZ311"].hours, rules["PZ702"].days, rules["PZ703"].days, rules["PZ704"].days)


# --- phases and kinds of week -------------------------------------------------------------------------------------------

EARLY = [small.on(f"{week} tue", "06:00") for week in (1, 4, 6, 14, 18)]


def weights(data: dict[str, Any], **more: Any) -> dict[str, str]:
    """Return the severities of lifts before a run by place."""
    plan = small.plan(*EARLY, runs="Tue 07:00 easy", **more)
    report = pz.check(plan, rules=pz.RuleSet.from_dict({"select": ["PZ301"], **data}))
    return {finding.where.label: finding.severity.value for finding in report}


def test_the_weeks_of_these_tests() -> None:
    """One of each phase, one a deload."""
    plan = small.plan(*EARLY)
    assert ["adaptation", "strength", "strength", "endurance", "taper"] == [item.phase.value for item in plan.sessions]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"per-phase": {"endurance": {"ignore": ["PZ301"]}}}, "error error error - error"),
        (
            {"per-phase": {"strength": {"severity": {"lift-before-run": "advice"}}}},
            "error advice advice error error",
        ),
        ({"per-phase": {"strength": {"severity": {"PZ3": "advice", "PZ301": "warning"}}}}, "error warning warning error error"),
        ({"per-week": {"event": {"severity": {"PZ3": "warning"}}}}, "error error error error warning"),
        ({"per-week": {"broken": {"ignore": ["PZ3"]}}}, "error error - error error"),
        ({"per-week": {"loading": {"severity": {"PZ3": "advice"}}}}, "advice advice error advice error"),
        (
            {
                "severity": {"PZ301": "advice"},
                "per-phase": {"strength": {"severity": {"PZ301": "error"}}},
                "per-week": {"broken": {"severity": {"PZ301": "warning"}}},
            },
            "advice error warning advice advice",
        ),
        (
            {
                "per-phase": {"strength": {"severity": {"PZ301": "advice"}}},
                "per-week": {"broken": {"ignore": ["PZ301"]}},
            },
            "error advice - error error",
        ),
    ],
)  # fmt: skip
def test_a_phase_or_a_kind_of_week_has_its_own_weights(data: dict[str, Any], expected: str) -> None:
    """A kind of week has the last word before a phase, and a phase before the set."""
    found = weights(data, availability=small.blackout("6 sat", "6 sun"))
    assert expected.split() == [found.get(f"w{week}-1", "-") for week in (1, 4, 6, 14, 18)]


def test_weeks_phases_runs_and_the_plan_have_their_own_weights() -> None:
    """A finding about a week is of its phase, one about the whole plan of none."""
    plan = small.plan(mesocycles=[small.stretch("power", "1 mon", "16 sun"), *small.IN_ORDER[3:]])
    families = [f"PZ{n}" for n in (1, 2, 6)]
    data = {phase: {"ignore": families} for phase in pz.Phase}
    rules = pz.RuleSet.from_dict({"per-phase": data})
    assert {"plan"} >= {finding.where.label for finding in pz.check(plan, rules=rules)}
    assert {"power", "w1"} <= {finding.where.label for finding in pz.check(plan)}


@attrs.frozen
class AboutRuns:
    """Speaks of the plan's first run and of one that is in no week."""

    meta = pz.RuleMeta(code="APP010", name="about-runs", severity=pz.Severity.ERROR)

    def check_plan(self, view):
        """Yield both."""
        yield pz.Hit("a run", run=view.plan.runs[0])
        yield pz.Hit("a run", run=pz.Run("2020-01-01", id="gone"))


def test_a_run_is_of_the_phase_of_its_week() -> None:
    """Where it is in one."""
    rules = pz.RuleSet((AboutRuns(),)).within("adaptation", severity={"APP010": "advice"})
    report = pz.check(small.plan(runs="Tue easy"), rules=rules)
    assert ["error", "advice"] == [finding.severity.value for finding in report]


def fridays_by_phase(rules: pz.RuleSet, **more: Any) -> set[str]:
    """Return the phases of a season in which a session falls on a Friday."""
    plan = pz.plan(brief(**more), rules=rules)
    return {session.phase.value for session in plan.sessions if session.date.weekday() == 4}


def test_ignoring_a_rule_in_a_phase_steers_placement() -> None:
    """Where it is not asked, sessions fall on a Friday as they would without it."""
    without = fridays_by_phase(DEFAULT)
    rules = DEFAULT.plus(NoFridays())
    assert "strength" in without
    assert set() == fridays_by_phase(rules)
    assert {"strength"} == fridays_by_phase(rules.within("strength", ignore=["APP001"]))


def test_a_severity_in_a_kind_of_week_steers_placement() -> None:
    """An error in deloads forbids what is fine elsewhere."""
    rules = DEFAULT.plus(NoFridays()).severity("APP001", "advice").within("deload", severity={"APP001": "error"})
    few = pz.Availability(days=("mon", "fri"))
    assert "APP001" in {clash.code for clash in refused(rules, few).conflict}
    assert 4 in weekdays([*pz.plan(brief(availability=few), rules=DEFAULT).sessions])


def refused(rules: pz.RuleSet, availability: pz.Availability) -> pz.InfeasibleError:
    """Plan in vain."""
    with pytest.raises(pz.InfeasibleError) as error:
        pz.plan(brief(availability=availability), rules=rules)
    return error.value


def test_pairs_of_sessions_steer_by_phase_too() -> None:
    """Where two days in a row are allowed, the second session stands where the first leaves it."""
    days = pz.Availability(days=("mon", "tue"))
    rules = DEFAULT.within("adaptation", ignore=["PZ302"])
    for phase in ("strength", "power", "endurance"):
        rules = rules.within(phase, severity={"PZ302": "advice"})
    plan = pz.plan(brief(availability=days), rules=rules)
    assert pz.check(plan, rules=rules).ok
    assert {session.phase.value for session in plan.sessions} >= {"strength", "endurance"}
    refused(DEFAULT.within("taper", ignore=["PZ302"]), days)


def test_the_weekly_minimum_may_be_ignored_in_a_phase() -> None:
    """Then a season that cannot hold it there is planned."""
    one_day = pz.Availability(days=("mon",))
    rules = DEFAULT
    for phase in ("adaptation", "strength", "power", "endurance"):
        rules = rules.within(phase, ignore=["PZ201"])
    assert 0 < len(pz.plan(brief(availability=one_day), rules=rules).sessions)
    refused(DEFAULT.within("strength", ignore=["PZ201"]), one_day)


# --- what is wrong with it ----------------------------------------------------------------------------------------------


def said(data: Any, **more: Any) -> list[str]:
    """Return what is said of a bad configuration."""
    with pytest.raises(pz.ConfigError) as error:
        pz.RuleSet.from_toml(data, **more) if isinstance(data, str) else pz.RuleSet.from_dict(data)
    return str(error.value).splitlines()


def test_all_that_is_wrong_is_said_at_once() -> None:
    """Each with its place and the nearest words."""
    assert said(
        {
            "selects": ["PZ3"],
            "extend": "base.toml",
            "select": ["PZ3", "doze-shorter", 5],
            "ignore": "PZ3",
            "severity": {"PZ301": "errors", "shorter-dose": "error"},
            "options": {"PZ311": {"hour": 5}, "PZ702": {"days": "x"}, "PZ703": 5, "PZ801": {"x": 1}},
            "per-phase": {"endurence": {}, "power": {"ignore": ["doze-short"], "option": {}}},
            "per-week": {"deloads": {}, 5: {}},
        }
    ) == [
        "/selects: is an unknown key; maybe select or extend-select",
        "/extend: is for files; maybe merge the mappings (got 'base.toml')",
        "/severity/shorter-dose: no rule has this code, name or family (got 'shorter-dose')",
        "/severity/PZ301: must be one of error, warning, advice (got 'errors'); maybe error",
        "/options/PZ311/hour: is no knob of PZ311 (got 5); maybe hours",
        "/options/PZ702/days: PZ702 heavy-legs-late: days must be a number, not 'x'",
        "/options/PZ703: must be a table (got 5)",
        "/options/PZ801/x: is no knob of PZ801 (got 1)",
        "/per-phase/endurence: is no phase; maybe endurance",
        "/per-phase/power/option: is an unknown key",
        "/per-phase/power/ignore/0: no rule has this code, name or family (got 'doze-short'); maybe dose-short",
        "/per-week/deloads: is no kind of week; maybe deload",
        "/per-week/5: is no kind of week",
        "/select/1: no rule has this code, name or family (got 'doze-shorter'); maybe dose-short",
        "/select/2: no rule has this code, name or family (got 5)",
        "/ignore: must be a list of codes, names or families (got 'PZ3')",
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (5, ["/: must be a table (got 5)"]),
        ("select = ", ["/: is not TOML: invalid value (at end of document)"]),
        ("extend = 5", ["/extend: must name a file (got 5)"]),
        ("extend = 'base.toml'", ["/extend: names a file, but none is read here; maybe pass read= (got 'base.toml')"]),
    ],
)
def test_what_is_no_configuration_is_refused(data: Any, expected: list[str]) -> None:
    """With one clear error."""
    assert expected == said(data)


def test_files_that_extend_one_another_are_refused() -> None:
    """The chain has an end."""
    assert ["/extend: leads on over more than 16 files, or in a circle (got 'me.toml')"] == said(
        "extend = 'me.toml'", read=lambda name: f"extend = '{name}'"
    )


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        (lambda: DEFAULT.within("deloads"), "'deloads' is no phase or kind of week; one of adaptation,"),
        (lambda: DEFAULT.within("holiday"), "'holiday' is no phase or kind of week; one of adaptation,"),
        (lambda: DEFAULT.within("deload", severity={"PZ3": "errors"}), "'errors' is no severity; one of error,"),
        (lambda: DEFAULT.within("deload", ignore=["PZ999"]), "no rule has the code, name or family 'PZ999'"),
    ],
)
def test_a_wrong_place_or_weight_is_refused_in_python(wrong: Any, expected: str) -> None:
    """With what there is."""
    with pytest.raises(pz.ConfigError) as error:
        wrong()
    assert expected == str(error.value)[: len(expected)]


# --- files --------------------------------------------------------------------------------------------------------------

TEAM = """
select = ["PZ3"]
extend-select = ["PZ201"]
ignore = ["PZ312"]
severity = { PZ301 = "warning", PZ302 = "warning" }
per-week.deload.ignore = ["PZ311"]
"""


def test_a_configuration_extends_another() -> None:
    """Its lists stand in place of the other's; tables are merged; what is selected anew is all that is."""
    mine = 'extend = "team.toml"\nignore = ["PZ311"]\nseverity = { PZ302 = "advice" }\nper-week.deload.severity.PZ3 = "error"'
    rules = pz.RuleSet.from_toml(
        mine, rules=DEFAULT.select("PZ2", "PZ30", "PZ31"), read={"team.toml": TEAM}.__getitem__
    )
    expected = DEFAULT.select("PZ201", "PZ30", "PZ312")
    weights = [rules.severity_of(rules[code]).value for code in ("PZ301", "PZ302")]
    assert ([item.meta.code for item in expected], ["warning", "advice"]) == (
        [item.meta.code for item in rules],
        weights,
    )
    assert ("deload", "PZ311", None) in rules.local
    anew = pz.RuleSet.from_toml('extend = "team.toml"\nselect = ["PZ31"]', read=lambda _: TEAM)
    assert ["PZ311"] == [item.meta.code for item in anew]


@pytest.fixture
def files(tmp_path: Any) -> Any:
    """A plan and two configurations, the one in a folder of its own."""
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "team.toml").write_text('extend = "club.toml"\nselect = ["PZ301"]\n')
    (tmp_path / "base" / "club.toml").write_text('severity.PZ301 = "advice"\n')
    (tmp_path / "mine.toml").write_text('extend = "base/team.toml"\n')
    (tmp_path / "bad.toml").write_text('select = ["PZ999"]\nignore = 5\n')
    (tmp_path / "latin.toml").write_bytes(b"# \xe9")
    (tmp_path / "plan.json").write_text(pz.dumps(small.plan(small.on("1 tue", "06:00"), runs="Tue 07:00 easy")))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mine.toml", (0, ["no errors, no warnings, 1 advice (PZ301)"])),
        ("bad.toml", (2, ["  /ignore: must be a list of codes, names or families (got 5)"])),
        ("latin.toml", (2, ["{} is not UTF-8"])),
        ("none.toml", (2, ["cannot read {}: no such file or directory"])),
    ],
)
def test_the_command_line_reads_a_configuration(files: Any, name: str, expected: Any, capsys: Any) -> None:
    """Paths in it are relative to the file that names them."""
    code = cli.main(["check", str(files / "plan.json"), "--config", str(files / name)])
    last = "".join(capsys.readouterr()).splitlines()[-1].removeprefix("periodize: ")
    assert (expected[0], [line.format(files / name).strip() for line in expected[1]]) == (code, [last.strip()])


def test_a_rule_of_runs_is_ignored_in_a_phase_while_placing() -> None:
    """There nothing steers away from the eve of a long run; in the other phases it does."""
    brief = pz.Brief(
        events=(pz.Event("City 10", "2027-04-18", distance_km=10),),
        start="2027-01-25",
        runs="Tue 07:00 quality; Thu 07:00 easy; Sun 08:00 long",
        availability=pz.Availability(days=("wed", "thu", "fri", "sat"), prefer_days=("wed", "sat")),
    )
    rules = pz.RuleSet.from_dict({"per-phase": {"strength": {"ignore": ["PZ311", "PZ321"]}}})
    eves = {session.phase for session in pz.plan(brief, rules=rules).sessions if session.date.weekday() == 5}
    assert {pz.Phase.STRENGTH} == eves & {pz.Phase.STRENGTH, pz.Phase.ADAPTATION, pz.Phase.ENDURANCE}
