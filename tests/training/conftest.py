"""A small network and what it reads, for tests that need torch."""

import importlib
from collections.abc import Iterator
from typing import Any

import pytest
from tests.training.made import every
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from training.corpora import documents
from training.scheme import Scheme, learned
from training.text import Text

VOCABULARY = 400
"""Word pieces that the small network knows; the marks around a window are 101 and 102."""


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> list[Text]:
    """All documents of the made-up corpora."""
    return list(documents(every(tmp_path_factory.mktemp("corpora")), "train"))


@pytest.fixture(scope="session")
def scheme(texts: list[Text]) -> Scheme:
    """Their labels, the rare ones too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("training.scheme._RARE_ROLE", 1)
        patch.setattr("training.scheme._RARE_LEMMA", 1)
        return learned(texts)


@pytest.fixture(scope="session")
def tokenizer(texts: list[Text]) -> Tokenizer:
    """One piece a word."""
    forms = sorted({span.of(text.text) for text in texts for span in text.spans})
    assert len(forms) < VOCABULARY - 103
    known = {form: 103 + number for number, form in enumerate(forms)}
    return Tokenizer(WordLevel(known | {"[UNK]": 100}, unk_token="[UNK]"))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The encoder has one layer and few words, and computes on one core, always the same."""
    torch: Any = pytest.importorskip("torch", reason="the network is trained with torch")
    for name, size in (("_DEPTH", 1), ("_PIECES", VOCABULARY), ("_POSITIONS", 256)):
        monkeypatch.setattr(f"training.model.{name}", size)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def network(small: None, scheme: Scheme) -> Any:
    """A small network with random weights, without dropout."""
    torch: Any = importlib.import_module("torch")
    torch.manual_seed(7)
    return importlib.import_module("training.model").Network(scheme).eval()
