"""A real Spark, on two cores of this machine."""

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from onrecord.pipeline import Spark, on_spark


@pytest.fixture(scope="module")
def spark(needs_spark: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spark]:
    """A cluster of two processes, for all tests of a module."""
    with on_spark("local[2]", tmp_path_factory.mktemp("spark") / "spark.log") as cluster:
        yield cluster


@pytest.fixture(scope="session")
def needs_spark() -> None:
    """Skips where Spark cannot be had; `.ci/run` installs it."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home, "bin")) if home else None)
    if find_spec("pyspark") is None or java is None:
        pytest.skip("needs Spark and Java 17: pip install -e '.[spark]', apt install a JRE")
