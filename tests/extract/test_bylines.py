"""Who said a quotation that only a name follows, and what is said by nobody yet."""

from tests.extract.chained import rows
from tests.readings import read_rows

QUOTED = (
    "“/PUNCT/4/punct The/DET/3/det dam/NOUN/4/nsubj broke/VERB/0/root twice/ADV/4/advmod "
    ",/PUNCT/4/punct ”/PUNCT/4/punct Ines/PROPN/{head}/dep Okoro/PROPN/8/flat {rest}"
)
BYLINE = QUOTED.format(head=4, rest="in/IN/12/case a/DET/12/det paper/NOUN/4/obl ./PUNCT/4/punct")
GOING_ON = QUOTED.format(head=10, rest="left/VERB/4/parataxis ./PUNCT/4/punct")
WISHING = (
    "Okoro/PROPN/2/nsubj {verb}/VERB/0/root to/PART/4/mark show/VERB/2/xcomp that/SCONJ/7/mark "
    "Bao/PROPN/7/nsubj lied/VERB/4/ccomp"
)

SHOWN = (
    "{thing}/{tag}/2/nsubj show/VERB/0/root that/SCONJ/5/mark Okoro/PROPN/5/nsubj lied/VERB/2/ccomp"
)


def _speakers(sentence: str, spoken: tuple[str | None, str, str] | None = None) -> list[str]:
    layers = {"name": [("Okoro", "PER")]}
    text = rows(sentence).replace("to to PART IN", "to to PART TO")
    _, reading = read_rows(text, layers=layers, spoken=[] if spoken is None else [spoken])
    return [attribution.holder.name for attribution in reading.attributions]


def test_a_name_alone_after_a_quotation_is_its_speakers() -> None:
    assert _speakers(BYLINE) == ["Ines Okoro"]


def test_a_name_that_goes_on_to_do_something_need_not_have_spoken() -> None:
    assert _speakers(GOING_ON) == []


def test_what_somebody_only_wants_to_show_is_not_said() -> None:
    wishes = ("Okoro", "show", "that Bao lied")
    assert _speakers(WISHING.format(verb="wants").replace("wants", "want"), wishes) == []
    assert _speakers(WISHING.format(verb="managed"), wishes) == ["Okoro"]


def test_who_is_told_says_nothing() -> None:
    tell = (
        "Tell/VERB/0/root Okoro/PROPN/1/obj who/PRON/4/nsubj lied/VERB/1/ccomp today/ADV/4/advmod"
    )
    assert _speakers(tell, ("Okoro", "Tell", "who lied today")) == []


def test_a_thing_that_shows_something_has_not_said_it() -> None:
    nobody, somebody = (None, "show", "that Okoro lied"), ("Bao", "show", "that Okoro lied")
    assert _speakers(SHOWN.format(thing="Shells", tag="NOUN"), nobody) == []
    assert _speakers(SHOWN.format(thing="Bao", tag="PROPN"), somebody) == ["Bao"]
