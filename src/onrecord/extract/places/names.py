"""Which stretches of a report are names of places."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from onrecord.extract.places.clue import Kind, kind_of
from onrecord.extract.places.resolve import candidates_of, is_people
from onrecord.lexicon.gazetteer import Candidate, Gazetteer
from onrecord.lexicon.placekey import SEARCHED_CAPITALS, written_key
from onrecord.model import EntityType, Mention, MentionForm, Reading, Span, Word

__all__ = ["PLACES", "place_names"]

PLACES = (EntityType.PLACE, EntityType.FACILITY)
_NO_CLAIM = (*PLACES, EntityType.NATIONALITY)
_BODIES = (EntityType.ORGANISATION, EntityType.GROUP)
_LANDS = (Kind.COUNTRY, Kind.REGION)
_MANY = 1_000_000
_CODE = 3


def place_names(text: str, reading: Reading, gazetteer: Gazetteer) -> list[Span]:
    """Spans of the names of places, in text order, none overlapping another.

    Toponyms come first, in the whole name that the gazetteer knows; then names of places among the
    mentions, and of facilities those that the gazetteer knows; then proper nouns that stand alone
    and are a name found so far, or the name of a country, a large capital or region, or of several
    words and that of an area.
    """
    spans: list[Span] = []
    named = [mention for mention in reading.mentions if mention.form is MentionForm.NAME]
    places = [m.span for m in named if m.type is EntityType.PLACE]
    places = [span for span in places if gazetteer.look_up(span.of(text))]
    for found in reading.analysis.layers.get("toponym", ()):
        name = found.span.of(text)
        if not is_people(name, gazetteer) and not _borne(found.span, name, named, gazetteer):
            around = (span for span in places if span.contains(found.span))
            _add(spans, next(around, found.span))
    for mention in named:
        if mention.type is EntityType.PLACE or (
            mention.type is EntityType.FACILITY and gazetteer.look_up(mention.span.of(text))
        ):
            _add(spans, mention.span)
    known = {written_key(span.of(text)) for span in spans}
    others = [mention for mention in named if mention.type not in _NO_CLAIM]
    for span in _proper(reading.analysis.words):
        name = span.of(text)
        if any(_claims(mention, span) for mention in others) or is_people(name, gazetteer):
            continue
        if written_key(name) in known or _unmistakable(name, gazetteer):
            _add(spans, span)
    return sorted(spans)


def _borne(span: Span, name: str, named: Sequence[Mention], gazetteer: Gazetteer) -> bool:
    """Whether the name is (in) that of a person, body or people.

    That is so if the gazetteer lacks it, or if it is an acronym and that of no country or region.
    """
    if not any(m.type not in PLACES and m.span.overlaps(span) for m in named):
        return False
    found = candidates_of(name, (), gazetteer)
    acronym = name.isupper() and len(name) <= SEARCHED_CAPITALS
    return not any(kind_of(place) in _LANDS for place in found) if acronym else not found


def _claims(mention: Mention, span: Span) -> bool:
    """Whether the proper noun is (in) a name of something else; a seat may stand for its state."""
    overlaps = mention.span.overlaps(span)
    return overlaps and (mention.type not in _BODIES or mention.span != span)


def _add(spans: list[Span], span: Span) -> None:
    if not any(span.overlaps(other) for other in spans):
        spans.append(span)


def _proper(words: Sequence[Word]) -> Iterator[Span]:
    """Runs of proper nouns, each as one span."""
    for (proper, _), run in groupby(words, lambda word: (word.upos == "PROPN", word.sentence)):
        if proper:
            first, *rest = run
            yield first.span.cover((rest or [first])[-1].span)


def _unmistakable(name: str, gazetteer: Gazetteer) -> bool:
    several = " " in name
    return any(
        _known_to_all(place, several)
        for place in gazetteer.look_up(name)
        if kind_of(place) is Kind.COUNTRY or len(name) > _CODE
    )


def _known_to_all(place: Candidate, several: bool) -> bool:
    """Whether all know the place by that name; `several` if the name has several words."""
    kind = kind_of(place)
    if kind is Kind.REGION or place.feature == "PPLC":
        return place.population >= _MANY or (several and kind is Kind.REGION)
    return kind is Kind.COUNTRY or (several and kind is Kind.AREA)
