"""Commands by which people decide who is who: judge, merge, split, undo."""

from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from onrecord import pipeline, resolve, views
from onrecord.cli import page
from onrecord.cli.choose import choose
from onrecord.cli.correct import correction_words
from onrecord.cli.session import By, Context, Record, acting, note, opened, print_page, user
from onrecord.cli.sourcepage import grade_words
from onrecord.cli.watchpage import watch_words
from onrecord.errors import NotFound
from onrecord.lexicon.acts import CORRECTION
from onrecord.lexicon.grading import GRADE, Graded
from onrecord.lexicon.watches import WATCH, Watch
from onrecord.model import Decision, Judgement, Opinion
from onrecord.pipeline import now
from onrecord.store import Store
from onrecord.views import counted

__all__ = ["judge", "merge", "split", "undo"]

_ANSWERS = {"s": Opinion.SAME, "d": Opinion.DIFFERENT, "u": Opinion.UNSURE}
_TOLD: Mapping[str, Callable[[Decision], str]] = {
    CORRECTION: correction_words,
    GRADE: lambda decision: grade_words(Graded.of(decision)),
    WATCH: lambda decision: watch_words(Watch.of(decision)),
}
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
    left: Annotated[str, typer.Argument(metavar="NAME", help="A name or reference.")],
    right: Annotated[str, typer.Argument(metavar="NAME", help="Another for the same.")],
    why: Why = None,
    by: By = None,
    record: Record = None,
) -> None:
    """Put on record that two are one."""
    with opened(context, record) as store:
        one, other = choose(store, left), choose(store, right)
        pipeline.merge(store, one, other, acting(by, why))
        name = store.entity(one.id).name
    note(f"On record: {one.name} and {other.name} are one, called {name}.")


def split(
    context: Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name or reference.")],
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT...", help="Reports that mean another.")
    ],
    why: Why = None,
    by: By = None,
    record: Record = None,
) -> None:
    """Put on record that some reports mean another of the same name."""
    with opened(context, record) as store:
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
        acts = resolve.acts(store.look.people(), store.decisions())
        if listed:
            for place, act in enumerate(acts, 1):
                typer.echo(f"{place:>3}  {_told(store, act)}")
            return
        if not 1 <= number <= len(acts):
            raise NotFound(
                f"there is no act {number} to undo: {counted(len(acts), 'stands', 'stand')}"
            )
        act = acts[number - 1]
        told = _told(store, act)
        pipeline.undo(store, act, by or user(), now())
    note(f"Undone: {told}")


def _standing(store: Store) -> tuple[Judgement, ...]:
    return resolve.standing_of(store.look.people(), store.decisions(), ())


def _told(store: Store, act: resolve.Act) -> str:
    """An act in one line: when, who, and about whom."""
    made = (each for each in store.decisions() if (each.by, each.at) == (act.by, act.at))
    given = next((each for each in made if each.kind in _TOLD), None)
    if given is not None:
        return f"{act.at[:19]}  {act.by}: {_TOLD[given.kind](given)}"
    first = next(each for each in store.look.people() if (each.by, each.at) == (act.by, act.at))
    left, right = (_name(store, side) for side in (first.left, first.right))
    told = f"{act.at[:19]}  {act.by}: {left} and {right} {first.opinion.value}"
    return f"{told} ({'; '.join(act.reasons)})" if act.reasons else told


def _name(store: Store, chain: str) -> str:
    try:
        return store.entity(chain).name
    except NotFound:
        return chain


def _asked(where: str) -> str:
    question = f"{where}: [s]ame, [d]ifferent, [u]nsure, s[k]ip, [q]uit"
    while True:
        answer: str = typer.prompt(question, default=_SKIP, show_default=False, err=True)
        if answer[:1].lower() in (*_ANSWERS, _SKIP, _QUIT):
            return answer[:1].lower()
