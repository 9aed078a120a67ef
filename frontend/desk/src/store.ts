// A value several parts of the page look at: whether there is a connection, who is signed in, what was done last.

import { useEffect, useState } from "preact/hooks";

export interface Store<T> {
  get(): T;
  set(value: T): void;
  /** The value inside a component, which is drawn again when it changes. */
  use(): T;
}

export function store<T>(initial: T): Store<T> {
  let value = initial;
  const watching = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const tell of [...watching]) tell(next);
    },
    use() {
      const [seen, see] = useState(value);
      useEffect(() => {
        const tell = (next: T) => see(() => next);
        watching.add(tell);
        tell(value); // it may have changed before anybody listened
        return () => {
          watching.delete(tell);
        };
      }, []);
      return seen;
    },
  };
}
