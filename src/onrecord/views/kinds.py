"""Events by a type of CAMEO's, of ACLED's, or of a codebook of one's own."""

from collections.abc import Iterable, Sequence

from onrecord.lexicon.actors import sector
from onrecord.lexicon.codings import acled, acled_types, cameo, cameo_codes
from onrecord.model import Event, Filler, Statement
from onrecord.views.ledger import Ledger

__all__ = ["codes_known", "is_coded"]


def codes_known(ledger: Ledger) -> tuple[str, ...]:
    """All names of types, beside PLOVER's, that events can be asked for by: those of the codebook
    in force, ACLED's types and sub-types, CAMEO's codes with those above them."""
    own = ledger.coding.codebook
    named = [each.name for each in own.types] if own else []
    every = {code[:length] for code in cameo_codes() for length in range(2, len(code) + 1)}
    return (*named, *acled_types(), *sorted(every))


def is_coded(ledger: Ledger, event: Event, statements: Sequence[Statement], code: str) -> bool:
    """Whether an event is of a type, one of `codes_known`: by a codebook of one's own if any of its
    statements is, by CAMEO also if its code stands below the one given."""
    if any(code in ledger.coding.types(each) for each in statements):
        return True
    if code.isdigit():
        return (cameo(event.type.value, event.mode) or "").startswith(code)
    sides = (_sectors(ledger, event.roles.get(role, ())) for role in ("actor", "recipient"))
    return code in (acled(event.type.value, event.mode, *sides) or ())


def _sectors(ledger: Ledger, fillers: Iterable[Filler]) -> frozenset[str]:
    """The sectors that the words for some actors tell, or their names."""
    texts = [each.text for each in fillers]
    texts += [entity.name for each in fillers if (entity := ledger.entity_of(each.chain))]
    found = (sector(form) for text in texts for form in _forms(text))
    return frozenset(each for each in found if each is not None)


def _forms(text: str) -> tuple[list[str], list[str]]:
    words = text.lower().split()
    return words, [word.removesuffix("s") for word in words]
