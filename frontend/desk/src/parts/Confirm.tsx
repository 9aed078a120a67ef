// A button that asks before it does what cannot be taken back.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { asProblem, type Problem } from "../problem";
import { t } from "../words";
import { Dialog } from "./Dialog";
import { ProblemBox } from "./states";

interface Props {
  /** On the button, as the title of the question, and on the button that does it: "Erase this contact". */
  what: string;
  /** What will happen, and that it stays so. */
  say: ComponentChildren;
  /** Does it. What it throws is shown in the question, which stays open. */
  act: () => Promise<unknown>;
  /** On the button that opens the question, where that is to be shorter. */
  label?: string;
  /** The button that opens it looks like the main one. */
  main?: boolean;
  disabled?: boolean;
}

export function Confirm({ what, say, act, label, main, disabled }: Props) {
  const [open, set] = useState(false);
  const [acting, setActing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const close = () => {
    setProblem(undefined);
    set(false);
  };
  const go = async () => {
    if (acting) return;
    setActing(true);
    setProblem(undefined);
    try {
      await act();
      close();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setActing(false);
    }
  };
  return (
    <>
      <button type="button" class={main ? "" : "second"} disabled={disabled} onClick={() => set(true)}>
        {label ?? what}
      </button>
      <Dialog
        title={what}
        open={open}
        close={close}
        actions={
          <>
            <button type="button" aria-disabled={acting} onClick={go}>
              {acting ? t("common-one-moment") : what}
            </button>
            <button type="button" class="second" onClick={close}>
              {t("common-cancel")}
            </button>
          </>
        }
      >
        <div>{say}</div>
        <ProblemBox problem={problem} />
      </Dialog>
    </>
  );
}
