// What the reader does about a follow-up: a form for each thing, of which one is open at a time. What was typed stays
// until it has arrived, through a conflict, a lost connection, a session that ended and a reload.

import { Panel } from "../../parts";
import { tell } from "../../parts/Done";
import { t } from "../../words";
import { Task } from "./Task";
import { isDrafted, type What } from "./task";
import type { FollowUp } from "./told";

// What is offered in which state, the next step first; a case that is over can be opened again
const OFFERED: Record<string, What[]> = {
  open: ["contacted", "close", "note", "hand_over"],
  contacted: ["close", "note", "hand_over"],
};
const ALL: What[] = ["contacted", "close", "note", "hand_over", "reopen"];

interface Props {
  of: FollowUp;
  /** What it is now; null once it is not the reader's any more, and whose it is then. */
  changed: (next: FollowUp | null, to: string) => void;
  /** Looks again: somebody else was quicker. */
  again: () => void;
}

export function Work({ of, changed, again }: Props) {
  const offered = of.erased ? [] : (OFFERED[of.state] ?? ["reopen", "note"]);
  // What somebody is writing stays in sight, even if it cannot be saved any more
  const shown = ALL.filter((what) => offered.includes(what) || isDrafted(of.follow_up_id, what));
  if (shown.length === 0) return null;
  const order = [...offered, ...shown.filter((what) => !offered.includes(what))];
  return (
    <Panel title={t("cases-work")} class="cases-work">
      {order.map((what, place) => (
        <Task
          key={`${of.follow_up_id}-${what}`}
          what={what}
          of={of}
          isNext={place === 0 && what !== "reopen"}
          done={(next, to) => {
            tell(t(`cases-saved-${what}`, { to }));
            changed(next, to);
            // The form is gone: how the case stands now is where reading goes on
            document.getElementById("cases-due")?.focus();
          }}
          again={again}
        />
      ))}
    </Panel>
  );
}
