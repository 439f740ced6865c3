"""Sentences and words by rule, with offsets; the words are those of UD English (EWT, GUM).

Training and run time share these functions, so that the network meets the words it learned.
"""

import re

from onrecord.model.span import Span

__all__ = ["sentences", "words"]

_TITLES = (
    "Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Cmdr Sgt Cpl Pvt Adm Brig Gov Sen Rep Rev Hon Pres Supt "
    "Insp Det Fr Msgr Amb St Ste Mt Ft vs Messrs Mme Mlle Sr Sra Bros"
).split()
_PLAIN = (
    "Jr Inc Corp Co Ltd Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu "
    "Thurs Fri Sat Ave Blvd Rd Dept Univ Assn etc al approx est Ala Ariz Ark Calif Colo Conn Del "
    "Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt "
    "Wash Wis Wyo"
).split()
_BEFORE_NUMBER = "No Nos Rs Art Sec Fig Vol pp p ca c".split()
_STARTERS = frozenset(
    "The A An This That These Those He She It We They I You His Her Its Our Their In On At By For "
    "From With As If When While After Before Since But And Or So Yet Also However Meanwhile There "
    "Here What Who Why How Where Some Many Most All No Not More Two Three Last Earlier Later "
    "According Once Now Then Asked Under During Although Though Both Each Another One".split()
)
_PREFIXES = (
    "e|x|non|anti|pro|pre|post|re|co|ex|mid|multi|neo|semi|sub|counter|cross|over|socio|trans|un|"
    "inter|intra|pan|mini|ultra|arch|psycho|bi|de|micro|pseudo|extra"
)

_CHAR = r"[\w\u0300-\u036f\u200d]"
_END = r"(?!\w)"
_ALONE = r"(?<!\w)"
_CLITIC = rf"['’](?i:s|m|re|ve|ll|d){_END}"
_NOT = rf"n['’]t{_END}"
_DIGITS = r"\d+(?:[.,:/]\d+)*"
_UNIT = "(?:[ap]m|k|mm|cm|m|km|kg|g|ft|bn|mph|x)"

_KINDS = (
    r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)'’\]]",
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"[@#]\w+",
    rf"(?:{_ALONE}[^\W\d_]\.){{2,}}|{_ALONE}Ph\.D\.",
    rf"{_ALONE}(?:{'|'.join(_TITLES + _PLAIN)})\.",
    rf"{_ALONE}(?:{'|'.join(_BEFORE_NUMBER)})\.(?=\s?\d)",
    r"(?<![\w'’])[^\W\d_a-z]\.(?=\s*[^\W\d_])",
    rf"{_ALONE}(?:\d{{1,5}}-)?\d{{3}}-\d{{3,4}}(?:-\d{{4}})?{_END}",
    rf"{_DIGITS}(?:st|nd|rd|th|s){_END}",
    rf"\d+(?:[.,:/]\d+)+{_END}",
    rf"{_DIGITS}(?={_UNIT}{_END})",
    rf"{_ALONE}\d+(?:[.,:/]\d+)+",
    rf"{_ALONE}[A-Z]{{1,3}}&[A-Z]{{1,3}}{_END}",
    rf"(?<![\w-])(?i:{_PREFIXES})-(?:[^\W\d_]\w*|\d+s)",
    rf"(?i:[^\W_]+(?={_NOT}))",
    rf"(?i:{_NOT})",
    _CLITIC,
    rf"{_ALONE}(?i:can(?=not{_END})|gon(?=na{_END})|wan(?=na{_END})|got(?=ta{_END}))",
    rf"{_CHAR}+?(?={_CLITIC})",
    rf"{_CHAR}+(?:['’]{_CHAR}+?(?={_CLITIC})|(?!{_CLITIC})['’](?!t{_END}){_CHAR}+)*",
    r"\.{2,}|[!?]{2,}|-{2,}|``|''|\*{2,}|={2,}|_{2,}",
    r"\S",
)
"""What a word may be, the first that fits: addresses, handles, abbreviations, initials, numbers,
prefixed words, the parts of contractions, plain words, runs of marks, marks."""
_WORD = re.compile("|".join(f"(?:{kind})" for kind in _KINDS))

_STOP = re.compile(
    r"(?:[.!?…]+|[。！？؟۔।])[\"'”’»)\]]*(?:\s?\[\d{1,3}\])*(?=\s|$)"
    r"|(?<=[a-z]{3})[.!?][\"”’]?(?=[A-Z][a-z]+\s)"
)
_NEXT = re.compile(r"\s*[\"'“‘«(\[]*(\w*)")
_UNCAPPED = re.compile(
    r"(?<![\w.@/'’-])(?!(?:etc|est|approx)\b)(?=[a-z]{3})[a-z]*[aeiouy][a-z]*(?:\.|[!?]+)$"
)
"""A plain word with its stop, which ends a sentence though the next word has no capital."""
_TITLE_STOP = frozenset(title + "." for title in _TITLES)
_PLAIN_STOP = frozenset(plain + "." for plain in _PLAIN)
_NUMBER_STOP = frozenset(word + "." for word in _BEFORE_NUMBER)


def sentences(text: str, block: Span) -> tuple[Span, ...]:
    """The sentences of one line or paragraph of a report, white space around them left out."""
    found: list[Span] = []
    begin = block.begin
    for stop in _STOP.finditer(text, block.begin, block.end):
        if stop.end() < block.end and _ends_sentence(text, begin, stop, block.end):
            _keep(text, begin, stop.end(), found)
            begin = stop.end()
    _keep(text, begin, block.end, found)
    return tuple(found)


def _keep(text: str, begin: int, end: int, found: list[Span]) -> None:
    piece = text[begin:end]
    if piece.strip():
        left = begin + len(piece) - len(piece.lstrip())
        found.append(Span(left, left + len(piece.strip())))


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence that starts at `begin` ends at the mark `stop`."""
    follows = _NEXT.match(text, stop.end(), end)
    after = follows.group(1) if follows else ""
    if after[:1].islower():
        return _UNCAPPED.search(text, begin, stop.end()) is not None
    if not stop.group().startswith(".") or stop.group()[:2] in ("..", ".!", ".?"):
        return bool(text[begin : stop.start()].strip()) or len(stop.group()) > 1
    last = text[max(begin, stop.start() - 40) : stop.start()].split()
    token = (last[-1] if last else "").lstrip("\"'“‘«([") + "."
    if token in _TITLE_STOP:
        return False
    if token in _NUMBER_STOP:
        return not after[:1].isdigit()
    letters = token.replace(".", "")
    short = token in _PLAIN_STOP or (len(letters) == 1 and letters.isalpha())
    if short or (token.count(".") > 1 and len(letters) <= 4):
        return after in _STARTERS
    return not (token[:-1].isdigit() and text[begin : stop.start()].strip() == token[:-1])


def words(text: str, span: Span) -> tuple[Span, ...]:
    """The words and marks in `span`, in order; only white space is left out."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text, span.begin, span.end))
