// Keys for the buttons of the item in hand, by what they say of themselves (aria-keyshortcuts).

const items = [...document.querySelectorAll("[data-item]")];
const help = document.querySelector("[data-help]");
const onOff = document.querySelector("[data-switch]");
const said = document.querySelector("#said");
let at = 0;
let busy = false;

const areOn = () => localStorage.getItem("keys") !== "off";

function show() {
  onOff.hidden = false;
  onOff.setAttribute("aria-pressed", String(areOn()));
  onOff.textContent = areOn() ? "Keys are on" : "Keys are off";
}

function go(place) {
  const item = items[Math.max(0, Math.min(place, items.length - 1))];
  item?.focus();
  item?.scrollIntoView({ block: "nearest" });
}

function press(key) {
  const places = [items[at], document].filter(Boolean);
  for (const place of places) {
    const found = [...place.querySelectorAll("[aria-keyshortcuts]")].find(
      (each) =>
        each.getAttribute("aria-keyshortcuts") === key &&
        (place !== document || !each.closest("[data-item]")),
    );
    if (found) return found.click();
  }
}

const isTyping = (target) =>
  target.matches("textarea, select, [contenteditable]") ||
  (target.matches("input") && !["checkbox", "radio"].includes(target.type));

document.addEventListener("keydown", (event) => {
  if (isTyping(event.target)) {
    const item = event.target.closest("[data-item]");
    if (item && (event.key === "Escape" || (event.key === "Enter" && event.target.name === "note"))) {
      event.preventDefault();
      item.focus();
    }
    return;
  }
  if (!areOn() || busy || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j" || event.key === "k") go(at + (event.key === "j" ? 1 : -1));
  else if (event.key === "?") help.open = !help.open;
  else if (event.key.length === 1 && event.key !== " ") press(event.key);
});

document.addEventListener("focusin", (event) => {
  const place = items.indexOf(event.target.closest("[data-item]"));
  if (place >= 0) at = place;
});

document.addEventListener("submit", (event) => {
  if (busy) event.preventDefault();
  busy = true;
});
addEventListener("pageshow", () => {
  busy = false;
});

onOff.addEventListener("click", () => {
  localStorage.setItem("keys", areOn() ? "off" : "on");
  show();
});

show();
if (/^#i-\d+$/.test(location.hash)) go(Number(location.hash.slice(3)) - 1);
else if (said?.dataset.said) go(0);
// A live region is only read out when it changes after the page has come.
if (said?.dataset.said) setTimeout(() => (said.textContent = said.dataset.said), 300);
