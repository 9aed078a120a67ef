// What goes out in the seven days to come, day by day.

import { surveyName } from "../../me";
import { Panel } from "../../parts";
import { day, number, t } from "../../words";
import type { Work } from "./Waiting";

type Told = NonNullable<Work["week"]>;

export function Week({ told }: { told: Told }) {
  const total = told.days.reduce((sum, one) => sum + mailsOf(one), 0);
  return (
    <Panel
      title={t("home-week-title")}
      note={told.paused ? t("home-week-paused") : total > 0 ? t("home-week-note") : t("home-week-none")}
      actions={<a href="#/programme/calendar">{t("home-week-more")}</a>}
    >
      <ol class="home-week">
        {told.days.map((one) => {
          const n = mailsOf(one);
          return (
            <li key={one.day} class={n ? "" : "home-quiet-day"}>
              <span class="home-day">
                <b>{day(one.day, { weekday: "short" })}</b>{" "}
                <span class="quiet">{day(one.day, { day: "numeric", month: "short" })}</span>
              </span>
              <span class="home-day-n">
                {isExact(told, one.day) ? number(n) : t("home-or-more", { n: number(n) })}
                <span class="unseen"> {t("home-mails", { n })}</span>
              </span>
              <span class="quiet home-day-of">
                {n === 0
                  ? t(one.open ? "home-day-none" : "home-day-closed")
                  : one.mails.map((mail) => (
                      <span key={mail.survey}>{t("home-day-of", { survey: surveyName(mail.survey), n: mail.n })}</span>
                    ))}
              </span>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

function mailsOf(one: Told["days"][number]): number {
  return one.mails.reduce((sum, mail) => sum + mail.n, 0);
}

function isExact(told: Told, of: string): boolean {
  return told.complete_until === null || of <= told.complete_until;
}
