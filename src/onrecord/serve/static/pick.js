// Words marked in the report go into the field that was last gone to.

const passage = document.querySelector(".pick");
const text = passage.querySelector("blockquote");
const words = [...text.textContent.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)];
let field = document.querySelector("[data-words]");
let [first, last] = [0, 0];

document.addEventListener("focusin", (event) => {
  if (!event.target.matches("[data-words]")) return;
  field.classList.remove("aimed");
  field = event.target;
  field.classList.add("aimed");
});

function offset(node, at) {
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(node, at);
  return before.toString().length;
}

function point(at) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let left = at;
  while (walker.nextNode()) {
    if (left <= walker.currentNode.length) return [walker.currentNode, left];
    left -= walker.currentNode.length;
  }
  return [text, text.childNodes.length];
}

function mark() {
  const [from, to] = [words[Math.min(first, last)], words[Math.max(first, last)]];
  const end = to.index + to[0].length;
  getSelection().setBaseAndExtent(...point(from.index), ...point(end));
}

function put() {
  const selection = getSelection();
  if (selection.isCollapsed || !text.contains(selection.getRangeAt(0).commonAncestorContainer)) {
    return;
  }
  const range = selection.getRangeAt(0);
  let begin = offset(range.startContainer, range.startOffset);
  const raw = range.toString();
  begin += raw.length - raw.trimStart().length;
  const chosen = raw.trim();
  if (!chosen) return;
  // Words that stand there more than once are told apart by their offsets, in code points.
  const whole = text.textContent;
  const start = Number(passage.dataset.begin) + [...whole.slice(0, begin)].length;
  const several = whole.split(chosen).length > 2;
  const told = several ? `${start}-${start + [...chosen].length}` : chosen.replace(/\s+/g, " ");
  field.value = field.value.trimEnd().endsWith(";") ? `${field.value.trimEnd()} ${told}` : told;
  field.focus();
}

text.addEventListener("pointerup", () => setTimeout(put));
passage.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step && words.length) {
    event.preventDefault();
    last = Math.max(0, Math.min(last + step, words.length - 1));
    if (!event.shiftKey) first = last;
    mark();
  } else if (event.key === "Enter") {
    event.preventDefault();
    put();
  }
});
const marked = text.querySelector("mark");
if (marked) {
  const begin = offset(marked, 0);
  first = last = Math.max(0, words.findIndex((each) => each.index >= begin));
}
(document.querySelector(".wrong") ? field : document.querySelector("form.correct input:not([type=hidden])")).focus();
