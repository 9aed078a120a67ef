// What goes out in the next 30 days: a picture, its numbers, and what they do not say.

import { api } from "../../api";
import type { components } from "../../api.gen";
import { surveyName } from "../../me";
import { type Column, Empty, Figure, Panel, Picture, View, Wait } from "../../parts";
import { useLoad } from "../../use";
import { day, language, moment, number, t } from "../../words";
import { Views } from "./Part";

type Found = components["schemas"]["ProgrammeCalendar"];
type Line = Found["days"][number];

const DAYS = 30;

export default function Calendar() {
  const speaks = language.use();
  const calendar = useLoad(
    (signal) =>
      api.GET("/api/staff/programme/calendar", { params: { query: { days: DAYS, language: speaks } }, signal }),
    [speaks],
  );
  return (
    <View title={t("programme-calendar-title")} lead={t("programme-calendar-lead")}>
      <Views here="calendar" />
      <Wait on={calendar}>{(found) => <Days found={found} />}</Wait>
    </View>
  );
}

function Days({ found }: { found: Found }) {
  const remarks = remarksOn(found);
  if (found.total === 0 && found.beyond === 0) {
    return (
      <>
        {found.paused_since && <p class="programme-still">{still(found.paused_since)}</p>}
        <Empty title={t("programme-calendar-none")}>{t("programme-calendar-none-why")}</Empty>
      </>
    );
  }
  return (
    <Panel title={t("programme-calendar-days")} note={t("programme-calendar-note")}>
      {found.paused_since && <p class="programme-still">{still(found.paused_since)}</p>}
      <Figure value={found.total} label={t("programme-calendar-total", { n: found.total })} />
      <Picture svg={found.picture} table={{ columns: columns(), rows: found.days }} />
      {remarks.map((remark) => (
        <p key={remark} class="note-line">
          {remark}
        </p>
      ))}
    </Panel>
  );
}

const still = (since: string) => t("programme-calendar-paused", { since: moment(since) });

function columns(): Column<Line>[] {
  return [
    {
      head: t("programme-calendar-day"),
      cell: (line) => day(line.day, { weekday: "short", day: "numeric", month: "long" }),
      main: true,
    },
    {
      head: t("programme-calendar-mails"),
      cell: (line) => (line.exact ? number(line.total) : `${t("programme-calendar-at-least")} ${number(line.total)}`),
      number: true,
    },
    {
      head: t("programme-calendar-by-survey"),
      cell: (line) => line.counts.map((one) => `${surveyName(one.survey)} ${number(one.n)}`).join(", ") || "–",
    },
    { head: t("programme-calendar-remark"), cell: remarkOn },
  ];
}

function remarkOn(line: Line): string {
  if (!line.open) return t("programme-calendar-closed");
  return line.full ? t("programme-calendar-full") : "";
}

function remarksOn(found: Found): string[] {
  const said: string[] = [];
  const first = found.days[0];
  if (found.complete_until && first) {
    const isNone = found.complete_until < first.day;
    said.push(
      isNone ? t("programme-calendar-least-all") : t("programme-calendar-least", { day: day(found.complete_until) }),
    );
  }
  if (found.limit !== null) {
    said.push(t("programme-calendar-limit", { limit: number(found.limit), sent: number(found.sent_today) }));
  }
  if (found.beyond > 0) said.push(t("programme-calendar-beyond", { n: found.beyond }));
  return said;
}
