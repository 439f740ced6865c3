"""Which mentions of a report mean the same thing.

Names are joined first, over the whole report; then what is stated outright (acronyms, aliases,
appositions, "X is the mayor"); then, in reading order, descriptions and pronouns, each to what is
most in mind where it stands, pronouns with the network's own links as evidence. Every join must
agree in type, number, sex and full name.
"""

from dataclasses import replace

from onrecord.extract.arguments import Arguments
from onrecord.extract.coreference.chain import chain_id, chain_of
from onrecord.extract.coreference.cluster import Clusters
from onrecord.extract.coreference.described import Descriptions
from onrecord.extract.coreference.links import Links
from onrecord.extract.coreference.named import join_names
from onrecord.extract.coreference.node import Node, nodes
from onrecord.extract.coreference.predicated import Predicates
from onrecord.extract.coreference.pronouns import Pronouns, held_apart
from onrecord.extract.coreference.salience import Salience
from onrecord.extract.coreference.stated import Statements
from onrecord.extract.coreference.together import Together
from onrecord.extract.spoken import mended
from onrecord.extract.stage import Stage
from onrecord.extract.syntax import Tree, tree_of
from onrecord.model import Chain, Document, EntityType, MentionForm, Name, Reading, Span

__all__ = ["CHAINS", "chains"]


def chains(document: Document, reading: Reading) -> tuple[Chain, ...]:
    """All chains, by their first mention; roles, numbers and times stand in none."""
    tree = tree_of(reading.analysis.words)
    found = nodes(document, reading, tree)
    clusters = Clusters(found, held_apart(tree, found))
    join_names(clusters, document.text)
    statements = Statements.of(document.text, tree, clusters)
    statements.read()
    Predicates(tree, Arguments(tree), clusters, statements.at_word).join()
    together = _resolve_in_order(document, reading, clusters, statements)
    return tuple(
        replace(
            chain_of(document, [found[p] for p in cluster], _stated(cluster, statements)),
            members=_members(document, clusters, together, cluster),
        )
        for cluster in clusters.all()
    )


CHAINS = Stage("chains", ("blocks", "analysis", "mentions"), chains)


def _resolve_in_order(
    document: Document, reading: Reading, clusters: Clusters, statements: Statements
) -> Together:
    tree = statements.tree
    salience = Salience(tree, clusters)
    links = Links(clusters.nodes, reading.analysis.nominals)
    titles = _titles(reading, clusters.nodes, tree)
    descriptions = Descriptions(tree, clusters, salience, titles, statements.stated)
    spoken = mended(document.text, reading.blocks, reading.sentences, reading.analysis)
    together = Together(salience, statements.at_word, reading.analysis.nominals)
    pronouns = Pronouns(salience, links, together, spoken, document.text)
    # By their heads: "his" is known before "his mother" is looked for.
    for position, node in sorted(enumerate(clusters.nodes), key=lambda pair: pair[1].word):
        if node.form is MentionForm.PRONOUN:
            pronouns.resolve(position)
        elif node.form is MentionForm.DESCRIPTION and position not in together.members:
            several = together.best(position) if together.counts(position) else None
            if several is None:
                descriptions.resolve(position)
            else:
                together.take_up(position, several[1])
    return together


def _titles(
    reading: Reading, found: tuple[Node, ...], tree: Tree
) -> dict[int, dict[str, frozenset[str]]]:
    """The office nouns that stand as titles before names, by the name's position, each with the
    words that say which office it is ("Velm" and "harbour" in "Velm harbour master Ana Souza")."""
    offices = [m for m in reading.mentions if m.type is EntityType.ROLE]
    titles: dict[int, dict[str, frozenset[str]]] = {}
    for position, node in enumerate(found):
        for office in offices:
            if node.mention.span.contains(office.head) and office.head.begin < node.core.begin:
                head = tree.head_of(office.head)
                if head is not None:
                    told = _up_to(tree, node, office.span)
                    titles.setdefault(position, {})[tree.lemma(head)] = told
    return titles


def _up_to(tree: Tree, node: Node, office: Span) -> frozenset[str]:
    """The lemmas of a title and of the names and adjectives right before it."""
    before = tree.words_in(Span(min(office.begin, node.mention.span.begin), node.core.begin))
    begin = before[0]
    while begin and _tells_which(tree, begin - 1, before[0]):
        begin -= 1
    return frozenset(tree.lemma(index) for index in range(begin, before[-1] + 1))


def _tells_which(tree: Tree, index: int, title: int) -> bool:
    word = tree.words[index]
    return word.sentence == tree.words[title].sentence and word.upos in ("PROPN", "ADJ", "NOUN")


def _members(
    document: Document, clusters: Clusters, together: Together, cluster: list[int]
) -> tuple[str, ...]:
    """The chains of those whom a chain's mentions mean together."""
    first = [clusters.members(p)[0] for each in cluster for p in together.members.get(each, ())]
    return tuple(dict.fromkeys(chain_id(document, clusters.nodes[p]) for p in first))


def _stated(cluster: list[int], statements: Statements) -> list[Name]:
    return [name for position in cluster for name in statements.stated.get(position, ())]
