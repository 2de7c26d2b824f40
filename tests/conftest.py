"""What all tests share: the Hypothesis profiles."""

import os

from hypothesis import HealthCheck, Phase, settings

# No deadline anywhere: a busy machine is no bug. Another profile: `pytest --hypothesis-profile=deep`.
settings.register_profile("dev", deadline=None, max_examples=30)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=50,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "deep",
    deadline=None,
    max_examples=2_000,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# For planted errors: always the same examples, and none made smaller once one fails.
settings.register_profile(
    "unshrunk",
    deadline=None,
    derandomize=True,
    max_examples=60,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


def pytest_configure(config):
    """Choose a profile, unless the command line names one."""
    if not config.getoption("--hypothesis-profile"):
        settings.load_profile("ci" if "CI" in os.environ else "dev")
