"""Who is given words that the network gave to nobody, or to the wrong paragraph."""

from tests.readings import read_rows

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
