// What waits for whoever is signed in: each line a number, what it is of, and the way there.

import type { ComponentChildren } from "preact";
import type { components } from "../../api.gen";
import { isManager } from "../../me";
import { number, percent, t } from "../../words";
import { feedOf } from "../answers/filters";

export type Work = components["schemas"]["HomeWork"];
type Count = components["schemas"]["HomeCount"];

interface Thing {
  key: string;
  n: number;
  more?: boolean;
  /** Where it is done. Without one no view of the desk shows it, and `how` says what to do. */
  to?: string;
  how?: string;
  /** Late: whoever looks at nothing else should look at this. */
  urgent?: boolean;
  label: ComponentChildren;
}

export function Waiting({ told, suggested }: { told: Work; suggested: number }) {
  const { cases } = told;
  const things = [...ofCases(told), ...ofOthers(told, suggested)];
  const toTell = (told.to_tell ?? [])
    .map((one) =>
      counted(one.commitment_id, one.people, { to: `/commitments/${one.commitment_id}/telling`, label: one.name }),
    )
    .filter((one) => one !== false);
  return (
    <>
      {told.week?.paused && (
        <p class="problem">
          <strong>{t("home-week-paused")}</strong>
          <a href="#/programme/health">{t("home-week-resume")}</a>
        </p>
      )}
      {things.length + toTell.length === 0 && <p>{t("home-waits-nothing")}</p>}
      <ul class="home-waits">
        {things.map((one) => (
          <Line key={one.key} of={one} />
        ))}
      </ul>
      {toTell.length > 0 && (
        <>
          <h3>{t("home-to-tell")}</h3>
          <ul class="home-waits">
            {toTell.map((one) => (
              <Line key={one.key} of={one} />
            ))}
          </ul>
        </>
      )}
      {things.length > 0 && cases.open.n === 0 && <p class="quiet">{t("home-cases-none")}</p>}
      <FirstContact told={told.first_contacts} />
    </>
  );
}

function Line({ of }: { of: Thing }) {
  const said = (
    <>
      <strong>{of.more ? t("home-or-more", { n: number(of.n) }) : number(of.n)}</strong> <span>{of.label}</span>
    </>
  );
  return (
    <li class={of.urgent ? "home-urgent" : ""}>
      {of.to ? <a href={`#${of.to}`}>{said}</a> : <p>{said}</p>}
      {of.how && <p class="quiet home-how">{of.how}</p>}
    </li>
  );
}

function ofCases({ cases }: Work): Thing[] {
  const { open, late, due_today: due } = cases;
  const all: Thing[] = [
    { key: "late", n: late, to: "/cases?late=yes", urgent: true, label: t("home-cases-late", { n: late }) },
    { key: "due", n: due, to: "/cases", urgent: true, label: t("home-cases-due", { n: due }) },
    { key: "open", n: open.n, more: open.more, to: "/cases", label: t("home-cases-open", { n: open.n }) },
  ];
  return all.filter((one) => one.n > 0);
}

function ofOthers(told: Work, suggested: number): Thing[] {
  const { unconfirmed, reviews, quarter, draft } = told;
  const all: (Thing | false)[] = [
    draft === true && { key: "draft", n: 1, to: "/editions", label: t("home-draft") },
    counted("unconfirmed", unconfirmed, {
      to: doubtful(new Date()),
      label: t("home-unconfirmed", { n: unconfirmed.n }),
    }),
    suggested > 0 && {
      key: "suggested",
      n: suggested,
      to: "/answers?filed=suggested",
      label: t("home-suggested-wait", { n: suggested }),
    },
    counted("reviews", reviews, {
      label: t("home-reviews", { n: reviews?.n ?? 0, quarter }),
      how: t(isManager() ? "home-reviews-how" : "home-reviews-how-mine"),
    }),
  ];
  return all.filter((one): one is Thing => one !== false);
}

/** The low scores that are counted: of this month and the last (UTC). */
function doubtful(now: Date): string {
  const since = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 10);
  return feedOf({ state: "unconfirmed", group: "detractor", since });
}

function counted(key: string, count: Count | null, thing: Pick<Thing, "to" | "how" | "label">): Thing | false {
  return count !== null && count.n > 0 && { key, n: count.n, more: count.more, ...thing };
}

function FirstContact({ told }: { told: Work["first_contacts"] }) {
  if (told.of === 0) return null;
  const said = { in_time: told.in_time, of: told.of, percent: percent(told.in_time / told.of) };
  const days = told.median_days;
  return (
    <p class="quiet home-contact">
      {t(isManager() ? "home-contact" : "home-contact-mine", said)}
      {days !== null && ` ${days === 0 ? t("home-contact-same-day") : t("home-contact-days", { n: days })}`}
      {!told.whole && ` ${t("home-contact-part")}`}
    </p>
  );
}
