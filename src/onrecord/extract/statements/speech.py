"""What is said: denials, claims of responsibility, explanations, predictions, assessments, and
every other assertion that a source makes."""

from collections.abc import Collection, Iterable

from onrecord.extract.cues import content_root, cue_at, gives_object, is_matter
from onrecord.extract.holders import attributions_of
from onrecord.extract.statements.asserted import is_asserted, led_up_to
from onrecord.extract.statements.context import Context
from onrecord.extract.statements.draft import Draft
from onrecord.extract.syntax import base, is_infinitive
from onrecord.lexicon.speech import Speech
from onrecord.model import Attribution, EntityType, Predicate, Span, Status

__all__ = ["assertions", "from_speech"]

_LABELLED = {
    Speech.DENIES: Predicate.DENIES,
    Speech.PREDICTS: Predicate.PREDICTS,
    Speech.ASSESSES: Predicate.ASSESSES,
}
_CAUSE = frozenset(
    "because of|in retaliation for|in response to|in revenge for|in protest at|due to|"
    "in reaction to|on account of|as a result of|thanks to|in order".split("|")
)
_BESIDE = frozenset({"punct", "conj", "cc", "parataxis", "nsubj", "advcl", "discourse"})
_CAUSE_NOUNS = frozenset({"retaliation", "response", "revenge", "reprisal", "reaction", "protest"})


def from_speech(context: Context) -> Iterable[Draft]:
    """The drafts of speech acts: by the cue of an attribution, or by a verb of their own."""
    for attribution in context.reading.attributions:
        yield from _by_cue(context, attribution)
    for index in context.readable():
        yield from _claim(context, index)
        yield from _explanation(context, index)


def _by_cue(context: Context, attribution: Attribution) -> Iterable[Draft]:
    """A denial, prediction or assessment: the speaker is the subject, the content the object."""
    cue = next(
        (head for span in attribution.cue if (head := context.tree.head_of(span)) is not None), None
    )
    sense = None if cue is None else cue_at(context.tree, cue)
    predicate = None if sense is None else _LABELLED.get(sense.speech)
    if predicate is None or cue is None:
        return
    speakers = tuple(
        head for span in attribution.source if (head := context.tree.head_of(span)) is not None
    )
    words = max(attribution.content, key=len)
    root = content_root(context.tree, attribution.content)
    if root is None and predicate is Predicate.DENIES:
        thing = context.tree.head_of(words)
        root = thing if thing is not None and is_matter(context.tree, thing) else None
    if speakers and root is not None:
        yield Draft(predicate, cue, {"subject": speakers}, spans={"object": words}, spoken=root)


def _cue_words(context: Context) -> set[int]:
    """The words by which the report's attributions of clauses are made: what is shown, mentioned
    or praised in a noun is told by the cue's own clause."""
    return {
        index
        for attribution in context.reading.attributions
        if content_root(context.tree, attribution.content) is not None
        for span in attribution.cue
        for index in context.tree.words_in(span)
    }


def _claim(context: Context, index: int) -> Iterable[Draft]:
    """ "Claimed responsibility for the raid", "the raid was claimed by / in the name of X"."""
    tree = context.tree
    if (
        tree.lemma(index) not in ("claim", "take", "accept", "assume")
        or tree.words[index].upos != "VERB"
    ):
        return
    slots = context.arguments.of(index)
    objects = slots.get("object", ())
    for thing in objects:
        if tree.lemma(thing) in ("responsibility", "credit"):
            what = context.arguments.of(thing).get("for", ()) or slots.get("for", ())
            yield from _claimed(context, index, slots.get("subject", ()), what, (thing,))
        elif tree.lemma(index) == "claim" and context.referents.type_at(thing) is EntityType.EVENT:
            who = slots.get("subject", ()) or _in_name_of(context, slots.get("in", ()))
            yield from _claimed(context, index, who, (thing,), ())


def _claimed(
    context: Context,
    index: int,
    who: tuple[int, ...],
    what: tuple[int, ...],
    shown: tuple[int, ...],
) -> Iterable[Draft]:
    who = tuple(i for i in who if context.is_actor(i))
    if who:
        roles = {"subject": who} | ({"object": what} if what else {})
        said = next(iter((*shown, *what)), None)
        yield Draft(Predicate.CLAIMS_RESPONSIBILITY, index, roles, evidence=shown, spoken=said)


def _in_name_of(context: Context, names: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(
        owner
        for name in names
        if context.tree.lemma(name) == "name"
        for owner in context.arguments.of(name).get("of", ())
    )


def _explanation(context: Context, index: int) -> Iterable[Draft]:
    """ "The raid was in retaliation for X": what is explained, and the stated reason."""
    tree = context.tree
    if tree.lemma(index) in _CAUSE_NOUNS and tree.words[index].upos == "NOUN":
        slots = context.arguments.of(index)
        clauses = tuple(c for c in tree.children(index, "acl", "advcl") if c > index)
        reasons = slots.get("for", ()) + slots.get("to", ()) or clauses
        matter = context.arguments.of(index).get("subject", ())
        bare = not tree.children(index, "det", "nmod:poss", "amod")
        if not matter and bare and tree.case(index) in ("in", "as"):
            matter = (tree.words[index].head,)
        if reasons and matter:
            yield Draft(Predicate.EXPLAINS, index, {"subject": matter, "object": reasons})
        return
    yield from _because(context, index)
    if tree.case(index) in _CAUSE and tree.words[index].head >= 0:
        yield Draft(
            Predicate.EXPLAINS, index, {"subject": (tree.words[index].head,), "object": (index,)}
        )


def _because(context: Context, index: int) -> Iterable[Draft]:
    """ "The school was closed because a rocket hit it": what is told, and the reason."""
    tree = context.tree
    mark = next((m for m in tree.children(index, "mark") if tree.lemma(m) == "because"), None)
    if mark is None or base(tree.words[index].deprel) != "advcl":
        return
    clause = [tree.words[i].span for i in tree.subtree(index) if i > mark]
    reason = Span(min(s.begin for s in clause), max(s.end for s in clause))
    told = {"subject": (tree.words[index].head,)}
    yield Draft(Predicate.EXPLAINS, mark, told, spans={"object": reason})


def assertions(context: Context, taken: Collection[int]) -> Iterable[Draft]:
    """`says`: what no other label covers, for each predicate that a source or the report asserts.

    `taken` are the words that already make a statement.
    """
    heads = {
        root
        for attribution in context.reading.attributions
        if (root := content_root(context.tree, attribution.content)) is not None
    }
    covered = led_up_to(context.tree, taken)
    cues = _cue_words(context)
    for index in context.readable():
        if index in covered or index in cues or not context.tree.is_predicate(index):
            continue
        if gives_object(context.tree, index):
            continue  # "citing the delay"
        if not is_asserted(context.tree, index, heads):
            continue
        slots = context.arguments.of(index)
        subjects = slots.get("subject", ()) or slots.get("passive_subject", ())  # "is renowned"
        sides = {"subject": subjects, "object": slots.get("object", ())}
        roles = {role: found for role, found in sides.items() if found}
        content = _rest(context, index)
        if cue_at(context.tree, index) and content["content"] == context.tree.words[index].span:
            continue  # "Ana Souza said", and no more
        if roles:
            yield Draft(Predicate.SAYS, _core(context, index), roles, spans=content, confidence=0.7)


def _core(context: Context, index: int) -> int:
    """The deed that "intends to", "tries to" and "has to" lead up to: as sure as that is."""
    tree = context.tree
    while not tree.children(index, "obj", "iobj"):
        below = [c for c in tree.children(index, "xcomp") if is_infinitive(tree, c)]
        held = context.reading.certainty.get(below[0]) if len(below) == 1 else None
        if held is None or Status.STATED in held.status:  # "wants to": wanted is what is told
            break
        index = below[0]
    return index


def _rest(context: Context, index: int) -> dict[str, Span]:
    """The predicate as a reader wants it: its auxiliaries, and what follows it in its clause."""
    tree = context.tree
    before = [c for c in tree.children(index, "aux", "cop", "advmod") if c < index]
    after = [
        below
        for child in tree.children(index)
        if child > index
        and (
            base(tree.words[child].deprel) not in _BESIDE
            or _is_existential(context, child)
            or _goes_on(context, index, child)
        )
        for below in tree.subtree(child)
    ]
    inside = [index, *before, *after]
    words = Span(tree.words[min(inside)].span.begin, tree.words[max(inside)].span.end)
    words = context.to_name_end(words, max(inside))
    own = tree.words[index].span
    for attribution in attributions_of(context.reading.attributions, own):
        for piece in attribution.content:
            if piece.contains(own):  # what others say goes no further than their words
                words = Span(max(words.begin, piece.begin), min(words.end, piece.end))
    return {"content": words}


def _goes_on(context: Context, index: int, clause: int) -> bool:
    """Whether a clause without a comma before it only completes the verb: "waited for help to
    come", "spends his time reading"."""
    tree = context.tree
    if base(tree.words[clause].deprel) != "advcl":
        return False
    first = min(tree.subtree(clause))
    parted = any(tree.words[i].upos == "PUNCT" for i in (first - 1, first))
    bare = tree.words[clause].xpos == "VBG" and not tree.children(clause, "mark")
    return (bare or is_infinitive(tree, clause)) and not parted


def _is_existential(context: Context, index: int) -> bool:
    """ "There were reports": what there is stands behind its verb."""
    tree = context.tree
    subject = base(tree.words[index].deprel) == "nsubj"
    return subject and bool(tree.children(tree.words[index].head, "expl"))
