// The case page: shows whoever looks after an unhappy customer what the customer said, and takes what was done about it.
//
// Opening it changes nothing. Everything is said with the link's token, and every change answers with the case as it is.
// Its files become one at deployment: assets/staff.js, case.js, told.js, work.js, sending.js.

function sentence(key, value = "") {
  return document.querySelector(`[data-say="${key}"]`).textContent.replace("%s", () => value);
}

function label(kind, id) {
  return document.querySelector(`[data-${kind}="${CSS.escape(id)}"]`)?.textContent ?? id.replaceAll("_", " ");
}

function moment(text) {
  const style = { weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit", timeZone };
  const parts = new Intl.DateTimeFormat(locale, { ...style, timeZoneName: "short" }).formatToParts(new Date(text));
  const zone = parts.find((part) => part.type === "timeZoneName").value;
  return sentence("moment", new Intl.DateTimeFormat(locale, style).format(new Date(text))).replace("%z", zone);
}

function day(text, style = { dateStyle: "long" }) {
  return new Intl.DateTimeFormat(locale, { ...style, timeZone }).format(new Date(text));
}

function part(name, isThere) {
  document.querySelector(`[data-part="${name}"]`).hidden = !isThere;
}

function show(view) {
  for (const one of document.querySelectorAll("main > section, main > article")) one.hidden = one.id !== view;
  document.querySelector(`#${view} h1`).focus({ preventScroll: true });
}
