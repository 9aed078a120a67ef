// The score: sign, number, interval, n, who answered, whether it moved. Its trend and its distribution as pictures.

import type { components } from "../../api.gen";
import { isManager, surveyName } from "../../me";
import { type Column, Empty, Panel, Picture, Score } from "../../parts";
import { day, number, percent, signed, t } from "../../words";
import { askedOf, columns, few, type Line, movedAtAll, movedSentence, Small } from "./lines";

type Told = components["schemas"]["HomeHeadline"];

export function Headline({ told }: { told: Told }) {
  const { headline: line, benchmark } = told;
  const until = t("home-twelve-months", { day: day(line.last) });
  if (line.hidden) return <Empty title={t("home-too-few")}>{t("home-too-few-why")}</Empty>;
  return (
    <>
      <Score large name={t("home-relationship")} score={line.score} low={line.low} high={line.high} n={line.n ?? 0} />
      <div class="home-said">
        {line.n ? (
          <p class="home-moved">{movedSentence(line)}</p>
        ) : (
          <p class="home-moved">
            {line.last_answer ? t("home-none-now", { day: day(line.last_answer) }) : t("home-none-relationship")}
          </p>
        )}
        <p class="quiet home-of">
          <span>{until}</span>
          <span>{askedOf(line)}</span>
          {few(line) && <span>{t("home-few-why")}</span>}
          {line.waiting > 0 && <span>{t("home-waiting", { n: line.waiting })}</span>}
        </p>
        {benchmark && (
          <p class="quiet">
            {t(`home-benchmark-${benchmark.verdict}`, { score: signed(benchmark.nps), source: benchmark.source })}
          </p>
        )}
      </div>
    </>
  );
}

/** What happens first, where nobody has answered yet. */
export function Beginning({ told }: { told: NonNullable<Told["beginning"]> }) {
  const { contacts, asked, survey, day: first } = told;
  return (
    <Empty title={t("home-begin")}>
      {!contacts && <p>{t("home-begin-contacts")}</p>}
      {!contacts && isManager() && (
        <p class="actions">
          <a class="button" href="#/contacts/import">
            {t("home-begin-import")}
          </a>
        </p>
      )}
      {asked > 0 && <p>{t("home-begin-asked", { n: asked })}</p>}
      {first && <p>{t("home-begin-first", { day: day(first), survey: surveyName(survey) })}</p>}
      {contacts && !first && asked === 0 && <p>{t("home-begin-nothing-due")}</p>}
      <p>{t("home-begin-then")}</p>
    </Empty>
  );
}

/** The trend, and how many gave each score. */
export function Pictures({ told }: { told: Told }) {
  const { headline: line, trend, distribution } = told;
  return (
    <section class="panel home-pictures" aria-label={t("home-pictures")}>
      {trend && (
        <Picture
          svg={trend.picture}
          title={t(`home-trend-${trend.kind}`)}
          note={t("home-trend-note")}
          table={{ columns: columns(t("common-period")), rows: trend.lines }}
        />
      )}
      {distribution && line.scores && (
        <Picture
          svg={distribution}
          title={t("home-distribution")}
          note={t("home-distribution-note", { n: line.n ?? 0 })}
          table={{ columns: SCORES(line), rows: scoresOf(line) }}
        />
      )}
    </section>
  );
}

interface Given {
  score: number;
  n: number;
}

/** The rows of a distribution's table. */
export function scoresOf(line: Line): Given[] {
  const [first, last] = line.scale === "nps" ? [0, 10] : [1, 5];
  return (line.scores ?? []).map((n, score) => ({ score, n })).filter(({ score }) => score >= first && score <= last);
}

export function SCORES(line: Line): Column<Given>[] {
  return [
    { head: t("common-score"), main: true, cell: (row) => row.score },
    { head: t("home-answers"), number: true, cell: (row) => number(row.n) },
    { head: t("home-share"), number: true, cell: (row) => percent(line.n ? row.n / line.n : 0) },
  ];
}

/** Other touch points, reviews and what was imported, each by itself. */
export function Beside({ lines }: { lines: Line[] }) {
  return (
    <Panel title={t("home-beside")} note={t("home-beside-note")}>
      <div class="columns">
        {lines
          .filter((line) => !line.hidden)
          .map((line) => (
            <div key={line.name} class="home-beside">
              <Small line={line} />
              <p class="quiet">{besideNote(line)}</p>
            </div>
          ))}
      </div>
      {lines.some((line) => line.hidden) && <p class="quiet">{t("home-hidden-lines")}</p>}
    </Panel>
  );
}

function besideNote(line: Line): string {
  const told = [movedAtAll(line)];
  if (line.kind === "review") told.unshift(t("home-apart-review"));
  if (line.kind === "history") told.unshift(t("home-apart-history"));
  if (line.kind === "survey") told.unshift(`${askedOf(line)}.`);
  if (!line.n && line.last_answer) return t("home-none-now", { day: day(line.last_answer) });
  return told.join(" ");
}
