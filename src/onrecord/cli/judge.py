"""Commands by which people decide who is who and what is one event: judge, merge, split, undo."""

from typing import Annotated

import typer

from onrecord import pipeline, resolve, views
from onrecord.cli import page
from onrecord.cli.choose import choose
from onrecord.cli.layout import flat
from onrecord.cli.oneness import is_event, merge_events, split_event
from onrecord.cli.session import By, Context, Record, acting, note, opened, print_page
from onrecord.errors import NotFound
from onrecord.model import Judgement, Opinion
from onrecord.store import Store
from onrecord.views import counted

__all__ = ["judge", "merge", "split", "undo"]

_ANSWERS = {"s": Opinion.SAME, "d": Opinion.DIFFERENT, "u": Opinion.UNSURE}
_SKIP, _QUIT = "k", "q"

Why = Annotated[str | None, typer.Option("--why", help="The reason, kept with the judgement.")]


def judge(
    context: Context,
    limit: Annotated[int, typer.Option("--limit", help="How many pairs at most.")] = 50,
    by: By = None,
    record: Record = None,
) -> None:
    """Walk through the pairs that the program is unsure of."""
    with opened(context, record) as store:
        pairs, _ = views.doubts(store, _standing(store), limit)
        if not pairs:
            note("There is nothing to judge.")
        given = 0
        for number, doubt in enumerate(pairs, 1):
            print_page(page.doubt_page(doubt))
            answer = _asked(f"{number} of {len(pairs)}")
            if answer == _QUIT:
                break
            if answer in _ANSWERS:
                act = acting(by, None)
                pair = (doubt.judgement.left, doubt.judgement.right)
                store.add_judgements([act.says(*pair, _ANSWERS[answer])])
                given += 1
        if given:
            pipeline.reconcile(store)
            note(f"{counted(given, 'judgement')} on record.")


def merge(
    context: Context,
    left: Annotated[str, typer.Argument(metavar="NAME", help="A name, or a reference.")],
    right: Annotated[str, typer.Argument(metavar="NAME", help="Another for the same.")],
    why: Why = None,
    by: By = None,
    record: Record = None,
) -> None:
    """Put on record that two are one: names, or events by their references."""
    with opened(context, record) as store:
        if is_event(left) and is_event(right):
            merge_events(store, left, right, acting(by, why))
            return
        one, other = choose(store, left), choose(store, right)
        pipeline.merge(store, one, other, acting(by, why))
        name = store.entity(one.id).name
    note(f"On record: {one.name} and {other.name} are one, called {name}.")


def split(
    context: Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name or reference.")],
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT...", help="Reports, of an event statements too.")
    ],
    why: Why = None,
    by: By = None,
    record: Record = None,
) -> None:
    """Put on record that some reports mean another of the same name, or that some statements tell
    of another event."""
    with opened(context, record) as store:
        if is_event(name):
            split_event(store, name, reports, acting(by, why))
            return
        entity = choose(store, name)
        ledger = views.Ledger(store)
        documents = {ledger.full_id(each.partition(":")[0], "document") for each in reports}
        pipeline.split(store, entity, documents, acting(by, why))
    speak = counted(len(documents), "report speaks", "reports speak")
    note(f"On record: {speak} of another {entity.name}.")


def undo(
    context: Context,
    listed: Annotated[bool, typer.Option("--list", help="Only list what can be undone.")] = False,
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", help="Which of the list; the last by default.")
    ] = 1,
    by: By = None,
    record: Record = None,
) -> None:
    """Take back what was judged last, or an earlier one of the list."""
    with opened(context, record) as store:
        if listed:
            for place, row in enumerate(views.acts(store).rows, 1):
                typer.echo(f"{place:>3}  {_told(row)}")
            return
        found = views.acts(store, max(number, 1) - 1, 1)
        if number < 1 or not found.rows:
            raise NotFound(
                f"there is no act {number} to undo: {counted(found.count, 'stands', 'stand')}"
            )
        (row,) = found.rows
        pipeline.take_back(store, row.by, row.at, acting(by, None))
    note(f"Undone: {_told(row)}")


def _standing(store: Store) -> tuple[Judgement, ...]:
    return resolve.standing_of(store.look.people(), store.decisions(), ())


def _told(row: views.ActRow) -> str:
    """An act in one line: when, who, and what."""
    return flat(f"{row.at[:19]}  {row.by}: {row.told}")


def _asked(where: str) -> str:
    question = f"{where}: [s]ame, [d]ifferent, [u]nsure, s[k]ip, [q]uit"
    while True:
        answer: str = typer.prompt(question, default=_SKIP, show_default=False, err=True)
        if answer[:1].lower() in (*_ANSWERS, _SKIP, _QUIT):
            return answer[:1].lower()
