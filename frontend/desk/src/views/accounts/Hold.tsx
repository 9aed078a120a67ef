// The hold of an account: nobody there is asked until a day, for a reason; or asked again.

import { useState } from "preact/hooks";
import { api, told } from "../../api";
import type { components } from "../../api.gen";
import { Area, Badge, Confirm, Field, Form, Panel, tell } from "../../parts";
import { asProblem } from "../../problem";
import { refusal } from "../../refused";
import { useSend } from "../../use";
import { day, t } from "../../words";

type Held = components["schemas"]["AccountHold"];
type Body = Omit<components["schemas"]["SeenHoldAction"], "seen">;
const LONGEST_REASON = 300;

export function Hold({ id, hold, again }: { id: string; hold: Held | null; again: () => void }) {
  const [met, meet] = useState(false);
  const post = async (asked: Body) => {
    meet(false);
    const body = { ...asked, seen: hold?.at ?? "" };
    try {
      return await api.POST("/api/staff/accounts/{account_id}/hold", { params: { path: { account_id: id } }, body });
    } catch (error) {
      if (asProblem(error).status === 409) {
        meet(true);
        again();
      }
      throw error;
    }
  };
  const release = async () => {
    await told(post({ release: true } as Body));
    tell(t("accounts-released"));
    again();
  };
  return (
    <Panel title={t("accounts-hold")} note={t("accounts-hold-note")}>
      {met && (
        <div class="problem" role="alert">
          <p class="problem-title">{t("accounts-hold-meanwhile")}</p>
        </div>
      )}
      {hold && (
        <>
          <p>
            <Badge tone="strong">{t("accounts-on-hold", { day: day(hold.until) })}</Badge>
          </p>
          <p>{hold.reason}</p>
          <p class="quiet">{t("accounts-held-by", { who: hold.by })}</p>
          <Confirm what={t("accounts-release")} say={t("accounts-release-say")} act={release} />
        </>
      )}
      <details open={!hold || met}>
        <summary>{t(hold ? "accounts-hold-change" : "accounts-hold-set")}</summary>
        <HoldForm hold={hold} post={post} again={again} />
      </details>
    </Panel>
  );
}

interface Props {
  hold: Held | null;
  post: (body: Body) => Promise<{ data?: unknown }>;
  again: () => void;
}

function HoldForm({ hold, post, again }: Props) {
  // What was not typed is what there is, whoever changes it meanwhile.
  const [typed, type] = useState<{ until?: string; reason?: string }>({});
  const { until, reason } = { until: hold?.until ?? "", reason: hold?.reason ?? "", ...typed };
  const { send, sending, problem, clear } = useSend(post);
  const [missing, miss] = useState("");
  const at = (field: string) =>
    missing === field ? t(`accounts-needs-${field}`) : problem?.field === field ? refusal(problem).words : undefined;
  const go = async () => {
    const left = until === "" ? "until" : reason.trim() === "" ? "reason" : "";
    miss(left);
    if (left) return;
    if ((await send({ until, reason } as Body)) === undefined) return;
    type({});
    tell(t("accounts-held", { day: day(until) }));
    again();
  };
  const change = (field: "until" | "reason") => (value: string) => {
    clear();
    miss("");
    type((now) => ({ ...now, [field]: value }));
  };
  return (
    <Form
      label={t(hold ? "accounts-hold-change" : "accounts-hold-do")}
      send={go}
      sending={sending}
      problem={problem && ["until", "reason", "hold"].includes(problem.field) ? undefined : problem}
    >
      <Field
        label={t("accounts-hold-until")}
        type="date"
        required
        value={until}
        change={change("until")}
        problem={at("until")}
      />
      <Area
        label={t("accounts-hold-reason")}
        hint={t("accounts-hold-reason-hint")}
        value={reason}
        change={change("reason")}
        most={LONGEST_REASON}
        maxLength={LONGEST_REASON}
        rows={2}
        problem={at("reason")}
      />
    </Form>
  );
}
