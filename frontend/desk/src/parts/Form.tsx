// What is typed on its way to the API: one button that says what it does, and why it was not taken.

import type { ComponentChildren } from "preact";
import type { Problem } from "../problem";
import { t } from "../words";
import { ProblemBox } from "./states";

interface Props {
  /** On the button: "Save the note". */
  label: string;
  send: () => unknown;
  sending?: boolean;
  /** Shown above the button. Leave it out for a field that shows it itself. */
  problem?: Problem | undefined;
  /** What a button beside it does: nothing is sent. */
  cancel?: () => void;
  /** More beside the button. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

export function Form({ label, send, sending, problem, cancel, actions, children }: Props) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending) send();
      }}
    >
      {children}
      <ProblemBox problem={problem} />
      <div class="actions">
        <button type="submit" aria-disabled={sending}>
          {sending ? t("common-saving") : label}
        </button>
        {cancel && (
          <button type="button" class="second" onClick={cancel}>
            {t("common-cancel")}
          </button>
        )}
        {actions}
      </div>
    </form>
  );
}
