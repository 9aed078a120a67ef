// What the pages for our own people share, ahead of what is each one's own: the link's token, how dates are written, and
// how the server is asked. Each page brings its own show(view).

const token = new URLSearchParams(location.search).get("t") ?? "";
const language = document.documentElement.lang;
// English dates as in Britain, like those in the mails
const locale = language === "en" ? "en-GB" : language;
// As in the mails to our people: days and times are the company's, wherever the reader is
const { timezone: timeZone } = document.documentElement.dataset;
const GIVE_UP_AFTER = 20_000; // ms without a response

// Everything a person wrote goes in as text, never as markup
function element(name, text, properties = {}) {
  return Object.assign(document.createElement(name), { textContent: text }, properties);
}

function put(place, ...content) {
  document.querySelector(`[data-put="${place}"]`).replaceChildren(...content);
}

// Reads without a body, and changes something with one
function request(path, body) {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), GIVE_UP_AFTER);
  return fetch(path, {
    method: body ? "POST" : "GET",
    headers: { "Sayso-Token": token, ...(body && { "Content-Type": "application/json" }) },
    body: body && JSON.stringify(body),
    cache: "no-store",
    signal: controller.signal,
  });
}

function isOffline() {
  return navigator.onLine === false;
}

function fail() {
  for (const text of document.querySelectorAll("[data-when]")) text.hidden = (text.dataset.when === "offline") !== isOffline();
  show("failed");
}
