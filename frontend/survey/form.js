// The survey page: keeps what a person says, sends it in order, and lets go of no word before it has arrived.
//
// The number goes out at once: provisional on load, confirmed with the first gesture. Words go out with Send only;
// until then they stay on the device. There is one request at a time, and each carries the latest state.
// Its four files become one at deployment: form.js, draft.js, sending.js, person.js.

const query = new URLSearchParams(location.search);
const token = query.get("t") ?? "";
const form = document.getElementById("form");
// Everything but the number. A rating is a field of its own here (ratings.ID), and part of one object to the server.
const FIELDS = [...new Set([...form.elements].map((control) => control.name))].filter((name) => name && name !== "score");
const RATING = "ratings.";

let score = null; // what is chosen
let group = "none"; // promoter, passive or detractor
let closed = false; // the link is of no use (any more)
const touched = new Set(); // fields the person changed and the server does not have

function controls(field) {
  return [...form.querySelectorAll(`[name="${field}"]`)];
}

function valueOf(field) {
  const [first, ...others] = controls(field);
  const chosen = [first, ...others].filter((control) => control?.checked).map((control) => control.value);
  if (field === "drivers") return chosen;
  if (field === "reference") return chosen.length > 0 && group === "promoter";
  if (field.startsWith(RATING)) return Number(chosen[0]) || null;
  if (first.type === "checkbox") return chosen.length > 0;
  return first.type === "radio" ? (chosen[0] ?? null) : first.value;
}

function snapshot(fields) {
  return Object.fromEntries(fields.map((field) => [field, valueOf(field)]));
}

function fill(field, value) {
  for (const control of controls(field)) {
    if (control.type === "radio") control.checked = control.value === String(value);
    else if (control.type === "checkbox") control.checked = field === "drivers" ? (value ?? []).includes(control.value) : value === true;
    else if (control.value !== (value ?? "")) control.value = value ?? "";
  }
}

function underCursor(field) {
  return document.hasFocus() && document.activeElement?.name === field;
}

// As the server keeps it: what a keyboard adds at the end of a text is no difference
function tidied(said) {
  return String(said || "").replaceAll("\r\n", "\n").normalize("NFC").trim();
}

function same(one, other) {
  return tidied(one) === tidied(other);
}

function sentence(key) {
  return key && document.querySelector(`[data-say="${key}"]`).textContent;
}

// Above the form: what became of words sent on an earlier visit. It stands there from the start or not at all, so
// that nothing moves under a finger.
function tell(key) {
  document.getElementById("news").textContent = sentence(key);
}

function say(key) {
  const status = document.getElementById("status");
  status.textContent = sentence(key);
  if (pressed && key) status.scrollIntoView({ block: "nearest" });
}

// Beside the text that is too long: what is wrong with it, until it is edited
function mark(field) {
  unmark(field);
  const [area] = controls(field);
  const note = document.createElement("p");
  note.id = `${field}-problem`;
  note.className = "missing";
  note.textContent = sentence("too-long");
  area.before(note);
  area.setAttribute("aria-invalid", "true");
  area.setAttribute("aria-describedby", note.id);
  if (pressed) area.focus();
}

function unmark(field) {
  document.getElementById(`${field}-problem`)?.remove();
  for (const control of controls(field)) for (const name of ["aria-invalid", "aria-describedby"]) control.removeAttribute(name);
}

function choose(number) {
  score = number;
  for (const control of controls("score")) {
    control.checked = control.value === String(number);
    if (control.checked) group = control.parentElement.dataset.of;
  }
  document.getElementById("chosen").textContent = sentence("chosen").replace("%s", number);
  document.getElementById("chosen").classList.remove("missing");
  for (const part of form.querySelectorAll("[data-group]")) part.hidden = part.dataset.group !== group;
  // A reload must not go back to the number that was clicked in the mail
  query.set("s", number);
  remember(history.state);
}

// What a reload is to know
function remember(state) {
  try {
    history.replaceState(state, "", `?${query}`);
  } catch {
    // Safari takes a hundred of these in ten seconds, and a key held down makes more
  }
}

function show(view) {
  for (const part of document.querySelectorAll("#form, main > section")) part.hidden = part.id !== view;
  document.querySelector(`#${view} h1`).focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

function thank(contact) {
  const unhappy = group === "detractor";
  const next = unhappy && contact === "no" ? "no-contact" : unhappy || ["phone", "mail"].includes(contact) ? "follow-up" : "read";
  for (const part of document.querySelectorAll("[data-next]")) part.hidden = part.dataset.next !== next;
  document.getElementById("earlier").hidden = true;
  show("thanks");
}

function close(view) {
  closed = true;
  // Nobody types it twice: what was written goes along into the mail
  const words = ["why", "better"].map(valueOf).filter(Boolean).join("\n\n");
  for (const link of document.querySelectorAll(".mail")) if (words) link.search = `body=${encodeURIComponent(words)}`;
  forget();
  show(view);
}
