// A follow-up in a list: as a card of the board, or as a row.

import { isManager, who } from "../../me";
import { Badge, Given, Table } from "../../parts";
import { t } from "../../words";
import { about, causeName, type Line, standing } from "./told";

export function Cards({ items }: { items: Line[] }) {
  return (
    <ul class="cases-cards">
      {items.map((one) => (
        <li key={one.id} class={one.late ? "late" : ""}>
          <p class="cases-who">
            <Name of={one} />
            {one.account && <span class="quiet">{one.account}</span>}
          </p>
          <p class="cases-given">
            <Given score={one.score} scale={one.scale} /> <span class="quiet">{about(one)}</span>
          </p>
          <p class={one.late ? "cases-late" : ""}>{standing(one)}</p>
          <p class="quiet cases-more">
            <More of={one} />
          </p>
        </li>
      ))}
    </ul>
  );
}

export function Rows({ items, caption }: { items: Line[]; caption: string }) {
  return (
    <Table
      caption={caption}
      rows={items}
      rowKey={(one) => one.id}
      columns={[
        { head: t("common-contact"), cell: (one) => <Name of={one} />, main: true },
        { head: t("common-account"), cell: (one) => one.account },
        { head: t("common-score"), cell: (one) => <Given score={one.score} scale={one.scale} /> },
        { head: t("common-survey"), cell: about },
        { head: t("common-state"), cell: (one) => <span class={one.late ? "cases-late" : ""}>{standing(one)}</span> },
        {
          head: t("cases-besides"),
          cell: (one) => (
            <span class="cases-more">
              <More of={one} />
            </span>
          ),
        },
      ]}
    />
  );
}

function Name({ of }: { of: Line }) {
  return <a href={`#/cases/${of.id}`}>{of.erased ? t("common-erased") : of.name || of.email || t("common-no-name")}</a>;
}

function More({ of }: { of: Line }) {
  return (
    <>
      {of.escalated_to_me && <Badge tone="strong">{t("cases-escalated-here")}</Badge>}
      {of.escalated_to && !of.escalated_to_me && <span>{t("cases-escalated-to", { who: of.escalated_to })}</span>}
      {of.wish && of.state === "open" && <span>{t(`cases-wishes-${of.wish}`)}</span>}
      {of.answers > 1 && <span>{t("common-answers", { n: of.answers })}</span>}
      {of.cause && <span>{causeName(of.cause)}</span>}
      {(isManager() || !of.is_owner) && (
        <span>{of.owner_email === who().email ? t("cases-yours") : of.owner_email}</span>
      )}
    </>
  );
}
