"""What is to be checked, and what checking came to, as pages of text."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from onrecord.cli.layout import Entry, flat, heading, joined
from onrecord.cli.line import line_brief
from onrecord.cli.passage import head_parts, quoted
from onrecord.views import CheckedSentence, CheckedStatement, counted
from onrecord.weigh.accuracy import Accuracy, LayerAccuracy, Pair
from onrecord.weigh.estimate import Agreement, Share

__all__ = ["accuracy_page", "checked_page"]

_MARGIN = 18


def checked_page(
    seen: CheckedStatement | CheckedSentence, number: int, many: int
) -> Iterator[RenderableType]:
    """A statement layer by layer, or a sentence with its statements, below its paragraph."""
    yield ""
    kind = "statement" if isinstance(seen, CheckedStatement) else "sentence"
    yield Rule(f"{kind}, {number} of {many}", style="source", align="left")
    yield Entry([(0, joined(head_parts(seen.passage.report)))])
    yield ""
    yield Entry([(0, quoted(seen.passage))])
    yield ""
    if isinstance(seen, CheckedStatement):
        for place, (layer, words) in enumerate(seen.layers.items(), 1):
            told = Text(flat(words)) if words else Text("none", "source")
            references = [seen.reference] if place == len(seen.layers) else []
            yield Entry([(_MARGIN, told)], references, f"  {place} {layer.value}")
        return
    yield Text(f"{counted(len(seen.lines), 'statement')} on record in it", "source")
    for line in seen.lines:
        yield line_brief(line)


def accuracy_page(found: Accuracy) -> Iterator[RenderableType]:
    """Precision, recall, layers, calibration and agreement."""
    if not found.people:
        yield "Nothing was checked yet."
        return
    sentences = counted(found.sentences, "sentence")
    checked = f"{counted(found.statements, 'statement')} and {sentences}"
    yield Entry(
        [(_MARGIN, Text(f"{checked}, by {', '.join(map(flat, found.people))}"))], (), "checked"
    )
    if found.earlier:
        told = f"{counted(found.earlier, 'answer')} on an earlier reading, not counted"
        yield Entry([(_MARGIN, Text(told, "source"))])
    if found.unseen:
        kinds = ", ".join(layer.value for layer in found.unseen)
        yield Entry([(_MARGIN, Text(f"none checked yet that gives {kinds}", "unsure"))])
    yield heading("Of what is on record")
    yield _share("right", found.right)
    yield _share("partly or right", found.partly)
    yield heading("Of what the reports state")
    yield _share("on record", found.recall)
    yield heading("By layer")
    yield Entry([(_MARGIN, Text(f"{'right where given':<30}left out where not", "source"))])
    for layer in found.layers:
        yield _layer(layer)
    if found.calibration is not None:
        seen = found.calibration
        yield heading("Confidence")
        told = f"said {seen.confidence:.0%}, right {seen.right:.0%}; error {seen.error:.2f}"
        yield Entry([(_MARGIN, Text(told))], (), "  all")
        for part in seen.bins:
            many = counted(part.count, "statement")
            told = f"said {part.confidence:.0%}, right {part.right:.0%} of {many}"
            yield Entry([(_MARGIN, Text(told))])
    if found.pairs:
        yield heading("Agreement")
    for pair in found.pairs:
        yield from _pair(pair)


def _share(label: str, share: Share) -> Entry:
    return Entry([(_MARGIN, Text(_words(share)))], (), f"  {label}")


def _words(share: Share) -> str:
    if share.value is None:
        return "–"
    return f"{share.value:4.0%} ({share.low:.0%} to {share.high:.0%}), n {share.count}"


def _layer(layer: LayerAccuracy) -> Entry:
    words = f"{_words(layer.right):<30}{_words(layer.left_out)}"
    return Entry([(_MARGIN, Text(words))], (), f"  {layer.layer.value}")


def _pair(pair: Pair) -> Iterator[RenderableType]:
    yield Entry([(2, Text(f"{flat(pair.left)} and {flat(pair.right)}"))])
    for kind, found in (("statements", pair.statements), ("sentences", pair.sentences)):
        if found is not None:
            yield Entry([(_MARGIN, Text(_agreed(found)))], (), f"    {kind}")
        else:
            yield Entry([(_MARGIN, Text("none in common", "source"))], (), f"    {kind}")


def _agreed(found: Agreement) -> str:
    kappa = (
        "kappa undefined: only one answer was given"
        if found.kappa is None
        else f"kappa {found.kappa:.2f} ({found.low:.2f} to {found.high:.2f})"
    )
    return f"{_words(found.share)}, {kappa}"
