// Whether everything runs: what the desk sees itself, what the doctor found, and how to let everything stand still.

import { api } from "../../api";
import type { components } from "../../api.gen";
import { Badge, type Column, Empty, More, Panel, Table, View, Wait } from "../../parts";
import { useLoad, usePages } from "../../use";
import { day, moment, number, t } from "../../words";
import { Doctor } from "./Doctor";
import { Views } from "./Part";
import { Sending } from "./Sending";

type Found = components["schemas"]["ProgrammeHealth"];
type Hold = components["schemas"]["ProgrammeHold"];

export default function Health() {
  const health = useLoad((signal) => api.GET("/api/staff/programme/health", { signal }), []);
  return (
    <View title={t("programme-health-title")} lead={t("programme-health-lead")}>
      <Views here="health" />
      <Wait on={health}>
        {(found) => (
          <>
            <Sending pause={found.pause} again={health.again} />
            <Holds />
            <Panel title={t("programme-ses-title")}>
              <Ses sending={found.sending} />
            </Panel>
            {found.hints.length > 0 && (
              <Panel title={t("programme-hints-title")} note={t("programme-hints-note")}>
                <ul lang="en">
                  {found.hints.map((hint) => (
                    <li key={hint}>{hint}</li>
                  ))}
                </ul>
              </Panel>
            )}
            <Doctor doctor={found.doctor} />
            <Lately changes={found.changes} />
          </>
        )}
      </Wait>
    </View>
  );
}

function Ses({ sending }: { sending: Found["sending"] }) {
  if (!sending) return <p>{t("programme-ses-unknown")}</p>;
  const sent = number(sending.sent);
  return (
    <>
      <p>{t(`programme-ses-${sending.state}`)}</p>
      {!sending.production && <p>{t("programme-ses-sandbox")}</p>}
      <p class="quiet">
        {sending.quota === null
          ? t("programme-ses-no-quota", { sent })
          : t("programme-ses-quota", { sent, quota: number(sending.quota) })}
      </p>
    </>
  );
}

function Holds() {
  const pages = usePages(
    (after, signal) => api.GET("/api/staff/programme/holds", { params: { query: { after } }, signal }),
    [],
  );
  const columns: Column<Hold>[] = [
    { head: t("common-account"), cell: (hold) => hold.account || t("programme-holds-unknown"), main: true },
    {
      head: t("programme-holds-until"),
      cell: (hold) => (
        <>
          {day(hold.until)} {hold.over && <Badge>{t("programme-holds-over")}</Badge>}
        </>
      ),
    },
    { head: t("programme-holds-why"), cell: (hold) => hold.reason },
    { head: t("programme-holds-by"), cell: (hold) => hold.by },
  ];
  return (
    <Panel title={t("programme-holds-title")}>
      {pages.items.length > 0 && (
        <Table
          caption={t("programme-holds-title")}
          columns={columns}
          rows={pages.items}
          rowKey={(hold) => hold.account_id}
        />
      )}
      {pages.last && pages.items.length === 0 && (
        <Empty title={t("programme-holds-none")}>{t("programme-holds-none-why")}</Empty>
      )}
      <More pages={pages} />
    </Panel>
  );
}

function Lately({ changes }: { changes: Found["changes"] }) {
  return (
    <Panel title={t("programme-changes-title")}>
      {changes.length === 0 && <p class="quiet">{t("programme-changes-none")}</p>}
      <ul class="programme-lately">
        {changes.map((change) => (
          <li key={change.at + change.what + change.account}>
            <b>{t(`programme-changes-${change.what}`)}</b>
            {change.account && <span>{change.account}</span>}
            {change.until && <span>{t("common-until", { value: day(change.until) })}</span>}
            {change.reason && <span>{change.reason}</span>}
            <span class="quiet">
              <time dateTime={change.at}>{moment(change.at)}</time> · {change.by}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
