"""Every error a user can mend has one exit code and one HTTP status."""

import inspect

import pytest

from onrecord import errors
from onrecord.errors import EXIT_AND_STATUS, OnRecordError

KINDS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_is_in_the_tree_and_in_the_table(kind: type[OnRecordError]) -> None:
    assert issubclass(kind, OnRecordError)
    assert kind.__name__ in errors.__all__
    assert f"{kind.__name__} " in f"{errors.__doc__} ".replace("\n", " ")
    assert kind in EXIT_AND_STATUS


def test_exit_codes_tell_the_errors_apart() -> None:
    codes = [code for code, _ in EXIT_AND_STATUS.values()]
    assert len(set(codes)) == len(codes)
    assert 0 not in codes, "0 is success"
    assert 2 not in codes, "2 is the command line's own usage error"
    assert all(400 <= status <= 599 for _, status in EXIT_AND_STATUS.values())
