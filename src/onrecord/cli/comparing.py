"""Commands on what is said to have happened: which events, who says what of one, who holds what."""

from collections.abc import Collection
from datetime import date
from typing import Annotated

import typer

from onrecord import views
from onrecord.cli.choose import choose
from onrecord.cli.comparepage import claims_page, comparison_page
from onrecord.cli.page import events_page
from onrecord.cli.session import AsJson, Context, Record, opened, print_json, print_page
from onrecord.errors import InputError
from onrecord.lexicon.events import modes
from onrecord.model import Predicate, PredicateFamily, TimeInterval
from onrecord.weigh import POLICIES

__all__ = ["claims", "compare", "events"]

_TYPES = {each.value: each for each in Predicate if each.family is PredicateFamily.EVENT}


def events(  # noqa: PLR0913 - typer has one argument for each option
    context: Context,
    type_: Annotated[
        str | None, typer.Option("--type", help="Of this type, of any scheme.")
    ] = None,
    mode: Annotated[str | None, typer.Option("--mode", help="Of this mode: aerial.")] = None,
    actor: Annotated[str | None, typer.Option("--actor", help="Done by this name.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="There, or within it.")] = None,
    since: Annotated[str | None, typer.Option("--since", help="On this day or later.")] = None,
    until: Annotated[str | None, typer.Option("--until", help="On this day or earlier.")] = None,
    certainty: Annotated[
        str | None,
        typer.Option("--certainty", help=f"One of: {', '.join(views.CERTAINTIES)}."),
    ] = None,
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """What happened, when, where, by whom and to whom."""
    within = _within(since, until)
    if mode is not None:
        known = sorted({each for given in modes().values() for each in given})
        _one_of(mode, known, "mode")
    if certainty is not None:
        _one_of(certainty, views.CERTAINTIES, "certainty")
    with opened(context, record) as store:
        kind, code = _type(views.Ledger(store), type_)
        wanted = views.Wanted(
            type=kind,
            code=code,
            mode=mode,
            actor=choose(store, actor) if actor else None,
            place=choose(store, place) if place else None,
            within=within,
            certainty=certainty,
        )
        found = views.events(store, wanted)
    if as_json:
        print_json(found)
    else:
        print_page(events_page(found))


def compare(
    context: Context,
    event: Annotated[
        str, typer.Argument(metavar="EVENT", help="An event or one of its statements.")
    ],
    policy: Annotated[
        str | None,
        typer.Option("--policy", help=f"One figure for each toll, by: {', '.join(POLICIES)}."),
    ] = None,
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """Who says what of one event, side by side, the differences marked."""
    if policy is not None:
        _one_of(policy, POLICIES, "policy")
    with opened(context, record) as store:
        found = views.compare(store, event, policy)
    if as_json:
        print_json(found)
    else:
        print_page(comparison_page(found))


def claims(
    context: Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or a reference.")],
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """All that a speaker holds, how sure, and what others say to the same."""
    with opened(context, record) as store:
        found = views.claims(store, choose(store, name))
    if as_json:
        print_json(found)
    else:
        print_page(claims_page(found))


def _type(ledger: views.Ledger, given: str | None) -> tuple[Predicate | None, str | None]:
    """The type of PLOVER's, or of another scheme, by its name in any case of letters."""
    if given is None or given.upper() in _TYPES:
        return _TYPES.get((given or "").upper()), None
    known = {each.casefold(): each for each in views.codes_known(ledger)}
    if given.casefold() not in known:
        named = [each for each in known.values() if not each.isdigit()]
        raise InputError(
            f"{given!r} is no type of event; there are: {', '.join((*_TYPES, *named))}; "
            "and CAMEO's codes"
        )
    return None, known[given.casefold()]


def _one_of(given: str, known: Collection[str], what: str) -> str:
    if given not in known:
        raise InputError(f"{given!r} is no {what}; there are: {', '.join(known)}")
    return given


def _within(since: str | None, until: str | None) -> TimeInterval | None:
    earliest, latest = _day(since), _day(until)
    if earliest and latest and earliest > latest:
        raise InputError(f"{since} is after {until}")
    return TimeInterval(earliest, latest) if earliest or latest else None


def _day(given: str | None) -> date | None:
    try:
        return None if given is None else date.fromisoformat(given)
    except ValueError:
        raise InputError(f"{given!r} is no day; write it as 1921-05-03") from None
