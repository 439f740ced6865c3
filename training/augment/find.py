"""Which words of a document name people and places."""

import calendar
import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.lexicon.demonym import demonym
from onrecord.lexicon.names import PARTICLES, is_country, is_title, sex
from onrecord.lexicon.roles import noun_class
from training.text import Text

__all__ = ["is_form_of_address", "nameable", "people", "places"]

_PEOPLE = {("mention", "Person"), ("name", "PER")}
_PLACES = {("mention", "Location"), ("name", "LOC"), ("toponym", "PLACE")}
_LONGEST = 5
"""Words of a person's name, initials and particles apart."""
_PLACE_WORDS = 3

_JOINED = frozenset({"flat", "compound"})

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{2,})?")
_SHORT = re.compile(r"[IVX]+|[A-Z]{2}")
"""Numerals, and abbreviations of states."""
_INITIAL = re.compile(r"[A-Z]\.?|(?:[A-Z]\.){2,}")
_ADDRESS = frozenset(
    "mr mrs ms miss dr prof professor rev reverend rabbi gen col lt maj capt sgt cpl colonel "
    "captain lieutenant sergeant brigadier admiral sen senator rep congressman congresswoman gov "
    "governor mayor ambassador president premier chancellor minister judge sheikh mullah ayatollah "
    "sir spokesman spokeswoman".split()
)
_OTHERWISE = frozenset(
    """
    a an all he her his i it its my our she that the their these they this those we who you
    your administration africa america americas asia atlantic avenue award bay beach
    boulevard bridge briefing building bureau camp cape castle center central centre church
    city club coast command corps county day district doctrine drive earth east eastern
    empire estate europe falls family festival force foundation fund gulf hall heights
    hemisphere highlands hill hills hospital hotel house inc institution international
    island islands lake lane league library mall middle mount mountain mountains museum
    national near news north northern ocean oceania office pacific park party peninsula
    pentagon place plaza port post press prison prize province region republic river road
    room sea south southern square stadium state states station street sub-saharan team
    times tower town trust union united valley village west western white
    """.split()
) | {name.lower() for name in (*calendar.month_name, *calendar.day_name) if name}
"""Words in capitals that are parts of other names, or of names that stay."""


@cache
def nameable(form: str) -> bool:
    """Whether the word could be one of a name: no title, nationality, country, common noun."""
    low = form.lower()
    if not _WORD.fullmatch(form) or not form[0].isupper() or _INITIAL.fullmatch(form):
        return False
    if _SHORT.fullmatch(form) or low in _OTHERWISE or is_title(form) or low in PARTICLES:
        return False
    return not is_country(form) and demonym(form) is None and noun_class(low) is None


def is_form_of_address(form: str) -> bool:
    """Whether the word is a title that hardly stands before anything but a name."""
    return form[:1].isupper() and form.rstrip(".").lower() in _ADDRESS


def people(forms: Sequence[str], text: Text) -> list[tuple[int, ...]]:
    """The words of each person's name that is known or, where none are labelled, guessed."""
    spans, tags = text.labels.spans, text.labels.words
    if any(layer in spans for layer, _ in _PEOPLE):
        found = [_last_run(forms, b, e) for b, e in _spans(text, _PEOPLE)]
    elif "entity" in tags:
        found = [run for run in _compounds(forms, text, "person") if nameable(forms[run[-1]])]
    else:
        found = list(_guessed(forms, text))
    return [run for run in found if 0 < len(run) <= _LONGEST]


def places(forms: Sequence[str], text: Text) -> list[tuple[int, ...]]:
    """The words of each labelled name of a place that is no country, at most three in a row."""
    if "entity" in text.labels.words:
        found = list(_compounds(forms, text, "place"))
    else:
        found = [_only_run(forms, b, e) for b, e in _spans(text, _PLACES)]
    return [
        run
        for run in found
        if 0 < len(run) <= _PLACE_WORDS
        and run[-1] - run[0] + 1 == len(run)
        and not is_country(" ".join(forms[word] for word in run))
    ]


def _spans(text: Text, wanted: set[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    for layer, spans in text.labels.spans.items():
        yield from ((b, e) for b, e, label in spans if (layer, label) in wanted)


def _links(form: str) -> bool:
    """Whether a word can stand between two words of one name."""
    return form == "-" or form.lower() in PARTICLES or bool(_INITIAL.fullmatch(form))


def _leads(form: str) -> bool:
    """Whether a word is a particle that the names of towns begin with ("San", "El")."""
    return form.istitle() and form.lower() in PARTICLES


def _last_run(forms: Sequence[str], begin: int, end: int) -> tuple[int, ...]:
    """The words that could be a name at the end of [begin, end), with only links between them."""
    run: list[int] = []
    for word in reversed(range(begin, end)):
        if nameable(forms[word]):
            run.append(word)
        elif not _links(forms[word]) and (run or forms[word].isalpha()):
            return () if forms[word] == "the" else tuple(reversed(run))
    return tuple(reversed(run))


def _only_run(forms: Sequence[str], begin: int, end: int) -> tuple[int, ...]:
    """The words in [begin, end) that could be a place's name; none if a hyphen joins some, or if
    all is a country's."""
    if "-" in forms[begin:end] or is_country(" ".join(forms[begin:end])):
        return ()
    return tuple(word for word in range(begin, end) if nameable(forms[word]) or _leads(forms[word]))


def _compounds(forms: Sequence[str], text: Text, label: str) -> Iterator[tuple[int, ...]]:
    """Proper nouns that head an entity of that label, with the proper nouns joined to them."""
    tags = text.labels.words
    heads, kinds, relations = tags["head"], tags["xpos"], tags["deprel"]
    for head, entity in enumerate(tags["entity"]):
        if entity != label or kinds[head] != "NNP":
            continue
        joined = [
            word
            for word in range(max(head - _LONGEST, 0), min(head + _LONGEST + 1, len(forms)))
            if kinds[word] == "NNP"
            and nameable(forms[word])
            and (word == head or (heads[word] == head and relations[word] in _JOINED))
        ]
        if head in joined:
            yield tuple(joined)


def _guessed(forms: Sequence[str], text: Text) -> Iterator[tuple[int, ...]]:
    """Names after a title, and names of several words that begin with a common given name."""
    fit = _fit(forms, text)
    for sentence in text.sentences:
        begin, end = sentence[0], sentence[-1] + 1
        at = begin
        while at < end:
            run = _run(forms, fit, at, end)
            if run and _is_person(forms, run, begin) and not _goes_on(forms[run[-1] + 1 : end]):
                yield run
            at = run[-1] + 1 if run else at + 1


def _fit(forms: Sequence[str], text: Text) -> list[bool]:
    """Which words could be names; none that the document has in lower case as well."""
    small = {form for form in forms if form.islower()}
    fit = [nameable(f) and not f.isupper() and f.lower() not in small for f in forms]
    for begin, end in _spans(text, _PLACES):
        fit[begin:end] = [False] * (end - begin)
    kinds = text.labels.words.get("xpos", ())
    return [one and kind == "NNP" for one, kind in zip(fit, kinds, strict=True)] if kinds else fit


def _run(forms: Sequence[str], fit: Sequence[bool], at: int, end: int) -> tuple[int, ...]:
    """The words of the name that begins at `at`; none if no name can begin there."""
    run: list[int] = []
    while at < end and (fit[at] or (run and _links(forms[at]))):
        if fit[at]:
            run.append(at)
        at += 1
    return tuple(run)


def _is_person(forms: Sequence[str], run: Sequence[int], begin: int) -> bool:
    before = forms[run[0] - 1] if run[0] > begin else ""
    if is_form_of_address(before):
        return True
    if before[:1].isupper() and before.lower() in _OTHERWISE:
        return False
    return len(run) > 1 and sex(f"{forms[run[0]]} {forms[run[1]]}") is not None


def _goes_on(after: Sequence[str]) -> bool:
    """Whether the next word makes the name another's ("Hall", "County", "Hospital")."""
    return bool(after) and after[0][:1].isupper() and after[0].isalpha()
