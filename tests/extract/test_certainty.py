"""Hedges, negation and conditions, each over its scope."""

from dataclasses import replace

import pytest
from tests.trees import analysis

from onrecord.extract.certainty import certainty
from onrecord.model import (
    Attribution,
    Certainty,
    Document,
    Factuality,
    Holder,
    HolderClass,
    Reading,
    Span,
    Status,
)

MAY = """
Ines Ines PROPN NNP 3 nsubj
may may AUX MD 3 aux
flee flee VERB VB 0 root
"""
NO_MAN = """
No no DET DT 2 det
man man NOUN NN 3 nsubj
fled flee VERB VBD 0 root
"""
TRIED = """
Ines Ines PROPN NNP 2 nsubj
tried try VERB VBD 0 root
to to PART TO 4 mark
flee flee VERB VB 2 xcomp
"""
NOT_PROBABLY = """
Ines Ines PROPN NNP 5 nsubj
probably probably ADV RB 5 advmod
did do AUX VBD 5 aux
not not PART RB 5 advmod
flee flee VERB VB 0 root
"""
IF = """
If if SCONJ IN 3 mark
Ines Ines PROPN NNP 3 nsubj
flees flee VERB VBZ 5 advcl
Bao Bao PROPN NNP 5 nsubj
stays stay VERB VBZ 0 root
"""
PLAIN = """
Ines Ines PROPN NNP 2 nsubj
fled flee VERB VBD 0 root
"""
UNVERIFIED = """
There there PRON EX 2 expl
is be VERB VBZ 0 root
no no DET DT 4 det
way way NOUN NN 2 nsubj
to to PART TO 6 mark
verify verify VERB VB 4 acl
that that PRON DT 6 obj
"""


def held(lemma: str, *sentences: str) -> Certainty:
    text, found, spans = analysis(*sentences)
    reading = replace(Reading("d"), analysis=found, sentences=spans)
    at = next(i for i, word in enumerate(found.words) if word.lemma == lemma)
    return certainty(Document("d", text), reading).get(at, Certainty())


@pytest.mark.parametrize(
    ("rows", "factuality", "status"),
    [
        (PLAIN, Factuality.CERTAIN, Status.STATED),
        (MAY, Factuality.POSSIBLE, Status.STATED),
        (NO_MAN, Factuality.CERTAIN_NOT, Status.STATED),
        (TRIED, Factuality.UNCOMMITTED, Status.ATTEMPTED),
        (NOT_PROBABLY, Factuality.PROBABLE_NOT, Status.STATED),
        (IF, Factuality.UNCOMMITTED, Status.HYPOTHETICAL),
    ],
)
def test_the_scope_of_a_hedge(rows: str, factuality: Factuality, status: Status) -> None:
    found = held("flee", rows)
    assert (found.factuality, found.status) == (factuality, (status,))


def test_a_condition_holds_for_what_depends_on_it() -> None:
    assert held("stay", IF).status == (Status.HYPOTHETICAL,)


def test_what_nobody_can_verify_is_the_sentence_before() -> None:
    assert held("flee", PLAIN, UNVERIFIED).status == (Status.UNVERIFIABLE,)
    assert held("flee", PLAIN, UNVERIFIED).factuality is Factuality.UNCOMMITTED


def test_not_only_denies_nothing() -> None:
    rows = NOT_PROBABLY.replace("probably probably ADV RB", "really really ADV RB")
    only = rows.replace(
        "not not PART RB 5 advmod", "not not PART RB 6 advmod\nonly only ADV RB 6 advmod"
    )
    assert held("flee", rows).factuality is Factuality.CERTAIN_NOT
    assert held("flee", only.replace(" 5 ", " 6 ")) == Certainty()


def test_what_is_refused_or_denied_was_asked_or_claimed() -> None:
    refused = """
Ines Ines PROPN NNP 2 nsubj
refused refuse VERB VBD 0 root
the the DET DT 4 det
request request NOUN NN 2 obj
"""
    claimed = """
Ines Ines PROPN NNP 2 nsubj
denied deny VERB VBD 0 root
the the DET DT 4 det
claim claim NOUN NN 2 obj
that that SCONJ IN 7 mark
rebels rebel NOUN NNS 7 nsubj
fled flee VERB VBD 4 acl
"""
    assert held("request", refused) == Certainty()
    attack = refused.replace("refused refuse", "denied deny").replace("request", "attack")
    assert held("attack", attack).factuality is Factuality.CERTAIN_NOT
    assert held("claim", claimed) == Certainty()
    assert held("flee", claimed).factuality is Factuality.CERTAIN_NOT


def test_a_hedge_shows_its_words() -> None:
    assert [hedge.text for hedge in held("flee", MAY).hedges] == ["may"]


HAVE = """
Reapers reaper NOUN NNS 3 nsubj
may may AUX MD 3 aux
have have VERB VB 0 root
bread bread NOUN NN 3 obj
"""
HAVE_TO = """
Reapers reaper NOUN NNS 2 nsubj
have have VERB {tag} 0 root
to to PART TO 4 mark
leave leave VERB VB 2 xcomp
"""
CAMPAIGN = """
Reapers reaper NOUN NNS 2 nsubj
started start VERB VBD 0 root
a a DET DT 4 det
strike strike NOUN NN 2 obj
to to PART TO 6 mark
oust oust VERB VB 2 xcomp
Bao Bao PROPN NNP 6 obj
"""
TRAILING = """
Reapers reaper NOUN NNS 3 nsubj
must must AUX MD 3 aux
leave leave VERB VB 0 root
, , PUNCT , 5 punct
saving save VERB VBG 3 advcl
bread bread NOUN NN 5 obj
"""


def test_have_is_a_verb_of_its_own_after_may() -> None:
    assert held("have", HAVE).factuality is Factuality.POSSIBLE


def test_what_one_has_to_do_is_open_and_what_one_had_to_do_is_done() -> None:
    assert held("leave", HAVE_TO.format(tag="VBP")).factuality is Factuality.UNCOMMITTED
    assert held("leave", HAVE_TO.format(tag="VBD")) == Certainty()


def test_what_a_campaign_is_for_is_planned() -> None:
    assert held("oust", CAMPAIGN).status == (Status.PLANNED,)


def test_a_participle_is_as_sure_as_the_clause_before_it() -> None:
    assert held("save", TRAILING) == held("leave", TRAILING)


TOLD = """
Farmers farmer NOUN NNS 2 nsubj
said say VERB VBD 0 root
nine nine NUM CD 4 nummod
men man NOUN NNS 5 nsubj
fled flee VERB VBD 2 ccomp
and and CCONJ CC 7 cc
bridges bridge NOUN NNS 8 nsubj
burned burn VERB VBD 5 conj
"""
FIGURE = """
Their they PRON PRP$ 2 nmod:poss
{noun} {noun} NOUN NN 6 nsubj:pass
could could AUX MD 6 aux
not not PART RB 6 advmod
be be AUX VB 6 aux:pass
verified verify VERB VBN 0 root
"""
PLOTTED = """
Ines Ines PROPN NNP 2 nsubj
admitted admit VERB VBD 0 root
having have AUX VBG 4 aux
plotted plot VERB VBN 2 xcomp
to to PART TO 6 mark
flee flee VERB VB 2 xcomp
"""


def told_then(check: str, lemma: str) -> Certainty:
    text, found, spans = analysis(TOLD, check)
    said = Span(text.index("nine"), text.index("burned") + len("burned"))
    holder = Holder("Farmers", HolderClass.UNNAMED)
    reading = replace(
        Reading("d"),
        analysis=found,
        sentences=spans,
        attributions=(Attribution((), (), (said,), holder),),
    )
    at = next(i for i, word in enumerate(found.words) if word.lemma == lemma)
    return certainty(Document("d", text), reading).get(at, Certainty())


def test_a_figure_that_nobody_can_verify_is_of_what_is_told_with_a_number() -> None:
    figure = FIGURE.format(noun="figure")
    assert told_then(figure, "flee").status == (Status.UNVERIFIABLE,)
    assert told_then(FIGURE.format(noun="claim"), "flee").status == (Status.UNVERIFIABLE,)
    assert told_then(FIGURE.format(noun="claim"), "burn").status == (Status.UNVERIFIABLE,)


def test_what_nobody_can_verify_is_held_as_surely_as_its_holder_did() -> None:
    found = held("flee", MAY, UNVERIFIED)
    assert found.factuality is Factuality.POSSIBLE
    assert Status.UNVERIFIABLE in found.status


def test_a_plot_behind_another_verb_is_not_carried_out() -> None:
    assert held("flee", PLOTTED).status == (Status.PLANNED,)


def test_nor_denies_its_clause() -> None:
    nor = """
nor nor CCONJ CC 4 cc
did do AUX VBD 4 aux
Ines Ines PROPN NNP 4 nsubj
flee flee VERB VB 0 root
"""
    assert held("flee", nor).factuality is Factuality.CERTAIN_NOT
