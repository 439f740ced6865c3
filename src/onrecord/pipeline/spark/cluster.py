"""A Spark cluster as a place where runs run."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import SparkError
from onrecord.model import Document
from onrecord.pipeline.link import Change, Linked, take, take_whole
from onrecord.pipeline.local import Attempt, Maker
from onrecord.pipeline.spark import linking, reading
from onrecord.pipeline.spark.failure import failing, in_one_line
from onrecord.resolve import Candidate
from onrecord.store import Links

if TYPE_CHECKING:
    from pyspark import SparkConf, SparkContext

__all__ = ["Spark", "on_spark"]

_PARTS = 4
"""The most parts that linkage is cut into for each process of the cluster."""
_CHAINS = 1_000
"""Chains for which one more part pays."""


@dataclass(frozen=True, slots=True)
class Spark:
    """A cluster: its processes read, and link; this one keeps the record.

    How many there are is Spark's default parallelism.
    """

    context: "SparkContext"

    @property
    def page(self) -> None:
        """All reports are linked at once."""

    def attempts(self, make: Maker, documents: Iterable[Document]) -> Iterator[Attempt]:
        """An attempt on each document, in their order. Raises SparkError."""
        return reading.attempts(self.context, make, documents)

    def take(self, links: Links, documents: Sequence[str], same_from: float) -> Change:
        """Link the chains of some documents, those one that are so from a probability.

        On the cluster where nothing is linked yet; a few more are linked here. Raises SparkError.
        """
        if links.empty():
            return take_whole(links, documents, same_from, self.link)
        return take(links, documents, same_from)

    def link(self, candidates: Sequence[Candidate]) -> Linked:
        """The spellings that agree, and the program's judgements. Raises SparkError."""
        parts = min(self.context.defaultParallelism * _PARTS, 1 + len(candidates) // _CHAINS)
        with failing():
            return linking.link(self.context, candidates, parts)


@contextmanager
def on_spark(master: str, log: Path) -> Iterator[Spark]:
    """The cluster at an address as Spark has it: `local[2]`, `spark://host:7077`, `yarn`, `k8s://…`.

    What Spark itself says goes to the file `log`, which is made anew. Raises SparkError where
    Spark or Java is not installed, or the cluster does not answer.
    """
    _check_installed()
    context = _context(master, log)
    try:
        yield Spark(context)
    finally:
        context.stop()


def _check_installed() -> None:
    if find_spec("pyspark") is None:
        raise SparkError("Spark is not installed here: pip install 'onrecord[spark]'")
    if shutil.which("java", path=_java_path()) is None:
        raise SparkError(
            "Spark needs Java 17 or later: install it (Debian, Ubuntu: apt install "
            "default-jre-headless), or name its folder in JAVA_HOME"
        )


def _java_path() -> str:
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin")) if home else os.environ.get("PATH", os.defpath)


def _context(master: str, log: Path) -> "SparkContext":
    from pyspark import SparkContext

    conf = _conf(master)
    with failing():
        started = SparkContext._gateway is not None
        context = SparkContext(conf=conf, gateway=None if started else _gateway(conf, log))
    if _is_local(master) and "PYSPARK_PYTHON" not in os.environ:
        context.pythonExec = sys.executable
    return context


def _gateway(conf: "SparkConf", log: Path) -> object:
    """The Java process that this one speaks to the cluster through."""
    from pyspark.errors import PySparkRuntimeError
    from pyspark.java_gateway import launch_gateway

    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as errors:
        try:
            return launch_gateway(conf, {"stderr": errors, "stdout": errors})
        except PySparkRuntimeError as error:
            told = in_one_line(log.read_text("utf-8", "replace"))
            raise SparkError(f"Spark did not start: {told} (more in {log})") from error


def _conf(master: str) -> "SparkConf":
    from pyspark import SparkConf

    conf = SparkConf().setMaster(master).setAppName("onrecord")
    conf.set("spark.ui.showConsoleProgress", "false")
    if _is_local(master):
        # Its workers are processes of this machine: they see the modules that this one sees.
        conf.setExecutorEnv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
        conf.set("spark.driver.host", "localhost").set("spark.driver.bindAddress", "127.0.0.1")
        conf.set("spark.ui.enabled", "false")
    return conf


def _is_local(master: str) -> bool:
    return master.startswith("local")
