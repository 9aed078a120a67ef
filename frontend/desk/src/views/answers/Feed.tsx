// What customers say, the newest first: read it, find it, and file it under what it is about.

import { useEffect, useRef, useState } from "preact/hooks";
import { api, told } from "../../api";
import { go, useQuery } from "../../location";
import { isManager, who } from "../../me";
import { Check, Empty, Field, More, ProblemBox, View } from "../../parts";
import { usePages, usePolling } from "../../use";
import { day, t } from "../../words";
import { Bar } from "./Bar";
import { ExportButton } from "./ExportButton";
import { Filters } from "./Filters";
import { useFiling } from "./filing";
import { counted, filtersOf } from "./filters";
import { keyOf, useKeys, useKeysOn } from "./keys";
import { AnswerCard } from "./Line";
import { matches } from "./search";
import { Themes } from "./Themes";
import { called, canBeFiled, type Line } from "./told";
import "./answers.css";

const LOOK_EVERY = 30; // seconds

export default function Feed() {
  const [query, setQuery] = useQuery();
  const filters = filtersOf(query);
  const pages = usePages(
    (after, signal) => api.GET("/api/staff/answers", { params: { query: { ...filters, after } }, signal }),
    [filters],
  );
  const search = query.q ?? "";
  const shown = pages.items.filter((line) => matches(line, search));
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [at, goTo] = useState("");
  const [on, setOn] = useKeysOn();
  const list = useRef<HTMLOListElement>(null);
  const put = (line: Line) => pages.put((one) => one.id === line.id, line);
  const filing = useFiling(put);
  const several = shown.filter((line) => chosen.has(line.id));
  const current = shown.find((line) => line.id === at);
  const fresh = useNews(pages.items, query);

  const move = (by: number) => {
    const next = shown[Math.min(Math.max(shown.findIndex((line) => line.id === at) + by, 0), shown.length - 1)];
    if (!next) return;
    goTo(next.id);
    list.current?.querySelector<HTMLElement>(`[data-id="${next.id}"]`)?.focus();
  };
  const select = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  useKeys(on, (key) => {
    const theme = who().themes.find((_, place) => keyOf(place) === key);
    const targets = several.length > 0 ? several : current ? [current] : [];
    const suggestion = current?.themes.find((one) => one.state === "suggested")?.theme;
    if (key === "j") move(1);
    else if (key === "k") move(-1);
    else if (key === "u" && filing.canUndo) filing.undo();
    else if (key === "s" && current) select(current.id);
    else if (key === "o" && current) go(`/answers/${current.id}`);
    else if (key === "a" && current && suggestion) filing.say([current], suggestion, "accept");
    else if (key === "x" && current && suggestion) filing.say([current], suggestion, "reject");
    else if (theme && targets.length > 0) filing.press(targets, theme.id);
    else return false;
    return true;
  });

  return (
    <View
      title={t("answers-title")}
      lead={t(isManager() ? "answers-lead" : "answers-lead-mine")}
      actions={isManager() && <ExportButton filters={filters} />}
    >
      <Filters query={query} change={setQuery} account={pages.items[0]?.account ?? ""} />
      <Field
        label={t("answers-search")}
        hint={t("answers-search-hint")}
        type="search"
        value={search}
        change={(q) => setQuery({ q })}
      />
      <p class="quiet" role="status">
        {search && pages.last && t("answers-search-found", { n: shown.length, of: pages.items.length })}
      </p>
      <Hints on={on} set={setOn} />
      <div role="status">
        {fresh > 0 && (
          <button type="button" class="second" onClick={pages.again}>
            {t("answers-new", { n: fresh })}
          </button>
        )}
      </div>
      <ProblemBox problem={filing.problem} />
      <ol class="answers-list" ref={list} aria-label={t("answers-title")}>
        {shown.map((line) => (
          <li
            key={line.id}
            data-id={line.id}
            tabIndex={-1}
            class={line.id === at ? "current" : ""}
            onFocusIn={() => goTo(line.id)}
          >
            <AnswerCard
              line={line}
              before={
                canBeFiled(line) && (
                  <label class="answers-choose">
                    <input type="checkbox" checked={chosen.has(line.id)} onChange={() => select(line.id)} />
                    <span class="unseen">{t("answers-choose", { answer: called(line) })}</span>
                  </label>
                )
              }
            >
              <Themes line={line} filing={filing} keys={on} />
            </AnswerCard>
          </li>
        ))}
      </ol>
      {shown.length === 0 && pages.last && !pages.loading && <Nothing query={query} more={pages.next !== ""} />}
      <More
        pages={pages}
        note={pages.last && pages.next && t("answers-looked-until", { day: day(pages.last.looked_until) })}
      />
      <Bar chosen={several} current={current} filing={filing} keys={on} clear={() => choose(new Set())} />
    </View>
  );
}

function Nothing({ query, more }: { query: Record<string, string>; more: boolean }) {
  if (query.q) return <Empty title={t("answers-none-search")}>{more && t("answers-none-search-more")}</Empty>;
  if (more) return <Empty title={t("answers-none-yet")}>{t("answers-none-more")}</Empty>;
  const isFiltered = counted(query) > 0 || (query.state ?? "") !== "";
  return isFiltered ? (
    <Empty title={t("answers-none-fits")}>{t("answers-none-fits-why")}</Empty>
  ) : (
    <Empty title={t("answers-none")}>{t("answers-none-why")}</Empty>
  );
}

/** The keys there are, and the way to switch them off. */
function Hints({ on, set }: { on: boolean; set: (on: boolean) => void }) {
  return (
    <details class="answers-keys">
      <summary>{t("answers-keys")}</summary>
      <Check label={t("answers-keys-on")} hint={t("answers-keys-hint")} checked={on} change={set} />
      <dl class="answers-hints">
        {["j", "k", "1", "a", "x", "s", "o", "u"].map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key === "1" ? "1 … 9" : key}</kbd>
            </dt>
            <dd>{t(`answers-key-${key}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** How many answers came since the list was loaded; looked for while the page is looked at. */
function useNews(items: Line[], query: Record<string, string>): number {
  const [fresh, set] = useState(0);
  const key = JSON.stringify(query);
  const top = items[0];
  useEffect(() => set(0), [key, top?.id]);
  usePolling(() => {
    if (query.until || fresh >= 50) return;
    const known = new Set(items.map((line) => line.id));
    const asked = key;
    told(api.GET("/api/staff/answers", { params: { query: filtersOf(query) } })).then(
      (found) => {
        if (asked !== key) return;
        const latest = top?.at ?? "";
        set(found.items.filter((line) => !known.has(line.id) && line.at >= latest).length);
      },
      () => {}, // it is looked for again soon
    );
  }, LOOK_EVERY);
  return fresh;
}
