// A view: its heading, which is where the keyboard lands after going somewhere, and what may be done there.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { settings } from "../settings";

let isArriving = false;

/** Called when somebody went to another view: the next heading drawn takes the focus. */
export function arrive(): void {
  isArriving = true;
}

interface Props {
  title: string;
  /** One sentence under the heading. */
  lead?: ComponentChildren;
  /** Links and buttons beside the heading. */
  actions?: ComponentChildren;
  /** A link above the heading: where this is one of. */
  back?: { to: string; label: string };
  children: ComponentChildren;
}

export function View({ title, lead, actions, back, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isArriving) return;
    isArriving = false;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  useEffect(() => {
    document.title = `${title} · ${settings().company}`;
  }, [title]);
  return (
    <div class="view">
      {back && (
        <p class="back">
          <a href={`#${back.to}`}>{back.label}</a>
        </p>
      )}
      <header class="view-head">
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {actions && <div class="actions">{actions}</div>}
        {lead && <p class="lead">{lead}</p>}
      </header>
      {children}
    </div>
  );
}
