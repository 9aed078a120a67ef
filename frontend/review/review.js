// The review page: an owner's accounts of a quarter, those without a review first. Its files become one at
// deployment: assets/staff.js, review.js, draft.js, record.js, sending.js.

const form = document.getElementById("form");

let accounts = []; // as the server knows them
let current = null; // the account that is open

function sentence(key, ...values) {
  const text = document.querySelector(`[data-say="${key}"]`).textContent;
  return values.reduce((said, value) => said.replace("%s", () => value), text);
}

function moment(text) {
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", hour: "numeric", minute: "2-digit", timeZone }).format(new Date(text));
}

function part(name) {
  return document.querySelector(`[data-part="${name}"]`);
}

function show(view) {
  for (const section of document.querySelectorAll("main > section")) section.hidden = section.id !== view;
  document.querySelector(`#${view} h1`).focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

function news(text) {
  document.getElementById("news").textContent = text;
}

function nameOf(account, contactId) {
  return account.people.find((person) => person.contact_id === contactId)?.name ?? sentence("somebody");
}

function isEditable({ people, review }) {
  if (!review) return people.length > 0;
  return Date.now() < Date.parse(review.editable_until) && people.some((person) => person.contact_id === review.contact_id);
}

function row(account) {
  const { review } = account;
  const button = element("button", "", { type: "button" });
  button.append(element("b", account.account, { dir: "auto" }));
  if (review) button.append(element("span", `${sentence("score", review.score)} · ${nameOf(account, review.contact_id)}`));
  if (drafts[account.account_id]) button.append(element("span", `${review ? " · " : ""}${sentence("unsaved")}`, { className: "open" }));
  button.addEventListener("click", () => {
    history.pushState({ account: account.account_id }, "");
    news("");
    open(account);
  });
  const item = element("li", "");
  item.append(button);
  return item;
}

function fillPart(name, found) {
  part(name).hidden = found.length === 0;
  put(`${name}-count`, sentence(name, found.length));
  put(name, ...found.map(row));
}

function fillList() {
  const todo = accounts.filter((account) => !account.review);
  fillPart("todo", todo);
  fillPart("done", accounts.filter((account) => account.review));
  part("empty").hidden = accounts.length > 0;
  part("lead").hidden = todo.length === 0;
  part("all-done").hidden = accounts.length === 0 || todo.length > 0;
}

function showList() {
  const left = current?.account_id;
  current = null;
  fillList();
  show("list");
  // Whoever comes back finds their place again
  const at = accounts.findIndex((account) => account.account_id === left);
  if (at >= 0 && document.getElementById("news").textContent === "") {
    const rows = [...document.querySelectorAll(".accounts b")];
    rows.find((name) => name.textContent === accounts[at].account)?.parentElement.scrollIntoView({ block: "center" });
  }
}

function fill({ quarter, accounts: found }) {
  accounts = found;
  const [year, number] = quarter.split("-Q");
  put("heading", sentence("heading", sentence("quarter", number, year)));
}

function back() {
  if (history.state?.account) history.back();
  else showList();
}

function navigate({ state }) {
  if (stale) return load();
  const account = accounts.find((one) => one.account_id === state?.account);
  return account ? open(account) : showList();
}
