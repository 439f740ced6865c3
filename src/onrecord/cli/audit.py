"""The command by which people check the record: a sample of it, beside the text."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from onrecord import views
from onrecord.cli.auditpage import accuracy_page, checked_page
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
from onrecord.pipeline import now
from onrecord.store import Store
from onrecord.views import counted
from onrecord.weigh.accuracy import accuracy
from onrecord.weigh.audit import (
    Answer,
    Layer,
    SentenceUnit,
    StatementUnit,
    Unit,
    Verdict,
    standing,
)

__all__ = ["audit"]

_VERDICTS = {verdict.value[0]: verdict for verdict in Verdict}
_LAYERS = {str(number): layer for number, layer in enumerate(Layer, 1)}
_SKIP, _BACK, _QUIT = "k", "b", "q"
_MOVES = "s[k]ip, [b]ack, [q]uit"


def audit(
    context: Context,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many to check at most.")] = 20,
    report: Annotated[bool, typer.Option("--report", help="Only the figures so far.")] = False,
    by: By = None,
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """Check statements and sentences drawn by chance; how much is right, and missed."""
    by = by or user()
    with opened(context, record) as store:
        everything = views.population(store)
        if not (report or as_json):
            _walk(store, _drawn(store, everything, by)[:limit], by)
        answers = standing(store.decisions())
    figures = accuracy(everything.statements, everything.sentences, answers)
    if as_json:
        print_json(figures)
    else:
        print_page(accuracy_page(figures))


def _drawn(
    store: Store, everything: views.Population, by: str
) -> list[StatementUnit | SentenceUnit]:
    """What somebody has not answered yet."""
    done = {answer.unit for answer in standing(store.decisions()) if answer.by == by}
    order = views.drawn(everything)
    return [unit for unit in order if Unit(unit.anchor, unit.reading) not in done]


def _walk(store: Store, units: Sequence[StatementUnit | SentenceUnit], by: str) -> None:
    """Show each and keep what is answered, until all are seen or the answers end."""
    if not units:
        note("Everything on record is checked.")
    ledger = views.Ledger(store)
    place = given = 0
    while place < len(units):
        unit = units[place]
        print_page(checked_page(views.checked(ledger, unit), place + 1, len(units)))
        try:
            answer = _asked(unit, by)
        except typer.Abort:
            break
        if answer == _QUIT:
            break
        if isinstance(answer, Answer):
            given += store.add_decision(answer.decision())
        place += -1 if answer == _BACK and place else 0 if answer == _BACK else 1
    if given:
        note(f"{counted(given, 'answer')} on record.")


def _asked(unit: StatementUnit | SentenceUnit, by: str) -> Answer | str:
    """A person's answer, or where they want to go."""
    bare = Unit(unit.anchor, unit.reading)
    if isinstance(unit, SentenceUnit):
        words = _prompt(f"How many statements are missing? A number, {_MOVES}", _is_number)
        return words if not words.isdecimal() else Answer(bare, by, now(), missed=int(words))
    words = _prompt(f"[r]ight, [p]artly, [w]rong, {_MOVES}", _VERDICTS.__contains__)
    if words not in _VERDICTS:
        return words
    verdict = _VERDICTS[words]
    wrong = frozenset[Layer]() if verdict is Verdict.RIGHT else _layers()
    return Answer(bare, by, now(), verdict, wrong)


def _layers() -> frozenset[Layer]:
    """Which layers are wrong: at least one."""
    while True:
        typed: str = typer.prompt("Wrong in which? Numbers, such as 24", err=True)
        chosen = [sign for sign in typed if not sign.isspace() and sign != ","]
        if chosen and all(sign in _LAYERS for sign in chosen):
            return frozenset(_LAYERS[sign] for sign in chosen)


def _is_number(words: str) -> bool:
    return words.isdecimal()


def _prompt(question: str, fits: Callable[[str], bool]) -> str:
    while True:
        typed: str = typer.prompt(question, default=_SKIP, show_default=False, err=True)
        words = typed.strip().lower()
        words = words if words.isdecimal() else words[:1]
        if fits(words) or words in (_SKIP, _BACK, _QUIT):
            return words
