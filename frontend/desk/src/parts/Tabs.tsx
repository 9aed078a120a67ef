// Parts of a view of which one is shown: arrow keys go from one to the other.

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface Props<Id extends string> {
  /** Of the row of tabs, read aloud. */
  label: string;
  tabs: { id: Id; label: string }[];
  chosen: Id;
  choose: (id: Id) => void;
  /** What is shown for the chosen one. */
  children: ComponentChildren;
}

export function Tabs<Id extends string>({ label, tabs, chosen, choose, children }: Props<Id>) {
  const id = useId();
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((one) => one.id === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    choose(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map((one) => (
          <button
            key={one.id}
            id={`${id}-${one.id}`}
            type="button"
            role="tab"
            aria-selected={one.id === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={one.id === chosen ? 0 : -1}
            onClick={() => choose(one.id)}
          >
            {one.label}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${chosen}`}>
        {children}
      </div>
    </>
  );
}
