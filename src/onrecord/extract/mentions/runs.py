"""Where names stand: the network's layers and the syntax put together."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.extract.mentions.nameless import is_nameless, only_describes
from onrecord.extract.mentions.nouns import is_office, is_people, noun_type
from onrecord.extract.mentions.proper import BODIES, Proper
from onrecord.extract.syntax import Tree, base, remembered
from onrecord.lexicon import names
from onrecord.lexicon.demonym import is_people_word
from onrecord.model import EntityType, Labelled, Span

__all__ = ["Run", "name_runs"]

_LAYERS = {"name": 1.0, "mention": 0.7, "toponym": 0.6}
_NAMING_LABELS = frozenset(
    "PER ORG LOC MISC Person Organisation Location Vehicle MilitaryPlatform DocumentReference "
    "Weapon".split()
)
_SYNTAX, _SPELLED_OUT = 0.75, 3.0
_MOST_WORDS = 10
_LEADING = frozenset("the a an this that these those our their his her its my your".split())
_INSIDE = frozenset(
    "of for on and & the de la del las los el y e du des di da do dos van von".split()
)
_MISTAKEN_FOR = frozenset({"NOUN", "PROPN", "ADJ", "X", "ADV", "INTJ"})
_BEFORE = frozenset("in at by to with from".split())
_PREFIXES = frozenset("pro anti counter non ex post pre".split())
_KINDS = frozenset("cartel brigade brigades battalion tribe clan mafia triad".split())
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_BRACKETS = frozenset("()[]")
_PERSONNEL = frozenset("personnel troops".split())
_OPENING, _CLOSING = "([{\"“‘«'`´", ")]}\"”’»'`´,.;:!?-–—"


@dataclass(frozen=True, slots=True)
class Run:
    """A name as it stands, without title, determiner or possessive; `words` are word indices, and
    `head` the one of them whose own head lies outside."""

    span: Span
    words: tuple[int, ...]
    head: int


@remembered
def name_runs(text: str, tree: Tree, layers: Mapping[str, Sequence[Labelled]]) -> tuple[Run, ...]:
    """The names of a report in text order; none overlaps another."""
    proper = Proper(tree)
    weights: dict[tuple[int, ...], float] = {}
    people = {
        inside[0]: inside[-1]
        for labelled in layers.get("name", ())
        if labelled.label == "PER" and (inside := tree.words_in(labelled.span))
    }
    for inside, weight, titled in _candidates(tree, proper, layers):
        bare = _without_titles(tree, proper, people, inside) if titled else inside
        for part in _trimmed(tree, proper, _from_preposition(tree, proper, bare)):
            weights[part] = weights.get(part, 0.0) + weight
    for part in _spelled_out(text, tree):
        weights[part] = weights.get(part, 0.0) + _SPELLED_OUT
    taken: set[int] = set()
    chosen: list[tuple[int, ...]] = []
    for part in sorted(weights, key=lambda p: (-weights[p] - 0.1 * len(p), p)):
        if taken.isdisjoint(part) and not _tells_who(tree, people, part):
            taken.update(part)
            chosen.append(part)
    chosen += _repeated(tree, taken, {_key(tree, part) for part in chosen})
    return tuple(_run(tree, part) for part in sorted(chosen))


def _spelled_out(text: str, tree: Tree) -> Iterator[tuple[int, ...]]:
    """The words whose first letters an acronym in brackets after them takes up."""
    for index in range(2, len(tree.words)):
        acronym = tree.words[index].text
        if tree.words[index - 1].text not in ("(", "[") or not names.is_acronym(acronym):
            continue
        named = {
            begin: text[tree.words[begin].span.begin : tree.words[index - 2].span.end]
            for begin in _begins_before(tree, index)
        }
        spelled = [begin for begin in named if names.acronym_fits(acronym, named[begin])]
        spelled += [
            begin
            for begin in named
            if tree.words[begin + 1].text in ("of", "for")
            and tree.words[begin].text.lower() in BODIES
            and names.acronym_may_fit(acronym, named[begin])
            and not any(tree.words[i].upos == "VERB" for i in range(begin, index - 1))
        ]
        if spelled:
            yield tuple(range(spelled[0], index - 1))


def _begins_before(tree: Tree, index: int) -> Iterator[int]:
    """Where a name of two words or more may begin that ends before the bracket at `index` - 1."""
    for begin in range(index - 3, max(-1, index - 2 - _MOST_WORDS), -1):
        if tree.words[begin].sentence != tree.words[index].sentence:
            return
        if tree.words[begin].text.lower() not in _LEADING:
            yield begin


def _key(tree: Tree, part: Sequence[int]) -> str:
    return " ".join(tree.words[i].text for i in part)


def _repeated(tree: Tree, taken: set[int], known: set[str]) -> list[tuple[int, ...]]:
    """Single words that are a name, or the last word of one, elsewhere in the report, however the
    network took them here."""
    surnames = {name.split()[-1] for name in known} | known
    return [
        (index,)
        for index, word in enumerate(tree.words)
        if index not in taken
        and word.text in surnames
        and word.text[0].isupper()
        and word.upos in _MISTAKEN_FOR
        and not names.is_title(word.text)
        and not only_describes(tree, index)
    ]


def _run(tree: Tree, part: tuple[int, ...]) -> Run:
    first, last = tree.words[part[0]], tree.words[part[-1]]
    members = set(part)
    head = next((i for i in part if tree.words[i].head not in members), part[0])
    return Run(Span(first.span.begin, last.span.end), part, head)


def _candidates(
    tree: Tree, proper: Proper, layers: Mapping[str, Sequence[Labelled]]
) -> Iterator[tuple[list[int], float, bool]]:
    """Word indices with a weight, and whether titles may stand before the name."""
    for name, weight in _LAYERS.items():
        for labelled in layers.get(name, ()):
            if name == "toponym" or labelled.label in _NAMING_LABELS:
                titled = labelled.label in ("PER", "Person")
                yield tree.words_in(labelled.span), weight * labelled.score, titled
    for inside in proper.runs():
        first = tree.words[inside[0]]
        if len(inside) > 1 or first.upos != "ADJ" or is_people_word(first.text):
            yield inside, _SYNTAX, True


def _without_titles(
    tree: Tree, proper: Proper, people: Mapping[int, int], inside: Sequence[int]
) -> Sequence[int]:
    """What follows the last title, the complement of one ("Minister of Health X") or another word
    for who it is ("Poet X"), if a proper noun does; `people` are where names of people begin
    and end."""
    for begin in reversed(inside[1:]):
        if begin in people and _is_office_of(tree, inside[: inside.index(begin)]):
            return inside[inside.index(begin) :]
    for position in range(len(inside) - 1, 0, -1):
        before, after = inside[position - 1], inside[position:]
        if after[0] in proper and not _is_within(tree, people, before):
            if _is_title_of(tree, people, before, after):
                return after
    return inside


def _is_title_of(tree: Tree, people: Mapping[int, int], before: int, after: Sequence[int]) -> bool:
    """Whether a word tells who somebody is: a title, though not in "Justice Department"."""
    word = tree.words[before]
    person = after[0] in people or before in people
    if names.is_title(word.text):
        kind = noun_type(tree.words[after[-1]].text.lower())
        return person or kind not in (EntityType.ORGANISATION, EntityType.GROUP)
    if word.deprel == "nmod:desc" and word.head in after:
        return after[0] in people
    return person and len(after) > 1 and is_office(word.text.lower())


def _is_within(tree: Tree, people: Mapping[int, int], index: int) -> bool:
    """Whether a word that may be a title is a middle name or a surname here."""
    return any(
        begin < index <= end and names.sex(f"{tree.words[begin].text} -") is not None
        for begin, end in people.items()
        if not names.is_title(tree.words[begin].text)
    )


def _tells_who(tree: Tree, people: Mapping[int, int], part: Sequence[int]) -> bool:
    """Whether the words stand as a title before a person's name ("Pacifist Ana Souza")."""
    word = tree.words[part[-1]]
    return word.deprel == "nmod:desc" and word.head == part[-1] + 1 and word.head in people


def _is_office_of(tree: Tree, before: Sequence[int]) -> bool:
    """Whether words are an office with what it is the office of."""
    texts = [tree.words[i].text.lower() for i in before]
    linked = next((at for at, text in enumerate(texts) if text in ("of", "for", "to")), 0)
    return linked > 0 and (is_office(texts[linked - 1]) or names.is_title(texts[linked - 1]))


def _from_preposition(tree: Tree, proper: Proper, inside: Sequence[int]) -> Sequence[int]:
    """The words with a preposition in capitals before them, which is part of the name."""
    before = inside[0] - 1 if inside else -1
    word = tree.words[before]
    if before >= 0 and before in proper and word.deprel in ("case", "advmod", "mark"):
        return [before, *inside]
    return inside


def _trimmed(tree: Tree, proper: Proper, inside: Sequence[int]) -> Iterable[tuple[int, ...]]:
    """The names in a span: no bracket inside, no determiner, title, stray mark or possessive at
    their edges."""
    for stretch in _unbracketed(tree, inside):
        part = list(stretch)
        while part and not _may_begin(tree, part):
            part.pop(0)
        while part and not _may_end(tree, part):
            part.pop()
        part += _kind_after(tree, part)
        if part and _is_one_sentence(tree, part) and _is_name(tree, proper, part):
            yield (*_number_before(tree, part), *part)


def _number_before(tree: Tree, part: Sequence[int]) -> list[int]:
    """The ordinal without which it is any of many: "the 4th Harbour Brigade"."""
    index = part[0] - 1
    if index < 0 or not _ORDINAL.fullmatch(tree.words[index].text):
        return []
    return [index] if tree.words[index].head in part else []


def _is_one_sentence(tree: Tree, part: Sequence[int]) -> bool:
    return len({tree.words[i].sentence for i in part}) == 1


def _unbracketed(tree: Tree, inside: Sequence[int]) -> Iterator[list[int]]:
    """A span cut at its brackets."""
    stretch: list[int] = []
    for index in inside:
        if tree.words[index].text in _BRACKETS:
            yield stretch
            stretch = []
        else:
            stretch.append(index)
    yield stretch


def _kind_after(tree: Tree, part: Sequence[int]) -> list[int]:
    """The noun after a name, in small letters, without which it is another's: "Ombari cartel"."""
    if not part or part[-1] + 1 == len(tree.words):
        return []
    word, after = tree.words[part[-1]], tree.words[part[-1] + 1]
    bound = base(word.deprel) in ("compound", "amod", "nmod") and word.head == part[-1] + 1
    return [part[-1] + 1] if bound and after.text.lower() in _KINDS else []


def _may_begin(tree: Tree, part: Sequence[int]) -> bool:
    text = tree.words[part[0]].text
    if text.partition("-")[0] in _PREFIXES:
        return False
    if text.lower() in _LEADING or text[0] in _OPENING or not _has_capital(text):
        return text.lower() in names.PARTICLES and len(part) > 1 and _has_capital_next(tree, part)
    return True


def _has_capital_next(tree: Tree, part: Sequence[int]) -> bool:
    following = tree.words[part[1]]
    return following.text in "-’'" or (
        _has_capital(following.text) and following.text.lower() not in _LEADING
    )


def _has_capital(text: str) -> bool:
    return any(map(str.isupper, text))


def _may_end(tree: Tree, part: Sequence[int]) -> bool:
    text = tree.words[part[-1]].text
    if text[0] in _CLOSING + _OPENING or text.lower() in _INSIDE or text in _BEFORE:
        return False
    return not (len(part) > 1 and text in _PERSONNEL) and not (
        len(part) > 1 and text.islower() and text.endswith("s") and is_people(text[:-1])
    )


def _is_name(tree: Tree, proper: Proper, part: Sequence[int]) -> bool:
    """Whether the words can be a name: a proper noun is among them."""
    return any(i in proper for i in part) and not is_nameless(tree, part)
