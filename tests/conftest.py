"""What all tests share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from onrecord.lexicon.gazetteer import Gazetteer

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
GOLDEN = Path(__file__).parent / "golden"
# Machines are shared: no test is timed.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden files anew; look at the difference before it is kept."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden file of a name."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8")

    return compare


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A run in which nothing was tested is a failure, even if everything was merely skipped."""
    reporter: Any = session.config.pluginmanager.get_plugin("terminalreporter")
    tested = any(reporter.stats.get(outcome) for outcome in ("passed", "failed", "xfailed"))
    if exitstatus == 0 and not tested and not session.config.option.collectonly:
        session.exitstatus = pytest.ExitCode.NO_TESTS_COLLECTED


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reports and corpora beside the repository."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the shared folder at {SHARED}, which is not part of the repository")
    return SHARED


@pytest.fixture(scope="session")
def gazetteer(request: pytest.FixtureRequest) -> Gazetteer:
    """The world's places, built once and kept in pytest's cache folder."""
    return Gazetteer.open(Path(request.config.cache.mkdir("gazetteer")))
