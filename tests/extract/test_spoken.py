"""Who is given words that the network gave to nobody, or to the wrong paragraph."""

import pytest
from tests.readings import read_rows

from onrecord.extract.quotations import quotations
from onrecord.model import Attribution, Reading

SAID = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
said say VERB VBD 0 root
that that SCONJ IN 6 mark
rebels rebel NOUN NNS 6 nsubj
fled flee VERB VBD 3 ccomp
. . PUNCT . 3 punct
"""
QUOTED = """
“ “ PUNCT `` 4 punct
We we PRON PRP 4 nsubj
have have AUX VBP 4 aux
won win VERB VBN 0 root
the the DET DT 6 det
war war NOUN NN 4 obj
” ” PUNCT '' 4 punct
. . PUNCT . 4 punct
"""
COLON = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
said say VERB VBD 0 root
: : PUNCT : 3 punct
"""
STATEMENT = """
We we PRON PRP 2 nsubj
condemn condemn VERB VBP 0 root
this this DET DT 4 det
attack attack NOUN NN 2 obj
on on ADP IN 7 case
the the DET DT 7 det
farmers farmer NOUN NNS 4 nmod
. . PUNCT . 2 punct
"""
BLAMED = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
blamed blame VERB VBD 0 root
Bao Bao PROPN NNP 3 obj person
Tran Tran PROPN NNP 4 flat
"""
IN_THE_VIEW = """
In in ADP IN 3 case
the the DET DT 3 det
view view NOUN NN 9 obl
of of ADP IN 6 case
one one NUM CD 6 nummod
officer officer NOUN NN 3 nmod person
, , PUNCT , 3 punct
rebels rebel NOUN NNS 9 nsubj
fled flee VERB VBD 0 root
"""
ASKED = """
Who who PRON WP 3 nsubj person
can can AUX MD 3 aux
say say VERB VB 0 root
why why ADV WRB 6 advmod
rebels rebel NOUN NNS 6 nsubj
fled flee VERB VBD 3 ccomp
? ? PUNCT . 3 punct
"""
CITED = """
Figures figure NOUN NNS 8 nsubj
published publish VERB VBN 1 acl
in in ADP IN 5 case
a a DET DT 5 det
study study NOUN NN 2 obl
in in ADP IN 7 case
1989 1989 NUM CD 2 obl time
show show VERB VBP 0 root
rebels rebel NOUN NNS 10 nsubj
fled flee VERB VBD 8 ccomp
"""
DAY = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
said say VERB VBD 0 root
on on ADP IN 5 case
Monday Monday PROPN NNP 3 obl time
rebels rebel NOUN NNS 7 nsubj
fled flee VERB VBD 3 ccomp
"""
ANONYMOUS = """
Ines Ines PROPN NNP 3 nsubj
Okoro Okoro PROPN NNP 1 flat
asked ask VERB VBD 0 root
not not PART RB 7 advmod
to to PART TO 7 mark
be be AUX VB 7 aux:pass
named name VERB VBN 3 xcomp
"""
LAYERS = {"name": [("Ines Okoro", "PER")], "mention": [("Ines Okoro", "Person")]}
CLAUSE = ("Ines Okoro", "said", "that rebels fled")


def contents(text: str, reading: Reading) -> dict[str, list[str]]:
    """What each holder says."""

    def words(attribution: Attribution) -> list[str]:
        return [piece.of(text) for piece in attribution.content]

    held: dict[str, list[str]] = {}
    for attribution in reading.attributions:
        held.setdefault(attribution.holder.name, []).extend(words(attribution))
    return held


def test_a_quotation_goes_to_who_speaks_in_its_paragraph() -> None:
    text, reading = read_rows(SAID, QUOTED, layers=LAYERS, spoken=[CLAUSE])
    assert "“ We have won the war ”" in contents(text, reading)["Ines Okoro"]


def test_words_without_marks_stay_in_their_paragraph() -> None:
    strayed = ("Ines Okoro", "said", "condemn this attack")
    text, reading = read_rows(SAID, STATEMENT, layers=LAYERS, spoken=[strayed], lines=True)
    assert not any(
        "attack" in words for found in contents(text, reading).values() for words in found
    )


def test_words_without_marks_end_with_their_sentence() -> None:
    running = ("Ines Okoro", "said", "that rebels fled . We condemn this attack")
    text, reading = read_rows(SAID, STATEMENT, layers=LAYERS, spoken=[running])
    assert contents(text, reading)["Ines Okoro"] == ["that rebels fled ."]
    marked = ("Ines Okoro", "said", "that rebels fled . “ We have won the war ”")
    text, reading = read_rows(SAID, QUOTED, layers=LAYERS, spoken=[marked])
    assert contents(text, reading)["Ines Okoro"] == [marked[2]]


def test_a_statement_sent_out_under_a_colon_is_the_speakers() -> None:
    text, reading = read_rows(COLON, STATEMENT, layers=LAYERS, lines=True)
    (words,) = contents(text, reading)["Ines Okoro"]
    assert words.startswith("We condemn this attack")


def test_nobody_is_said() -> None:
    text, reading = read_rows(BLAMED, layers=LAYERS, spoken=[("Ines Okoro", "blamed", "Bao Tran")])
    assert contents(text, reading) == {}


def test_a_view_is_somebodys() -> None:
    text, reading = read_rows(IN_THE_VIEW)
    assert contents(text, reading) == {"one officer": ["rebels fled"]}


def test_a_question_has_no_speaker() -> None:
    text, reading = read_rows(ASKED, spoken=[("Who", "say", "why rebels fled")])
    assert contents(text, reading) == {}


def test_a_study_holds_what_is_cited_in_it_and_a_year_holds_nothing() -> None:
    told = ("Figures published in a study in 1989", "show", "rebels fled")
    _, reading = read_rows(CITED, spoken=[told])
    holders = {attribution.holder.name for attribution in reading.attributions}
    assert "a study" in holders and "1989" not in holders


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said, "We won." Then "you lost."', ['"We won."', '"you lost."']),
        ('and we left early." Later she said, "We won."', ['"We won."']),
        ("“We won.” Then “you lost", ["“We won.”", "“you lost"]),
        ('a 5" gun and a 7" gun', []),
    ],
)
def test_a_lost_quotation_mark_turns_no_others_round(text: str, quoted: list[str]) -> None:
    assert [span.of(text) for span in quotations(text)] == quoted


def test_a_cue_leaves_the_preposition_of_a_day_to_the_day() -> None:
    text, reading = read_rows(DAY, layers=LAYERS, spoken=[("Ines Okoro", "said on", "rebels fled")])
    (found,) = reading.attributions
    assert [cue.of(text) for cue in found.cue] == ["said"]


def test_a_speaker_whom_the_network_left_out_is_the_verbs_subject() -> None:
    text, reading = read_rows(DAY, layers=LAYERS, spoken=[(None, "said", "rebels fled")])
    assert contents(text, reading) == {"Ines Okoro": ["rebels fled"]}


def test_who_asks_not_to_be_named_says_nothing_by_it() -> None:
    text, reading = read_rows(
        ANONYMOUS, layers=LAYERS, spoken=[("Ines Okoro", "asked", "not to be named")]
    )
    assert contents(text, reading) == {}


def test_a_statement_sent_out_goes_on_to_its_last_i_or_we() -> None:
    text, reading = read_rows(
        COLON,
        STATEMENT,
        "Rebels rebel NOUN NNS 2 nsubj\nfled flee VERB VBD 0 root\n. . PUNCT . 2 punct",
        STATEMENT.replace("farmers farmer", "millers miller"),
        layers=LAYERS,
        lines=True,
    )
    said = " ".join(contents(text, reading)["Ines Okoro"])
    assert "Rebels fled" in said and "millers" in said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"All went well. The town slept.\nNext.', ['"All went well.']),
        ("“All went well, and we won. The town slept.\nNext.", ["“All went well, and we won."]),
        ("“The town slept. It rained.\n“We left.”", ["“The town slept. It rained.", "“We left.”"]),
        ("“I ran. It rained. “We left.” So", ["“I ran. It rained. ", "“We left.”"]),
        ('""All is well"" now', ['""All is well""']),
    ],
)
def test_quotations_that_are_left_open_or_doubled(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in quotations(text)] == found
