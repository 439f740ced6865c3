"""Statements turned back into attributions."""

from evals.holders import attributed, chains_right

from onrecord.model import (
    Attribution,
    Holder,
    HolderClass,
    Predicate,
    Reading,
    Span,
    Statement,
)

WHO, SAID, WORDS = Span(0, 4), Span(5, 9), Span(10, 30)
HOLDER = Holder("Bao Tran", HolderClass.PERSON, "c", WHO, SAID)
PAPER = Holder("The Daily Ferry", HolderClass.OUTLET)


def reading(*spans: Span) -> Reading:
    """One whose statements stand at the spans."""
    said = [
        Statement(str(span), "d", span, "", Predicate.SAYS, {}, (HOLDER, PAPER)) for span in spans
    ]
    told = Attribution((WHO,), (SAID,), (WORDS,), HOLDER)
    return Reading("d", attributions=(told,), statements=tuple(said))


def test_what_several_statements_quote_is_one_content_without_its_speaker() -> None:
    (found,) = attributed(reading(Span(0, 20), Span(18, 30)))
    assert found == {"source": [[0, 4]], "cue": [[5, 9]], "content": [[4, 5], [9, 30]]}


def test_a_chain_is_right_where_the_corpus_gives_the_words_to_the_same_source() -> None:
    gold = {"attributions": [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 30]]}]}
    other = {"attributions": [{"source": [[40, 44]], "cue": [], "content": [[10, 30]]}]}
    here = reading(Span(10, 20), Span(50, 60))
    assert chains_right(gold, here) == (1, 2)
    assert chains_right(other, here) == (0, 2)
