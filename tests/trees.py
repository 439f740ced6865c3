"""Hand-built analyses: sentences given as rows "form lemma upos xpos head deprel" and,
if it heads a nominal, its type; "~" before a form stands for no blank."""

from onrecord.model import Analysis, Sentence, Span, Word

__all__ = ["analysis"]


def analysis(*sentences: str) -> tuple[str, Analysis, tuple[Sentence, ...]]:
    """The text, words and sentences of rows; heads count from 1 in each sentence, 0 is the root."""
    text = ""
    words: list[Word] = []
    spans: list[Sentence] = []
    for number, rows in enumerate(sentences):
        first, begin = len(words), len(text)
        for row in rows.strip().splitlines():
            form, lemma, upos, xpos, head, deprel, *entity = row.split()
            if form.startswith("~"):
                text, form, lemma = text[:-1], form[1:], lemma.removeprefix("~")
            start = len(text)
            text += form + " "
            above = int(head) - 1 + first if int(head) else -1
            span = Span(start, start + len(form))
            kind = entity[0] if entity else None
            word = Word(span, form, lemma, upos, xpos, above, deprel, number, kind)
            words.append(word)
        spans.append(Sentence(Span(begin, len(text) - 1), number))
    return text, Analysis(tuple(words)), tuple(spans)
