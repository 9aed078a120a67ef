// The survey page: keeps what a person says, sends it in order, and lets go of no word before it has arrived.
//
// The number goes out at once: provisional on load, confirmed with the first gesture. Words go out with Send only;
// until then they stay on the device. There is one request at a time, and each carries the latest state.

const FIELDS = ["why", "better", "drivers", "contact", "quote"];
// Voice control and screen readers may bring a click and nothing before it. A scroll proves nobody: browsers send it
// for scripts and for a restored position too. So does a submit, which a script can ask for.
const GESTURES = ["pointerdown", "pointermove", "keydown", "touchstart", "wheel", "click", "input"];
const SETTLES_AFTER = 5; // seconds a page must stay visible for an answer without a gesture to count
const GIVE_UP_AFTER = 20_000; // ms without a response, then the same again
const RETRY_FIRST = 2_000; // ms, doubling
const RETRY_LAST = 60_000;
const KEEPALIVE_LIMIT = 60_000; // browsers refuse larger bodies that are to outlive their page (64 KiB)

const query = new URLSearchParams(location.search);
const token = query.get("t") ?? "";
const form = document.getElementById("form");
const draftKey = `sayso-draft-${fingerprint(token)}`;

let score = null; // what is chosen
let gesture = false; // whether a person has been seen
let unsaid = false; // number, gesture or time changed since the last request
let outbox = null; // what Send was pressed on and the server has not confirmed
let known = false; // whether an earlier answer has been asked for
let inFlight = null; // the one request under way: {controller, words}
let reported = 0; // visible seconds the server was told last
let failures = 0;
let retry = 0;
let closed = false; // the link is of no use (any more)
const touched = new Set(); // fields the person changed and the server does not have

// --- What is on the page

function controls(field) {
  return [...form.querySelectorAll(`[name="${field}"]`)];
}

function valueOf(field) {
  const chosen = controls(field).filter((control) => control.checked);
  if (field === "drivers") return chosen.map((control) => control.value);
  if (field === "quote") return chosen.length > 0;
  if (field === "contact") return chosen[0]?.value ?? null;
  return controls(field)[0].value;
}

function snapshot(fields) {
  return Object.fromEntries(fields.map((field) => [field, valueOf(field)]));
}

function fill(field, value) {
  for (const control of controls(field)) {
    if (field === "drivers") control.checked = (value ?? []).includes(control.value);
    else if (field === "quote") control.checked = value === true;
    else if (field === "contact") control.checked = control.value === value;
    else control.value = value ?? "";
  }
}

function sentence(key) {
  return document.querySelector(`[data-say="${key}"]`).textContent;
}

function say(key) {
  const status = document.getElementById("status");
  status.textContent = key ? sentence(key) : "";
  if (outbox) status.scrollIntoView({ block: "nearest" });
}

function choose(number) {
  score = number;
  for (const control of controls("score")) control.checked = control.value === String(number);
  document.getElementById("chosen").textContent = sentence("chosen").replace("%s", number);
  document.getElementById("chosen").classList.remove("missing");
  const group = number >= 9 ? "promoter" : number >= 7 ? "passive" : "detractor";
  for (const wording of form.querySelectorAll("[data-group]")) wording.hidden = wording.dataset.group !== group;
  // A reload must not go back to the number that was clicked in the mail
  query.set("s", number);
  history.replaceState(history.state, "", `?${query}`);
}

function show(view) {
  for (const part of document.querySelectorAll("#form, main > section")) part.hidden = part.id !== view;
  document.querySelector(`#${view} h1`).focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

function thank(contact) {
  const unhappy = score <= 6;
  const next = unhappy && contact === "no" ? "no-contact" : unhappy || ["phone", "mail"].includes(contact) ? "follow-up" : "read";
  for (const sentence of document.querySelectorAll("[data-next]")) sentence.hidden = sentence.dataset.next !== next;
  document.getElementById("earlier").hidden = true;
  show("thanks");
}

function close(view) {
  closed = true;
  // Nobody types it twice: what was written goes along into the mail
  const words = ["why", "better"].map(valueOf).filter(Boolean).join("\n\n");
  for (const link of document.querySelectorAll(".mail")) if (words) link.search = `body=${encodeURIComponent(words)}`;
  show(view);
}

// --- The draft, on this device only

function fingerprint(text) {
  let hash = 0;
  for (const sign of text) hash = (Math.imul(hash, 31) + sign.codePointAt(0)) >>> 0;
  return hash.toString(36);
}

function keepDraft() {
  try {
    if (touched.size === 0) localStorage.removeItem(draftKey);
    else localStorage.setItem(draftKey, JSON.stringify(snapshot([...touched])));
  } catch {
    // Storage may be full or forbidden; the page itself still holds the words
  }
}

function takeUpDraft() {
  try {
    for (const [field, value] of Object.entries(JSON.parse(localStorage.getItem(draftKey)) ?? {})) {
      if (!FIELDS.includes(field)) continue;
      fill(field, value);
      touched.add(field);
    }
  } catch {
    // An unreadable draft is no draft
  }
}

// --- Sending: one request at a time, the latest state in each

function unsent() {
  return score !== null && (unsaid || (outbox !== null && outbox !== inFlight?.words));
}

async function pump({ leaving = false } = {}) {
  const put = unsent();
  if (closed || (!put && known)) return;
  if (inFlight) {
    // While leaving there is no later: what is under way is replaced by a request that says it all
    if (!leaving || !put) return;
    inFlight.controller.abort();
  }
  clearTimeout(retry);
  const request = { controller: new AbortController(), words: put ? outbox : null };
  inFlight = request;
  if (put) {
    unsaid = false;
    reported = visibleSeconds();
  }
  const body = put ? JSON.stringify({ score, gesture, visible_seconds: reported, ...request.words }) : undefined;
  const outcome = await call(request, body);
  if (inFlight !== request) return;
  inFlight = null;
  settle(outcome, request, put);
}

async function call(request, body) {
  const timer = setTimeout(() => request.controller.abort(), GIVE_UP_AFTER);
  try {
    const response = await fetch("/api/answer", {
      method: body ? "PUT" : "GET",
      headers: { "Sayso-Token": token, ...(body && { "Content-Type": "application/json" }) },
      body,
      keepalive: (body?.length ?? 0) < KEEPALIVE_LIMIT,
      cache: "no-store",
      signal: request.controller.signal,
    });
    // A page of a captive portal or a firewall is not an answer, whatever its status: JSON is
    return { status: response.status, content: await response.json() };
  } catch {
    return { status: 0, content: null };
  } finally {
    clearTimeout(timer);
  }
}

function settle({ status, content }, request, put) {
  if (status === 200) {
    failures = 0;
    if (content.state === "expired") return close("expired");
    takeIn(content.answer);
    if (request.words && request.words === outbox) arrived(request.words);
    else if (!outbox) say("");
    return pump();
  }
  if (status === 410) return close("expired");
  if ([401, 403, 404].includes(status)) return close("invalid");
  if ([400, 413].includes(status)) {
    outbox = null;
    known = true;
    return say(status === 413 || ["why", "better", "body"].includes(content.error?.field) ? "too-long" : "refused");
  }
  unsaid ||= put;
  say(navigator.onLine === false ? "offline" : "retrying");
  retry = setTimeout(pump, Math.min(RETRY_LAST, RETRY_FIRST * 2 ** failures++));
}

function takeIn(answer) {
  if (known) return;
  known = true;
  if (!answer) return;
  for (const field of FIELDS) {
    // Without a person there was no wish: this "no" only stands for not having been asked
    const blank = field === "contact" && answer.state === "provisional" && answer.contact === "no";
    if (!touched.has(field) && !blank) fill(field, answer[field]);
  }
  if (score === null && Number.isInteger(answer.score)) choose(answer.score);
  const said = answer.why || answer.better || answer.drivers?.length;
  document.getElementById("earlier").hidden = !said || outbox !== null;
}

function arrived(words) {
  outbox = null;
  const now = snapshot([...touched]);
  for (const field of touched) if (String(now[field]) === String(words[field])) touched.delete(field);
  keepDraft();
  if (touched.size > 0) return say("changed");
  say("");
  thank(words.contact);
}

// --- Who is there, and for how long

let visibleBefore = 0; // ms
let visibleSince = document.visibilityState === "visible" ? performance.now() : null;

function visibleSeconds() {
  return Math.floor((visibleBefore + (visibleSince === null ? 0 : performance.now() - visibleSince)) / 1000);
}

function onGesture(event) {
  if (!event.isTrusted) return;
  for (const kind of GESTURES) removeEventListener(kind, onGesture, true);
  gesture = true;
  unsaid = true;
  // A tap that corrects the number is one gesture, not a yes to the old number: give it the moment it takes
  setTimeout(pump, 400);
}

function onVisibility() {
  if (document.visibilityState === "visible") {
    visibleSince ??= performance.now();
    return;
  }
  if (visibleSince !== null) visibleBefore += performance.now() - visibleSince;
  visibleSince = null;
  onLeaving();
}

function onLeaving() {
  if (!gesture && visibleSeconds() > reported) unsaid = true;
  pump({ leaving: true });
}

function onInput(event) {
  const field = event.target.name;
  if (field === "score") {
    choose(Number(event.target.value));
    unsaid = true;
    if (!outbox) say("");
    pump();
  } else if (FIELDS.includes(field)) {
    touched.add(field);
    keepDraft();
  }
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
  // Before the earlier answer is known, an empty field may stand for words said earlier: it is left out
  outbox = snapshot(FIELDS.filter((field) => (known || touched.has(field)) && valueOf(field) !== null));
  say("sending");
  pump();
}

function start() {
  if (!token) return close("invalid");
  takeUpDraft();
  if (/^(\d|10)$/.test(query.get("s") ?? "")) {
    choose(Number(query.get("s")));
    unsaid = true;
  }
  for (const kind of GESTURES) addEventListener(kind, onGesture, { capture: true, passive: true });
  form.addEventListener("input", onInput);
  form.addEventListener("submit", onSubmit);
  document.getElementById("edit").addEventListener("click", () => show("form"));
  document.addEventListener("visibilitychange", onVisibility);
  addEventListener("pagehide", onLeaving);
  addEventListener("online", () => pump());
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
