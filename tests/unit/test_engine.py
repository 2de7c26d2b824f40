"""Rule sets: which rules there are, how they are chosen and tuned, and what is refused."""

from __future__ import annotations

from typing import Any, ClassVar

import attrs
import pytest
from tests.rules import small

import periodize as pz
from periodize import _engine

DEFAULT = pz.RuleSet.default()


def meta(
    code: str = "APP001", name: str = "friday-session", severity: Any = pz.Severity.ERROR, **more: Any
) -> pz.RuleMeta:
    """Make the identity of a rule."""
    return pz.RuleMeta(code, name, severity, **more)


def rule(**members: Any) -> Any:
    """Make a rule that finds nothing; a member that is None is left out."""

    def check_session(self: Any, session: pz.Session, view: pz.View) -> tuple[pz.Hit, ...]:
        return ()

    given = {"meta": meta(), "check_session": check_session, **members}
    made = type("Made", (), {name: member for name, member in given.items() if member is not None})
    return attrs.frozen(made)()


def codes(rules: pz.RuleSet) -> list[str]:
    """Return the codes of a set."""
    return [item.meta.code for item in rules]


# --- choosing -----------------------------------------------------------------------------------------------------------


def test_the_default_set_is_sorted_and_whole() -> None:
    """Every rule stands once, in order of its code."""
    assert sorted(set(codes(DEFAULT))) == codes(DEFAULT)


def test_a_set_is_a_collection() -> None:
    """It has a length, and members by code, name and family."""
    asked = ("PZ301", "lift-before-run", "PZ3", "PZ30", "PZ", "pz301", "PZ999", "", 301)
    assert (len(codes(DEFAULT)), [True] * 4 + [False] * 5) == (len(DEFAULT), [word in DEFAULT for word in asked])


def test_a_rule_is_found_by_code_and_name() -> None:
    """A family finds no single rule."""
    assert DEFAULT["PZ301"] is DEFAULT["lift-before-run"]
    with pytest.raises(pz.UnknownRuleError):
        DEFAULT["PZ3"]


DOSE = [code for code in codes(DEFAULT) if code.startswith("PZ2")]


@pytest.mark.parametrize(
    ("selectors", "expected"),
    [
        (("PZ301",), ["PZ301"]),
        (("lift-before-run", "PZ2"), [*DOSE, "PZ301"]),
        (("PZ2", "PZ201"), DOSE),
        ((), []),
    ],
)
def test_rules_are_selected_by_code_name_and_family(selectors: tuple[str, ...], expected: list[str]) -> None:
    """They keep the order of the set."""
    assert expected == codes(DEFAULT.select(*selectors))


def test_the_rest_is_left_without_some_rules() -> None:
    """What is left is the rest; `ignore` is the same word."""
    left = [code for code in codes(DEFAULT) if not code.startswith("PZ3") and code != "PZ201"]
    assert (left, DEFAULT.without("PZ3", "weekly-minimum")) == (
        codes(DEFAULT.without("PZ3", "weekly-minimum")),
        DEFAULT.ignore("PZ3", "weekly-minimum"),
    )


@pytest.mark.parametrize(
    "ask",
    [
        lambda word: DEFAULT[word],
        lambda word: DEFAULT.select("PZ301", word),
        DEFAULT.without,
        DEFAULT.ignore,
        lambda word: DEFAULT.severity(word, "error"),
        lambda word: DEFAULT.options(word, hours=1),
    ],
    ids=["get", "select", "without", "ignore", "severity", "options"],
)
@pytest.mark.parametrize(
    ("word", "hint"), [("lift-before-runs", "\nmaybe lift-before-run"), ("QQ1", ""), ("pz801", "\nmaybe PZ801")]
)
def test_unknown_words_name_the_nearest(ask: Any, word: str, hint: str) -> None:
    """Wherever a rule is chosen."""
    with pytest.raises(pz.UnknownRuleError) as error:
        ask(word)
    said = f"no rule has the code, name or family {word!r}{hint}"
    assert (said, said.count("\n")) == (str(error.value)[: len(said)], str(error.value).count("\n"))


def test_more_rules_stand_behind() -> None:
    """The set itself does not change."""
    more = DEFAULT.plus(rule(), rule(meta=meta("APP002", "sunday-session")))
    assert (["APP001", "APP002"], len(DEFAULT)) == (codes(more)[-2:], len(more) - 2)


# --- tuning -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("severity", ["advice", pz.Severity.ADVICE], ids=["a word", "a member"])
def test_the_severity_of_rules_changes_in_one_set(severity: str) -> None:
    """It changes for a rule or a family, and in no other set."""
    changed = DEFAULT.severity("PZ3", severity).severity("weekly-minimum", "warning")
    found = {code: changed.severity_of(changed[code]).value for code in ("PZ301", "PZ312", "PZ201", "PZ401")}
    assert {"PZ301": "advice", "PZ312": "advice", "PZ201": "warning", "PZ401": "error"} == found
    assert DEFAULT.severity_of(DEFAULT["PZ301"]) is pz.Severity.ERROR


def test_severity_is_stamped_on_findings() -> None:
    """A check with the set says it."""
    report = pz.check(small.plan(), rules=DEFAULT.select("PZ201").severity("PZ201", "advice"))
    assert (len(report), True) == (len(report.advice), bool(report))


@pytest.mark.parametrize("severity", ["fatal", "", "ERROR"])
def test_an_unknown_severity_is_refused(severity: str) -> None:
    """It names those that there are."""
    with pytest.raises(pz.ConfigError, match="is no severity; one of error, warning, advice"):
        DEFAULT.severity("PZ301", severity)


def test_a_rule_with_another_knob_stands_in_its_place() -> None:
    """The set itself does not change."""
    changed = DEFAULT.options("heavy-before-key-run", hours=48)
    assert (codes(DEFAULT), 48, 24) == (codes(changed), changed["PZ311"].hours, DEFAULT["PZ311"].hours)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("knobs", "said"),
    [
        ({"hour": 48}, "PZ311 heavy-before-key-run has no knob 'hour'; maybe hours"),
        ({"xyz": 48}, "PZ311 heavy-before-key-run has no knob 'xyz'"),
        ({"hours": "48"}, "PZ311 heavy-before-key-run: hours must be a number, not '48'"),
        ({"hours": True}, "PZ311 heavy-before-key-run: hours must be a number, not True"),
        ({"hours": None}, "PZ311 heavy-before-key-run: hours must be a number, not None"),
        ({"hours": 0}, "PZ311 heavy-before-key-run: hours must be a number of 1 to 168 (h), not 0"),
        ({"hours": 169}, "PZ311 heavy-before-key-run: hours must be a number of 1 to 168 (h), not 169"),
    ],
)
def test_a_knob_that_cannot_be_is_refused(knobs: dict[str, Any], said: str) -> None:
    """It says which and why."""
    with pytest.raises(pz.ConfigError) as error:
        DEFAULT.options("PZ311", **knobs)
    assert said == str(error.value)


def _small(instance: Any, attribute: Any, value: int) -> None:
    if value > 9:
        message = "must be a digit"
        raise ValueError(message)


@attrs.frozen
class Checked:
    """A rule that checks its knobs itself."""

    meta: ClassVar = meta()
    digit: int = attrs.field(default=1, validator=_small)
    word: str = "x"

    def check_plan(self, view: pz.View) -> tuple[pz.Hit, ...]:
        """Find nothing."""
        return ()


def test_a_rule_may_check_its_knobs() -> None:
    """What it raises is told with its name; a knob that is no number may be anything."""
    rules = pz.RuleSet((Checked(),))
    assert "y" == rules.options("APP001", word="y")["APP001"].word  # type: ignore[attr-defined]
    with pytest.raises(pz.ConfigError, match=r"^APP001 friday-session: must be a digit$"):
        rules.options("APP001", digit=10)


def test_a_rule_that_is_no_attrs_class_has_no_knobs() -> None:
    """It can be used all the same."""

    class Plain:
        meta = meta()

        def check_plan(self, view: pz.View) -> tuple[pz.Hit, ...]:
            return ()

    rules = pz.RuleSet((Plain(),))  # type: ignore[arg-type]  # as said
    assert not pz.check(small.plan(), rules=rules)
    with pytest.raises(pz.ConfigError, match=r"^APP001 friday-session has no knob 'x'$"):
        rules.options("APP001", x=1)


# --- what is no rule ----------------------------------------------------------------------------------------------------


def _pair(earlier: Any, later: Any, hours: float) -> tuple[pz.Hit, ...]:
    return ()


S, R = pz.Session, pz.Run
PAIR = {"check_session": None, "check_pair": staticmethod(_pair), "pair": (S, R), "reach_hours": 24}


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        pytest.param(Checked, "Checked is a class, not a rule\nmaybe Checked()", id="a class"),
        pytest.param(None, "NoneType has no meta\nmaybe meta: ClassVar =", id="None"),
        pytest.param(rule(meta=None), "Made has no meta\nmaybe meta: ClassVar =", id="no meta"),
        pytest.param(rule(meta="APP001"), "Made has no meta\nmaybe meta: ClassVar =", id="meta of another kind"),
        pytest.param(rule(check_session=None), "Made must have one method of check_pair, check_session, check_week, check_mesocycle, check_plan; it has none", id="no method"),
        pytest.param(rule(check_plan=len), "Made must have one method of check_pair, check_session, check_week, check_mesocycle, check_plan; it has check_session, check_plan", id="two methods"),
        pytest.param(rule(check_session="x"), "Made must have one method", id="a method that cannot be called"),
        pytest.param(rule(**PAIR | {"pair": None}), "Made: pair must be (Session, Run), (Run, Session) or (Session, Session), not None", id="no pair"),
        pytest.param(rule(**PAIR | {"pair": (R, R)}), "Made: pair must be", id="two runs"),
        pytest.param(rule(**PAIR | {"pair": [S, R]}), "Made: pair must be", id="a list"),
        pytest.param(rule(**PAIR | {"reach_hours": None}), "Made: reach_hours must be over 0 and at most 168, not None", id="no reach"),
        pytest.param(rule(**PAIR | {"reach_hours": 0}), "Made: reach_hours must be over 0 and at most 168, not 0", id="reach 0"),
        pytest.param(rule(**PAIR | {"reach_hours": 168.5}), "Made: reach_hours must be over 0 and at most 168, not 168.5", id="over a week"),
        pytest.param(rule(**PAIR | {"reach_hours": True}), "Made: reach_hours must be over 0 and at most 168, not True", id="reach true"),
        pytest.param(rule(**PAIR | {"reach_hours": "24"}), "Made: reach_hours must be over 0 and at most 168, not '24'", id="reach as text"),
    ],
)  # fmt: skip
def test_what_is_no_rule_is_refused(broken: Any, said: str) -> None:
    """When the set is made, with what to do."""
    with pytest.raises(pz.ConfigError) as error:
        DEFAULT.plus(broken)
    assert said == str(error.value)[: len(said)]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        pytest.param({"code": "APP1"}, "the meta of 'APP1': code must be like APP001", id="two digits less"),
        pytest.param({"code": "A001"}, "the meta of 'A001': code must be like APP001", id="one letter"),
        pytest.param({"code": "ABCDEF001"}, "the meta of 'ABCDEF001': code must be like APP001", id="six letters"),
        pytest.param({"code": "app001"}, "the meta of 'app001': code must be like APP001", id="small letters"),
        pytest.param({"code": 3}, "the meta of 3: code must be like APP001", id="a number"),
        pytest.param({"name": "Friday session"}, "the meta of 'APP001': name must be like friday-session, not 'Friday session'", id="a name with a space"),
        pytest.param({"severity": "error"}, "the meta of 'APP001': severity must be a Severity, not 'error'", id="severity as text"),
        pytest.param({"since": 1}, "the meta of 'APP001': since must be a version, not 1", id="since as a number"),
        pytest.param({"sources": "x"}, "the meta of 'APP001': sources must be a tuple of keys, not 'x'", id="one source"),
        pytest.param({"sources": (1,)}, "the meta of 'APP001': sources must be a tuple of keys, not (1,)", id="sources as numbers"),
        pytest.param({"examples": ({},)}, "the meta of 'APP001': examples must be a tuple of Example, not ({},)", id="plain examples"),
        pytest.param({"reads": "exercise"}, "the meta of 'APP001': reads must be season, schedule or exercises, not 'exercise'", id="reads something else"),
        pytest.param({"code": "", "name": ""}, "the meta of '': code must be like APP001; name must be like friday-session, not ''", id="two faults"),
    ],
)  # fmt: skip
def test_what_is_no_identity_is_refused(wrong: dict[str, Any], said: str) -> None:
    """When it is made, with all that is wrong."""
    with pytest.raises(pz.ConfigError) as error:
        meta(**wrong)
    assert said == str(error.value)


@pytest.mark.parametrize(
    ("members", "shape"),
    [
        ({}, "check_session"),
        (PAIR, "check_pair"),
        (PAIR | {"pair": (R, S), "reach_hours": 168}, "check_pair"),
        (PAIR | {"pair": (S, S), "reach_hours": 0.5}, "check_pair"),
        ({"check_session": None, "check_plan": len}, "check_plan"),
        ({"meta": meta("AB001", "a")}, "check_session"),
        ({"meta": meta("ABCDE999", "a-1-b")}, "check_session"),
    ],
)
def test_a_rule_has_one_shape(members: dict[str, Any], shape: str) -> None:
    """A class with one method and what it needs is a rule."""
    made = rule(**members)
    assert (shape, (made,)) == (_engine.shape_of(made).value, pz.RuleSet((made,)).of_shape(_engine.shape_of(made)))


@pytest.mark.parametrize(
    ("code", "name", "word"),
    [
        ("PZ301", "friday-session", "PZ301"),
        ("APP001", "lift-before-run", "lift-before-run"),
        ("PZ301", "lift-before-run", "PZ301"),
    ],
)
def test_a_taken_code_or_name_is_refused(code: str, name: str, word: str) -> None:
    """The message names both rules."""
    with pytest.raises(pz.ConfigError, match=f"^Made and LiftBeforeRun are both called {word}$"):
        DEFAULT.plus(rule(meta=meta(code, name)))


def test_a_rule_cannot_stand_twice() -> None:
    """The same one collides with itself."""
    with pytest.raises(pz.ConfigError, match=r"^Made and Made are both called APP001$"):
        pz.RuleSet([rule(), rule()])


def test_pairs_are_of_the_two_types_alone() -> None:
    """Another run within reach is no session."""
    runs = [pz.Run(f"2027-01-0{day}", "easy", time="07:00", minutes=30, id=f"r{day}") for day in (4, 5)]
    session = pz.Session(id="w1-1", date="2027-01-05", time="18:00", phase="strength", heavy=True)
    found = _engine.pairs(runs, [session], (pz.Run, pz.Session), 48)
    assert [("r4", "w1-1"), ("r5", "w1-1")] == [(run.id, later.id) for run, later in found]
