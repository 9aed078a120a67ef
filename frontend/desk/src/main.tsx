import { render } from "preact";
import { App } from "./app";
import "./styles";
import { resume } from "./auth";
import { loadSettings } from "./settings";
import { preferred, speak } from "./words";

const place = document.getElementById("app") ?? document.body;

async function start(): Promise<void> {
  await Promise.all([loadSettings(), speak(preferred())]);
  let failed = false;
  try {
    if (!(await resume())) return; // on the way to the sign-in page
  } catch {
    failed = true;
  }
  render(<App signInFailed={failed} />, place);
}

// Without settings or sentences there is nothing to say it with: in English, and with the way to try again.
start().catch(() => {
  const text = document.createElement("p");
  text.textContent = "The desk could not be loaded. Please check the connection and reload this page.";
  text.className = "unloaded";
  place.replaceChildren(text);
});
