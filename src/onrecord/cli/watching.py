"""Commands on what is watched: watches add, drop, show; and what is new: news."""

from typing import Annotated

import typer

from onrecord import views
from onrecord.cli.choose import choose
from onrecord.cli.session import (
    AsJson,
    By,
    Context,
    Record,
    note,
    opened,
    print_json,
    print_page,
    user,
)
from onrecord.cli.watchpage import news_page, watch_words, watched_page
from onrecord.errors import InputError, NotFound
from onrecord.lexicon.watches import Watch
from onrecord.pipeline import now
from onrecord.store import Store

__all__ = ["app", "news"]

app = typer.Typer(no_args_is_help=True)


@app.callback()
def watches() -> None:
    """What to be told of as reports come in."""


@app.command("add")
def add(
    context: Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="A name or reference, a place's too.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--type", help="Events of a type, such as ASSAULT, instead.")
    ] = None,
    words: Annotated[
        str | None, typer.Option("--words", help="Words, as `search` takes them, instead.")
    ] = None,
    by: By = None,
    record: Record = None,
) -> None:
    """Watch a name, an event type, or words."""
    given = (name, kind, words)
    if sum(each is not None for each in given) != 1:
        raise InputError("watch one thing: give a name, --type or --words")
    with opened(context, record) as store:
        watch = _watch(store, given, by or user())
        known = {each.anchor for each in views.watched(views.Ledger(store))}
        if watch.decision().anchor not in known:
            store.add_decision(watch.decision())
    note(f"On record: {watch_words(watch)}.")


def _watch(store: Store, given: tuple[str | None, str | None, str | None], by: str) -> Watch:
    name, kind, words = given
    at = now()
    if kind is not None:
        return views.watch_type(store, kind, by, at)
    if words is not None:
        return views.watch_words(words, by, at)
    return views.watch_entity(choose(store, name or ""), by, at)


@app.command("drop")
def drop(
    context: Context,
    name: Annotated[str, typer.Argument(metavar="WATCH", help="As `watches show` prints it.")],
    by: By = None,
    record: Record = None,
) -> None:
    """Watch something no more; it stays on record that it was watched."""
    with opened(context, record) as store:
        watched = views.watched(views.Ledger(store))
        wanted = name.strip("[]").casefold()
        fits = [x for x in watched if wanted in (x.name.casefold(), x.reference, x.anchor)]
        if len(fits) != 1:
            could = "; ".join(f"[{each.reference}]" for each in fits) or "see `watches show`"
            raise NotFound(f"{name!r} is {'several watches' if fits else 'not watched'}: {could}")
        for decision in views.unwatched(store, fits[0].anchor, by or user(), now()):
            store.add_decision(decision)
    note(f"On record: no longer watching {fits[0].name}.")


@app.command("show")
def show(context: Context, as_json: AsJson = False, record: Record = None) -> None:
    """All that is watched, by whom and since when."""
    with opened(context, record) as store:
        rows = views.watched(views.Ledger(store))
    print_json(rows) if as_json else print_page(watched_page(rows))


def news(
    context: Context,
    seen: Annotated[
        bool, typer.Option("--seen", help="Put on record that you have seen it.")
    ] = False,
    by: By = None,
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """What is new since you last saw it: on what is watched, in dispute, corrected, not read."""
    who = by or user()
    with opened(context, record) as store:
        found = views.news(views.Ledger(store), who)
        if seen:
            visit = views.seen(store, found.until, found.known_failures, who, now())
            store.add_decision(visit.decision())
    print_json(found) if as_json else print_page(news_page(found))
