"""Which clauses assert something, and the statements of people and things without a name."""

import pytest
from tests.extract.chained import rows
from tests.readings import read_rows
from tests.trees import analysis

from onrecord.extract.statements.asserted import is_asserted
from onrecord.extract.syntax import Tree
from onrecord.model import Predicate, Statement

MAIN = "Borders/NOUNS/2/nsubj matter/VERB/0/root ./PUNCT/2/punct"
RELATIVE = (
    "A/DET/2/det video/NOUN/6/nsubj that/SCONJ/4/mark surfaced/VERB/2/acl:relcl now/ADV/4/advmod "
    "shocked/VERB/0/root viewers/NOUNS/6/obj"
)
CLAUSE = (
    "Traders/NOUNS/2/nsubj fled/VERB/0/root {mark}/SCONJ/5/mark rebels/NOUNS/5/nsubj "
    "came/VERB/2/advcl"
)
LIKELY = (
    "It/PRON/3/expl is/AUX/3/cop likely/ADJ/0/root that/SCONJ/6/mark rebels/NOUNS/6/nsubj "
    "came/VERB/3/ccomp"
)
SEEMS = """
It it PRON PRP 2 expl
seems seem VERB VBZ 0 root
that that SCONJ IN 5 mark
rebels rebel NOUN NNS 5 nsubj
came come VERB VBD 2 csubj
"""
HOPE = """
Ines Ines PROPN NNP 2 nsubj
slept sleep VERB VBD 0 root
in in ADP IN 4 case
hope hope NOUN NN 2 obl
of of SCONJ IN 6 mark
finding find VERB VBG 4 acl
Bao Bao PROPN NNP 6 obj
"""
ASKED = (
    "Villagers/NOUNS/2/nsubj asked/VERB/0/root whether/SCONJ/5/mark rebels/NOUNS/5/nsubj "
    "came/VERB/2/ccomp and/CCONJ/7/cc stayed/VERB/5/conj"
)

SHOWN = (
    "Shells/NOUNS/2/nsubj {verb}/VERB/0/root that/SCONJ/5/mark rebels/NOUNS/5/nsubj "
    "came/VERB/2/ccomp"
)


def _tree(sentence: str) -> Tree:
    _, parsed, _ = analysis(rows(sentence))
    return Tree(parsed.words)


@pytest.mark.parametrize(
    ("sentence", "word", "asserted"),
    [(SEEMS, "came", True), (SEEMS, "seems", False), (HOPE, "finding", False)],
)
def test_what_seems_so_is_told_and_what_is_hoped_for_is_not(
    sentence: str, word: str, asserted: bool
) -> None:
    _, parsed, _ = analysis(sentence)
    tree = Tree(parsed.words)
    at = {each.text: index for index, each in enumerate(tree.words)}
    assert is_asserted(tree, at[word], ()) is asserted


def test_a_span_ends_with_the_noun_of_its_article_and_is_headed_by_no_article() -> None:
    text, parsed, _ = analysis(HOPE.replace("hope hope", "cave cave").replace("Ines Ines", "He he"))
    tree = Tree(parsed.words)
    slept_in = tree.words[0].span.cover(tree.words[2].span)
    assert tree.completed(slept_in).of(text) == "He slept in cave"
    assert tree.completed(tree.words[1].span) == tree.words[1].span
    loose = "The the DET DT 3 nsubj\nBank bank PROPN NNP 3 nsubj\nfell fall VERB VBD 0 root"
    _, parsed, _ = analysis(loose)
    tree = Tree(parsed.words)
    assert tree.head_of(tree.words[0].span.cover(tree.words[1].span)) == 1


def _asserts(sentence: str, word: str, told: tuple[str, ...] = ()) -> bool:
    tree = _tree(sentence)
    at = {each.text: index for index, each in enumerate(tree.words)}
    return is_asserted(tree, at[word], {at[each] for each in told})


@pytest.mark.parametrize(
    ("sentence", "word", "asserted"),
    [
        (MAIN, "matter", True),
        (RELATIVE, "surfaced", True),
        (CLAUSE.format(mark="while"), "came", True),
        (CLAUSE.format(mark="if"), "came", False),
        (CLAUSE.format(mark="before"), "came", False),
        (LIKELY, "came", True),
        (ASKED, "came", False),
        (ASKED, "stayed", False),
    ],
)
def test_a_clause_asserts_unless_it_is_only_supposed(
    sentence: str, word: str, asserted: bool
) -> None:
    assert _asserts(sentence, word) is asserted


def test_what_somebody_says_is_asserted_with_what_is_coordinated_to_it() -> None:
    assert _asserts(ASKED, "stayed", told=("came",))


def _found(sentence: str, predicate: Predicate, **names: str) -> list[Statement]:
    layers = {"name": [(words.replace("_", " "), label) for words, label in names.items()]}
    _, reading = read_rows(rows(sentence), layers=layers)
    return [s for s in reading.statements if s.predicate is predicate]


def test_nobody_needs_a_name_to_be_told_of() -> None:
    told = _found(RELATIVE, Predicate.SAYS)
    assert {s.roles["subject"][0].text for s in told} == {"A video"}
    assert {s.roles["content"][0].text for s in told} == {"surfaced now", "shocked viewers"}


@pytest.mark.parametrize(("article", "count"), [("three/NUM/4/nummod", 1), ("the/DET/4/det", 0)])
def test_those_who_are_told_of_for_the_first_time_are_members(article: str, count: int) -> None:
    sentence = (
        f"{article} Kesh/PROPN/3/compound Brigade/PROPN/4/compound fighters/NOUNS/5/nsubj "
        "fled/VERB/0/root"
    )
    members = _found(sentence, Predicate.MEMBER_OF, Kesh_Brigade="ORG")
    assert len(members) == count
    for told in members:
        assert [filler.text for filler in told.roles["object"]] == ["Kesh Brigade"]


@pytest.mark.parametrize(("article", "count"), [("two/NUM/3/nummod", 1), ("the/DET/3/det", 0)])
def test_a_demonym_tells_of_new_people_and_points_out_known_ones(article: str, count: int) -> None:
    sentence = f"{article} Danish/ADJ/3/amod tourists/NOUNS/4/nsubj fled/VERB/0/root"
    told = _found(sentence, Predicate.NATIONALITY)
    assert [s.roles["object"][0].text for s in told] == ["Danish"] * count


def test_kin_of_somebody_need_no_name() -> None:
    sentence = (
        "cousins/NOUNS/5/nsubj of/IN/3/case Ines/PROPN/1/nmod Okoro/PROPN/3/flat fled/VERB/0/root"
    )
    (kin,) = _found(sentence, Predicate.FAMILY_OF, Ines_Okoro="PER")
    assert kin.roles["object"][0].text == "Ines Okoro"


def test_a_surname_is_no_title() -> None:
    sentence = "Ines/PROPN/3/nsubj Shepherd/PROPN/1/flat arrived/VERB/0/root"
    assert _found(sentence, Predicate.ROLE, Ines_Shepherd="PER") == []


def test_a_title_within_a_name_is_told_once() -> None:
    sentence = (
        "Secretary/PROPN/3/nmod:desc general/NOUN/3/nmod:desc Ines/PROPN/5/nsubj "
        "Okoro/PROPN/3/flat arrived/VERB/0/root"
    )
    (role,) = _found(sentence, Predicate.ROLE, Ines_Okoro="PER")
    assert role.roles["title"][0].text.lower() == "secretary general"


def test_what_a_thing_shows_is_asserted_and_what_somebody_doubts_is_not() -> None:
    assert _asserts(SHOWN.format(verb="show"), "came")
    assert not _asserts(SHOWN.format(verb="doubt"), "came")


INTENT = (
    "Okoro/PROPN/2/nsubj intend/VERB/0/root to/PART/4/mark open/VERB/2/xcomp schools/NOUNS/4/obj"
)


def test_what_is_only_intended_is_planned() -> None:
    text = (
        rows(INTENT)
        .replace("to to PART IN", "to to PART TO")
        .replace("open VERB VBD", "open VERB VB")
    )
    _, reading = read_rows(text, layers={"name": [("Okoro", "PER")]})
    assert [str(each.certainty.factuality) for each in reading.statements] == ["U"]
