"""Where names stand: the network's layers and the syntax put together."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.extract.mentions.nouns import is_office, is_people, noun_type
from onrecord.extract.mentions.proper import BODIES, Proper
from onrecord.extract.syntax import Tree
from onrecord.lexicon import calendar, names
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
_WAYS = frozenset("north northeast east southeast south southwest west northwest".split())
_ONE_IN_A_COUNTRY = frozenset("parliament congress senate treasury cabinet".split())
_OPENING, _CLOSING = "([{\"“‘«'`´", ")]}\"”’»'`´,.;:!?-–—"


@dataclass(frozen=True, slots=True)
class Run:
    """A name as it stands, without title, determiner or possessive; `words` are word indices, and
    `head` the one of them whose own head lies outside."""

    span: Span
    words: tuple[int, ...]
    head: int


def name_runs(text: str, tree: Tree, layers: Mapping[str, Sequence[Labelled]]) -> tuple[Run, ...]:
    """The names of a report in text order; none overlaps another."""
    proper = Proper(tree)
    weights: dict[tuple[int, ...], float] = {}
    people = {
        tree.words_in(labelled.span)[0]
        for labelled in layers.get("name", ())
        if labelled.label == "PER" and tree.words_in(labelled.span)
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
        if taken.isdisjoint(part):
            taken.update(part)
            chosen.append(part)
    chosen += _repeated(tree, taken, {_key(tree, part) for part in chosen})
    return tuple(_run(tree, part) for part in sorted(chosen))


def _spelled_out(text: str, tree: Tree) -> Iterator[tuple[int, ...]]:
    """The words whose first letters an acronym in brackets after them takes up."""
    for index in range(2, len(tree.words)):
        word = tree.words[index]
        if tree.words[index - 1].text not in ("(", "[") or not names.is_acronym(word.text):
            continue
        for begin in range(index - 3, max(-1, index - 2 - _MOST_WORDS), -1):
            first = tree.words[begin]
            if first.sentence != word.sentence:
                break
            name = text[first.span.begin : tree.words[index - 2].span.end]
            if first.text.lower() in _LEADING:
                continue
            if names.acronym_fits(word.text, name) or (
                tree.words[begin + 1].text in ("of", "for")
                and first.text.lower() in BODIES
                and names.acronym_may_fit(word.text, name)
            ):
                yield tuple(range(begin, index - 1))
                break


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
        and not _only_describes(tree, index)
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
        yield inside, _SYNTAX, True


def _without_titles(
    tree: Tree, proper: Proper, people: Collection[int], inside: Sequence[int]
) -> Sequence[int]:
    """What follows the last title, or the complement of one ("Minister of Health X"), if a proper
    noun does."""
    for begin in reversed(inside[1:]):
        if begin in people and _is_office_of(tree, inside[: inside.index(begin)]):
            return inside[inside.index(begin) :]
    for position in range(len(inside) - 1, 0, -1):
        before = inside[position - 1]
        if names.is_title(tree.words[before].text) and inside[position] in proper:
            return inside[position:]
    return inside


def _is_office_of(tree: Tree, before: Sequence[int]) -> bool:
    """Whether words are an office with what it is the office of."""
    texts = [tree.words[i].text.lower() for i in before]
    linked = next((at for at, text in enumerate(texts) if text in ("of", "for", "to")), 0)
    return linked > 0 and (is_office(texts[linked - 1]) or names.is_title(texts[linked - 1]))


def _from_preposition(tree: Tree, proper: Proper, inside: Sequence[int]) -> Sequence[int]:
    """The words with a preposition in capitals before them, which is part of the name."""
    before = inside[0] - 1 if inside else -1
    word = tree.words[before]
    if before >= 0 and before in proper and (word.upos == "ADP" or word.deprel == "case"):
        return [before, *inside]
    return inside


def _trimmed(tree: Tree, proper: Proper, inside: Sequence[int]) -> Iterable[tuple[int, ...]]:
    """The name in a span: no determiner, title, stray mark or possessive at its edges."""
    part = list(inside)
    while part and not _may_begin(tree, part):
        part.pop(0)
    while part and not _may_end(tree, part[-1]):
        part.pop()
    if part and len({tree.words[i].sentence for i in part}) == 1 and _is_name(tree, proper, part):
        yield tuple(part)


def _may_begin(tree: Tree, part: Sequence[int]) -> bool:
    text = tree.words[part[0]].text
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


def _may_end(tree: Tree, index: int) -> bool:
    text = tree.words[index].text
    return text[0] not in _CLOSING + _OPENING and text.lower() not in _INSIDE


def _is_name(tree: Tree, proper: Proper, part: Sequence[int]) -> bool:
    """Whether the words can be a name: no calendar word, and a proper noun among them."""
    texts = [tree.words[i].text for i in part]
    if all(
        names.fold(text) in calendar.MONTHS
        or names.fold(text) in calendar.WEEKDAYS
        or text.isdigit()
        for text in texts
    ):
        return False
    if all(names.is_title(text) for text in texts) or _is_measured(tree, part):
        return False
    if (len(part) == 1 and _only_describes(tree, part[0])) or _is_an_office(tree, part):
        return False
    return any(i in proper for i in part)


def _is_an_office(tree: Tree, part: Sequence[int]) -> bool:
    """Whether words name an office or those who hold it, or are cut off from one ("President of
    the Republic", "Foreign Ministers", "Ombari spokesman", "Home" of a home secretary)."""
    texts = [tree.words[i].text for i in part]
    lower = [text.lower() for text in texts]
    linked = next((at for at, text in enumerate(lower) if text in ("of", "for", "to")), 0)
    if linked:
        noun = " ".join(lower[:linked]).removesuffix("s")
        return is_office(noun) or noun == "member"
    if part[-1] + 1 < len(tree.words):
        following = tree.words[part[-1] + 1]
        if following.text[0].isupper() and is_office(f"{lower[-1]} {following.text.lower()}"):
            return True
    known = is_office(" ".join(lower).removesuffix("s")) and len(lower) > 1
    return known or (texts[-1].islower() and is_office(lower[-1].removesuffix("s")))


def _only_describes(tree: Tree, index: int) -> bool:
    """Whether a lone word, its capital aside, tells what kind of body, place or people is meant
    ("his Ministry", "a Sentry", "Villagers"), or which way ("from East to West")."""
    word = tree.words[index]
    first = index == 0 or tree.words[index - 1].sentence != word.sentence
    low = word.text.lower()
    qualified = bool(tree.children(index, "det", "nmod:poss", "amod", "compound"))
    if low in _WAYS:
        return not qualified
    if any(tree.lemma(child) in ("a", "an") for child in tree.children(index, "det")):
        return not names.is_acronym(word.text)
    if is_people(low.removesuffix("s")) or is_people(low.replace("men", "man")):
        return low.endswith(("s", "men"))
    of_a_kind = noun_type(low) not in (None, EntityType.PERSON) and low not in _ONE_IN_A_COUNTRY
    return of_a_kind and (qualified or first) and not names.is_acronym(word.text)


def _is_measured(tree: Tree, part: Sequence[int]) -> bool:
    """Whether thousands of it are counted, as of a currency."""
    counts = (tree.words[i].text for i in tree.children(part[-1], "nummod"))
    return any("," in count for count in counts)
