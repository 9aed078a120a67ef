// What is typed stays: through a lost connection, a session that ended, a reload. It is kept in this tab alone, until
// it is sent or its writer signs out.

import { useRef, useState } from "preact/hooks";

const PREFIX = "sayso-draft-";
const WHOSE = "sayso-drafts-of";

/** Like useState, but kept under `key` until `forget` is called. Name the thing it is about: "case-4f1c-note". */
export function useDraft<T>(key: string, initial: T): [T, (value: T) => void, () => void] {
  const [value, set] = useState<T>(() => kept<T>(key) ?? initial);
  const first = useRef(initial);
  return [
    value,
    (next) => {
      set(() => next);
      keep(key, next);
    },
    () => {
      set(() => first.current);
      sessionStorage.removeItem(PREFIX + key);
    },
  ];
}

export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}

/** Whoever signs in next in this tab does not find what somebody else typed. */
export function draftsAreOf(email: string): void {
  if (sessionStorage.getItem(WHOSE) !== email) forgetDrafts();
  sessionStorage.setItem(WHOSE, email);
}

function keep(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or forbidden store: it stays on the page, as without us.
  }
}

function kept<T>(key: string): T | undefined {
  const text = sessionStorage.getItem(PREFIX + key);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
