// The accounts by name, each at a glance: the score, who answered, what is open, and when it renews.

import { useState } from "preact/hooks";
import { api } from "../../api";
import { useQuery } from "../../location";
import { isManager } from "../../me";
import { Badge, Empty, Field, More, Table, View } from "../../parts";
import { usePages } from "../../use";
import { day, signed, t } from "../../words";
import { coverage, type Line, OpenCase, scoreLine } from "./told";
import "./accounts.css";

export default function Accounts() {
  const [query, setQuery] = useQuery();
  const begins = query.begins ?? "";
  const pages = usePages(
    (after, signal) => api.GET("/api/staff/accounts", { params: { query: { begins, after } }, signal }),
    [begins],
  );
  return (
    <View title={t("accounts-title")} lead={t(isManager() ? "accounts-lead" : "accounts-lead-mine")}>
      <Search begins={begins} search={(text) => setQuery({ begins: text })} />
      {pages.items.length > 0 && <Lines lines={pages.items} />}
      {pages.last && pages.items.length === 0 && !pages.next && (
        <Empty title={t(begins ? "accounts-none-so" : "accounts-none")}>
          {begins ? t("accounts-none-so-why") : t(isManager() ? "accounts-none-why" : "accounts-none-mine")}
        </Empty>
      )}
      <More pages={pages} />
    </View>
  );
}

function Search({ begins, search }: { begins: string; search: (text: string) => void }) {
  const [typed, type] = useState(begins);
  return (
    <form
      role="search"
      class="accounts-search"
      onSubmit={(event) => {
        event.preventDefault();
        search(typed.trim());
      }}
    >
      <Field label={t("accounts-begins")} type="search" value={typed} change={type} maxLength={200} />
      <button type="submit" class="second">
        {t("common-search")}
      </button>
    </form>
  );
}

function Lines({ lines }: { lines: Line[] }) {
  return (
    <Table
      caption={t("accounts-title")}
      rows={lines}
      rowKey={(one) => one.id}
      columns={[
        { head: t("common-account"), main: true, cell: (one) => <Name of={one} /> },
        { head: t("accounts-score"), cell: (one) => <ScoreCell of={one} /> },
        { head: t("accounts-answered"), cell: (one) => coverage(one.relationship, "accounts-coverage-short") || "–" },
        { head: t("accounts-last"), cell: (one) => (one.last_answer ? short(one.last_answer) : t("accounts-never")) },
        { head: t("accounts-cases"), cell: (one) => <OpenCase open={one.open} first={one.case} /> },
        { head: t("accounts-renewal"), cell: (one) => (one.renewal ? short(one.renewal) : "–") },
      ]}
    />
  );
}

const short = (iso: string): string => day(iso, { dateStyle: "medium" });

function Name({ of }: { of: Line }) {
  return (
    <>
      <a href={`#/accounts/${of.id}`}>{of.name}</a>{" "}
      {of.hold && <Badge tone="quiet">{t("accounts-on-hold", { day: short(of.hold.until) })}</Badge>}
    </>
  );
}

function ScoreCell({ of }: { of: Line }) {
  const figures = of.relationship;
  if (figures.nps == null)
    return <span class="quiet">{t(figures.hidden ? "accounts-hidden" : "accounts-no-answers")}</span>;
  return (
    <>
      <b>{signed(figures.nps)}</b>{" "}
      <span class="quiet">
        {scoreLine(figures)} · {t("common-answers", { n: figures.n })}
      </span>
    </>
  );
}
