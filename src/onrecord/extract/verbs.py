"""Verbs whose syntax says more than the tree: what they lend, share and take away."""

from onrecord.extract.syntax import Tree, base

__all__ = [
    "CONTAINING_VERBS",
    "FOR_DOING",
    "GIVING",
    "HAPPENING",
    "INTENTIONS",
    "LAYING_ON",
    "LIGHT_VERBS",
    "OBJECT_CONTROL",
    "PARTICLES",
    "SUFFERED",
    "TAKING_PART",
    "is_for_doing",
    "leads_to",
]

CONTAINING_VERBS = frozenset({"include", "involve", "entail", "comprise"})
FOR_DOING = frozenset(
    "accuse arrest blame charge condemn convict criticise criticize denounce detain dismiss "
    "execute expel fine fire honour honor imprison indict jail praise prosecute punish sentence "
    "sack sue suspect thank try".split()
)
"""Verbs whose object did what follows with "for", "of" or "with"."""
GIVING = frozenset(
    "give deny grant offer send award pay refuse promise owe lend hand show allow guarantee".split()
)
"""Verbs whose passive may keep its object: "they were denied visas"."""
HAPPENING = frozenset(
    "break happen occur erupt begin start continue follow resume end take flare spread".split()
)
"""Verbs that say no more of a deed than that it was done, or when."""
INTENTIONS = frozenset(
    "ability agreement aim attempt authority bid capacity chance commitment decision desire "
    "determination drive duty effort failure fight goal hope inability intent intention mandate "
    "mission move need obligation offer opportunity plan pledge plot power promise proposal push "
    "readiness refusal reluctance resolve right scheme struggle threat try unwillingness vow "
    "willingness wish".split()
)
"""Nouns with an infinitive that tells what somebody else does: "their plan to leave"."""
LAYING_ON = frozenset({"blame", "pin"})
"""Verbs that lay a deed on whoever did it."""
LIGHT_VERBS = frozenset(
    "carry stage launch commit conduct make mount perpetrate execute lead undertake do perform "
    "plan order organise organize plot face suffer sign hold begin start join attempt unleash "
    "coordinate orchestrate mastermind announce declare impose slap levy issue file pose renew "
    "resume continue complete reimpose institute open speed give receive get undergo pay "
    "reiterate repeat extend express convey offer send fly deliver inflict wage "
    "attract draw".split()
)
OBJECT_CONTROL = frozenset(
    "ask tell order urge force allow permit enable help invite persuade convince encourage "
    "instruct command compel cause warn request advise send want see hear let make get train "
    "recruit hire appoint name elect accuse suspect require oblige prompt lead drive "
    "inspire pressure press lobby implore beseech exhort beg coerce direct".split()
)
SUFFERED = frozenset("suffer face survive sustain undergo escape receive get attract draw".split())
TAKING_PART = frozenset({"engage", "participate", "involve"})
PARTICLES = frozenset({"up", "down", "off", "out", "away", "over", "back"})


def is_for_doing(tree: Tree, index: int) -> bool:
    """Whether the clause names the deed that its governor answers: "arrested for stabbing"."""
    marks = {tree.lemma(mark) for mark in tree.children(index, "mark")}
    return tree.words[index].xpos == "VBG" and not marks.isdisjoint({"for", "of", "with"})


def leads_to(tree: Tree, index: int) -> bool:
    """Whether the word's governor only leads up to it: "began to fire", "staged a raid"."""
    word = tree.words[index]
    if word.head < 0:
        return False
    match base(word.deprel):
        case "xcomp":
            return True
        case "advcl":
            marks = {tree.lemma(mark) for mark in tree.children(index, "mark")}
            return word.xpos == "VBG" and not marks.isdisjoint({"in", "of", "to", "with"})
        case "obj" | "nsubj":
            passive = word.deprel == "nsubj:pass" or base(word.deprel) == "obj"
            return passive and tree.lemma(word.head) in LIGHT_VERBS | CONTAINING_VERBS
    return False
