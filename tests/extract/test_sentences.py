"""Which blocks have sentences."""

from onrecord.extract.layout import layout
from onrecord.extract.sentences import sentences
from onrecord.model import Document, Reading


def test_sentences_carry_their_block_and_furniture_has_none() -> None:
    text = (
        "Ferries stop in Oriel\n\n"
        "Read more: The ferries of Oriel\n"
        "ORIEL, May 3 (ANP) -- The ferries stopped on Monday. Nobody knew why.\n"
    )
    document = Document("d", text)
    reading = Reading("d", blocks=layout(document, Reading("d")))
    found = [(s.block, s.span.of(text)) for s in sentences(document, reading)]
    assert found == [
        (0, "Ferries stop in Oriel"),
        (3, "The ferries stopped on Monday."),
        (3, "Nobody knew why."),
    ]
