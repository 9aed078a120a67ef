// Pause and resume: it says what that means, asks, and says what was done.

import { useState } from "preact/hooks";
import { api } from "../../api";
import type { components } from "../../api.gen";
import { Area, Confirm, Dialog, Form, Panel, tell } from "../../parts";
import { refusal } from "../../refused";
import { useSend } from "../../use";
import { moment, t } from "../../words";

type Pause = components["schemas"]["PauseShown"];
const LONGEST_REASON = 300;

export function Sending({ pause, again }: { pause: Pause | null; again: () => void }) {
  return (
    <Panel title={t("programme-pause-title")}>
      {pause ? (
        <>
          <p class="programme-still">{t("programme-pause-paused", { since: moment(pause.at) })}</p>
          <p>{t("programme-pause-by", { by: pause.by, reason: pause.reason })}</p>
          <Confirm
            what={t("programme-resume-do")}
            say={<p>{t("programme-resume-say")}</p>}
            main
            act={async () => {
              await api.POST("/api/staff/programme/resume", { body: {} });
              tell(t("programme-resume-done"));
              again();
            }}
          />
        </>
      ) : (
        <>
          <p>{t("programme-pause-running")}</p>
          <AskedPause again={again} />
        </>
      )}
    </Panel>
  );
}

function AskedPause({ again }: { again: () => void }) {
  const [open, set] = useState(false);
  const [reason, say] = useState("");
  const { send, sending, problem, clear } = useSend((why: string) =>
    api.POST("/api/staff/programme/pause", { body: { reason: why } }),
  );
  const [missing, miss] = useState(false);
  const ofReason = problem?.field === "reason";
  const wrong = missing ? t("accounts-needs-reason") : ofReason ? refusal(problem).words : undefined;
  const close = () => {
    clear();
    miss(false);
    set(false);
  };
  return (
    <>
      <button type="button" class="second" onClick={() => set(true)}>
        {t("programme-pause-do")}
      </button>
      <Dialog title={t("programme-pause-ask")} open={open} close={close}>
        <p>{t("programme-pause-meaning")}</p>
        <p>{t("programme-pause-goes-on")}</p>
        <p>{t("programme-pause-lost")}</p>
        <Form
          label={t("programme-pause-do")}
          sending={sending}
          problem={ofReason ? undefined : problem}
          send={async () => {
            miss(reason.trim() === "");
            if (reason.trim() === "") return;
            if (await send(reason)) {
              tell(t("programme-pause-done"));
              close();
              say("");
              again();
            }
          }}
        >
          <Area
            label={t("programme-pause-reason")}
            hint={t("programme-pause-reason-hint")}
            value={reason}
            change={(text) => {
              clear();
              miss(false);
              say(text);
            }}
            most={LONGEST_REASON}
            maxLength={LONGEST_REASON}
            rows={2}
            required
            problem={wrong}
          />
        </Form>
      </Dialog>
    </>
  );
}
