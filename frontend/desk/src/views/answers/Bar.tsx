// What may be done about the answer one is at, or about all that are chosen: at the foot of the window, so that nothing
// moves while one goes from answer to answer.

import { useState } from "preact/hooks";
import { isManager } from "../../me";
import { Said } from "../../parts";
import { t } from "../../words";
import type { Filing } from "./filing";
import { LinkDialog } from "./LinkDialog";
import { AllThemes } from "./Themes";
import { called, canBeFiled, canBeLinked, type Line } from "./told";

interface Props {
  chosen: Line[];
  current: Line | undefined;
  filing: Filing;
  /** Single keys are on, and shown. */
  keys: boolean;
  clear: () => void;
}

export function Bar({ chosen, current, filing, keys, clear }: Props) {
  const [linking, link] = useState(false);
  const [first] = chosen;
  const lines = first ? chosen : current && canBeFiled(current) && keys ? [current] : [];
  if (lines.length === 0) return null;
  const linkable = chosen.filter(canBeLinked);
  const name = first ? t("answers-selected", { n: chosen.length }) : called(lines[0] as Line);
  return (
    <section class={first ? "answers-bar" : "answers-bar one"} aria-label={name}>
      <div class="actions">
        <p>{name}</p>
        {isManager() && linkable.length > 0 && (
          <button type="button" class="second" onClick={() => link(true)}>
            {t("answers-link")}
          </button>
        )}
        {first && (
          <button type="button" class="second" onClick={clear}>
            {t("answers-clear")}
          </button>
        )}
        <button type="button" class="second" aria-disabled={!filing.canUndo} onClick={filing.undo}>
          {keys && <kbd>u</kbd>} {t("answers-undo")}
        </button>
        <Said class="answers-told" />
      </div>
      <AllThemes lines={lines} filing={filing} keys={keys} />
      <LinkDialog lines={linkable} open={linking} close={() => link(false)} />
    </section>
  );
}
