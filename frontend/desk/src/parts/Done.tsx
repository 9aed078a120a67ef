// What was done, said once in the page's status line: it outlives the view it was said in, until the next is opened.

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
