"""What is held, denied, disputed and taken back, and what it comes to."""

from tests.weigh.told import Told, by, count, on, place

from onrecord.model import Copy, CopyKind, Factuality, HolderClass, Predicate, Status

PERSON = HolderClass.PERSON
NOT = Factuality.CERTAIN_NOT


def disputed(told: Told) -> dict[str, list[str]]:
    return {each.on: [side.value for side in each.sides] for each in told.weight.disputes}


def credibility(told: Told) -> int:
    return told.weight.credibility


def test_two_who_are_independent_confirm_each_other() -> None:
    told = Told()
    told.says("Lindal Herald", by("a witness"))
    assert credibility(told) == 3
    told.says("The Tide", by("officials"))
    assert credibility(told) == 1
    assert told.weight.reason == "2 independent sources hold it, none denies it"


def test_all_whom_one_outlet_quotes_do_not_confirm_each_other() -> None:
    told = Told()
    told.says("Lindal Herald", by("a witness"))
    told.says("Lindal Herald", by("officials"))
    assert len(told.weight.origins) == 2
    assert credibility(told) == 2


def test_the_unnamed_of_two_outlets_make_it_probable() -> None:
    told = Told()
    told.says("Lindal Herald", by("officials"))
    told.says("The Tide", by("an official"))
    assert credibility(told) == 2


def test_one_who_repeats_himself_confirms_nothing() -> None:
    told = Told()
    told.says("Lindal Herald", by("Amaru Quispe", PERSON, "quispe"))
    told.says("The Tide", by("Amaru Quispe", PERSON, "quispe"))
    assert credibility(told) == 3


def test_what_nobody_stands_by_cannot_be_judged() -> None:
    told = Told()
    told.says("Lindal Herald", by("officials"), status=Status.UNVERIFIABLE)
    assert credibility(told) == 6
    told.says("The Tide", by("a witness"))
    assert credibility(told) == 2


def test_what_is_only_planned_did_not_happen() -> None:
    told = Told()
    told.says("Lindal Herald", status=Status.PLANNED)
    told.says("The Tide", sure=Factuality.UNCOMMITTED)
    assert told.weight.origins == ()
    assert credibility(told) == 6


def test_denials_weigh_as_many_as_their_sources() -> None:
    told = Told()
    said = told.says("Lindal Herald", by("officials"))
    told.says("The Tide", by("Ingrid Oyelaran", PERSON, "oyelaran"), sure=NOT)
    assert credibility(told) == 4
    denial = {"subject": "RDL"}
    told.says("Coast Weekly", predicate=Predicate.DENIES, roles=denial, about=(said,))
    assert [each.name for each in told.weight.against] == ["oyelaran", "RDL"]
    assert credibility(told) == 5
    for outlet, who in (("Courier", "a witness"), ("Mirror", "a doctor"), ("Echo", "a lawyer")):
        told.says(outlet, by(who))
    assert credibility(told) == 2
    assert disputed(told)["factuality"] == ["it happened", "it did not happen"]


def test_who_says_both_counts_for_what_he_said_last() -> None:
    told = Told()
    quispe = by("Amaru Quispe", PERSON, "quispe")
    told.says("Lindal Herald", quispe, day=4)
    told.says("Lindal Herald", quispe, day=4, document="d0", sure=NOT, quote="not the depot")
    assert (len(told.weight.origins), told.weight.against) == (1, ())
    told.says("The Tide", quispe, day=6, sure=NOT)
    assert (told.weight.origins, len(told.weight.against)) == ((), 1)


def test_tolls_that_cannot_both_be_right_are_disputed() -> None:
    told = Told()
    told.says("Lindal Herald", by("officials"), magnitudes=count(4, 4, 4))
    told.says("The Tide", by("a doctor"), magnitudes=count(9, 9, 9))
    assert disputed(told) == {"killed": ["4", "9"]}


def test_at_least_sixty_and_seventy_are_no_dispute() -> None:
    told = Told()
    told.says("Lindal Herald", by("officials"), magnitudes=count(60, 60, None))
    told.says("The Tide", by("a doctor"), magnitudes=count(70, 70, 70))
    assert disputed(told) == {}
    told.says("Coast Weekly", by("a witness"), magnitudes=count(None, None, 65))
    assert disputed(told) == {"killed": ["60 or more", "70", "up to 65"]}


def test_what_a_source_said_later_takes_the_place_of_what_it_said_before() -> None:
    told = Told()
    quispe = by("Amaru Quispe", PERSON, "quispe")
    told.says("Lindal Herald", quispe, magnitudes=count(4, 4, 4), day=4)
    told.says("The Tide", by("a doctor"), magnitudes=count(9, 9, 9), day=5)
    told.says("Coast Weekly", quispe, magnitudes=count(9, 9, 9), day=6)
    assert disputed(told) == {}


def test_a_side_has_all_statements_that_give_its_figure() -> None:
    told = Told()
    for outlet, who, killed, day in (
        ("A", "police", 4, 4),
        ("B", "police", 4, 5),
        ("C", "a doctor", 9, 5),
    ):
        told.says(outlet, by(who), magnitudes=count(killed, killed, killed), day=day)
    (dispute,) = told.weight.disputes
    assert [side.statements for side in dispute.sides] == [("s0", "s1"), ("s2",)]


def test_one_source_is_never_at_odds_with_itself() -> None:
    told = Told()
    for outlet, killed in (("Lindal Herald", 4), ("The Tide", 9)):
        told.says(outlet, by("officials"), magnitudes=count(killed, killed, killed))
    assert disputed(told) == {}


def test_days_and_places_apart_are_disputed() -> None:
    told = Told()
    told.says("Lindal Herald", time=on(3), place=place("Port Alwen", 12.5))
    told.says("The Tide", time=on(4), place=place("Tashkel", 40.0))
    assert disputed(told) == {
        "time": ["1921-05-03", "1921-05-04"],
        "place": ["Port Alwen", "Tashkel"],
    }


def test_places_near_each_other_are_not() -> None:
    told = Told()
    told.says("Lindal Herald", place=place("Port Alwen", 12.5))
    told.says("The Tide", place=place("the depot of Port Alwen", 12.6))
    assert disputed(told) == {}


def test_two_groups_that_are_named_are_disputed_and_a_description_is_not() -> None:
    told = Told()
    said = told.says("Lindal Herald", roles={"actor": "gunmen"})
    told.says("The Tide", roles={"actor": "RDL"})
    assert disputed(told) == {}
    claim = {"subject": "SALT FRONT"}
    told.says("Courier", predicate=Predicate.CLAIMS_RESPONSIBILITY, roles=claim, about=(said,))
    assert disputed(told) == {"actor": ["RDL", "SALT FRONT"]}


def test_who_denies_his_own_part_does_not_deny_that_it_happened() -> None:
    told = Told()
    told.says("Lindal Herald", by("officials"), roles={"actor": "RDL"})
    own = by("the League", HolderClass.GROUP, "RDL")
    said = told.says("The Tide", own, roles={"actor": "RDL"}, sure=NOT, status=Status.DENIED)
    denial = {"subject": "RDL"}
    told.says("The Tide", predicate=Predicate.DENIES, roles=denial, about=(said,))
    assert (told.weight.against, credibility(told)) == ((), 3)
    assert disputed(told) == {"actor": ["RDL", "not RDL"]}


def test_who_clears_one_while_others_name_another_does_not_either() -> None:
    told = Told()
    told.says("Lindal Herald", by("officials"), roles={"actor": "SALT FRONT"})
    told.says("The Tide", by("a witness"), roles={"actor": "RDL"}, sure=NOT)
    assert (told.weight.against, disputed(told)) == ((), {})


def test_reasons_without_a_word_in_common_are_disputed() -> None:
    told = Told()
    said = told.says("Lindal Herald")
    for outlet, who, why in (
        ("Lindal Herald", "a witness", "revenge for the arrests"),
        ("The Tide", "officials", "the price of fuel"),
    ):
        roles = {"object": why}
        told.says(outlet, by(who), predicate=Predicate.EXPLAINS, roles=roles, about=(said,))
    assert disputed(told) == {"motive": ["revenge for the arrests", "the price of fuel"]}


def corrected(text: str, publisher: str = "Lindal Herald", title: str = "") -> Told:
    """The depot was attacked, by the Herald, which others copied; then a later text of its own."""
    told = Told(Copy("b", "a", 1.0, CopyKind.SAME))
    for document, outlet in (("a", "Lindal Herald"), ("b", "The Tide")):
        told.report(document, "At noon the depot was attacked. It rained.", outlet)
        told.says(outlet, document=document)
    told.report("z", text, publisher, 6, title)
    return told


def test_a_correction_reaches_all_that_copied_the_report() -> None:
    told = corrected("Correction: our report of May 4 that the depot was attacked was wrong.")
    assert told.weight.retracted == ("s0", "s1")
    assert (told.weight.origins, credibility(told)) == ((), 5)


def test_what_a_correction_does_not_speak_of_stands() -> None:
    told = corrected("Correction: our report of May 4 gave the name of the mayor wrongly.")
    assert told.weight.retracted == ()


def test_a_report_that_is_withdrawn_takes_all_of_it_along() -> None:
    told = corrected("The Lindal Herald has withdrawn its report of May 4 on the harbour.")
    assert told.weight.retracted == ("s0", "s1")


def test_a_note_on_a_report_of_another_day_does_not_reach_this_one() -> None:
    told = corrected("Correction: our report of May 2 that the depot was attacked was wrong.")
    told.report("y", "The harbour is closed.", "Lindal Herald", 2)
    assert told.weight.retracted == ()


def test_another_outlet_cannot_take_it_back() -> None:
    told = corrected("Correction: our report that the depot was attacked was wrong.", "Courier")
    assert told.weight.retracted == ()


def test_what_no_longer_stands_in_the_corrected_text_is_taken_back() -> None:
    told = corrected(
        "At noon the depot was closed. It rained.\n"
        "An earlier version of this report said that the depot was attacked."
    )
    told.copies = (*told.copies, Copy("z", "a", 0.8, CopyKind.NEAR))
    assert told.weight.retracted == ("s0", "s1")
    told.says("Lindal Herald", document="a", quote="It rained")
    told.says("Lindal Herald", document="z", quote="the depot was closed")
    assert told.weight.retracted == ("s0", "s1")


def test_a_correction_that_tells_what_was_wrong_does_not_hold_it() -> None:
    told = corrected("Correction: our report of May 4 said the depot was attacked. It was not.")
    told.says("Lindal Herald", document="z")
    told.says("Lindal Herald", document="z", sure=NOT)
    assert told.weight.retracted == ("s0", "s1", "s2")
    assert [each.name for each in told.weight.against] == ["Lindal Herald"]


def test_who_says_that_it_hurt_nobody_disputes_the_toll_only() -> None:
    told = Told()
    told.says("Lindal Herald", by("officials"), magnitudes=count(7, 7, 7))
    minister = by("Amaru Quispe", PERSON, "quispe")
    told.says("The Tide", minister, magnitudes=count(0, 0, 0), sure=NOT, about=("s0",))
    assert disputed(told) == {"killed": ["7", "0"]}
    assert credibility(told) == 3


def test_who_clears_his_government_disputes_the_actor_only() -> None:
    told = Told()
    told.says("Lindal Herald", by("a witness"))
    told.says("The Tide", by("officials"), roles={"actor": "the Velmish government"})
    told.says("The Quay", by("a minister"), roles={"actor": "his government"}, sure=NOT)
    assert disputed(told) == {"actor": ["the Velmish government", "not his government"]}
    assert credibility(told) == 1


def test_who_denies_it_for_the_only_one_who_is_named_denies_it() -> None:
    told = Told()
    told.says("The Tide", by("officials"), roles={"actor": "Velmish soldiers"})
    told.says("The Quay", by("a bureau"), roles={"actor": "Velmish soldiers"}, sure=NOT)
    assert list(disputed(told)) == ["factuality"]
