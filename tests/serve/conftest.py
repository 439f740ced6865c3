"""A workbench on the handmade record."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.handmade import fill

from onrecord.serve import application
from onrecord.settings import load
from onrecord.store import Store, open_store


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "onrecord.db"
    with open_store(path) as store:
        fill(store)
    return path


@pytest.fixture
def store(record: Path) -> Iterator[Store]:
    """The record beside the workbench."""
    with open_store(record) as opened:
        yield opened


@pytest.fixture
def client(record: Path) -> Iterator[TestClient]:
    """A browser without scripts, on this machine."""
    settings = load({"record": str(record)}, {}, record.parent)
    with TestClient(application(settings, "tester"), base_url="http://localhost") as client:
        yield client
