// Whether somebody is written to: the list's own "do not ask", and the suppression of their address.

import { useState } from "preact/hooks";
import { told as answered, api } from "../../api";
import { isManager } from "../../me";
import { Badge, Check, Choice, Form, Panel, tell } from "../../parts";
import { useSend } from "../../use";
import { t } from "../../words";
import { type Contact, suppressionText } from "./told";

const REASONS = ["by_hand", "unsubscribed", "bounced", "complained"] as const;
const LIGHT = ["by_hand", "unsubscribed"];

export function Whether({ told, id, again }: { told: Contact; id: string; again: () => void }) {
  const { suppression, do_not_ask: doNotAsk } = told;
  return (
    <Panel title={t("contacts-whether")}>
      {!suppression && !doNotAsk && <p>{t("contacts-is-asked")}</p>}
      {doNotAsk && (
        <p>
          <Badge tone="strong">{t("contacts-do-not-ask")}</Badge> {t("contacts-do-not-ask-list")}
        </p>
      )}
      {suppression && (
        <p>
          <Badge tone="strong">{t("contacts-suppressed")}</Badge> {suppressionText(suppression)}{" "}
          {suppression.by && <span class="quiet">{t("contacts-suppressed-by", { who: suppression.by })}</span>}
        </p>
      )}
      {!doNotAsk && <p class="quiet">{t("contacts-list-matter")}</p>}
      {told.same_address > 0 && <p class="quiet">{t("contacts-same-address", { n: told.same_address })}</p>}
      {suppression && !told.suppression_is_own && <p class="quiet">{t("contacts-former-wish")}</p>}
      {isManager() &&
        (told.suppression_is_own && suppression ? (
          <Lift id={id} light={LIGHT.includes(suppression.reason)} again={again} />
        ) : (
          !suppression && <Suppress id={id} again={again} />
        ))}
    </Panel>
  );
}

function Suppress({ id, again }: { id: string; again: () => void }) {
  const [reason, choose] = useState<(typeof REASONS)[number]>("by_hand");
  const { send, sending, problem } = useSend(() =>
    api.POST("/api/staff/contacts/{contact_id}/suppress", { params: { path: { contact_id: id } }, body: { reason } }),
  );
  const go = async () => {
    if (!(await send())) return;
    tell(t("contacts-suppressed-now"));
    again();
  };
  return (
    <details>
      <summary>{t("contacts-suppress")}</summary>
      <Form label={t("contacts-suppress-do")} send={go} sending={sending} problem={problem}>
        <Choice
          label={t("contacts-suppress-reason")}
          value={reason}
          change={(value) => choose(value as typeof reason)}
          options={REASONS.map((value) => ({ value, label: t(`contacts-why-${value}`) }))}
        />
      </Form>
    </details>
  );
}

function Lift({ id, light, again }: { id: string; light: boolean; again: () => void }) {
  const [sure, be] = useState(false);
  const { send, sending, problem } = useSend(async () => ({
    data: await answered(
      api.POST("/api/staff/contacts/{contact_id}/lift", { params: { path: { contact_id: id } }, body: { sure } }),
    ),
  }));
  const go = async () => {
    const now = await send();
    if (!now) return;
    tell(t(now.suppression ? "contacts-lifted-but" : "contacts-lifted"));
    again();
  };
  return (
    <details>
      <summary>{t("contacts-lift")}</summary>
      <Form label={t("contacts-lift-do")} send={go} sending={sending} problem={problem}>
        {light ? (
          <p>{t("contacts-lift-light")}</p>
        ) : (
          <Check label={t("contacts-lift-sure")} checked={sure} change={be} />
        )}
      </Form>
    </details>
  );
}
