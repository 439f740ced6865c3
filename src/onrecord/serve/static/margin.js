// Lights the words that a statement in the margin quotes, and the other way round.

const marks = [...document.querySelectorAll("mark[data-lines]")];
const lines = new Map(
  [...document.querySelectorAll("[data-line]")].map((each) => [each.dataset.line, each]),
);

function light(wanted) {
  for (const mark of marks) {
    const own = mark.dataset.lines.split(" ");
    mark.classList.toggle("lit", wanted.some((line) => own.includes(line)));
  }
  for (const [name, line] of lines) line.classList.toggle("lit", wanted.includes(name));
}

const named = () => [decodeURIComponent(location.hash).replace(/^#s-/, "")];

for (const [name, line] of lines) {
  for (const begin of ["mouseenter", "focusin"]) line.addEventListener(begin, () => light([name]));
  for (const end of ["mouseleave", "focusout"]) line.addEventListener(end, () => light(named()));
}
for (const mark of marks) {
  mark.addEventListener("mouseenter", () => light(mark.dataset.lines.split(" ")));
  mark.addEventListener("mouseleave", () => light(named()));
}
addEventListener("hashchange", () => light(named()));
light(named());
