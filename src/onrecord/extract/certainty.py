"""How each predicate is held: hedges, negation, conditions and intentions by their scope.

The scale is FactBank's (Saurí and Pustejovsky 2009). Effects add up: the weakest strength stands,
each negation turns the polarity, and every status is kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord.extract.cues import content_root, cue_at, heads
from onrecord.extract.holders import attributions_of
from onrecord.extract.matters import matter
from onrecord.extract.stage import Stage
from onrecord.extract.syntax import Tree, base, is_infinitive, tree_of
from onrecord.extract.verbs import leads_to
from onrecord.lexicon import hedges
from onrecord.lexicon.hedges import HedgeSense, Scope, Strength
from onrecord.model import Certainty, Document, Factuality, Hedge, Reading, Span, Status

__all__ = ["CERTAINTY", "certainty"]

_OPEN = Status.HYPOTHETICAL
_ORDER = [Strength.CERTAIN, Strength.PROBABLE, Strength.POSSIBLE, Strength.UNCOMMITTED]
_CLAUSAL = ("ccomp", "xcomp", "acl", "csubj", "advcl:to")
_ARGUMENTAL = ("obj", "nmod", "obl")
_STARTING = frozenset("start launch begin mount wage initiate organise organize open".split())
_RULING = frozenset("rule decide order decree allow permit grant authorise authorize".split())
_RULES = frozenset(
    "law rule truce agreement constitution order deal term terms ruling treaty decree regulation "
    "contract act bill charter code settlement accord ceasefire pact permit licence license".split()
)


@dataclass(frozen=True, slots=True)
class _Use:
    """A hedge in the text: its sense, its words, and the word of it that the others depend on."""

    sense: HedgeSense
    anchor: int
    words: range


def certainty(document: Document, reading: Reading) -> Mapping[int, Certainty]:
    """Word index of a predicate to its certainty; what is plainly stated is left out."""
    tree = tree_of(reading.analysis.words)
    held: dict[int, list[_Use]] = defaultdict(list)
    for use in _uses(tree, reading):
        for target in _targets(tree, reading, use):
            for index in (*_spread(tree, target), *_trailing(tree, use, target)):
                if index not in use.words and use not in held[index]:
                    held[index].append(use)
    asked = {n for n, s in enumerate(reading.sentences) if s.span.of(document.text).endswith("?")}
    found = {index: _combined(tree, document.text, uses) for index, uses in held.items()}
    for index, word in enumerate(tree.words):
        if index in found:
            continue
        if word.sentence in asked and word.head < 0:
            found[index] = Certainty(Factuality.UNCOMMITTED, (Status.HYPOTHETICAL,))
        elif base(word.deprel) in ("advcl", "acl") and _is_purpose(tree, index):
            found[index] = Certainty(Factuality.UNCOMMITTED, (Status.PLANNED,))
        elif word.deprel == "xcomp" and _is_campaign(tree, index):
            found[index] = Certainty(Factuality.UNCOMMITTED, (Status.PLANNED,))
    return found


def _is_purpose(tree: Tree, index: int) -> bool:
    """Whether the clause says what for; "rose to become" says how it ended."""
    return is_infinitive(tree, index) and tree.lemma(index) != "become"


def _is_campaign(tree: Tree, index: int) -> bool:
    """ "Started a campaign to oust him": what it is for, though the tree give it to the verb."""
    verb = tree.words[index].head
    starts = tree.lemma(verb) in _STARTING and bool(tree.children(verb, "obj"))
    return starts and is_infinitive(tree, index)


def _uses(tree: Tree, reading: Reading) -> Iterator[_Use]:
    """The hedges of every sentence, the longest first where they overlap."""
    members: dict[int, list[int]] = defaultdict(list)
    for index, word in enumerate(tree.words):
        members[word.sentence].append(index)
    for indices in members.values():
        lemmas = [tree.lemma(i) for i in indices]
        upos = [tree.words[i].upos for i in indices]
        at = 0
        while at < len(indices):
            found = hedges.match(lemmas, at, upos)
            if found is not None and _ends_in_a_verb(tree, indices, at, found.length):
                found = hedges.match(lemmas[: at + found.length - 1], at, upos)
            length = 1 if found is None else found.length
            past = tree.words[indices[at]].xpos == "VBD" and lemmas[at] == "have"
            if found is not None and found.value.matters and not past:  # "had to", and did
                words = range(indices[at], indices[at] + length)
                anchor = _anchor(tree, words)
                sense = found.value
                if lemmas[at] == "may" and _is_permission(tree, reading, anchor):
                    sense = replace(sense, strength=Strength.UNCOMMITTED, status=_OPEN)
                yield _Use(sense, anchor, words)
            at += length


def _ends_in_a_verb(tree: Tree, indices: list[int], at: int, length: int) -> bool:
    """Whether "have" at a hedge's end is the verb itself: "may have harvests", not "may have
    left"."""
    last = indices[at + length - 1]
    auxiliary = tree.words[last].deprel.startswith("aux")
    return length > 1 and tree.lemma(last) == "have" and not auxiliary


def _is_permission(tree: Tree, reading: Reading, index: int) -> bool:
    """ "May enter under the truce", "may march, the court ruled": what is allowed."""
    verb = tree.words[index].head
    if verb < 0:
        return False
    under = (c for c in tree.children(verb, "obl") if tree.case(c) in ("under", "by"))
    if any(tree.lemma(c) in _RULES for c in under):
        return True
    around = attributions_of(reading.attributions, tree.words[verb].span)
    return any(tree.lemma(head) in _RULING for each in around for head in heads(tree, each.cue))


def _anchor(tree: Tree, words: range) -> int:
    return next((i for i in words if tree.words[i].head not in words), words[0])


def _targets(tree: Tree, reading: Reading, use: _Use) -> Iterable[int]:
    match use.sense.scope:
        case Scope.HEAD:
            return _heads(tree, use.anchor)
        case Scope.COMPLEMENT:
            return _complements(tree, reading, use)
        case Scope.INFINITIVE:
            clauses = tree.children(use.anchor, "xcomp", "ccomp", "advcl")
            return [clause for clause in clauses if is_infinitive(tree, clause)]
        case Scope.SUBJECT:
            return tree.children(use.anchor, "nsubj", "csubj")
        case Scope.CLAUSE:
            return _clauses(tree, use)
        case Scope.MATTER:
            return matter(tree, reading, use.anchor)


def _heads(tree: Tree, anchor: int) -> Iterator[int]:
    """What an adverb, auxiliary or determiner depends on; "no man left" denies the leaving too."""
    word = tree.words[anchor]
    if word.head < 0:
        return
    target = anchor if word.upos == "PRON" else word.head
    yield target
    whole = base(word.deprel) in ("det", "nsubj", "obj") and word.upos in ("DET", "PRON")
    if whole and base(tree.words[target].deprel) in ("nsubj", "obj"):
        yield tree.words[target].head


def _complements(tree: Tree, reading: Reading, use: _Use) -> list[int]:
    """The clause that the hedge governs, the content that it is the cue of, else its nominals."""
    spans = [tree.words[i].span for i in use.words]
    spoken = [
        root
        for attribution in reading.attributions
        if any(cue.contains(span) for cue in attribution.cue for span in spans)
        if (root := content_root(tree, attribution.content)) is not None
    ]
    if spoken:
        return spoken
    below = [child for i in use.words for child in tree.children(i)]
    clausal = [
        c
        for c in below
        if (base(tree.words[c].deprel) in _CLAUSAL or leads_to(tree, c)) and c not in use.words
    ]
    if clausal:
        return clausal
    beside = _infinitive_after(tree, use)
    if beside:
        return beside
    if base(tree.words[use.anchor].deprel) in ("case", "mark", "cc"):
        return [tree.words[use.anchor].head]
    passive = tree.children(use.anchor, "nsubj:pass")
    nominal = [c for c in below if base(tree.words[c].deprel) in _ARGUMENTAL and c not in use.words]
    # Whoever is dismissed or feared is not thereby unreal: only matters can be.
    matters = [c for c in passive or nominal if tree.words[c].entity != "person"]
    return [each for c in matters for each in _meant(tree, use, c)]


def _infinitive_after(tree: Tree, use: _Use) -> list[int]:
    """The "to" clause right behind a verb, though the tree give it to another: "admitted to having
    plotted to kill"."""
    after = use.words[-1] + 1
    if tree.words[use.anchor].upos != "VERB" or after == len(tree.words):
        return []
    verb = tree.words[after].head
    opens = tree.words[after].xpos == "TO" and verb > after and is_infinitive(tree, verb)
    return [verb] if opens and tree.words[verb].sentence == tree.words[after - 1].sentence else []


def _meant(tree: Tree, use: _Use, noun: int) -> list[int]:
    """The noun that a hedge governs; of a request, promise or claim that is refused or denied,
    which was made all the same, only its clause."""
    if use.sense.negates and cue_at(tree, noun) is not None:
        return tree.children(noun, "acl", "ccomp")
    return [noun]


def _clauses(tree: Tree, use: _Use) -> list[int]:
    """The clause that a conjunction opens; with a condition, what depends on it too.

    "For as long as two years" opens none.
    """
    if base(tree.words[use.anchor].deprel) in ("advmod", "amod"):
        return []
    if tree.words[use.anchor].upos in ("VERB", "ADJ"):
        return tree.children(use.anchor, "ccomp", "csubj", "xcomp")
    opened = tree.words[use.anchor].head
    if opened < 0:
        return []
    governor = tree.words[opened].head
    if use.sense.status is Status.HYPOTHETICAL and governor >= 0:
        return [opened, governor]
    return [opened]


def _spread(tree: Tree, target: int) -> Iterator[int]:
    """The predicate and those that share its fate: infinitives, fellows without a subject of their
    own, and the event noun of a light verb."""
    waiting, seen = [target], {target}
    while waiting:
        current = waiting.pop()
        yield current
        following = [c for c in tree.children(current) if leads_to(tree, c)]
        following += [
            c
            for c in tree.children(current, "conj")
            if tree.words[c].upos == tree.words[current].upos == "NOUN"
            or (tree.is_predicate(c) and not tree.children(c, "nsubj", "aux", "cop"))
        ]
        waiting += [c for c in following if c not in seen]
        seen.update(following)


def _trailing(tree: Tree, use: _Use, target: int) -> list[int]:
    """Participles after a clause that is not certain: "must be mended, saving the harvest"."""
    if use.sense.negates or use.sense.strength is None:
        return []
    clauses = tree.children(target, "advcl")
    return [
        c
        for c in clauses
        if c > target and tree.words[c].xpos == "VBG" and not tree.children(c, "mark", "nsubj")
    ]


def _combined(tree: Tree, text: str, uses: Iterable[_Use]) -> Certainty:
    uses = list(uses)
    if any(use.sense.status is Status.DENIED and use.sense.negates for use in uses):
        # Who denies a claim is sure, however unsure the claim is made to sound.
        uses = _without_strength(uses, Status.ALLEGED)
    if any(use.sense.strength in (Strength.PROBABLE, Strength.POSSIBLE) for use in uses):
        # That nobody can verify it is another's word: its holder was as sure as that.
        uses = _without_strength(uses, Status.UNVERIFIABLE)
    strength, positive = Strength.CERTAIN, True
    statuses: list[Status] = []
    marks: list[Hedge] = []
    for use in uses:
        if use.sense.strength is not None:
            strength = max(strength, use.sense.strength, key=_ORDER.index)
        positive ^= use.sense.negates
        if use.sense.status is not None and use.sense.status not in statuses:
            statuses.append(use.sense.status)
        span = Span(tree.words[use.words[0]].span.begin, tree.words[use.words[-1]].span.end)
        marks.append(Hedge(span.of(text), span))
    if Status.PROMISED in statuses:  # "promised that it will": the promise is the plan
        statuses = [status for status in statuses if status is not Status.PLANNED]
    marks.sort(key=lambda hedge: hedge.span)
    return Certainty(
        _factuality(strength, positive), tuple(statuses) or (Status.STATED,), tuple(marks)
    )


def _without_strength(uses: Iterable[_Use], status: Status) -> list[_Use]:
    """The uses, of which those that tell of `status` leave the strength as it is."""
    return [
        replace(use, sense=replace(use.sense, strength=None)) if use.sense.status is status else use
        for use in uses
    ]


def _factuality(strength: Strength, positive: bool) -> Factuality:
    if strength is Strength.UNCOMMITTED:
        return Factuality.UNCOMMITTED
    return Factuality(strength.value + ("+" if positive else "-"))


CERTAINTY = Stage("certainty", ("sentences", "analysis", "attributions"), certainty)
