"""Relations that stand in the build of a phrase rather than in a verb.

Titles and occupations beside a name, nationalities, other names, and where things are.
"""

from collections.abc import Iterable

from onrecord.extract.statements.context import Context
from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.whereabouts import from_whereabouts
from onrecord.extract.syntax import Tree, base
from onrecord.lexicon import roles
from onrecord.lexicon.demonym import is_faith_word
from onrecord.lexicon.roles import NounKind
from onrecord.model import Chain, EntityType, MentionForm, NameSort, Predicate, Span

__all__ = ["from_structure"]

_OF_A_STATE = frozenset({NounKind.RANK, NounKind.OFFICE})
"""Titles whose demonym names the state that they serve."""
_STATED_NAMES = frozenset(
    {
        NameSort.NICKNAME,
        NameSort.NOM_DE_GUERRE,
        NameSort.ALIAS,
        NameSort.TRANSLATION,
        NameSort.ACRONYM,
        NameSort.BIRTH,
        NameSort.FORMER,
    }
)
_TITLES = frozenset({NounKind.RANK, NounKind.OFFICE, NounKind.OCCUPATION, NounKind.FIGHTER})
_GIVEN_TOO = frozenset("lama dean earl amir".split())
"""Titles that are given names as often, where only a surname follows."""
_BESIDE = 4
"""Characters between a description and a name that stand side by side: a comma, a dash."""
_BODIES = frozenset({EntityType.GROUP, EntityType.ORGANISATION})
_SITES = frozenset({EntityType.PLACE, EntityType.FACILITY})


def from_structure(context: Context) -> Iterable[Draft]:
    """The drafts that phrases give."""
    for index in context.readable():
        yield from _role(context, index)
        yield from _nationality(context, index)
    yield from from_whereabouts(context)
    for chain in context.reading.chains:
        yield from _other_names(context, chain)


def _role(context: Context, index: int) -> Iterable[Draft]:
    """ "The mayor, Ana Souza", "Ana Souza, mayor of X", "X foreign minister Ana Souza"."""
    kind = _title_kind(context.tree, index)
    person = None if kind is None or _goes_on(context, index) else _titled(context, index)
    if kind is None or person is None or _ends_name(context, index):
        return
    body = _body(context, index, kind)
    yield Draft(
        Predicate.ROLE,
        index,
        {"subject": (person,)} | ({} if body is None else {"object": (body,)}),
        spans={"title": _title(context, index, body)},
        dated=False,
    )


def _title_kind(tree: Tree, index: int) -> NounKind | None:
    """The kind of a noun in the singular that is a title."""
    word = tree.words[index]
    if word.xpos not in ("NN", "NNP") or (word.xpos == "NNP" and tree.lemma(index) in _GIVEN_TOO):
        return None
    noun = roles.noun_class(tree.lemma(index))
    return noun.kind if noun is not None and noun.kind in _TITLES else None


def _ends_name(context: Context, index: int) -> bool:
    """Whether the word is somebody's surname: "Shepherd" in "Ana Shepherd"."""
    tree = context.tree
    mention = context.referents.mention_at(index)
    if mention is None or mention.form is not MentionForm.NAME:
        return False
    inside = tree.words_in(mention.span)
    named = any(tree.words[i].upos == "PROPN" and not _title_kind(tree, i) for i in inside[:-1])
    return named and inside[-1] == index and tree.words[index].text.istitle()


def _goes_on(context: Context, index: int) -> bool:
    """Whether the word before begins the same title: "general" in "secretary general"."""
    office = context.referents.office_at(index)
    before = index - 1
    if office is None or before < 0 or _title_kind(context.tree, before) is None:
        return False
    begins = office.contains(context.tree.words[before].span)
    return begins and _titled(context, before) is not None


def _titled(context: Context, index: int) -> int | None:
    """The named person that a title stands beside."""
    tree = context.tree
    word = tree.words[index]
    beside: list[int] = []
    if base(word.deprel) == "appos":
        beside.append(word.head)
    elif word.deprel in ("compound", "flat", "nmod:desc") and index < word.head:
        if tree.words[word.head].upos == "PROPN":
            beside.append(word.head)
    beside += tree.children(index, "appos", "flat", "nmod:desc")
    if tree.children(index, "cop"):
        beside += context.arguments.of(index).get("subject", ())
    around = context.referents.name_around(index)
    if around is not None and around != index:
        beside.append(around)
    if not beside and _stands_by_name(context, index):
        beside = [index]
    for other in beside:
        chain = context.named(other)
        if (
            chain is not None
            and chain.type is EntityType.PERSON
            and not _listed(tree, index, other)
        ):
            return other
    return None


def _listed(tree: Tree, title: int, name: int) -> bool:
    """Whether an "and" without a comma parts them: in "the mayor and judge Ana Souza" the mayor
    is somebody else."""
    between = tree.words[min(title, name) + 1 : max(title, name)]
    parted = any(base(word.deprel) == "cc" for word in between)
    return parted and not any(word.text == "," for word in between)


def _stands_by_name(context: Context, index: int) -> bool:
    """Whether a description stands right beside a name of its own chain."""
    chain, own = context.named(index), context.extent(index)
    if chain is None:
        return False
    mentions = [context.reading.mentions[m] for m in chain.mentions]
    names = [m.span for m in mentions if m.form is MentionForm.NAME and not m.span.overlaps(own)]
    return any(max(n.begin - own.end, own.begin - n.end) <= _BESIDE for n in names)


def _body(context: Context, index: int, kind: NounKind) -> int | None:
    """The organisation or group that an office belongs to; for an office of state, the country."""
    tree = context.tree
    linked = ("of", "for", "at", "in", "")
    candidates = [c for c in tree.children(index, "nmod") if tree.case(c) in linked]
    candidates += tree.children(index, "nmod:poss", "compound")
    fitting = _BODIES
    if kind in _OF_A_STATE:
        candidates += tree.children(index, "amod")
        fitting = _BODIES | _SITES | {EntityType.NATIONALITY}
    candidates = [c for c in candidates if not is_faith_word(tree.words[c].text)]
    found = (c for c in candidates if context.referents.type_at(c) in fitting)
    return next(found, None)


def _title(context: Context, index: int, body: int | None) -> Span:
    """An office with its modifiers, without its determiner and the body that it belongs to."""
    tree = context.tree
    inside = [index]
    for child in tree.children(index):
        if child > index and not _completes(context, index, child, body):
            continue
        if child < index and base(tree.words[child].deprel) not in ("amod", "compound"):
            continue
        if child != body or min(inside) < child < index:
            inside += tree.subtree(child)
    title = tree.words[min(inside)].span.cover(tree.words[max(inside)].span)
    return title.cover(context.referents.office_at(index) or title)


def _completes(context: Context, index: int, child: int, body: int | None) -> bool:
    """Whether what follows a title belongs to it: "minister of defence", not a name or a clause."""
    tree = context.tree
    nominal = base(tree.words[child].deprel) == "nmod" and tree.case(child) in ("of", "for")
    return nominal and child != body and context.named(child) is None


def _nationality(context: Context, index: int) -> Iterable[Draft]:
    """ "An Algerian", "the Brazilian scholar Ana Souza", "two Danish tourists": a demonym said of
    a person, but for those whom it only points out ("the Danish official")."""
    tree, referents = context.tree, context.referents
    mention, word = referents.mention_at(index), tree.words[index]
    if mention is None or mention.type is not EntityType.NATIONALITY or is_faith_word(word.text):
        return
    holder = word.head if base(word.deprel) in ("amod", "compound", "appos") else None
    if base(word.deprel) in ("root", "ccomp", "conj") and tree.children(index, "cop"):
        holder = next(iter(context.arguments.of(index).get("subject", ())), None)
    if holder is None or holder < 0:
        return
    chain = referents.chain_at(holder)
    if chain is not None and chain.type is EntityType.PERSON:
        if not (chain.named or tree.is_indefinite(holder)):
            return
        yield Draft(
            Predicate.NATIONALITY, index, {"subject": (holder,), "object": (index,)}, dated=False
        )


def _other_names(context: Context, chain: Chain) -> Iterable[Draft]:
    """A stated alias, nickname, translation, acronym or former name, beside another name."""
    for name in chain.names:
        if name.sort not in _STATED_NAMES:
            continue
        beside = _nearest_mention(context, chain, name.span)
        words = context.tree.words_in(name.span)
        if beside is None or not words:
            continue
        yield Draft(
            Predicate.ALIAS_OF,
            words[0],
            {"subject": (beside,)},
            spans={"object": name.span},
            dated=False,
        )


def _nearest_mention(context: Context, chain: Chain, span: Span) -> int | None:
    """The head of the chain's nearest other mention in the same sentence, names first."""
    mentions = context.reading.mentions
    sentence = next((s.span for s in context.reading.sentences if s.span.contains(span)), None)
    if sentence is None:
        return None
    near = [
        mentions[m]
        for m in chain.mentions
        if sentence.contains(mentions[m].span) and not mentions[m].span.overlaps(span)
    ]
    near.sort(key=lambda m: (m.form is not MentionForm.NAME, abs(m.span.begin - span.begin)))
    return context.tree.head_of(near[0].head) if near else None
