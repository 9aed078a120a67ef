// A part of a view under its own heading, set apart by space and a hairline.

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface Props {
  title: string;
  /** Small, under the heading: what the numbers are of. */
  note?: ComponentChildren;
  actions?: ComponentChildren;
  children: ComponentChildren;
  class?: string;
}

export function Panel({ title, note, actions, children, class: kind = "" }: Props) {
  const id = useId();
  return (
    <section class={`panel ${kind}`} aria-labelledby={id}>
      <div class="panel-head">
        <h2 id={id}>{title}</h2>
        {actions && <div class="actions">{actions}</div>}
        {note && <p class="note-line">{note}</p>}
      </div>
      {children}
    </section>
  );
}
