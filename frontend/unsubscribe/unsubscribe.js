// The unsubscribe page: opening it changes nothing, its one button stops the mails, and a second one takes that back.

const token = new URLSearchParams(location.search).get("t") ?? "";
const GIVE_UP_AFTER = 20_000; // ms without a response
let busy = false;

function say(key) {
  document.getElementById("status").textContent = key ? document.querySelector(`[data-say="${key}"]`).textContent : "";
}

function show(view) {
  for (const part of document.querySelectorAll("main > section")) part.hidden = part.id !== view;
  say("");
  document.querySelector(`#${view} h1`).focus();
}

async function post(undo) {
  if (busy) return;
  busy = true;
  say("working");
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), GIVE_UP_AFTER);
  try {
    const response = await fetch(`/api/unsubscribe/${encodeURIComponent(token)}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ undo }),
      cache: "no-store",
      keepalive: true,
      signal: controller.signal,
    });
    if (response.ok) {
      const { state } = await response.json();
      show(state === "suppressed" ? "suppressed" : undo ? "undone" : "done");
    } else if ([400, 401, 403, 404, 410].includes(response.status)) show("invalid");
    else say("failed");
  } catch {
    say(navigator.onLine === false ? "offline" : "failed");
  } finally {
    clearTimeout(timer);
    busy = false;
  }
}

document.querySelector(".late").remove();
if (token) {
  const stop = document.getElementById("stop");
  stop.addEventListener("click", () => post(false));
  stop.disabled = false;
  document.getElementById("again").addEventListener("click", () => post(false));
  document.getElementById("undo").addEventListener("click", () => post(true));
} else {
  show("invalid");
}
