"""Which reports a source speaks in."""

from onrecord.lexicon.names import fold
from onrecord.lexicon.outlets import outlet_name
from onrecord.store import fold as words_of
from onrecord.store.base import Store

__all__ = ["reports_of"]


def reports_of(store: Store, name: str, last: int) -> tuple[str, ...]:
    """The newest reports that an outlet published, or in which somebody of that name tells of
    events; of a name that is nobody's, those that hold it, as a credit does."""
    wanted, look = fold(outlet_name(name)), store.look
    outlets = [each for each in look.publishers() if fold(outlet_name(each)) == wanted]
    chains = [
        chain
        for each in look.bearing(words_of(name).split())
        if fold(each.name) == wanted
        for chain in each.chains
    ]
    words = words_of(name)
    hits = store.search(f'"{words}"', last) if words and not (outlets or chains) else ()
    named = dict.fromkeys(each.document for each in hits)
    found = (*look.published(outlets, last), *look.held_by(chains, last), *named)
    return tuple(dict.fromkeys(found))
