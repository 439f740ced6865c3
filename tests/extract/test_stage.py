import gc
from collections.abc import Iterator

import pytest

from onrecord.extract.stage import Stage, read_through
from onrecord.model import Block, BlockKind, Document, Reading, Span

_DOCUMENT = Document("d", "Ama Mensah left.")


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    yield
    gc.enable()


def _block(document: Document, reading: Reading) -> tuple[Block, ...]:
    assert not gc.isenabled()
    return (Block(Span(0, len(document.text)), BlockKind.PARAGRAPH),)


@pytest.mark.parametrize("looked", [True, False])
def test_garbage_is_looked_for_after_a_reading_as_before(looked: bool) -> None:
    (gc.enable if looked else gc.disable)()
    read = read_through([Stage("blocks", (), _block)])
    assert read(_DOCUMENT).blocks
    assert gc.isenabled() is looked


def test_garbage_is_looked_for_after_a_reading_that_failed() -> None:
    def failing(document: Document, reading: Reading) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        read_through([Stage("blocks", (), failing)])(_DOCUMENT)
    assert gc.isenabled()
