"""A made-up corpus of every kind, small enough to be read by eye."""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

from training.text import Record

__all__ = ["bank", "corpora", "every", "parsed", "span"]

NAMES = (
    "ud gum propbank factuality re3d redocred lgl trnews timebank polnear muc4 plover police "
    "commitment"
).split()
_TREE = (
    "Ngozi/PROPN/2/nsubj was/AUX/2/aux hired/VERB/-1/root by/ADP/5/case the/DET/5/det "
    "mayor/NOUN/2/obl ./PUNCT/2/punct",
    "She/PRON/2/nsubj is/AUX/2/cop happy/ADJ/-1/root ./PUNCT/2/punct",
)
_TREE_TEXT = "Ngozi was hired by the mayor. She is happy."
_POLNEAR = "Kofi Duah said the dam held. “We slept”, she added, “until noon”. Rain fell, we think."
_PLACES = "Radka Ilieva leads Orlov Mining. She lives in Vratsa, near the Orlov mine."


def span(text: str, words: str, after: str = "") -> list[int]:
    """Where `words` stand in `text`, behind the first `after`."""
    begin = text.index(words, text.index(after))
    return [begin, begin + len(words)]


def corpora(folder: Path, **records: Iterable[Record]) -> Path:
    """A folder of training parts; a corpus that is not given is empty."""
    for name in NAMES:
        lines = "".join(json.dumps(record) + "\n" for record in records.get(name, ()))
        (folder / f"{name}.train.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    return folder


def parsed(text: str, sentences: Iterable[str], **more: object) -> Record:
    """A document of a treebank, from "form/UPOS/head/deprel" words."""
    rows: list[Record] = []
    at = 0
    for sentence in sentences:
        tokens: list[Record] = []
        for word in sentence.split():
            form, upos, head, deprel = word.rsplit("/", 3)
            at = text.index(form, at)
            place: Record = {"span": [at, at + len(form)], "head": int(head), "deprel": deprel}
            tokens.append(place | {"lemma": form.lower(), "upos": upos, "xpos": upos[:2]})
            at += len(form)
        rows.append({"span": [tokens[0]["span"][0], at], "tokens": tokens})
    known = {"id": "tree", "corpus": "ewt", "text_licence": None, "text": text, "sentences": rows}
    return known | more


def bank() -> tuple[Record, Record]:
    """A parsed document, and the predicates of its two sentences: one passive, one copula."""
    tree, text = parsed(_TREE_TEXT, _TREE), _TREE_TEXT
    hired = [("ARG1", "Ngozi"), ("ARGM-X", "Mali"), ("ARG0", "by the mayor")]
    predicates = [
        {"span": span(text, "was"), "sense": "be.03", "args": []},
        {
            "span": span(text, "hired"),
            "sense": "hire.01",
            "args": [
                {"role": role, "span": span(text, words)} for role, words in hired if words in text
            ],
        },
        {
            "span": span(text, "is"),
            "sense": "be.01",
            "args": [{"role": "ARG2", "span": span(text, "happy")}],
        },
    ]
    told = [{"span": sentence["span"]} for sentence in tree["sentences"]]
    return tree, {"id": "tree", "text": text, "predicates": predicates, "sentences": told}


def _gum() -> tuple[Record, Record]:
    entities = [
        {"span": span(_TREE_TEXT, words), "head": span(_TREE_TEXT, head), "type": kind}
        | {"cluster": n}
        for words, head, kind, n in (
            ("She", "She", "person", 1),
            ("Ngozi", "Ngozi", "person", 1),
            ("the mayor", "mayor", "person", 2),
        )
    ]
    tree = parsed(_TREE_TEXT, _TREE, id="talk", corpus="gum", text_licence="CC BY 4.0")
    return tree, {"id": "talk", "text": _TREE_TEXT, "entities": entities}


def _attributed() -> Record:
    def item(source: str, cue: str, *content: str) -> Record:
        told = {"source": [source] * bool(source), "cue": [cue] * bool(cue), "content": content}
        return {role: [span(_POLNEAR, words) for words in told[role]] for role in told}

    items = [
        item("Kofi Duah", "said", "the dam held"),
        item("she", "added", "“We slept”", "“until noon”"),
        item("", "think", "Rain fell"),
    ]
    return {"id": "polnear", "text": _POLNEAR, "attributions": items}


def _related(**own: object) -> Record:
    return {"id": "places", "text": _PLACES} | own


def every(folder: Path) -> Path:
    """All corpora, of a document or two each."""
    text, (tree, roles), (talk, gum) = _PLACES, bank(), _gum()
    spans = [span(text, x) for x in ("Radka Ilieva", "Orlov Mining", "Vratsa")]
    mentions = [{"span": s, "type": k} for s, k in zip(spans, ("PER", "ORG", "LOC"), strict=True)]
    happened = {"span": span(_TREE_TEXT, "hired"), "factuality": 2.0}
    facts = [{"head": 0, "tail": 1, "type": "P1"}, {"head": 0, "tail": 2, "type": "P2"}]
    relations = [
        {"source": spans[0], "target": spans[1], "type": "BelongsTo"},
        {"source": spans[1], "target": spans[0], "type": "CoLocated", "confidence": 0.3},
    ]
    event = {"span": span(text, "leads"), "class": "STATE", "polarity": "POS", "modality": None}
    denied = event | {"span": span(text, "lives"), "polarity": "NEG", "modality": "WOULD HAVE"}
    event = event | {"class": "OCCURRENCE"}
    template = {"incident_type": "bombing / attack", "perp_individual": [["radka ilieva"]]}
    template |= {role: [] for role in ("perp_organisation", "victim", "weapon")}
    template |= {"target": [["orlov mining", "orlov mine"]]}
    clusters = [mention | {"cluster": n} for n, mention in enumerate(mentions)]
    timexes = [{"span": span(text, "near"), "type": "DATE"}]
    seized = {"span": span(text, "Radka Ilieva leads Orlov Mining."), "labels": ["ARREST"]}
    quiet: Record = {"span": span(text, "She lives in Vratsa, near the Orlov mine."), "labels": []}
    events = [event, denied, *[event] * 9]
    return corpora(
        folder,
        ud=[tree, talk],
        gum=[gum],
        propbank=[roles],
        factuality=[{"id": "tree", "text": _TREE_TEXT, "predicates": [happened]}],
        re3d=[_related(entities=mentions, relations=relations)],
        redocred=[_related(entities=clusters, relations=facts)],
        lgl=[_related(places=[{"span": spans[2]}])],
        trnews=[_related(places=[])],
        timebank=[_related(timexes=timexes, events=events)],
        polnear=[_attributed()],
        muc4=[_related(templates=[template]), _related(templates=[])],
        plover=[
            _related(event_type="AID", mode=None),
            _related(event_type="PROTEST", mode="Riot"),
        ],
        police=[_related(sentences=[seized, quiet])],
        commitment=[_related(clause=span(text, "She lives in Vratsa"), mean_commitment=1.5)],
    )
