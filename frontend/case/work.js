
// --- What the reader does: a form for each thing, which keeps what was typed until it has arrived

// What is offered in which state, the next step first; a case that is over can be opened again
const OFFERED = { open: ["contacted", "close", "note", "hand_over"], contacted: ["close", "note", "hand_over"] };
const NEEDED = { contacted: [], note: ["note"], close: ["cause", "note", "outcome"], hand_over: ["to", "note"], reopen: ["note"] };
// In this tab only: it may be a colleague's computer, and it is about a customer
const DRAFTS = `sayso-case-${[...token].reduce((sum, sign) => (Math.imul(sum, 31) + sign.codePointAt(0)) >>> 0, 0)}`;

const tasks = [...document.querySelectorAll("[data-task]")];
let people = []; // whom it can be handed to without typing an address
let isOwner = true;
let drafts = {}; // by task: {fields, sent}, where `sent` is what was tried last: {text, id}

function task(what) {
  return document.querySelector(`[data-task="${what}"]`);
}

function offer(followUp) {
  const offered = followUp.erased ? [] : (OFFERED[followUp.state] ?? ["reopen"]);
  for (const one of tasks) {
    const what = one.dataset.task;
    // What somebody is writing stays in sight, even if it cannot be saved any more
    one.hidden = !offered.includes(what) && !drafts[what];
    one.querySelector("summary").classList.toggle("main", what === offered[0] && what !== "reopen");
  }
  part("work", tasks.some((one) => !one.hidden));
  for (const one of document.querySelectorAll("[data-wish]")) one.hidden = (one.dataset.wish === "no") !== (followUp.contact === "no");
  const days = followUp.recheck_days;
  part("recheck", days);
  if (days) put("recheck", sentence(days === 1 ? "recheck-day" : "recheck", days));
  // Whoever asked to be left in peace is asked again only if somebody ticks it
  task("close").querySelector("[name=recheck]").defaultChecked = followUp.contact !== "no";
  isOwner = followUp.is_owner;
  offerPeople(followUp.people);
}

function offerPeople(all) {
  people = all;
  const select = document.getElementById("hand_over-to");
  const { value } = select;
  const [choose] = select.options;
  const other = select.options[select.options.length - 1];
  const named = people.map(({ name, email }) => element("option", name ? `${name}, ${email}` : email, { value: email }));
  select.replaceChildren(choose, ...named, other);
  select.value = value;
  if (select.selectedIndex === -1) select.value = "";
}

// --- What a form says

function bodyOf(what) {
  const said = Object.fromEntries(new FormData(task(what).querySelector("form")));
  const body = { do: what, note: said.note.trim() };
  if (what === "hand_over") body.to = said.to === "other" ? said.email.trim() : said.to;
  if (what === "close") Object.assign(body, { cause: said.cause || said.own.trim(), outcome: said.outcome ?? "", recheck: said.recheck === "yes" });
  return body;
}

// The control a sentence about a field belongs to
function controlOf(what, field) {
  const names = { to: task(what).querySelector("[name=to]")?.value === "other" ? "email" : "to", cause: "cause" };
  const [control] = task(what).querySelectorAll(`[name="${names[field] ?? field}"]`);
  return field === "cause" && (!control || task(what).querySelector("[name=cause][value='']").checked) ? document.getElementById("close-own") : control;
}

function mark(what, field, key) {
  const control = controlOf(what, field);
  const note = element("p", sentence(key), { id: `${what}-problem`, className: "missing" });
  if (control.type === "radio") control.closest("fieldset").querySelector("legend").after(note);
  else (control.closest(".sure") ?? control).before(note);
  describe(control, note.id);
}

function describe(control, by) {
  control.setAttribute("aria-invalid", "true");
  control.dataset.described = control.getAttribute("aria-describedby") ?? "";
  control.setAttribute("aria-describedby", `${by} ${control.dataset.described}`.trim());
  control.focus();
}

function unmark(what) {
  document.getElementById(`${what}-problem`)?.remove();
  for (const control of task(what).querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
    if (control.dataset.described) control.setAttribute("aria-describedby", control.dataset.described);
    else control.removeAttribute("aria-describedby");
  }
}

function tell(what, key) {
  task(what).querySelector(".status").textContent = key && sentence(key);
}

// What is asked for only if something else is not enough
function unfold(form) {
  const opened = form.querySelector("[data-opens]:checked")?.dataset.opens ?? (form.querySelector("[name=to]")?.value === "other" ? "hand_over-email" : "");
  for (const other of form.querySelectorAll(".other")) {
    if (form.querySelector("[data-opens], [name=to]")) other.hidden = other.dataset.for !== opened;
  }
  askWhetherSure(form);
  for (const control of form.querySelectorAll("[data-limit]")) measure(control);
}

// An address that was typed may be one of ours and still the wrong one: then the follow-up is gone
function askWhetherSure(form) {
  if (!form.elements.sure) return;
  const to = form.elements.email.value.trim();
  const isKnown = people.some(({ email }) => email.toLowerCase() === to.toLowerCase());
  part("sure", form.elements.to.value === "other" && to.includes("@") && !isKnown);
  put("sure", sentence(isOwner ? "sure-mine" : "sure", to));
}

function isUnsure(what) {
  const { sure } = task(what).querySelector("form").elements;
  return Boolean(sure) && !sure.closest("[hidden]") && !sure.checked;
}

// As the server counts: signs, without blanks at either end
function measure(control) {
  const [length, limit] = [[...control.value.trim()].length, Number(control.dataset.limit)];
  const number = new Intl.NumberFormat(locale);
  const said = length > limit ? sentence("too-long", number.format(length)).replace("%l", number.format(limit)) : "";
  document.getElementById(`${control.id}-count`).textContent = said;
  return said !== "" && !control.closest("[hidden]");
}

function markTooLong(what) {
  const control = [...task(what).querySelectorAll("[data-limit]")].find(measure);
  if (!control) return false;
  describe(control, `${control.id}-count`);
  return true;
}

// --- The drafts

function isChoice(control) {
  return control.matches("[type=radio], [type=checkbox]");
}

function isUntouched(control) {
  return isChoice(control) ? control.checked === control.defaultChecked : control.value === (control.defaultValue ?? "");
}

function keep(what) {
  const controls = [...task(what).querySelectorAll("[name]")];
  if (controls.every(isUntouched) && !drafts[what]?.sent) delete drafts[what];
  else drafts[what] = { ...drafts[what], fields: controls.map((control) => (isChoice(control) ? control.checked : control.value)) };
  store();
}

function drop(what) {
  delete drafts[what];
  const form = task(what).querySelector("form");
  form.reset();
  unfold(form);
  store();
}

function store() {
  try {
    sessionStorage.setItem(DRAFTS, JSON.stringify(drafts));
  } catch {
    // Storage may be full or forbidden; the page itself still holds the words
  }
}

function takeUpDrafts(followUp) {
  try {
    drafts = JSON.parse(sessionStorage.getItem(DRAFTS)) ?? {};
    offerPeople(followUp.people);
    for (const [what, { fields }] of Object.entries(drafts)) {
      [...task(what).querySelectorAll("[name]")].forEach((control, place) => {
        if (isChoice(control)) control.checked = fields[place];
        else control.value = fields[place];
      });
      task(what).open = true;
      unfold(task(what).querySelector("form"));
    }
  } catch {
    drafts = {}; // An unreadable draft is no draft
  }
}
