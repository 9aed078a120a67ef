// The answers behind a commitment: who asked for it is counted from these, and from nothing else.

import { useState } from "preact/hooks";
import { api } from "../../api";
import { isManager, surveyName, themeName } from "../../me";
import { Badge, Empty, Given, More, Panel, Person, ProblemBox, Quote, tell } from "../../parts";
import { usePages, useSend } from "../../use";
import { day, t } from "../../words";
import { QuoteDialog } from "./QuoteDialog";
import type { Linked, One, Ref } from "./told";

const AT_ONCE = 100; // answers; the API takes no more
const key = (one: Linked) => `${one.ref.contact_id}#${one.ref.survey}#${one.ref.occasion}`;

export function Behind({ one, moved }: { one: One; moved: () => void }) {
  const id = one.line.id;
  const path = { path: { commitment_id: id } };
  const [turn, next] = useState(0);
  const [finding, find] = useState(false);
  const pages = usePages(
    (after, signal) =>
      api.GET("/api/staff/commitments/{commitment_id}/answers", { params: { ...path, query: { after } }, signal }),
    [id, turn],
  );
  const change = useSend((body: { add: Ref[]; remove: Ref[] }) =>
    api.POST("/api/staff/commitments/{commitment_id}/answers", { params: path, body }),
  );
  const unlink = async (given: Linked) => {
    const done = await change.send({ add: [], remove: [given.ref] });
    if (!done) return;
    pages.put((item) => key(item) === key(given), undefined);
    tell(t("commitments-unlinked", { n: done.voices }));
    moved();
  };
  /** Links all of them, so many at once as the API takes; says how many of them it has. */
  const link = async (refs: Ref[]) => {
    let linked = 0;
    while (linked < refs.length) {
      const done = await change.send({ add: refs.slice(linked, linked + AT_ONCE), remove: [] });
      if (!done) break;
      linked = Math.min(linked + AT_ONCE, refs.length);
      tell(t("commitments-linked", { n: done.voices }));
    }
    if (linked > 0) {
      next((n) => n + 1);
      moved();
    }
    return linked;
  };
  const voices = pages.last?.voices ?? one.line.voices ?? 0;
  return (
    <Panel
      title={t("commitments-behind")}
      note={t(isManager() ? "commitments-behind-note" : "commitments-behind-yours", { n: voices })}
      actions={
        isManager() &&
        !finding && (
          <button type="button" class="second" onClick={() => find(true)}>
            {t("commitments-find")}
          </button>
        )
      }
    >
      <ProblemBox problem={change.problem} />
      {finding && <Suggestions one={one} turn={turn} link={link} linking={change.sending} close={() => find(false)} />}
      {pages.items.length === 0 && pages.last && !finding && (
        <Empty title={t("commitments-none-behind")}>{t("commitments-none-behind-why")}</Empty>
      )}
      <ul class="commitments-answers">
        {pages.items.map((given) => (
          <li key={key(given)}>
            <Answer given={given} />
            {isManager() && (
              <div class="actions">
                {given.quotable && <QuoteDialog given={given} commitment={id} />}
                <button
                  type="button"
                  class="second"
                  aria-label={t("commitments-unlink-of", { name: given.name || t("common-erased") })}
                  onClick={() => unlink(given)}
                >
                  {t("commitments-unlink")}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </Panel>
  );
}

function Suggestions({
  one,
  turn,
  link,
  linking,
  close,
}: {
  one: One;
  turn: number;
  link: (refs: Ref[]) => Promise<number>;
  linking: boolean;
  close: () => void;
}) {
  const [chosen, choose] = useState<Linked[]>([]);
  const theme = one.line.theme;
  const pages = usePages(
    (after, signal) =>
      api.GET("/api/staff/commitments/{commitment_id}/suggestions", {
        params: { path: { commitment_id: one.line.id }, query: { after } },
        signal,
      }),
    [one.line.id, theme, turn],
  );
  const isChosen = (given: Linked) => chosen.some((one) => key(one) === key(given));
  const without = (from: Linked[], some: Linked[]) =>
    from.filter((one) => !some.some((other) => key(other) === key(one)));
  const toggle = (given: Linked) =>
    choose((now) => {
      const others = without(now, [given]);
      return others.length < now.length ? others : [...now, given];
    });
  const go = async () => {
    if (linking) return;
    const linked = await link(chosen.map((given) => given.ref));
    choose((now) => without(now, chosen.slice(0, linked))); // what is left is still chosen, for another try
  };
  return (
    <section class="commitments-suggestions" aria-label={t("commitments-suggested")}>
      <h3>{theme ? t("commitments-filed-under", { theme: themeName(theme) }) : t("commitments-suggested")}</h3>
      <p class="quiet">{theme ? t("commitments-read-them") : t("commitments-theme-first")}</p>
      {theme && (
        <>
          <ul class="commitments-answers">
            {pages.items.map((given) => (
              <li key={key(given)}>
                <label class="commitments-choose">
                  <input type="checkbox" checked={isChosen(given)} onChange={() => toggle(given)} />
                  <span>
                    <Answer given={given} />
                  </span>
                </label>
              </li>
            ))}
          </ul>
          {pages.items.length === 0 && pages.last && <Empty title={t("commitments-none-suggested")} />}
          <More
            pages={pages}
            note={pages.last && t("commitments-looked-until", { day: day(pages.last.looked_until) })}
          />
        </>
      )}
      <div class="actions">
        {chosen.length > 0 && (
          <button type="button" aria-disabled={linking} onClick={go}>
            {t("commitments-link", { n: chosen.length })}
          </button>
        )}
        {theme && <a href={`#/answers?theme=${theme}`}>{t("commitments-in-answers")}</a>}
        <button type="button" class="second" onClick={close}>
          {t("common-close")}
        </button>
      </div>
    </section>
  );
}

function Answer({ given }: { given: Linked }) {
  return (
    <>
      <p class="commitments-given">
        {given.score !== null && <Given score={given.score} scale={given.scale ?? "nps"} />}{" "}
        <Person name={given.name} account={given.account} erased={given.erased} />{" "}
        <span class="quiet">
          {surveyName(given.ref.survey)}
          {given.day && ` · ${day(given.day)}`}
        </span>{" "}
        {given.withheld && <Badge tone="quiet">{t("commitments-withheld")}</Badge>}
      </p>
      {[given.why, given.better].filter(Boolean).map((words) => (
        <Quote key={words} lang={given.language ?? undefined}>
          {words}
        </Quote>
      ))}
    </>
  );
}
