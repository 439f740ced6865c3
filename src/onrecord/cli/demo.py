"""The command that shows what all this is for."""

from importlib.resources import as_file, files

from rich.text import Text

from onrecord import views
from onrecord.cli import page
from onrecord.cli.layout import heading
from onrecord.cli.reading import derive_again, put_on_record
from onrecord.cli.session import Context, Record, print_page, settings
from onrecord.model import Entity, EntityType
from onrecord.store import Store, open_store

__all__ = ["demo"]

_RECORD = "onrecord-demo.db"


def demo(context: Context, record: Record = None) -> None:
    """Read our 25 reports of 1914 and show the record."""
    chosen = settings(context, record, otherwise=_RECORD)
    with as_file(files("onrecord") / "demo") as folder, open_store(chosen.record) as store:
        reports = sorted(folder.glob("*.txt"))
        if put_on_record(store, reports, chosen).known:
            derive_again(store, chosen)
        print_page(_pages(store, len(reports), chosen.record))


def _pages(store: Store, reports: int, record: str) -> page.Page:
    note = f"{reports} reports on Sarajevo and July 1914, reconstructed for this demo"
    yield Text(note, "source")
    yield heading("Highlights")
    yield from page.highlights_page(views.highlights(store))
    person = _central(store)
    if person is not None:
        yield heading("The person mentioned most often")
        yield from page.dossier_page(views.dossier(store, person))
    yield Text(f"\nLook further: onrecord --record {record} timeline", "source")
    yield Text(f"Open what stands in brackets: onrecord --record {record} show REFERENCE", "source")
    yield Text(f"Look at it in the browser: onrecord --record {record} serve", "source")


def _central(store: Store) -> Entity | None:
    """The person mentioned most often, the first by id of several."""
    people = [entity for entity in store.entities() if entity.type is EntityType.PERSON]
    mentions = {chain.id: len(chain.mentions) for chain in store.chains()}
    return max(people, key=lambda each: sum(mentions[chain] for chain in each.chains), default=None)
