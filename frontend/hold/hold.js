// The hold page: puts the account behind the link on hold, until a day and for a reason. Opening it changes nothing.
// At deployment it follows assets/staff.js, as one file.

const form = document.querySelector("form");
const LONGEST_DAYS = 366;
let busy = false;

function sentence(key, ...values) {
  const text = document.querySelector(`[data-say="${key}"]`).textContent;
  return values.length === 1 ? text.replace("%s", () => values[0]) : text.replace(/%(\d)/g, (_, at) => values[at - 1]);
}

function say(key) {
  document.getElementById("status").textContent = key ? sentence(key) : "";
}

function show(view) {
  for (const part of document.querySelectorAll("main > section")) part.hidden = part.id !== view;
  say("");
  document.querySelector(`#${view} h1`).focus({ preventScroll: true });
}

// Days are the company's, wherever the reader is; written as 2026-12-31
function dayAhead(days) {
  const [year, month, day] = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date()).split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

// The same day of the month, or its last
function threeMonthsAhead() {
  const [year, month, day] = dayAhead(0).split("-").map(Number);
  const last = new Date(Date.UTC(year, month + 3, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 2, Math.min(day, last))).toISOString().slice(0, 10);
}

function inWords(day) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

function fill({ account, hold }) {
  put("question", sentence("question", account));
  put("button", sentence("button", account));
  put("released", sentence("released", account));
  document.querySelector('[data-part="present"]').hidden = !hold;
  if (hold) {
    put("present", sentence("present", inWords(hold.until), hold.reason, hold.by));
    put("done", sentence("done", account, inWords(hold.until)));
  }
  for (const place of document.querySelectorAll("[data-day]")) {
    const { day } = place.dataset;
    place.textContent = sentence("until-day", inWords(day === "months" ? threeMonthsAhead() : dayAhead(7 * Number(day))));
  }
  form.elements.until.min = dayAhead(0);
  form.elements.until.max = dayAhead(LONGEST_DAYS);
}

async function ask(body) {
  const response = await request("/api/hold", body);
  if ([401, 403, 404, 410].includes(response.status)) return "invalid";
  return response.ok ? response.json() : "failed";
}

async function load() {
  if (!token) return show("invalid");
  show("waiting");
  const found = await ask().catch(() => "failed");
  if (found === "invalid") return show("invalid");
  if (found === "failed") return fail();
  fill(found);
  return show("ask");
}

// What was typed stays where it is until the server has it
async function save(body, view) {
  if (busy) return;
  busy = true;
  say("working");
  const found = await ask(body).catch(() => "failed");
  busy = false;
  if (found === "invalid") return show("invalid");
  if (found === "failed") return say(isOffline() ? "offline" : "unsaved");
  fill(found);
  show(view);
}

function missing(field, control, isMissing) {
  document.getElementById(`${field}-missing`).hidden = !isMissing;
  control.setAttribute("aria-invalid", String(isMissing));
  return isMissing;
}

function wanted() {
  const { how_long: howLong, until, reason } = form.elements;
  const byDay = howLong.value === "day";
  const noDay = missing("until", until, byDay && !(until.value >= until.min && until.value <= until.max));
  const noReason = missing("reason", reason, !reason.value.trim());
  if (noDay || noReason) {
    (noDay ? until : reason).focus();
    return null;
  }
  const lengths = { day: { until: until.value }, months: { until: threeMonthsAhead() } };
  return { ...(lengths[howLong.value] ?? { weeks: Number(howLong.value) }), reason: reason.value.trim() };
}

form.addEventListener("change", () => {
  document.querySelector(".day").hidden = form.elements.how_long.value !== "day";
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const body = wanted();
  if (body) save(body, "done");
});
document.getElementById("release").addEventListener("click", () => save({ release: true }, "released"));
document.getElementById("undo").addEventListener("click", () => save({ release: true }, "released"));
document.getElementById("again").addEventListener("click", () => show("ask"));
document.getElementById("retry").addEventListener("click", load);
load();
