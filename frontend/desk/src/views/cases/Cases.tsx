// Every follow-up there is to look after, as a board or a list, and those that are over lately.

import { useState } from "preact/hooks";
import { api } from "../../api";
import type { components } from "../../api.gen";
import { useQuery } from "../../location";
import { isManager, surveyName, who } from "../../me";
import { Chips, Choice, Empty, More, View } from "../../parts";
import { type Pages, usePages } from "../../use";
import { t } from "../../words";
import { Due } from "./Due";
import { Cards, Rows } from "./lines";
import { when } from "./told";
import "./cases.css";

const COLUMNS = ["to_contact", "contacted", "over"] as const;
type Column = (typeof COLUMNS)[number];
type Shape = "board" | "list";
type Whose = "all" | "mine" | "escalated";
interface Filters {
  whose: Whose;
  owner: string;
  survey: string;
  wish: "" | "phone" | "mail" | "no";
  late: "" | "yes";
}
const KEPT = "sayso-cases-as";
const LATELY = 5; // closed ones that the board begins with

export default function Cases() {
  const [shape, setShape] = useState<Shape>(localStorage.getItem(KEPT) === "list" ? "list" : "board");
  const [query, setQuery] = useQuery();
  const filters: Filters = {
    whose: (query.whose as Whose) ?? "all",
    owner: query.owner ?? "",
    survey: query.survey ?? "",
    wish: (query.wish as Filters["wish"]) ?? "",
    late: query.late === "yes" ? "yes" : "",
  };
  const choose = ([chosen]: string[]) => {
    const next: Shape = chosen === "list" ? "list" : "board";
    localStorage.setItem(KEPT, next);
    setShape(next);
  };
  return (
    <View
      title={t("cases-title")}
      lead={t(isManager() ? "cases-lead" : "cases-lead-mine")}
      actions={<a href="#/cases/report">{t("cases-report")}</a>}
    >
      {!isManager() && <Due />}
      <div class="cases-choices">
        <Filter filters={filters} change={setQuery} />
        <Chips
          label={t("cases-as")}
          one
          options={[
            { value: "board", label: t("cases-as-board") },
            { value: "list", label: t("cases-as-list") },
          ]}
          chosen={[shape]}
          change={choose}
        />
      </div>
      {!isManager() && <Escalated shape={shape} filters={filters} />}
      <div class={`cases-${shape}`}>
        {COLUMNS.map((column) => (
          <ColumnOf key={column} column={column} shape={shape} filters={filters} />
        ))}
      </div>
    </View>
  );
}

function useColumn(column: Column, filters: Filters) {
  return usePages(
    (after, signal) => api.GET("/api/staff/cases", { params: { query: { ...filters, column, after } }, signal }),
    [column, filters],
  );
}

function ColumnOf({ column, shape, filters }: { column: Column; shape: Shape; filters: Filters }) {
  const found = useColumn(column, filters);
  const [whole, setWhole] = useState(false);
  const isCut = column === "over" && shape === "board" && !whole && found.items.length > LATELY;
  const pages = isCut
    ? { ...found, items: found.items.slice(0, LATELY), next: "more", more: () => setWhole(true) }
    : found;
  return (
    <section class="cases-column" aria-labelledby={`cases-${column}`}>
      <h2 id={`cases-${column}`}>{t(`cases-column-${column}`)}</h2>
      <Found pages={pages} shape={shape} caption={t(`cases-column-${column}`)} />
      {pages.items.length === 0 && pages.last && !pages.next && <Empty title={t(`cases-none-${column}`)} />}
      <More pages={pages} note={<Looked pages={pages} />} />
    </section>
  );
}

/** What somebody else was to do, and did not: above the owner's own. Without any there is nothing to see. */
function Escalated({ shape, filters }: { shape: Shape; filters: Filters }) {
  const pages = useColumn("to_contact", { ...filters, whose: "escalated" });
  if (pages.items.length === 0 && !pages.next && !pages.problem) return null;
  return (
    <section class="cases-column cases-escalated" aria-labelledby="cases-escalated">
      <h2 id="cases-escalated">{t("cases-escalated-to-you")}</h2>
      <Found pages={pages} shape={shape} caption={t("cases-escalated-to-you")} />
      <More pages={pages} note={<Looked pages={pages} />} />
    </section>
  );
}

type Found = Pages<components["schemas"]["CasePage"]>;

function Found({ pages, shape, caption }: { pages: Found; shape: Shape; caption: string }) {
  if (pages.items.length === 0) return null;
  return shape === "board" ? <Cards items={pages.items} /> : <Rows items={pages.items} caption={caption} />;
}

function Looked({ pages }: { pages: Found }) {
  const until = pages.last?.looked_until;
  return until && pages.items.length === 0 ? <span>{t("cases-looked-until", { when: when(until) })}</span> : null;
}

function Filter({ filters, change }: { filters: Filters; change: (change: Record<string, string>) => void }) {
  const all = { value: "", label: t("common-all") };
  const isSet = Object.entries(filters).some(([, value]) => value !== "" && value !== "all");
  return (
    <details class="cases-filter" open={isSet}>
      <summary>{t("common-filter")}</summary>
      <div class="filters">
        {isManager() && (
          <Choice
            label={t("cases-whose")}
            value={filters.whose === "all" ? "" : filters.whose}
            change={(whose) => change({ whose })}
            options={[all, ...["mine", "escalated"].map((value) => ({ value, label: t(`cases-whose-${value}`) }))]}
          />
        )}
        {isManager() && (
          <Choice
            label={t("common-owner")}
            value={filters.owner}
            change={(owner) => change({ owner })}
            options={[all, ...who().people.map((value) => ({ value, label: value }))]}
          />
        )}
        <Choice
          label={t("common-survey")}
          value={filters.survey}
          change={(survey) => change({ survey })}
          options={[all, ...who().surveys.map(({ id }) => ({ value: id, label: surveyName(id) }))]}
        />
        <Choice
          label={t("cases-wish")}
          value={filters.wish}
          change={(wish) => change({ wish })}
          options={[all, ...["phone", "mail", "no"].map((value) => ({ value, label: t(`cases-wishes-${value}`) }))]}
        />
        <Choice
          label={t("cases-time")}
          value={filters.late}
          change={(late) => change({ late })}
          options={[all, { value: "yes", label: t("cases-only-late") }]}
        />
      </div>
    </details>
  );
}
