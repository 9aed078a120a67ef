
// --- The draft: what has not arrived yet, on this device only, shared by the tabs of one link

const PREFIX = "sayso-draft-";
const draftKey = PREFIX + fingerprint(token);
// Longer than most have to answer, and no longer: others may use this computer
const KEPT_FOR = 35 * 24 * 3_600_000; // ms
let scoreKept = false; // whether the chosen number is among what has not arrived
let held = null; // what Send was pressed on, but not by this page or not surely: until we know what the server has
let stored = null; // the draft as this tab knows it: whatever else is there was put there by another one

function fingerprint(text) {
  let hash = 0;
  for (const sign of text) hash = (Math.imul(hash, 31) + sign.codePointAt(0)) >>> 0;
  return hash.toString(36);
}

function keepDraft() {
  const send = outbox ?? held;
  if (touched.size === 0 && !scoreKept && !send) return forget();
  const text = JSON.stringify({ said: snapshot([...touched]), score: scoreKept ? score : null, send, at: Date.now() });
  try {
    localStorage.setItem(draftKey, text);
    stored = text;
  } catch {
    // Storage may be full or forbidden; the page itself still holds the words
  }
}

function forget() {
  try {
    localStorage.removeItem(draftKey);
    stored = null;
  } catch {
    // Then there is nothing to forget
  }
}

function forgetOld() {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && key !== draftKey && !(writtenAt(key) > Date.now() - KEPT_FOR)) localStorage.removeItem(key);
  }
}

function writtenAt(key) {
  try {
    return JSON.parse(localStorage.getItem(key)).at;
  } catch {
    return 0;
  }
}

function fillFrom(text, mayFill = () => true) {
  const draft = JSON.parse(text) ?? {};
  for (const [field, value] of Object.entries(draft.said ?? {})) {
    if (!FIELDS.includes(field) || !mayFill(field)) continue;
    fill(field, value);
    touched.add(field);
  }
  held = draft.send ?? null;
  return draft;
}

function takeUpDraft() {
  try {
    forgetOld();
    stored = localStorage.getItem(draftKey);
    const draft = fillFrom(stored);
    if (held) tell("resending");
    return draft.score ?? held?.score ?? null;
  } catch {
    return null; // An unreadable draft is no draft
  }
}

function onOtherTab({ key }) {
  if (key !== draftKey || closed) return;
  const waiting = outbox;
  notice();
  // What waits here goes out when it is tried again, not because another tab took up the same
  if (!waiting || outbox !== waiting) pump();
}

// Another tab of the same link: its number and words are this one's, what it sent needs no second sending, and what it
// sends now comes in the place of what this one was about to send.
function notice() {
  let text = stored;
  try {
    text = localStorage.getItem(draftKey);
  } catch {
    // Nobody can have put anything there
  }
  if (text === stored) return;
  stored = text;
  if (text === null) {
    // Everything arrived from there, it seems: the server knows
    scoreKept = false;
    held = outbox && { ...outbox, base: outbox.base ?? "" };
    if (outbox || touched.size > 0 || unsaid) asking = { unsaid };
    if (asking) unsaid = known = false;
    return letGo();
  }
  // Nobody's words change under the cursor
  const draft = fillFrom(text, (field) => !underCursor(field));
  scoreKept = draft.score !== null;
  if (scoreKept && draft.score !== score) choose(draft.score);
  if (!outbox) return;
  if (outbox.id === held?.id) {
    held = null;
    return;
  }
  unsaid = false;
  letGo();
  say("");
  if (!held) tell("elsewhere");
}

function letGo() {
  clearTimeout(retry);
  outbox = null;
  // A number under way may arrive; words, and what the server knew before, come too late
  if (!inFlight || (inFlight.put && !inFlight.words)) return;
  inFlight.controller.abort();
  inFlight = null;
}

// Whether an answer holds something besides its number that is not among the fields
function saysMore(answer, fields) {
  return FIELDS.some((field) => !same(earlier(field, answer), "") && !same(earlier(field, answer), fields[field]));
}

// What Send was pressed on goes out again, unless it is known to have arrived, or the answer has changed since:
// then somebody said something newer elsewhere, and only the person knows which of the two counts.
function resume(answer) {
  const { base, ...words } = held;
  held = null;
  if (base === null ? !saysMore(answer, words.fields) : base === told) {
    outbox = words;
  } else if (words.score === answer?.score && Object.entries(words.fields).every(([name, said]) => same(said, earlier(name, answer)))) {
    arrivedFields(words.fields);
    tell("");
  } else {
    tell("elsewhere");
  }
}
