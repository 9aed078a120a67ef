// The case page: shows the person responsible who is unhappy, in the customer's words first. It reads and changes nothing.

const token = new URLSearchParams(location.search).get("t") ?? "";
const language = document.documentElement.lang;
// English dates as in Britain, like those in the mails
const locale = language === "en" ? "en-GB" : language;
// As in the mail to the owner: a due time is the company's, wherever the reader is
const { timezone: timeZone } = document.documentElement.dataset;

function sentence(key, value = "") {
  return document.querySelector(`[data-say="${key}"]`).textContent.replace("%s", () => value);
}

function label(kind, id) {
  return document.querySelector(`[data-${kind}="${CSS.escape(id)}"]`)?.textContent ?? id.replaceAll("_", " ");
}

function moment(text) {
  return new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit", timeZone, timeZoneName: "short" })
    .format(new Date(text));
}

function day(text) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(new Date(text));
}

// Everything a person wrote goes in as text, never as markup
function element(name, text, properties = {}) {
  return Object.assign(document.createElement(name), { textContent: text }, properties);
}

function put(place, ...content) {
  document.querySelector(`[data-put="${place}"]`).replaceChildren(...content);
}

function show(view) {
  for (const part of document.querySelectorAll("main > section, main > article")) part.hidden = part.id !== view;
  document.querySelector(`#${view} h1`).focus({ preventScroll: true });
}

function about(answer) {
  return answer.ticket ? sentence("ticket", answer.ticket) : label("survey", answer.survey);
}

function scoreOf(answer) {
  return answer.scale === "satisfaction" ? sentence("score-of-5", answer.score) : sentence("score", answer.score);
}

function scoreLine(answer) {
  return [scoreOf(answer), about(answer), sentence("answered", day(answer.answered_at))].join(" · ");
}

function words(answer) {
  const content = [];
  for (const key of ["why", "better"]) {
    if (answer[key]) content.push(element("p", sentence(key), { className: "asked" }), element("blockquote", answer[key]));
  }
  if (content.length === 0) content.push(element("p", sentence("no-words"), { className: "asked" }));
  if (answer.drivers?.length) {
    content.push(element("p", sentence("drivers"), { className: "asked" }));
    content.push(element("p", answer.drivers.map((id) => label("driver", id)).join(" · ")));
  }
  if (answer.quote) content.push(element("p", sentence("quote"), { className: "asked" }));
  return content;
}

function due(followUp) {
  if (followUp.state !== "open") return sentence(followUp.state);
  return sentence(new Date(followUp.due_at) < new Date() ? "overdue" : "due", moment(followUp.due_at));
}

function actions({ phone, email, contact }) {
  const call = phone && element("a", sentence("call", phone), { href: `tel:${phone.replace(/[^+\d]/g, "")}` });
  const write = email && element("a", sentence("write", email), { href: `mailto:${email}` });
  const ways = (contact === "mail" ? [write, call] : [call, write]).filter(Boolean);
  // What the person chose is the button, the other way stays at hand; who said no is not a button to press
  if (contact !== "no") ways.forEach((way, place) => (way.className = place === 0 ? "button" : "button second"));
  return ways;
}

function fill(followUp) {
  put("person", followUp.name || followUp.email || sentence("erased"));
  put("account", followUp.account ?? "");
  put("score", scoreLine(followUp));
  put("words", ...words(followUp));
  put("due", due(followUp));
  put("wish", sentence(`wish-${followUp.contact ?? "open"}`));
  put("actions", ...actions(followUp));
  put("owner", sentence("owner", followUp.owner_email));
  const joined = followUp.joined ?? [];
  put("joined", ...joined.flatMap((answer) => [element("p", scoreLine(answer), { className: "score" }), ...words(answer)]));
  document.querySelector('[data-part="joined"]').hidden = joined.length === 0;
  list("unconfirmed", followUp.unconfirmed ?? [], unconfirmedLine);
  list("history", followUp.history ?? [], historyLine);
}

function list(part, answers, line) {
  put(part, ...answers.map(line));
  document.querySelector(`[data-part="${part}"]`).hidden = answers.length === 0;
}

// What nobody was seen giving: with why it does not count, so that it is not taken for an answer
function unconfirmedLine(answer) {
  const line = historyLine(answer);
  if (answer.reasons.length) {
    line.append(element("p", sentence("because", answer.reasons.map((reason) => label("reason", reason)).join("; "))));
  }
  return line;
}

function historyLine(answer) {
  const line = element("li", "");
  line.append(element("b", scoreOf(answer)), element("span", about(answer)), element("span", day(answer.answered_at)));
  return line;
}

function fail() {
  const offline = navigator.onLine === false;
  for (const text of document.querySelectorAll("[data-when]")) text.hidden = (text.dataset.when === "offline") !== offline;
  show("failed");
}

async function load() {
  if (!token) return show("invalid");
  show("waiting");
  try {
    const response = await fetch("/api/case", {
      headers: { "Sayso-Token": token },
      cache: "no-store",
      signal: AbortSignal.timeout(20_000),
    });
    if ([400, 401, 403, 404, 410].includes(response.status)) return show("invalid");
    if (!response.ok) return fail();
    fill((await response.json()).follow_up);
    return show("ready");
  } catch {
    return fail();
  }
}

document.getElementById("retry").addEventListener("click", load);
load();
