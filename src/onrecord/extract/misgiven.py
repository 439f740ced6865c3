"""Words that the network gives to somebody who did not say them."""

from onrecord.extract.arguments import is_passive
from onrecord.extract.cues import SHOWING, cue_at, heads, is_voice
from onrecord.extract.syntax import Tree, base, is_infinitive
from onrecord.lexicon.speech import Giver
from onrecord.model import SpokenSpans

__all__ = ["is_misgiven"]

_WISHING = frozenset("want wish hope try seek need like long hesitate".split())


def is_misgiven(tree: Tree, spoken: SpokenSpans) -> bool:
    """Whether the saying is only wished for, the source is whom the words are told to, or a thing
    shows it."""
    return _is_only_wished(tree, spoken) or _is_told_to(tree, spoken) or _is_shown(tree, spoken)


def _is_shown(tree: Tree, spoken: SpokenSpans) -> bool:
    """Whether a thing tells it, and no source is named ("the shells show that"): what it shows is
    its finder's to say."""
    verbs = [i for i in heads(tree, spoken.cue) if tree.lemma(i) in SHOWING]
    things = [i for verb in verbs for i in tree.children(verb, "nsubj")]
    return not spoken.source and bool(things) and not any(is_voice(tree, i) for i in things)


def _is_only_wished(tree: Tree, spoken: SpokenSpans) -> bool:
    """Whether the saying is only wanted ("he wants to show that"): nobody has said it yet."""
    cues = [i for span in spoken.cue for i in tree.words_in(span) if is_infinitive(tree, i)]
    wishes = (tree.words[i].head for i in cues if base(tree.words[i].deprel) == "xcomp")
    return any(tree.lemma(wish) in _WISHING for wish in wishes)


def _is_told_to(tree: Tree, spoken: SpokenSpans) -> bool:
    """Whether the source is whom the words are told to ("she told the paper", "tell Ana Souza"),
    or stands beside the subject ("the mayor, in remarks to the paper, said")."""
    sources = heads(tree, spoken.source)
    for index in (i for span in spoken.cue for i in tree.words_in(span)):
        cue = cue_at(tree, index)
        if not sources or cue is None or cue.giver is not Giver.SUBJECT:
            continue
        subjects = tree.children(index, "nsubj")
        around = {i for subject in subjects for i in tree.subtree(subject)}
        to = {i for i in tree.children(index, "obj", "iobj") if not is_passive(tree, index)}
        beside = (around | set(tree.children(index, "obl"))) - set(subjects)
        links = {base(tree.words[head].deprel) for head in sources}
        if to.issuperset(sources) or (links <= {"obl", "nmod"} and beside.issuperset(sources)):
            return True
    return False
