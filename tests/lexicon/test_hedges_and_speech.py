"""Words of certainty and of speaking."""

import pytest

from onrecord.lexicon import hedges, speech
from onrecord.lexicon.hedges import HedgeSense, Scope, Strength
from onrecord.lexicon.speech import Commitment, Cue, Giver, Speech
from onrecord.model import Evidential, Status


def hedge(words: str, *upos: str) -> HedgeSense | None:
    lemmas = words.split()
    found = hedges.match(lemmas, 0, upos or None)
    return found.value if found else None


def cue(words: str, *upos: str) -> Cue | None:
    found = speech.match(words.split(), 0, upos or None)
    return found.value if found else None


@pytest.mark.parametrize(
    ("words", "strength", "negates", "status"),
    [
        ("probably", Strength.PROBABLE, False, None),
        ("be believe", Strength.PROBABLE, False, None),
        ("might", Strength.POSSIBLE, False, None),
        ("not", None, True, None),
        ("fail to", Strength.CERTAIN, True, Status.ATTEMPTED),
        ("deny", Strength.CERTAIN, True, Status.DENIED),
        ("allegedly", Strength.PROBABLE, False, Status.ALLEGED),
        ("no way to verify", Strength.UNCOMMITTED, False, Status.UNVERIFIABLE),
        ("could not be independently verify", Strength.UNCOMMITTED, False, Status.UNVERIFIABLE),
        ("unconfirmed", Strength.UNCOMMITTED, False, Status.UNVERIFIABLE),
        ("plan", Strength.UNCOMMITTED, False, Status.PLANNED),
        ("foil", Strength.CERTAIN, True, Status.ATTEMPTED),
        ("unless", Strength.UNCOMMITTED, False, Status.HYPOTHETICAL),
        ("vow", Strength.UNCOMMITTED, False, Status.PROMISED),
        ("threaten", Strength.UNCOMMITTED, False, Status.THREATENED),
        ("retract", Strength.UNCOMMITTED, False, Status.RETRACTED),
    ],
)
def test_hedges(
    words: str, strength: Strength | None, negates: bool, status: Status | None
) -> None:
    sense = hedge(words)
    assert sense is not None
    assert (sense.strength, sense.negates, sense.status) == (strength, negates, status)


def test_the_longer_hedge_wins_and_tells_its_length() -> None:
    found = hedges.match(["it", "can", "not", "be", "verify"], 1)
    assert found is not None
    assert (found.length, found.value.scope) == (4, Scope.MATTER)


def test_not_only_denies_nothing() -> None:
    sense = hedge("not only")
    assert sense is not None and not sense.matters


def test_part_of_speech_tells_hedges_apart() -> None:
    assert hedge("may", "AUX") is not None
    assert hedge("may", "PROPN") is None
    doubt = hedge("doubt", "VERB"), hedge("doubt", "NOUN")
    assert doubt[0] and doubt[1] and doubt[0].negates and not doubt[1].negates


def test_every_status_but_the_plain_one_has_words() -> None:
    told = {hedges.match([word], 0) for word in _first_words()}
    statuses = {found.value.status for found in told if found} - {None}
    assert statuses == set(Status) - {Status.STATED}


def _first_words() -> list[str]:
    return "deny allegedly plan attempt if vow threat unconfirmed retract certainly".split()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("say", (Speech.SAYS, Commitment.NEUTRAL, None, Giver.SUBJECT)),
        ("accord to", (Speech.SAYS, Commitment.NEUTRAL, Evidential.HEARD, Giver.AFTER)),
        ("be say to", (Speech.SAYS, Commitment.WEAK, Evidential.HEARD, Giver.NOBODY)),
        ("cite", (Speech.SAYS, Commitment.NEUTRAL, Evidential.HEARD, Giver.OBJECT)),
        ("claim", (Speech.CLAIMS, Commitment.WEAK, None, Giver.SUBJECT)),
        ("deny", (Speech.DENIES, Commitment.NEUTRAL, None, Giver.SUBJECT)),
        ("admit", (Speech.CONFIRMS, Commitment.STRONG, None, Giver.SUBJECT)),
        ("predict", (Speech.PREDICTS, Commitment.NEUTRAL, Evidential.INFERRED, Giver.SUBJECT)),
        ("suspect", (Speech.ASSESSES, Commitment.WEAK, Evidential.INFERRED, Giver.SUBJECT)),
        ("in the view of", (Speech.ASSESSES, Commitment.NEUTRAL, Evidential.INFERRED, Giver.AFTER)),
        (
            "claim responsibility",
            (Speech.CLAIMS_RESPONSIBILITY, Commitment.NEUTRAL, None, Giver.SUBJECT),
        ),
    ],
)
def test_cues(words: str, expected: tuple[object, ...]) -> None:
    assert cue(words) == Cue(*expected)  # type: ignore[arg-type]


def test_a_claim_as_a_noun_belongs_to_somebody() -> None:
    noun = cue("claim", "NOUN")
    assert noun is not None and noun.giver is Giver.POSSESSOR


def test_every_kind_of_speech_has_words() -> None:
    words = "say claim deny predict believe threaten promise explain confirm ask praise".split()
    told = {sense.speech for word in words if (sense := cue(word))}
    assert told == set(Speech) - {Speech.CLAIMS_RESPONSIBILITY}


def test_what_is_no_cue() -> None:
    assert cue("walk") is None and hedge("walk") is None
