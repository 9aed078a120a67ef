// What was done, said once in the page's status line: it outlives the view it was said in, and stays until whoever reads
// it does the next thing. It goes by no clock, which a slow reader would miss.

import type { ComponentChildren } from "preact";
import { store } from "../store";

const said = store("");

/** Says that something was done: "The note is saved." */
export function tell(sentence: string): void {
  said.set(""); // so that the same sentence is read out again
  setTimeout(() => said.set(sentence), 30);
}

export function hush(): void {
  said.set("");
}

// Alone they do nothing yet; a screen reader is silenced and steered with them.
const HELD = ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"];

// Before what is pressed says something itself.
addEventListener("click", hush, { capture: true });
addEventListener("keydown", (event) => HELD.includes(event.key) || hush(), { capture: true });

/** What the status line says, for a view with something of its own at the foot of the window. It is not read out there. */
export function Said({ class: kind }: { class: string }) {
  return (
    <p class={kind} aria-hidden="true">
      {said.use()}
    </p>
  );
}

/** The page's own status line; app.tsx draws it. */
export function StatusLine() {
  const sentence = said.use();
  return (
    <p class="status-line" role="status">
      {sentence}
    </p>
  );
}

/** A status line inside a view, for what belongs beside a form. */
export function Done({ children }: { children?: ComponentChildren }) {
  return (
    <p class="done" role="status">
      {children}
    </p>
  );
}
