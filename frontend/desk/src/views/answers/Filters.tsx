// What the feed is filtered by. The state stands alone, because it decides whether what is read counts at all.

import { useEffect, useState } from "preact/hooks";
import type { Query } from "../../location";
import { driverName, inOurs, surveyName, themeName, who } from "../../me";
import { Chips, Choice, Field, type Option } from "../../parts";
import { t } from "../../words";
import { AccountFilter } from "./AccountFilter";
import { counted, NAMES, STATES } from "./filters";

interface Props {
  query: Query;
  change: (query: Query) => void;
  /** What the account is called that is filtered by, where an answer says so. */
  account: string;
}

export function Filters({ query, change, account }: Props) {
  const n = counted(query);
  // What keeps answers out is seen; whoever takes the last filter away may go on choosing.
  const [open, show] = useState(n > 0);
  useEffect(() => {
    if (n > 0) show(true);
  }, [n]);
  const set = (name: string) => (value: string) => change({ [name]: value });
  return (
    <>
      <Chips
        label={t("common-state")}
        one
        options={STATES.map((value) => ({ value, label: t(`answers-state-${value}`) }))}
        chosen={[query.state ?? "counts"]}
        change={([state]) => change({ state: state === "counts" ? "" : (state ?? "") })}
      />
      <details class="answers-filters" open={open} onToggle={(event) => show(event.currentTarget.open)}>
        <summary>{n > 0 ? t("answers-filters-on", { n }) : t("answers-filters")}</summary>
        <div class="filters">
          <Choice
            label={t("common-survey")}
            value={query.survey ?? ""}
            change={set("survey")}
            options={surveys(query)}
          />
          <Choice label={t("answers-group")} value={query.group ?? ""} change={set("group")} options={GROUPS()} />
          <Choice
            label={t("common-driver")}
            value={query.driver ?? ""}
            change={set("driver")}
            options={drivers(query)}
          />
          <Choice label={t("common-theme")} value={query.theme ?? ""} change={set("theme")} options={themes(query)} />
          <Choice label={t("answers-filed")} value={query.filed ?? ""} change={set("filed")} options={FILED()} />
          <Choice
            label={t("common-language")}
            value={query.language ?? ""}
            change={set("language")}
            options={[all(), ...who().languages.map((value) => ({ value, label: t(`common-language-${value}`) }))]}
          />
          {!query.account && <AccountFilter choose={set("account")} />}
          <Field label={t("answers-since")} type="date" value={query.since ?? ""} change={set("since")} />
          <Field label={t("answers-until")} type="date" value={query.until ?? ""} change={set("until")} />
        </div>
        <Chips
          label={t("answers-only")}
          options={(["words", "quotable"] as const).map((value) => ({ value, label: t(`answers-only-${value}`) }))}
          chosen={(["words", "quotable"] as const).filter((name) => query[name])}
          change={(chosen) =>
            change({
              words: chosen.includes("words") ? "yes" : "",
              quotable: chosen.includes("quotable") ? "yes" : "",
            })
          }
        />
        <div class="actions">
          {query.account && (
            <button type="button" class="second" onClick={() => change({ account: "" })}>
              {t("answers-account-off", { account: account || t("common-account") })}
            </button>
          )}
          {n > 0 && (
            <button
              type="button"
              class="second"
              onClick={() => change(Object.fromEntries(NAMES.map((name) => [name, ""])))}
            >
              {t("answers-filters-off")}
            </button>
          )}
        </div>
      </details>
    </>
  );
}

const all = (): Option => ({ value: "", label: t("common-all") });
const GROUPS = (): Option[] => [
  all(),
  ...["promoter", "passive", "detractor"].map((value) => ({ value, label: t(`common-groups-${value}`) })),
];
const FILED = (): Option[] => [
  all(),
  ...["filed", "suggested", "none"].map((value) => ({ value, label: t(`answers-filed-${value}`) })),
];

/** What an address asks for stays in the list, also what the programme has no longer. */
function withAsked(options: Option[], asked: string | undefined, name: (id: string) => string): Option[] {
  const isThere = !asked || options.some((one) => one.value === asked);
  return [all(), ...options, ...(isThere ? [] : [{ value: asked, label: name(asked) }])];
}

function surveys(query: Query): Option[] {
  const known = who().surveys.map((one) => one.id);
  const ids = known.includes("review") || !who().reviews ? known : [...known, "review"];
  return withAsked(
    ids.map((value) => ({ value, label: surveyName(value) })),
    query.survey,
    surveyName,
  );
}

function drivers(query: Query): Option[] {
  const options = who().drivers.map((one) => ({ value: one.id, label: inOurs(one.name) }));
  return withAsked(options, query.driver, driverName);
}

function themes(query: Query): Option[] {
  const options = who().themes.map((one) => ({ value: one.id, label: inOurs(one.name) }));
  return withAsked(options, query.theme, themeName);
}
