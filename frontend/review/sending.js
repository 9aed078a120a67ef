
// --- Asking and telling the server: one request at a time

let busy = false;
let stale = false; // whether the server knows better than the list

async function ask(body) {
  const response = await request("/api/review", body);
  // A page of a captive portal or a firewall is not an answer, whatever its status: JSON is
  return { status: response.status, content: await response.json() };
}

async function load() {
  if (!token) return show("invalid");
  show("waiting");
  stale = false;
  try {
    const { status, content } = await ask();
    if (status === 410) return show("expired");
    if ([400, 401, 403, 404].includes(status)) return show("invalid");
    if (status !== 200) return fail();
    takeUpDrafts();
    fill(content);
    return navigate(history);
  } catch {
    return fail();
  }
}

async function save(event) {
  event.preventDefault();
  if (busy) return;
  const account = current;
  const sent = typed();
  const problem = missing(sent);
  if (problem) return say(problem);
  busy = true;
  say("saving");
  let outcome = { status: 0, content: {} };
  try {
    outcome = await ask({ account_id: account.account_id, ...sent });
  } catch {
    // As if it had not been asked: the same again does no harm
  }
  busy = false;
  if (outcome.status === 200) return saved(account, sent, outcome.content);
  if (current === account) tellProblem(outcome);
}

function saved(account, sent, content) {
  const isHere = current === account;
  accounts = accounts.map((one) => (one.account_id === content.account_id ? content : one));
  // What was typed while it was on its way is still to be saved
  if (isHere && !same(typed(), sent)) {
    current = content;
    return say("unsaved");
  }
  keepDraft(account.account_id, null);
  if (!isHere) return current === null ? fillList() : undefined;
  news(sentence(sent.score <= 6 ? "saved-low" : "saved", account.account));
  return back();
}

function tellProblem({ status, content }) {
  const field = content.error?.field ?? "";
  if (status === 413 || ["why", "better"].includes(field)) {
    mark(field in form && field ? field : "why");
    return say("unsaved-long");
  }
  if (status === 410) return say("unsaved-expired");
  stale = [400, 404].includes(status);
  if (status === 404 || field === "account_id") return say("unsaved-gone");
  if (status === 400) return say("unsaved-other");
  return say(isOffline() ? "unsaved-offline" : "unsaved-failed");
}

form.addEventListener("input", onInput);
form.addEventListener("submit", save);
document.querySelector(".back").addEventListener("click", back);
document.getElementById("retry").addEventListener("click", load);
window.addEventListener("popstate", navigate);
load();
