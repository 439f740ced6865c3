"""Chains of speakers by their syntax, what is told of them, and what speech is about.

Sentences are rows in one line: form/lemma/upos/xpos/head/deprel and the type that a word heads.
"""

from collections.abc import Sequence

from tests.readings import Spoken, read_rows

from onrecord.model import (
    Evidential,
    Factuality,
    Holder,
    HolderClass,
    Predicate,
    Reading,
    Speaker,
    Statement,
    Status,
)

QUOTED_BY = """
The/the/DET/DT/2/det ministry/ministry/NOUN/NN/10/nsubj/organization ,/,/PUNCT/,/4/punct
quoted/quote/VERB/VBN/2/acl by/by/ADP/IN/8/case the/the/DET/DT/8/det
state/state/NOUN/NN/8/compound agency/agency/NOUN/NN/4/obl:agent/organization
,/,/PUNCT/,/4/punct denied/deny/VERB/VBD/0/root a/a/DET/DT/15/det local/local/ADJ/JJ/13/amod
station/station/NOUN/NN/15/nmod:poss/organization 's/'s/PART/POS/13/case
report/report/NOUN/NN/10/obj/abstract that/that/SCONJ/IN/19/mark
soldiers/soldier/NOUN/NNS/19/nsubj/person had/have/AUX/VBD/19/aux killed/kill/VERB/VBN/15/acl
three/three/NUM/CD/21/nummod farmers/farmer/NOUN/NNS/19/obj/person
"""
QUOTED_AS = """
The/the/DET/DT/2/det agency/agency/NOUN/NN/3/nsubj/organization quoted/quote/VERB/VBD/0/root
a/a/DET/DT/5/det resident/resident/NOUN/NN/3/obj/person as/as/SCONJ/IN/7/mark
saying/say/VERB/VBG/3/advcl that/that/SCONJ/IN/11/mark gunmen/gunman/NOUN/NNS/11/nsubj/person
had/have/AUX/VBD/11/aux burned/burn/VERB/VBN/7/ccomp the/the/DET/DT/13/det
market/market/NOUN/NN/11/obj/place
"""
CITING = """
A/a/DET/DT/2/det bomb/bomb/NOUN/NN/3/nsubj/object exploded/explode/VERB/VBD/11/ccomp
on/on/ADP/IN/6/case a/a/DET/DT/6/det bus/bus/NOUN/NN/3/obl/object ,/,/PUNCT/,/11/punct
the/the/DET/DT/10/det Meridian/Meridian/PROPN/NNP/10/compound
agency/agency/NOUN/NN/11/nsubj/organization reported/report/VERB/VBD/0/root ,/,/PUNCT/,/13/punct
citing/cite/VERB/VBG/11/advcl a/a/DET/DT/16/det security/security/NOUN/NN/16/compound
source/source/NOUN/NN/13/obj/person
"""
TOLD = """
Amara/Amara/PROPN/NNP/3/nsubj/person Okoye/Okoye/PROPN/NNP/1/flat told/tell/VERB/VBD/0/root
reporters/reporter/NOUN/NNS/3/iobj/person that/that/SCONJ/IN/9/mark
her/her/PRON/PRP$/7/nmod:poss/person lawyer/lawyer/NOUN/NN/9/nsubj/person had/have/AUX/VBD/9/aux
said/say/VERB/VBN/3/ccomp that/that/SCONJ/IN/12/mark police/police/NOUN/NN/12/nsubj/organization
lost/lose/VERB/VBD/9/ccomp the/the/DET/DT/14/det file/file/NOUN/NN/12/obj/abstract
"""
SAW = """
The/the/DET/DT/2/det bridge/bridge/NOUN/NN/3/nsubj/place fell/fall/VERB/VBD/5/ccomp
,/,/PUNCT/,/3/punct said/say/VERB/VBD/0/root Ines/Ines/PROPN/NNP/5/nsubj/person
Okoro/Okoro/PROPN/NNP/6/flat ,/,/PUNCT/,/10/punct who/who/PRON/WP/10/nsubj
saw/see/VERB/VBD/6/acl:relcl it/it/PRON/PRP/10/obj/object ,/,/PUNCT/,/16/punct
at/at/ADP/IN/16/case a/a/DET/DT/16/det news/news/NOUN/NN/16/compound
conference/conference/NOUN/NN/5/obl/event
"""
UNNAMED = """
Gunmen/gunman/NOUN/NNS/2/nsubj/person killed/kill/VERB/VBD/9/ccomp four/four/NUM/CD/4/nummod
soldiers/soldier/NOUN/NNS/2/obj/person ,/,/PUNCT/,/9/punct a/a/DET/DT/8/det
ministry/ministry/NOUN/NN/8/compound/organization official/official/NOUN/NN/9/nsubj/person
said/say/VERB/VBD/0/root on/on/ADP/IN/11/case condition/condition/NOUN/NN/9/obl
of/of/ADP/IN/13/case anonymity/anonymity/NOUN/NN/11/nmod
"""
SHOT = """
Rebels/rebel/NOUN/NNS/2/nsubj/person said/say/VERB/VBD/0/root that/that/SCONJ/IN/5/mark
they/they/PRON/PRP/5/nsubj/person shot/shoot/VERB/VBN/2/ccomp
farmers/farmer/NOUN/NNS/5/obj/person
"""
UNVERIFIED = """
The/the/DET/DT/2/det claim/claim/NOUN/NN/7/nsubj:pass/abstract could/could/AUX/MD/7/aux
not/not/PART/RB/7/advmod be/be/AUX/VB/7/aux:pass independently/independently/ADV/RB/7/advmod
verified/verify/VERB/VBN/0/root
"""
DENIED_IT = """
The/the/DET/DT/2/det army/army/NOUN/NN/3/nsubj/organization denied/deny/VERB/VBD/0/root
it/it/PRON/PRP/3/obj/abstract
"""
ACCUSED = """
The/the/DET/DT/2/det president/president/NOUN/NN/3/nsubj/person accused/accuse/VERB/VBD/0/root
the/the/DET/DT/5/det rebels/rebel/NOUN/NNS/3/obj/organization of/of/SCONJ/IN/7/mark
killing/kill/VERB/VBG/3/advcl civilians/civilian/NOUN/NNS/7/obj/person
"""
DENIED = """
The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/3/nsubj/organization denied/deny/VERB/VBD/0/root
the/the/DET/DT/5/det accusation/accusation/NOUN/NN/3/obj/abstract
"""
CLAIMED = """
The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/3/nsubj/organization claimed/claim/VERB/VBD/0/root
responsibility/responsibility/NOUN/NN/3/obj/abstract for/for/ADP/IN/7/case the/the/DET/DT/7/det
attack/attack/NOUN/NN/4/nmod/event
"""
ATTACK = """
The/the/DET/DT/2/det attack/attack/NOUN/NN/3/nsubj/event killed/kill/VERB/VBD/0/root
ten/ten/NUM/CD/5/nummod people/people/NOUN/NNS/3/obj/person
"""
UNSAID = """
Police/police/NOUN/NN/4/nsubj/organization did/do/AUX/VBD/4/aux not/not/PART/RB/4/advmod
say/say/VERB/VB/0/root that/that/SCONJ/IN/7/mark gunmen/gunman/NOUN/NNS/7/nsubj/person
killed/kill/VERB/VBD/4/ccomp farmers/farmer/NOUN/NNS/7/obj/person
"""
MAY = """
The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/4/nsubj/organization may/may/AUX/MD/4/aux
kill/kill/VERB/VB/0/root cattle/cattle/NOUN/NNS/4/obj/animal under/under/ADP/IN/8/case
the/the/DET/DT/8/det truce/truce/NOUN/NN/4/obl/event
"""
RETRACTED = """
The/the/DET/DT/2/det paper/paper/NOUN/NN/3/nsubj/organization retracted/retract/VERB/VBD/0/root
its/its/PRON/PRP$/5/nmod:poss report/report/NOUN/NN/3/obj/abstract
that/that/SCONJ/IN/8/mark gunmen/gunman/NOUN/NNS/8/nsubj/person killed/kill/VERB/VBD/5/acl
farmers/farmer/NOUN/NNS/8/obj/person
"""


def read(*sentences: str, spoken: Sequence[Spoken] = ()) -> Reading:
    rows = (line.replace(" ", "\n").replace("/", " ") for line in sentences)
    return read_rows(*rows, spoken=spoken)[1]


def told(reading: Reading, predicate: Predicate) -> Statement:
    """The first statement with the predicate."""
    return next(s for s in reading.statements if s.predicate is predicate)


def names(statement: Statement) -> list[str]:
    return [holder.name for holder in statement.holders]


def holder(reading: Reading, name: str) -> Holder:
    """The holder of that name among the attributions."""
    return next(a.holder for a in reading.attributions if a.holder.name == name)


def test_a_chain_runs_through_report_denial_and_quotation() -> None:
    content = "a local station 's report that soldiers had killed three farmers"
    reading = read(QUOTED_BY, spoken=[("The ministry", "denied", content)])
    killed = told(reading, Predicate.ASSAULT)
    assert names(killed)[1:] == ["The ministry", "the state agency", "The Daily Ferry"]
    assert "local station" in names(killed)[0]
    assert killed.certainty.factuality is Factuality.CERTAIN_NOT
    assert Status.DENIED in killed.certainty.status
    denial = told(reading, Predicate.DENIES)
    assert killed.id in denial.about
    assert names(denial)[0] == "The ministry"


def test_whom_an_agency_quotes_speaks_and_the_agency_passes_it_on() -> None:
    content = "a resident as saying that gunmen had burned the market"
    reading = read(QUOTED_AS, spoken=[("The agency", "quoted", content)])
    burned = told(reading, Predicate.ASSAULT)
    assert names(burned) == ["a resident", "The agency", "The Daily Ferry"]
    assert burned.holders[0].speaker is Speaker.WITNESS
    assert burned.holders[1].cls is HolderClass.OUTLET


def test_whom_an_agency_cites_is_nearest_and_is_not_itself_said() -> None:
    reading = read(
        CITING,
        spoken=[
            ("the Meridian agency", "reported", "A bomb exploded on a bus"),
            ("the Meridian agency", "citing", "a security source"),
        ],
    )
    chains = {tuple(names(s)) for s in reading.statements}
    assert chains == {("a security source", "the Meridian agency", "The Daily Ferry")}


def test_a_saying_inside_a_saying_has_its_own_link() -> None:
    spoken = [("Amara Okoye", "told", "that her lawyer had said that police lost the file")]
    reading = read(TOLD, spoken=spoken)
    lost = next(s for s in reading.statements if "lost" in s.quote and "said" not in s.quote)
    assert names(lost)[0] == "her lawyer" and len(lost.holders) == 3
    telling = lost.holders[1].telling
    assert telling is not None
    assert [heard.text for heard in telling.audience] == ["reporters"]


def test_how_a_speaker_knows_and_where_it_was_said() -> None:
    speaker = holder(read(SAW, spoken=[("Ines Okoro", "said", "The bridge fell")]), "Ines Okoro")
    assert speaker.basis is not None and speaker.telling is not None
    assert (speaker.basis.evidence, speaker.basis.text) == (Evidential.SAW, "who saw it")
    assert speaker.telling.occasion is not None
    assert speaker.telling.occasion.text == "a news conference"


def test_an_unnamed_speaker_has_a_standing_a_body_and_terms() -> None:
    reading = read(UNNAMED, spoken=[("a ministry official", "said", "Gunmen killed four soldiers")])
    official = told(reading, Predicate.ASSAULT).holders[0]
    assert (official.cls, official.speaker) == (HolderClass.UNNAMED, Speaker.OFFICIAL)
    assert official.affiliation is not None and official.affiliation.text == "ministry"
    assert official.telling is not None and official.telling.terms is not None
    assert official.telling.terms.text == "on condition of anonymity"


def test_a_claim_that_nobody_verified_is_the_one_before() -> None:
    reading = read(SHOT, UNVERIFIED, spoken=[("Rebels", "said", "that they shot farmers")])
    shot = told(reading, Predicate.ASSAULT)
    assert shot.certainty.status == (Status.UNVERIFIABLE,)
    assert names(shot)[0] == "Rebels"


def test_a_denial_of_it_is_about_what_was_said_before() -> None:
    reading = read(
        SHOT,
        DENIED_IT,
        spoken=[("Rebels", "said", "that they shot farmers"), ("The army", "denied", "it")],
    )
    shot = told(reading, Predicate.ASSAULT)
    assert shot.id in told(reading, Predicate.DENIES).about
    assert shot.certainty.factuality is Factuality.CERTAIN


def test_a_denied_accusation_is_what_the_accused_is_told_to_have_done() -> None:
    reading = read(
        ACCUSED,
        DENIED,
        spoken=[
            ("The president", "accused", "the rebels of killing civilians"),
            ("The rebels", "denied", "the accusation"),
        ],
    )
    killing = told(reading, Predicate.ASSAULT)
    assert [filler.text for filler in killing.roles["actor"]] == ["the rebels"]
    assert names(killing)[0] == "The president"
    assert killing.id in told(reading, Predicate.DENIES).about


def test_a_claim_of_responsibility_is_about_the_attack() -> None:
    reading = read(CLAIMED, ATTACK)
    claim = told(reading, Predicate.CLAIMS_RESPONSIBILITY)
    assert told(reading, Predicate.ASSAULT).id in claim.about


def test_what_somebody_did_not_say_is_nobodys_and_open() -> None:
    reading = read(UNSAID, spoken=[("Police", "did not say", "that gunmen killed farmers")])
    killed = told(reading, Predicate.ASSAULT)
    assert names(killed) == ["The Daily Ferry"]
    assert killed.certainty.factuality is Factuality.UNCOMMITTED


def test_what_is_allowed_is_not_what_is_possible() -> None:
    plain = " ".join(MAY.split()[:5])
    allowed = next(iter(read(MAY).certainty.values()))
    possible = next(iter(read(plain).certainty.values()))
    assert possible.factuality is Factuality.POSSIBLE
    assert (allowed.factuality, allowed.status) == (
        Factuality.UNCOMMITTED,
        (Status.HYPOTHETICAL,),
    )


def test_a_paper_that_takes_its_report_back_no_longer_holds_it() -> None:
    content = "its report that gunmen killed farmers"
    reading = read(RETRACTED, spoken=[("The paper", "retracted", content)])
    killed = told(reading, Predicate.ASSAULT)
    assert killed.certainty.status == (Status.RETRACTED,)
    assert killed.certainty.factuality is Factuality.UNCOMMITTED
