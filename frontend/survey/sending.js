
// --- Sending: one request at a time, the latest state in each

const GIVE_UP_AFTER = 20_000; // ms without a response, then the same again
const RETRY_FIRST = 2_000; // ms, doubling
const RETRY_LAST = 60_000; // ms; a server that says how long to wait is given up to ten times as much
const KEEPALIVE_LIMIT = 60_000; // browsers refuse larger bodies that are to outlive their page (64 KiB)
// Which opening of the page this is, so that its reports are told from another's; forgotten with the page
const visit = crypto.getRandomValues(new Uint32Array(1))[0] >>> 1;

let unsaid = false; // number, gesture or time changed since the last request
let outbox = null; // what Send was pressed on and the server has not confirmed: {id, score, gesture, fields, base}
let asking = null; // set while the server has to be asked first, as another tab spoke: {unsaid}, what was so before
let refused = false; // whether the page says that something cannot be taken
let pause = 0; // set while numbers are still changing: a key held down makes thirty a second
let pressed = false; // whether Send was pressed on this visit
let known = false; // whether an earlier answer has been asked for
let dated = false; // whether the number arrived before a reload: the server may know a newer one by now
let told = null; // what the server knew last, besides the number
let inFlight = null; // the one request under way
let reported = 0; // visible seconds the server was told last
let failures = 0;
let retry = 0;

// Words and wishes are a person's: without a gesture the server takes the number only
function sendable() {
  return gesture || outbox?.gesture ? outbox : null;
}

function unsent() {
  const words = sendable();
  return score !== null && !pause && !asking && !dated && (unsaid || (words !== null && words !== inFlight?.words));
}

function flush(options) {
  clearTimeout(pause);
  pause = 0;
  return pump(options);
}

async function pump({ leaving = false } = {}) {
  if (closed) return;
  notice();
  const put = unsent();
  if (!put && known) return;
  if (inFlight) {
    // While leaving there is no later: what is under way is replaced by a request that says it all
    if (!leaving || !put) return;
    inFlight.controller.abort();
  }
  clearTimeout(retry);
  const words = put ? sendable() : null;
  const request = { controller: new AbortController(), words, put, score: words?.score ?? score, gesture: gesture || words?.gesture === true };
  inFlight = request;
  if (put) {
    // A number chosen after what is sent again from an earlier visit gets a request of its own
    unsaid = request.score !== score;
    reported = visibleSeconds();
  }
  const outcome = await call(request);
  if (inFlight !== request) return;
  inFlight = null;
  settle(outcome, request);
}

function bodyOf({ score, gesture, words }) {
  const body = { score, gesture, visible_seconds: reported, visit };
  for (const [field, value] of Object.entries(words?.fields ?? {})) {
    if (field.startsWith(RATING)) body.ratings = { ...body.ratings, [field.slice(RATING.length)]: value };
    else body[field] = value;
  }
  return JSON.stringify(body);
}

async function call(request) {
  const timer = setTimeout(() => request.controller.abort(), GIVE_UP_AFTER);
  const body = request.put ? bodyOf(request) : undefined;
  try {
    const response = await fetch("/api/answer", {
      method: body ? "PUT" : "GET",
      headers: { "Sayso-Token": token, ...(body && { "Content-Type": "application/json" }) },
      body,
      keepalive: new Blob([body ?? ""]).size < KEEPALIVE_LIMIT,
      cache: "no-store",
      signal: request.controller.signal,
    });
    // A page of a captive portal or a firewall is not an answer, whatever its status: JSON is
    return { status: response.status, content: await response.json(), wait: Number(response.headers.get("Retry-After")) || 0 };
  } catch {
    return { status: 0, content: null, wait: 0 };
  } finally {
    clearTimeout(timer);
  }
}

function settle({ status, content, wait }, request) {
  if (status === 200) {
    failures = 0;
    if (content.state === "expired") return close("expired");
    if (request.put && request.score === score) {
      scoreKept = false;
      remember({ arrived: score });
    }
    if (!asking || !request.put) takeIn(content.answer);
    if (request.words && request.words === outbox) arrived(request.words);
    else if (!outbox && !refused) say("");
    keepDraft();
    return pump();
  }
  if (status === 410) return close("expired");
  // A firewall on the way says no in JSON, too, and not of the link
  if ([401, 403, 404].includes(status) && content.error?.field === "token") return close("invalid");
  if ([400, 413].includes(status)) {
    outbox = null;
    known = refused = true;
    keepDraft();
    tell("");
    const field = tooLong(status === 413 ? "body" : content.error?.field);
    say(field ? "too-long" : "refused");
    if (field) mark(field);
    unsaid = unsaid || request.words !== null; // the number need not wait for them
    return pump();
  }
  unsaid = unsaid || request.put;
  say(status === 429 ? "busy" : navigator.onLine === false ? "offline" : "retrying");
  // A person confirmed this answer: it is said again with a gesture, at once or as soon as there is one
  if (status === 409 && content.error?.field === "gesture" && !request.gesture) return gesture ? pump() : undefined;
  const patience = Math.min(RETRY_LAST, RETRY_FIRST * 2 ** failures++);
  retry = setTimeout(pump, Math.max(patience, Math.min(wait * 1000, RETRY_LAST * 10)));
}

function tooLong(field) {
  if (field === "body") return valueOf("why").length > valueOf("better").length ? "why" : "better";
  return ["why", "better"].includes(field) ? field : null;
}

function earlier(field, answer) {
  if (field.startsWith(RATING)) return answer?.ratings?.[field.slice(RATING.length)];
  // Without a person there was no wish: this "no" only stands for not having been asked
  if (field === "contact" && answer?.state === "provisional" && answer.contact === "no") return null;
  return answer?.[field];
}

function takeIn(answer) {
  told = JSON.stringify(FIELDS.map((field) => String(earlier(field, answer) || "")));
  if (outbox) outbox.base = outbox.base ?? told; // Send was quicker than the first response
  if (asking) {
    for (const field of touched) if (same(valueOf(field), earlier(field, answer))) touched.delete(field);
    if (asking.unsaid && !unsaid && Number.isInteger(answer?.score)) choose(answer.score);
    unsaid = unsaid || asking.unsaid;
    asking = null;
  }
  if (dated) {
    dated = false;
    if (Number.isInteger(answer?.score)) choose(answer.score);
    else unsaid = true;
  }
  for (const field of FIELDS) if (answer && !touched.has(field) && !underCursor(field)) fill(field, earlier(field, answer));
  if (known) return;
  known = true;
  if (score === null && Number.isInteger(answer?.score)) choose(answer.score);
  if (held) resume(answer);
  const said = answer && FIELDS.some((field) => !same(earlier(field, answer), ""));
  document.getElementById("earlier").hidden = !said || outbox !== null || document.getElementById("news").textContent !== "";
}

function arrivedFields(fields) {
  for (const field of touched) if (same(valueOf(field), fields[field])) touched.delete(field);
}

function arrived(words) {
  outbox = null;
  arrivedFields(words.fields);
  tell("");
  if (touched.size > 0) return say("changed");
  say("");
  if (words.score === score) thank(valueOf("contact"));
}
