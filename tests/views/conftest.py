"""The handmade record, in memory."""

from collections.abc import Iterator

import pytest
from tests.handmade import fill

from onrecord.store import Store, open_store


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        fill(opened)
        yield opened
