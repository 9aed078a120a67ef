
// --- Who is there, and for how long

// Voice control and screen readers may bring a click and nothing before it, which browsers then trust. They trust an
// input too that a script caused by clicking or typing, so it proves nobody; nor does a scroll, which comes with a
// restored position, or a submit, which a script can ask for.
const GESTURES = ["pointerdown", "pointermove", "keydown", "touchstart", "wheel", "click"];
const SETTLED = 400; // ms without another number
const SETTLES_AFTER = 5; // seconds a page must stay visible for an answer without a gesture to count

const MOST_SECONDS = 86_400; // more the server does not take, and a tab may be left open for days

let gesture = false; // whether a person has been seen
let scripted = false; // whether a script is clicking just now
let visibleBefore = 0; // ms
let visibleSince = document.visibilityState === "visible" ? performance.now() : null;

function visibleSeconds() {
  const visible = visibleBefore + (visibleSince === null ? 0 : performance.now() - visibleSince);
  return Math.min(MOST_SECONDS, Math.floor(visible / 1000));
}

function onGesture(event) {
  if (!event.isTrusted) {
    // A script's click on a label becomes a trusted one on its control: in Safari up to 26.4, and at once
    scripted = true;
    setTimeout(() => (scripted = false));
  }
  if (scripted) return;
  for (const kind of GESTURES) removeEventListener(kind, onGesture, true);
  gesture = true;
  unsaid = true;
  // A tap that corrects the number is one gesture, not a yes to the old number: give it the moment it takes
  setTimeout(pump, SETTLED);
}

function onVisibility() {
  if (document.visibilityState === "visible") {
    visibleSince = visibleSince ?? performance.now();
    return;
  }
  if (visibleSince !== null) visibleBefore += performance.now() - visibleSince;
  visibleSince = null;
  onLeaving();
}

function onLeaving() {
  if (!gesture && visibleSeconds() > reported) unsaid = true;
  flush({ leaving: true });
}

function onInput(event) {
  const field = event.target.name;
  if (field === "score") {
    choose(Number(event.target.value));
    unsaid = true;
    scoreKept = true;
    dated = false;
    if (outbox) outbox = { ...outbox, score };
    else if (!refused) say("");
    clearTimeout(pause);
    pause = setTimeout(flush, SETTLED);
  } else if (FIELDS.includes(field)) {
    touched.add(field);
    if (refused) say("");
    refused = false;
    unmark(field);
  }
  keepDraft();
}

// The line may be said to be back before anything gets through: then the waiting begins anew, with the shortest.
function onLine() {
  failures = 0;
  pump();
}

function onSubmit(event) {
  event.preventDefault();
  if (score === null) {
    // Said where the eye goes next, and read with the first number because it describes the group
    document.getElementById("chosen").textContent = sentence("missing");
    document.getElementById("chosen").classList.add("missing");
    controls("score")[0].focus();
    return;
  }
  // What the person changed here, and nothing else: the rest may have been said on another device since
  outbox = { id: Math.random(), score, gesture, fields: snapshot([...touched]), base: told };
  held = asking = null;
  refused = false;
  pressed = true;
  keepDraft();
  tell("");
  say("sending");
  flush();
}

function isFilledIn({ type, checked, defaultChecked, value, defaultValue }) {
  return ["radio", "checkbox"].includes(type) ? checked !== defaultChecked : value !== defaultValue;
}

// On a slow line the form is there before this script: what was filled in meanwhile is newer than all that is kept,
// and a number chosen in it newer than the one that was clicked in the mail.
function start() {
  form.querySelector("[type=submit]").disabled = false;
  form.querySelector(".late").remove();
  if (!token) return close("invalid");
  const early = snapshot(FIELDS.filter((field) => controls(field).some(isFilledIn)));
  const chosen = controls("score").find((control) => control.checked);
  const kept = takeUpDraft();
  for (const [field, value] of Object.entries(early)) {
    fill(field, value);
    touched.add(field);
  }
  const clicked = chosen?.value ?? query.get("s") ?? "";
  if (controls("score").some((control) => control.value === clicked)) {
    dated = !chosen && kept === null && history.state?.arrived === Number(clicked);
    choose(Number(clicked));
    unsaid = scoreKept = !dated;
    keepDraft();
  } else if (kept !== null) {
    choose(kept);
    unsaid = scoreKept = !held;
  }
  if (Object.keys(early).length > 0) keepDraft();
  for (const kind of GESTURES) addEventListener(kind, onGesture, { capture: true, passive: true });
  form.addEventListener("input", onInput);
  form.addEventListener("submit", onSubmit);
  document.getElementById("edit").addEventListener("click", () => show("form"));
  document.addEventListener("visibilitychange", onVisibility);
  addEventListener("pagehide", onLeaving);
  addEventListener("online", onLine);
  addEventListener("storage", onOtherTab);
  const watch = setInterval(() => {
    if (!gesture && visibleSeconds() < SETTLES_AFTER) return;
    clearInterval(watch);
    if (gesture) return;
    unsaid = true;
    pump();
  }, 1000);
  return pump();
}

start();
