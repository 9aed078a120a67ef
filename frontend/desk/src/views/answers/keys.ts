// Single keys that do something. They are off while something is typed or a dialog is open, and can be switched off
// altogether (WCAG 2.1.4): whoever dictates would press them by speaking.

import { useEffect, useRef, useState } from "preact/hooks";

const KEPT = "sayso-answers-keys";
const LETTERS = "1234567890bcdefghilmnpqrtvwyz";

/** The key of the n-th theme shown, if there is one left. */
export const keyOf = (at: number): string => LETTERS[at] ?? "";

export function useKeysOn(): [boolean, (on: boolean) => void] {
  const [on, set] = useState(localStorage.getItem(KEPT) !== "off");
  return [
    on,
    (next) => {
      localStorage.setItem(KEPT, next ? "on" : "off");
      set(next);
    },
  ];
}

/** Runs what is under a key, unless it says `false`: then the key was not for us. */
export function useKeys(on: boolean, act: (key: string) => boolean): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      if (isTyped(event.target) || document.querySelector("dialog[open]")) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [on]);
}

function isTyped(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type);
}
