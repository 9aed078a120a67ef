// What waits for whoever is signed in: each line a number, what it is of, and the way there.

import type { ComponentChildren } from "preact";
import type { components } from "../../api.gen";
import { isManager } from "../../me";
import { number, percent, t } from "../../words";

export type Work = components["schemas"]["HomeWork"];
type Count = components["schemas"]["HomeCount"];

interface Thing {
  key: string;
  n: number;
  more?: boolean;
  to: string;
  /** Late: whoever looks at nothing else should look at this. */
  urgent?: boolean;
  label: ComponentChildren;
}

export function Waiting({ told, suggested }: { told: Work; suggested: number }) {
  const { cases } = told;
  const things = [...ofCases(told), ...ofOthers(told, suggested)];
  const toTell = (told.to_tell ?? [])
    .map((one) => counted(one.commitment_id, one.people, `/commitments/${one.commitment_id}/telling`, one.name))
    .filter((one) => one !== false);
  return (
    <>
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
  return (
    <li class={of.urgent ? "home-urgent" : ""}>
      <a href={`#${of.to}`}>
        <strong>{of.more ? t("home-or-more", { n: number(of.n) }) : number(of.n)}</strong> <span>{of.label}</span>
      </a>
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
    counted("unconfirmed", unconfirmed, "/answers?state=unconfirmed", t("home-unconfirmed", { n: unconfirmed.n })),
    suggested > 0 && {
      key: "suggested",
      n: suggested,
      to: "/answers?filed=suggested",
      label: t("home-suggested-wait", { n: suggested }),
    },
    counted("reviews", reviews, "/accounts", t("home-reviews", { n: reviews?.n ?? 0, quarter })),
  ];
  return all.filter((one): one is Thing => one !== false);
}

function counted(key: string, count: Count | null, to: string, label: string): Thing | false {
  return count !== null && count.n > 0 && { key, n: count.n, more: count.more, to, label };
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
