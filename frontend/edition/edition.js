// The manager's page: which edition waits, what it would change, and a yes to exactly that one. Opening it changes
// nothing. At deployment it follows assets/staff.js, as one file.

let busy = false;
let waiting = null;

function sentence(key, ...values) {
  return document.querySelector(`[data-say="${key}"]`).textContent.replace(/%(\d)/g, (_, at) => values[at - 1]);
}

function say(key) {
  document.getElementById("status").textContent = key ? sentence(key) : "";
}

function show(view) {
  for (const part of document.querySelectorAll("main > section")) part.hidden = part.id !== view;
  say("");
  document.querySelector(`#${view} h1`).focus({ preventScroll: true });
}

function dayOf(moment) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(new Date(moment));
}

// With a real minus; a plus is the score's alone
function points(number, signDisplay = "auto") {
  return new Intl.NumberFormat(locale, { signDisplay }).format(number).replace("-", "−");
}

function inWords({ score, low, high, n }) {
  return sentence("points", points(score, "exceptZero"), points(low), points(high), new Intl.NumberFormat(locale).format(n));
}

// Whoever wrote a title in one language only is read in that one
function inLanguage(title) {
  const own = title[language] ? language : Object.keys(title)[0];
  return element("dd", title[own] ?? "", { lang: own ?? language });
}

function group(key, ...lines) {
  return lines.length ? [element("dt", sentence(key)), ...lines] : [];
}

function scoreLines({ before, after }) {
  return [["before", before], ["after", after]].map(([key, one]) =>
    element("dd", `${sentence(key)} ${one ? inWords(one) : sentence("no-score")}`));
}

function changesOf(changes) {
  const number = (count) => (count ? [element("dd", new Intl.NumberFormat(locale).format(count))] : []);
  const found = [
    ...group("new", ...changes.new.map(inLanguage)),
    ...group("changed", ...changes.changed.map(inLanguage)),
    ...group("removed", ...changes.removed.map(inLanguage)),
    ...group("score-moves", ...(changes.score ? scoreLines(changes.score) : [])),
    ...group("figures", ...(changes.figures ? [element("dd", sentence("figures-move"))] : [])),
    ...group("new-quotes", ...number(changes.new_quotes)),
    ...group("removed-quotes", ...number(changes.removed_quotes)),
  ];
  return found.length ? found : group("details", element("dd", sentence("no-changes")));
}

function previewOf({ language: of, page, report }) {
  const name = new Intl.DisplayNames(language, { type: "language" }).of(of);
  const links = [element("a", sentence("page", name), { href: page })];
  if (report) links.push(element("a", sentence("report", name), { href: report }));
  const line = element("li", "");
  line.append(...links);
  return line;
}

function fill({ public: current, draft }) {
  waiting = draft;
  const links = current ? [element("a", sentence("see-public"), { href: current.page, className: "button second" })] : [];
  put("see", ...links);
  put("nothing", current ? sentence("public", current.number, dayOf(current.made_at)) : sentence("nobody"));
  if (!draft) return "nothing";
  document.querySelector("[data-part=held]").hidden = !current?.held;
  put("question", current ? sentence("question", draft.number) : sentence("first"));
  put("until", current ? sentence("until", current.number, dayOf(current.made_at)) : sentence("until-first"));
  put("approved", sentence("approved", draft.number));
  put("changes", ...changesOf(draft.changes));
  put("previews", ...draft.previews.map(previewOf));
  return draft.approved ? "approved" : "look";
}

async function ask(body) {
  const response = await request("/api/edition", body);
  if ([401, 403, 404, 410].includes(response.status)) return "invalid";
  if (response.status === 409) return "replaced";
  return response.ok ? response.json() : "failed";
}

async function load() {
  if (!token) return show("invalid");
  show("waiting");
  const found = await ask().catch(() => "failed");
  if (found === "invalid") return show("invalid");
  if (found === "failed") return fail();
  return show(fill(found));
}

// Nobody says yes to what they have not seen: what took its place is shown first
async function lookAgain() {
  document.getElementById("replaced").hidden = false;
  await load();
}

async function publish(event) {
  if (busy || !event.isTrusted) return;
  busy = true;
  say("working");
  const found = await ask({ approve: waiting.id }).catch(() => "failed");
  busy = false;
  if (found === "invalid") return show("invalid");
  if (found === "replaced") return lookAgain();
  if (found === "failed") return say(isOffline() ? "offline" : "unsaved");
  document.getElementById("replaced").hidden = true;
  return show(fill(found));
}

document.getElementById("publish").addEventListener("click", publish);
document.getElementById("again").addEventListener("click", load);
document.getElementById("retry").addEventListener("click", load);
load();
