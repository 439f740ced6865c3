"""The labels of whole reports: their shape, and that they are of the texts that are here."""

import pytest
from evals.reports.facts import REPORTS, facts, texts
from evals.reports.figures import GROUPS

from onrecord.model import Predicate, Status

LABELLED = [fact for told in facts().values() for fact in told]
OWN_ROLES = {"who", "whom", "agent", "title"}


def test_each_fact_is_of_one_group_and_can_be_found() -> None:
    groups = {name: {fact["group"] for fact in told} for name, told in facts().items()}
    assert all(len(group) == 1 and group <= set(GROUPS) for group in groups.values())
    for fact in LABELLED:
        assert fact["trigger"] and fact["readings"]
        assert {*fact.get("status", ())} <= {status.value for status in Status}
        for reading in fact["readings"]:
            assert {*reading["predicates"]} <= {predicate.value for predicate in Predicate}
            assert reading["roles"].keys() <= OWN_ROLES
            assert reading["holder"] and {*reading["sure"]} <= set("+-uf")


@pytest.mark.skipif(not REPORTS.exists(), reason=f"the reports are not here ({REPORTS})")
def test_spans_lie_on_whole_words_of_the_labelled_texts() -> None:
    by_name = texts(facts())
    for fact in LABELLED:
        text = by_name[fact["report"]]
        for begin, end in fact["trigger"]:
            assert text[begin:end].strip() == text[begin:end] != ""
            assert not text[end : end + 1].isalnum()
