// How a line of the numbers is written: its score with interval and n, whether it moved, and as a row of a table.

import type { components } from "../../api.gen";
import { driverName, surveyName, themeName } from "../../me";
import { Badge, type Column, Score } from "../../parts";
import { day, number, percent, signed, t } from "../../words";

export type Line = components["schemas"]["NumberLine"];
export type Driver = components["schemas"]["NumberDriver"];
type Moved = NonNullable<Line["moved"]>;

/** "73 of 117 asked answered (62%)" */
export function askedOf(line: Line): string {
  if (line.asked === null || line.answered === null || line.coverage === "none") return t("home-asked-unknown");
  if (!line.asked || line.percent === null) return t("home-asked-nobody");
  const said = { answered: number(line.answered), asked: number(line.asked), percent: percent(line.percent / 100) };
  return t(line.coverage === "some" ? "home-asked-some" : "home-asked", said);
}

/** A score in the words of its scale; of satisfaction that is the mean, and the share of 4 and 5. */
export function scored(line: Line): string {
  if (line.score === null) return line.mean === null ? "–" : number(line.mean, { minimumFractionDigits: 1 });
  if (line.scale === "nps") return signed(line.score);
  return t("home-satisfaction", { mean: number(line.mean ?? 0, { minimumFractionDigits: 1 }), share: line.score });
}

/** The 95 % interval; empty where there is none. */
export function likely(line: Pick<Line, "low" | "high" | "scale">): string {
  if (line.low === null || line.high === null) return "";
  if (line.scale === "satisfaction")
    return t("common-likely", { low: percent(line.low / 100), high: percent(line.high / 100) });
  return t("common-likely", { low: signed(line.low), high: signed(line.high) });
}

/** What a line is called: a survey, a theme, somebody of ours, a segment, a period. */
export function called(line: Line): string {
  switch (line.kind) {
    case "headline":
      return t("home-relationship");
    case "survey":
    case "review":
    case "history":
      return surveyName(line.name);
    case "driver":
      return driverName(line.name);
    case "theme":
      return themeName(line.name);
    case "language":
      return t(`common-language-${line.name}`);
    case "segment":
      return line.name.startsWith("without ")
        ? t("home-segment-without", { name: line.name.slice("without ".length) })
        : line.name.replace("=", ": ");
    case "period":
      return period(line);
    default:
      return line.name;
  }
}

function period(line: Line): string {
  if (/^\d{4}-\d{2}$/.test(line.name)) return day(line.first, { month: "long", year: "numeric" });
  const quarter = /^(\d{4})-Q(\d)$/.exec(line.name);
  if (quarter) return t("home-quarter", { year: quarter[1] ?? "", quarter: quarter[2] ?? "" });
  const week = /^(\d{4})-W(\d\d)$/.exec(line.name);
  if (week) return t("home-week", { year: week[1] ?? "", week: Number(week[2]) });
  return /^\d{4}-\d{2}-\d{2}$/.test(line.name) ? day(line.name, { dateStyle: "medium" }) : line.name;
}

/** Small, for what stands beside the headline. */
export function Small({ line }: { line: Line }) {
  if (line.scale === "nps") {
    return (
      <Score name={called(line)} score={line.score} low={line.low} high={line.high} n={line.n ?? 0} of={few(line)} />
    );
  }
  return (
    <p class="score">
      <span class="score-name">{called(line)}</span>
      <strong>{line.mean === null ? "–" : number(line.mean, { minimumFractionDigits: 1 })}</strong>
      <span class="score-rest">
        <span>{line.score === null ? t("home-of-five-alone") : t("home-of-five", { share: line.score })}</span>
        <span>{t("common-answers", { n: line.n ?? 0 })}</span>
        {few(line) && <span>{few(line)}</span>}
      </span>
    </p>
  );
}

/** "few answers", where there are. */
export function few(line: Line): string {
  return line.few ? t("home-few") : "";
}

/** Whether a score moved, as a sentence. "No reliable change" is a result. */
export function movedSentence(line: Line): string {
  const moved = line.moved;
  if (!moved) return "";
  if (moved.n === 0) return t("home-moved-first");
  const was = { score: scoreOf(line, moved.score), n: moved.n };
  if (moved.why_not === "other_question") return t("home-moved-other_question", was);
  if (moved.points === null || moved.low === null || moved.high === null) return t("home-moved-few", was);
  const points = { points: Math.abs(moved.points), low: signed(moved.low), high: signed(moved.high) };
  if (!moved.reliable) return t(moved.points === 0 ? "home-moved-same" : "home-moved-noise", { ...was, ...points });
  return t(moved.points > 0 ? "home-moved-up" : "home-moved-down", { ...was, ...points });
}

/** The same, where there is anything to compare with. */
export function movedAtAll(line: Line): string {
  return line.moved?.n ? movedSentence(line) : "";
}

/** The 95 % interval for a cell whose head says what it is. */
export function ends(line: Pick<Line, "low" | "high" | "scale">): string {
  if (line.low === null || line.high === null) return "";
  const written = (end: number) => (line.scale === "nps" ? signed(end) : percent(end / 100));
  return t("common-from-to", { from: written(line.low), to: written(line.high) });
}

/** Whether it moved, for a cell. */
function movedShort(line: Line): string {
  const moved = line.moved;
  if (!moved || !line.n) return "–";
  if (moved.points === null) return t(`home-why-${moved.why_not ?? "few"}`);
  return moved.reliable ? t("home-moved-short", { points: signed(moved.points) }) : t("common-no-change");
}

function scoreOf(line: Line, score: Moved["score"]): string {
  if (score === null) return "–";
  return line.scale === "nps" ? signed(score) : percent(score / 100);
}

/** The columns of a table of lines. */
export function columns(head: string, which: { moved?: boolean; asked?: boolean } = {}): Column<Line>[] {
  const found: Column<Line>[] = [
    { head, main: true, cell: (line) => <Name line={line} /> },
    { head: t("common-score"), number: true, cell: (line) => (line.hidden ? t("common-not-enough") : scored(line)) },
    { head: t("home-interval"), number: true, cell: ends },
    { head: t("home-answers"), number: true, cell: (line) => (line.n === null ? "" : number(line.n)) },
  ];
  if (which.asked) found.push({ head: t("home-answered"), number: true, cell: rate });
  if (which.moved) found.push({ head: t("home-change"), cell: movedShort });
  return found;
}

function Name({ line }: { line: Line }) {
  return (
    <>
      {called(line)} {line.kind === "period" && !line.whole && <Badge tone="quiet">{t("home-part")}</Badge>}
      {few(line) && line.kind !== "period" && <Badge tone="quiet">{few(line)}</Badge>}
    </>
  );
}

function rate(line: Line): string {
  if (line.percent === null || line.asked === null) return "–";
  return t("home-rate", { percent: percent(line.percent / 100), asked: number(line.asked) });
}
