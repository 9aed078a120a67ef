// One thing to do about a follow-up, with its form.

import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "../../api";
import { useDraft } from "../../draft";
import { Area, ProblemBox } from "../../parts";
import { Offline, type Problem } from "../../problem";
import { useSend } from "../../use";
import { t } from "../../words";
import { Cause, Ending, To } from "./fields";
import {
  type Action,
  bodyOf,
  type Draft,
  draftKey,
  emptyDraft,
  isDrafted,
  isEmpty,
  nameOf,
  type Part,
  seenIn,
  type What,
  type Wrong,
  wrongIn,
} from "./task";
import type { FollowUp } from "./told";

interface Props {
  what: What;
  of: FollowUp;
  isNext: boolean;
  done: (next: FollowUp | null, to: string) => void;
  again: () => void;
}

export function Task({ what, of, isNext, done, again }: Props) {
  const [draft, keep, forget] = useDraft<Draft>(draftKey(of.follow_up_id, what), emptyDraft(of));
  const [wrong, setWrong] = useState<Wrong>();
  const [open, setOpen] = useState(() => isDrafted(of.follow_up_id, what));
  const box = useRef<HTMLDetailsElement>(null);
  const sending = useSend((body: Parameters<typeof bodyOf>[1]["sent"], said: ReturnType<typeof bodyOf>) =>
    api.POST("/api/staff/cases/{case_id}", {
      params: { path: { case_id: of.follow_up_id } },
      body: { ...said, ...seenIn(what, of), action_id: body.id } as Action,
    }),
  );
  const { problem } = sending;

  useEffect(() => {
    if (wrong)
      box.current
        ?.querySelector<HTMLElement>(".wrong")
        ?.closest(".field")
        ?.querySelector<HTMLElement>(CONTROL)
        ?.focus();
  }, [wrong]);
  useEffect(() => {
    if (problem?.status === 409) again();
    const part = problem?.status === 400 ? asPart(problem) : undefined;
    if (part) setWrong({ part, say: t(`cases-refused-${part}`) });
  }, [problem]);

  const change = (some: Partial<Draft>) => {
    setWrong(undefined);
    sending.clear();
    const next = { ...draft, ...some };
    // What was typed and taken out again is no draft
    if (isEmpty(next, of)) forget();
    else keep(next);
  };
  const send = async () => {
    const missing = wrongIn(what, draft, of);
    setWrong(missing);
    if (missing) return;
    const body = bodyOf(what, draft, of);
    const sent = nameOf(body, draft.sent);
    keep({ ...draft, sent });
    const answer = await sending.send(sent, body);
    if (!answer) return;
    forget();
    setOpen(false);
    done(answer.follow_up, body.to ?? "");
  };

  const fields = { what, of, draft, change, wrong };
  return (
    <details
      name="task"
      ref={box}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      class="cases-task"
    >
      <summary class={isNext ? "button" : "button second"}>{t(`cases-do-${saidOf(what, of)}`)}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {what === "close" && <Cause {...fields} />}
        {what === "hand_over" && <To {...fields} />}
        <Area
          label={t(`cases-note-${what}`)}
          hint={what === "close" ? t("cases-note-close-hint") : undefined}
          value={draft.note}
          change={(note) => change({ note })}
          most={2000}
          dir="auto"
          problem={wrong?.part === "note" ? wrong.say : undefined}
        />
        {what === "close" && <Ending {...fields} />}
        <Unsaved problem={wrong ? undefined : problem} />
        <div class="actions">
          <button type="submit" aria-disabled={sending.sending}>
            {sending.sending ? t("common-saving") : t(`cases-save-${saidOf(what, of)}`)}
          </button>
        </div>
      </form>
    </details>
  );
}

const CONTROL = "input, select, textarea";

// Who asked not to be contacted is not: then the matter is looked into
function saidOf(what: What, of: FollowUp): string {
  return what === "contacted" && of.contact === "no" ? "looked" : what;
}

function asPart(problem: Problem): Part | undefined {
  return (["note", "cause", "outcome", "to"] as const).find((part) => part === problem.field);
}

/** Why it was not saved, and that the text is still there. */
function Unsaved({ problem }: { problem: Problem | undefined }) {
  if (!problem) return null;
  if (problem.isSessionOver) return <ProblemBox problem={problem} />;
  const missing = problem.status === 404 || problem.status === 403;
  const kind =
    problem instanceof Offline
      ? "offline"
      : problem.status === 409
        ? problem.field === "owner"
          ? "given"
          : "conflict"
        : missing
          ? "handed"
          : problem.status < 500 && problem.status !== 429
            ? "refused"
            : "failed";
  return (
    <p class="problem" role="alert">
      {t(`cases-unsaved-${kind}`)}
    </p>
  );
}
