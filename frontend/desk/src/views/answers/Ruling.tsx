// A person's word on an answer nobody was seen giving: theirs, or not. Theirs counts for good, so it is asked first.

import { useState } from "preact/hooks";
import { api } from "../../api";
import { Area, Chips, Dialog, Form, tell } from "../../parts";
import { useSend } from "../../use";
import { t } from "../../words";
import { canBeRuledOn, type Line } from "./told";

const MOST = 500;
type What = "accepted" | "rejected";

export function Ruling({ line, changed }: { line: Line; changed: () => void }) {
  const [what, ask] = useState<What>();
  if (!canBeRuledOn(line)) return null;
  return (
    <div class="actions">
      <button type="button" onClick={() => ask("accepted")}>
        {t("answers-rule-accepted")}
      </button>
      {line.state !== "machine" && (
        <button type="button" class="second" onClick={() => ask("rejected")}>
          {t("answers-rule-rejected")}
        </button>
      )}
      <Dialog
        title={what ? t(`answers-rule-${what}`) : ""}
        open={what !== undefined}
        close={() => ask(undefined)}
        actions={[]}
      >
        {what && <Asked what={what} line={line} close={() => ask(undefined)} changed={changed} />}
      </Dialog>
    </div>
  );
}

interface Props {
  what: What;
  line: Line;
  close: () => void;
  changed: () => void;
}

function Asked({ what, line, close, changed }: Props) {
  const several = what === "accepted" && line.scores_seen.length > 1;
  const [reason, setReason] = useState("");
  const [score, setScore] = useState(several ? "" : String(line.score));
  const [missing, miss] = useState(false);
  const path = { answer: line.id };
  const rule = useSend((body: { what: What; reason: string; score: number | null; revision: number }) =>
    api.POST("/api/staff/answers/{answer}/ruling", { params: { path }, body }),
  );
  const send = async () => {
    miss(!reason.trim() || score === "");
    if (!reason.trim() || score === "") return;
    const chosen = several ? Number(score) : null;
    const found = await rule.send({ what, reason, score: chosen, revision: line.revision });
    if (!found) return;
    close();
    tell(t(`answers-told-${what}`, { score: found.answer.score }));
    changed();
  };
  return (
    <Form label={t(`answers-rule-${what}`)} send={send} sending={rule.sending} problem={rule.problem} cancel={close}>
      <p>{t(`answers-rule-${what}-say`)}</p>
      {several && (
        <Chips
          label={t("answers-rule-score")}
          one
          options={line.scores_seen.map((one) => ({ value: String(one), label: String(one) }))}
          chosen={[score]}
          change={([value]) => setScore(value ?? "")}
          problem={missing && score === "" ? t("answers-rule-score-missing") : undefined}
        />
      )}
      <Area
        label={t("answers-rule-reason")}
        hint={t("answers-rule-reason-hint")}
        most={MOST}
        maxLength={MOST}
        value={reason}
        change={setReason}
        problem={missing && !reason.trim() ? t("answers-rule-reason-missing") : undefined}
      />
    </Form>
  );
}
