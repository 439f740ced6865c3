"""What people check of a record, and what of it survives another reading."""

from dataclasses import replace

from tests.handmade import DEPOT

from onrecord.model import Holder, HolderClass, Predicate, Statement
from onrecord.store import Store
from onrecord.views import CheckedSentence, CheckedStatement, Ledger, checked, population
from onrecord.weigh.audit import Layer, StatementUnit


def attack(store: Store) -> StatementUnit:
    units = population(store).statements
    return next(each for each in units if each.anchor.endswith(Predicate.ASSAULT.value))


def reread(store: Store, **more: object) -> None:
    """Another reading of the report, in which the attack is another statement."""
    reading = store.reading(DEPOT.id)
    assert reading is not None

    def anew(each: Statement) -> Statement:
        changed = more if each.predicate is Predicate.ASSAULT else {}
        return replace(each, id=f"new{each.id}", confidence=0.4, **changed)  # type: ignore[arg-type]

    store.put_reading(replace(reading, statements=tuple(map(anew, reading.statements))))


def test_a_statement_is_shown_layer_by_layer(store: Store) -> None:
    seen = checked(Ledger(store), attack(store))
    assert isinstance(seen, CheckedStatement)
    assert seen.layers == {
        Layer.QUOTE: (
            "«Gunmen attacked the Vellmar fuel depot on Tuesday and killed four workers»"
        ),
        Layer.HOLDER: "officials > Lindal Herald",
        Layer.PREDICATE: "ASSAULT firearms",
        Layer.ROLES: "actor: Gunmen; target: the Vellmar fuel depot; 4 killed",
        Layer.TIME: "9 March 2021 (“Tuesday”)",
        Layer.PLACE: "near Vellmar",
        Layer.CERTAINTY: "certain",
    }
    (mark,) = seen.passage.marks
    assert f"«{seen.passage.text[slice(*mark)]}»" == seen.layers[Layer.QUOTE]


def test_what_a_statement_leaves_out_is_no_layer_of_it(store: Store) -> None:
    gives = attack(store).gives
    assert gives == set(Layer) - {Layer.CERTAINTY}
    born = next(x for x in population(store).statements if x.anchor.endswith("born"))
    assert born.gives.isdisjoint({Layer.HOLDER, Layer.CERTAINTY})


def test_a_sentence_comes_with_the_statements_that_begin_in_it(store: Store) -> None:
    units = population(store).sentences
    assert not any("Read more" in DEPOT.text[each.begin : each.end] for each in units)
    held = [each for unit in units for each in unit.statements]
    assert sorted(held) == sorted(each.id for each in store.statements())
    full = max(units, key=lambda unit: len(unit.statements))
    seen = checked(Ledger(store), full)
    assert isinstance(seen, CheckedSentence) and len(seen.lines) == len(full.statements)


def test_ids_and_confidence_may_change_without_a_word_of_what_was_shown(store: Store) -> None:
    before = attack(store)
    reread(store)
    after = attack(store)
    assert after.id != before.id
    assert (after.anchor, after.reading) == (before.anchor, before.reading)


def test_another_holder_is_another_reading(store: Store) -> None:
    before = population(store)
    reread(store, holders=(Holder("a guard", HolderClass.UNNAMED),))
    after = population(store)
    assert attack(store).anchor in {each.anchor for each in before.statements}
    changed = {x.reading for x in after.statements} - {x.reading for x in before.statements}
    assert changed == {attack(store).reading}
    sentences = {x.reading for x in after.sentences} - {x.reading for x in before.sentences}
    assert len(sentences) == 1, "the sentence is asked again, too"
