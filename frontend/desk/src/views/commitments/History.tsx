// What was done to a commitment, the latest first.

import { api } from "../../api";
import { More, Panel } from "../../parts";
import { usePages } from "../../use";
import { moment, t } from "../../words";
import { fieldName, type Move } from "./told";

export function History({ id, turn }: { id: string; turn: string }) {
  const pages = usePages(
    (after, signal) =>
      api.GET("/api/staff/commitments/{commitment_id}/history", {
        params: { path: { commitment_id: id }, query: { after } },
        signal,
      }),
    [id, turn],
  );
  return (
    <Panel title={t("commitments-history")}>
      <ol class="commitments-history">
        {pages.items.map((one) => (
          <Entry key={one.at + one.what} one={one} />
        ))}
      </ol>
      <More pages={pages} />
    </Panel>
  );
}

function Entry({ one }: { one: Move }) {
  return (
    <li>
      <p>
        <b>{t(`commitments-was-${one.what}`)}</b>{" "}
        <span class="quiet">
          <time dateTime={one.at}>{moment(one.at)}</time> {one.by}
        </span>
      </p>
      {one.fields.length > 0 && (
        <details>
          <summary>{t("commitments-fields", { n: one.fields.length })}</summary>
          <dl class="commitments-moves">
            {one.fields.map((field) => (
              <div key={field.field}>
                <dt>{fieldName(field.field)}</dt>
                <dd>
                  {field.before && <del>{field.before}</del>} {field.after && <ins>{field.after}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}
