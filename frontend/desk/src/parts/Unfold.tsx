// A button that shows and hides what belongs to it: a menu. Escape and a press elsewhere close it.

import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

interface Props {
  label: ComponentChildren;
  class?: string;
  children: (close: () => void) => ComponentChildren;
}

export function Unfold({ label, class: kind = "", children }: Props) {
  const [open, set] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) set(false);
    };
    addEventListener("pointerdown", elsewhere);
    addEventListener("focusin", elsewhere);
    return () => {
      removeEventListener("pointerdown", elsewhere);
      removeEventListener("focusin", elsewhere);
    };
  }, [open]);
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    set(false);
    button.current?.focus();
  };
  return (
    <div class={`unfold ${kind}`} ref={place} onKeyDown={onEscape}>
      <button
        type="button"
        class="bare"
        ref={button}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => set(!open)}
      >
        {label}
      </button>
      <div id={id} class="unfolded" hidden={!open}>
        {children(() => set(false))}
      </div>
    </div>
  );
}
