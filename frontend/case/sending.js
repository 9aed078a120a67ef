
// --- Asking and telling the server: one request at a time

let busy = false;

async function ask(body) {
  const response = await request("/api/case", body);
  const content = await response.json().catch(() => ({}));
  if (response.ok && !("follow_up" in content)) throw new TypeError("no case");
  return { status: response.status, field: content.error?.field ?? "", followUp: content.follow_up };
}

async function load() {
  if (!token) return show("invalid");
  show("waiting");
  try {
    const { status, field, followUp } = await ask();
    if (status === 410) return show(field === "owner" ? "handed" : "expired");
    if ([400, 401, 403, 404].includes(status)) return show("invalid");
    if (status !== 200) return fail();
    takeUpDrafts(followUp);
    fill(followUp);
    return show("ready");
  } catch {
    return fail();
  }
}

// The same thing tried again keeps its name, so that it is done once, whatever became of the first try
function named(what, body) {
  const text = JSON.stringify(body);
  if (drafts[what]?.sent?.text !== text) {
    const id = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    drafts[what] = { ...drafts[what], sent: { text, id } };
  }
  keep(what);
  return { ...body, action_id: drafts[what].sent.id };
}

async function send(what) {
  if (busy) return;
  unmark(what);
  document.getElementById("result").textContent = "";
  const body = bodyOf(what);
  const missing = NEEDED[what].find((field) => !body[field]);
  tell(what, "");
  if (missing) return mark(what, missing, `needs-${missing}`);
  if (markTooLong(what)) return undefined;
  if (isUnsure(what)) return mark(what, "sure", "needs-sure");
  busy = true;
  tell(what, "saving");
  try {
    settle(what, body, await ask(named(what, body)));
  } catch {
    tell(what, isOffline() ? "unsaved-offline" : "unsaved-failed");
  } finally {
    busy = false;
  }
}

function settle(what, body, { status, field, followUp }) {
  if (status === 200) return saved(what, body, followUp);
  if (status === 409) return overtaken(what);
  // Who hands over a second time, because the answer to the first was lost, finds that it is done
  if (status === 410 && field === "owner" && what === "hand_over") return show("handed");
  if (status === 410) return tell(what, field === "owner" ? "unsaved-handed" : "unsaved-expired");
  if ([401, 403, 404].includes(status)) return tell(what, "unsaved-gone");
  const known = { ...Object.fromEntries(["note", "cause", "outcome", "to"].map((name) => [name, name])), reason: "note" }[field];
  if (status === 400 && known && controlOf(what, known)) {
    tell(what, "");
    return mark(what, known, `refused-${known}`);
  }
  return tell(what, status >= 500 || status === 429 ? "unsaved-failed" : "unsaved-refused");
}

function saved(what, body, followUp) {
  if (!followUp) return passed(what, body.to);
  drop(what);
  tell(what, "");
  task(what).open = false;
  fill(followUp);
  const result = document.getElementById("result");
  result.textContent = what === "hand_over" ? sentence("saved-hand_over", body.to) : sentence(`saved-${what}`);
  return result.focus();
}

function passed(what, to) {
  drop(what);
  put("passed", sentence("passed", to));
  show("passed");
}

// Somebody else was quicker: what they did is shown, and what was typed here stays
async function overtaken(what) {
  try {
    const { status, followUp } = await ask();
    if (status === 200) fill(followUp);
  } catch {
    // Then the page keeps what it has
  }
  tell(what, "conflict");
}

for (const one of tasks) {
  const what = one.dataset.task;
  const form = one.querySelector("form");
  form.addEventListener("input", ({ target }) => {
    unmark(what);
    if (["to", "email"].includes(target.name)) form.elements.sure.checked = false;
    tell(what, "");
    unfold(form);
    keep(what);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(what);
  });
}
document.getElementById("retry").addEventListener("click", load);
load();
