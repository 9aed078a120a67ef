// What was asked of whoever publishes, and what became of it.

import { Badge, Panel } from "../../parts";
import { moment, t } from "../../words";
import type { Now } from "./Editions";

export function Requests({ now }: { now: Now }) {
  const shown = now.requests.filter((one) => one.kind === "rollback" || one.state !== "done").slice(0, 5);
  if (shown.length === 0) return null;
  return (
    <Panel title={t("editions-requests")}>
      <ul class="editions-requests">
        {shown.map((one) => (
          <li key={one.id}>
            <p>
              <b>{t(`editions-request-${one.kind}`, { number: one.edition })}</b>{" "}
              <Badge tone={one.state === "done" ? "quiet" : "strong"}>
                {t(`editions-request-${one.late ? "late" : one.state}`)}
              </Badge>{" "}
              <span class="quiet">
                {moment(one.at)} {one.by}
              </span>
            </p>
            {one.reason && <p>{t(`editions-refused-${one.reason}`)}</p>}
            {one.late && <p>{t("editions-stuck")}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
