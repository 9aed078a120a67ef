// A question on top of the page: the browser's own dialog, which keeps the keyboard inside and gives the focus back.

import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../words";

interface Props {
  title: string;
  open: boolean;
  /** Called by Escape and by the button that closes. */
  close: () => void;
  children: ComponentChildren;
  /** Buttons at the end, the one that does something first. Without them there is one that closes. */
  actions?: ComponentChildren;
  /** For what needs room: a preview, two columns. */
  wide?: boolean;
}

export function Dialog({ title, open, close, children, actions, wide }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog || dialog.open === open) return undefined;
    if (!open) {
      dialog.close();
      return undefined;
    }
    const from = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, [open]);
  return (
    <dialog
      ref={box}
      class={wide ? "wide" : ""}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== box.current) return;
        event.preventDefault();
        close();
      }}
    >
      {open && (
        <>
          <h2 id={id}>{title}</h2>
          {children}
          <div class="actions">
            {actions ?? (
              <button type="button" class="second" onClick={close}>
                {t("common-close")}
              </button>
            )}
          </div>
        </>
      )}
    </dialog>
  );
}
