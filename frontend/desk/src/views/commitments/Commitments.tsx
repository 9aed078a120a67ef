// What was heard and what is done about it: all commitments by how far they are.

import { api } from "../../api";
import { isManager, themeName, who } from "../../me";
import { Badge, Empty, More, Panel, Table, View } from "../../parts";
import { usePages } from "../../use";
import { t } from "../../words";
import { askedBy, dayOf, type Line, STATUSES, titleOf } from "./told";
import "./commitments.css";

const NONE = "–";

export default function Commitments() {
  const pages = usePages(
    (after, signal) => api.GET("/api/staff/commitments", { params: { query: { after } }, signal }),
    [],
  );
  const isPublic = who().role === "viewer";
  const nothing = pages.items.length === 0 && pages.last;
  return (
    <View
      title={t("commitments-title")}
      lead={t(isPublic ? "commitments-lead-public" : "commitments-lead")}
      actions={
        isManager() && (
          <>
            <a class="button" href="#/commitments/_new">
              {t("commitments-new")}
            </a>
            <a href="#/quotes">{t("commitments-quotes")}</a>
          </>
        )
      }
    >
      {nothing && (
        <Empty title={t(isPublic ? "commitments-none-public" : "commitments-none")}>
          {!isPublic && t("commitments-none-why")}
        </Empty>
      )}
      {STATUSES.map((status) => {
        const rows = pages.items.filter((one) => one.status === status);
        return rows.length > 0 && <Group key={status} status={status} rows={rows} />;
      })}
      <More pages={pages} />
    </View>
  );
}

function Group({ status, rows }: { status: Line["status"]; rows: Line[] }) {
  const isPublic = who().role === "viewer";
  const title = t(`commitments-group-${status}`);
  const columns = [
    {
      head: t("commitments-field-title"),
      cell: (one: Line) => <a href={`#/commitments/${one.id}`}>{titleOf(one)}</a>,
      main: true,
    },
    { head: t("common-theme"), cell: (one: Line) => (one.theme ? themeName(one.theme) : NONE) },
    { head: t("commitments-asked"), cell: (one: Line) => askedBy(one) || NONE },
    { head: t("common-date"), cell: (one: Line) => dayOf(one) || NONE },
  ];
  const ours = [
    { head: t("common-owner"), cell: (one: Line) => one.owner || NONE },
    { head: t("commitments-public"), cell: (one: Line) => <Publicity line={one} /> },
  ];
  return (
    <Panel title={title} class="commitments-group">
      <Table
        caption={title}
        columns={isPublic ? columns : [...columns, ...ours]}
        rows={rows}
        rowKey={(one) => one.id}
      />
    </Panel>
  );
}

/** Whether the public reads it, and what stands in the way. */
export function Publicity({ line }: { line: Line }) {
  const waits = line.state === "draft" || line.state === "changed";
  return (
    <span class="commitments-publicity">
      <Badge tone={line.state === "changed" ? "strong" : line.state === "public" ? "plain" : "quiet"}>
        {t(`commitments-state-${line.state}`)}
      </Badge>
      {waits && line.missing.length > 0 && (
        <span class="quiet">{t("commitments-missing", { n: line.missing.length })}</span>
      )}
    </span>
  );
}
