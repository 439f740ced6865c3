"""What looks like a name and is none: an office, a kind of thing, a count, a mere adjective."""

from collections.abc import Sequence

from onrecord.extract.mentions.nouns import is_kin, is_office, is_people, noun_type
from onrecord.extract.syntax import Tree
from onrecord.lexicon import calendar, names
from onrecord.lexicon.demonym import demonym
from onrecord.lexicon.outlets import is_outlet
from onrecord.model import EntityType

__all__ = ["is_nameless", "only_describes"]

_BODIES = frozenset({EntityType.ORGANISATION, EntityType.GROUP})
_WAYS = frozenset("north northeast east southeast south southwest west northwest".split())
_ONE_IN_A_COUNTRY = frozenset("parliament congress senate treasury cabinet".split())
_COMMON_ACRONYMS = frozenset(
    "TV IT PC CD DVD SUV ATM GPS SMS ID HQ CEO CFO PR HR AI DNA HIV AIDS GDP VAT FAQ".split()
)
_NOT_YET = frozenset({"designate", "elect", "nominee"})


def is_nameless(tree: Tree, part: Sequence[int]) -> bool:
    """Whether the words, whatever their capitals, name nobody and nothing of the record."""
    texts = [tree.words[i].text for i in part]
    return (
        all(map(_is_of_calendar, texts))
        or all(names.is_title(text) or is_office(f"{text.lower()}.") for text in texts)
        or len("".join(texts)) == 1
        or _is_all_but_described(tree, part)
        or _is_measured(tree, part)
        or _is_an_office(tree, part)
    )


def _is_all_but_described(tree: Tree, part: Sequence[int]) -> bool:
    """Whether the only capital is that of a word for a kind ("Villagers", "Mayor's home")."""
    capitals = [i for i in part if not tree.words[i].text.islower()]
    return len(capitals) == 1 and only_describes(tree, capitals[0])


def _is_of_calendar(text: str) -> bool:
    key = names.fold(text)
    return key in calendar.MONTHS or key in calendar.WEEKDAYS or text.isdigit()


def _is_an_office(tree: Tree, part: Sequence[int]) -> bool:
    """Whether words name an office or those who hold it, or are cut off from one ("President of
    the Republic", "Foreign Ministers", "Ombari spokesman", "Home" of a home secretary)."""
    lower = [tree.words[i].text.lower() for i in part]
    linked = next((at for at, text in enumerate(lower) if text in ("of", "for", "to")), 0)
    if linked:
        noun = " ".join(lower[:linked]).removesuffix("s")
        return is_office(noun) or noun == "member"
    if part[-1] + 1 < len(tree.words):
        following = tree.words[part[-1] + 1]
        if following.text[0].isupper() and is_office(f"{lower[-1]} {following.text.lower()}"):
            return True
    return _ends_in_an_office(tree, part) or _is_a_portfolio(tree, part)


def _ends_in_an_office(tree: Tree, part: Sequence[int]) -> bool:
    """ "National Security Minister", "UN Envoy", "Premier-elect"."""
    texts = [tree.words[i].text for i in part]
    if texts[-1].lower() in _NOT_YET:
        return all(names.is_title(text) for text in texts[:-1] if text != "-")
    lower = [*map(str.lower, texts[:-1]), texts[-1].lower().removesuffix("s")]
    if any(is_office(" ".join(lower[at:])) for at in range(len(lower) - 1)):
        return True
    if not is_office(lower[-1]):
        return False
    return texts[-1].islower() or (len(part) > 1 and _is_no_given_name(tree, part[-2]))


def _is_no_given_name(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    acronym = names.is_acronym(word.text) and len(word.text) > 2
    low = word.text.lower()
    body = low == "office" or noun_type(low) in _BODIES
    return acronym or body or word.upos in ("ADJ", "NOUN") or demonym(word.text) is not None


def _is_a_portfolio(tree: Tree, part: Sequence[int]) -> bool:
    """ "Foreign Affairs" or "Health" of a minister."""
    head = tree.words[part[-1]]
    lower = [tree.words[i].text.lower() for i in part]
    if lower == ["affairs"]:
        return True
    if head.head < 0 or tree.case(part[-1]) not in ("of", "for"):
        return False
    portfolio = lower[-1] == "affairs" or any(
        is_office(" ".join((*lower[at:], "minister"))) for at in range(len(lower))
    )
    return portfolio and is_office(tree.lemma(head.head).lower().removesuffix("s"))


def only_describes(tree: Tree, index: int) -> bool:
    """Whether a lone word, its capital aside, tells what kind of body, place or people is meant
    ("his Ministry", "a Sentry", "Villagers"), or which way ("from East to West")."""
    word = tree.words[index]
    first = index == 0 or tree.words[index - 1].sentence != word.sentence
    low = word.text.lower()
    qualified = bool(tree.children(index, "det", "nmod:poss", "amod", "compound"))
    if is_outlet(f"the {word.text}"):
        return False
    if low in _WAYS:
        return not qualified
    if any(tree.lemma(child) in ("a", "an") for child in tree.children(index, "det")):
        return not names.is_acronym(word.text)
    owned = bool(tree.children(index, "det", "nmod:poss"))
    if (is_office(low) or is_kin(low)) and owned and not word.text.isupper():
        return True
    if word.text in _COMMON_ACRONYMS:
        return True
    if is_people(low.removesuffix("s")) or is_people(low.replace("men", "man")):
        return low.endswith(("s", "men", "man", "woman"))
    of_a_kind = noun_type(low) not in (None, EntityType.PERSON) and low not in _ONE_IN_A_COUNTRY
    return of_a_kind and (qualified or first) and not names.is_acronym(word.text)


def _is_measured(tree: Tree, part: Sequence[int]) -> bool:
    """Whether thousands of it are counted, as of a currency."""
    counts = (tree.words[i].text for i in tree.children(part[-1], "nummod"))
    return any("," in count for count in counts)
