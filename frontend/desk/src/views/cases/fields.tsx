// The fields that only closing and handing over have.

import { inOurs, who } from "../../me";
import { Check, Chips, Choice, Field } from "../../parts";
import { t } from "../../words";
import { type Draft, isTyped, OTHER, toOf, type Wrong } from "./task";
import type { FollowUp } from "./told";

export interface Fields {
  of: FollowUp;
  draft: Draft;
  change: (some: Partial<Draft>) => void;
  wrong: Wrong;
}

export function Cause({ draft, change, wrong }: Fields) {
  const drivers = who().drivers.map(({ id, name }) => ({ value: id, label: inOurs(name) }));
  const isOwn = draft.cause === OTHER || drivers.length === 0;
  const problem = wrong?.part === "cause" ? wrong.say : undefined;
  return (
    <>
      {drivers.length > 0 && (
        <Chips
          label={t("cases-cause")}
          one
          options={[...drivers, { value: OTHER, label: t("cases-cause-other") }]}
          chosen={[draft.cause]}
          change={([cause = ""]) => change({ cause })}
          problem={isOwn ? undefined : problem}
        />
      )}
      {isOwn && (
        <Field
          label={t("cases-cause-own")}
          value={draft.own}
          change={(own) => change({ own, cause: OTHER })}
          dir="auto"
          problem={problem}
        />
      )}
    </>
  );
}

export function Ending({ of, draft, change, wrong }: Fields) {
  const days = of.recheck_days;
  return (
    <>
      <Chips
        label={t("cases-outcome")}
        one
        options={(["solved", "not_solved", "no_answer"] as const).map((value) => ({
          value,
          label: t(`cases-outcome-${value}`),
        }))}
        chosen={[draft.outcome]}
        change={([outcome]) => change({ outcome: outcome as Draft["outcome"] })}
        problem={wrong?.part === "outcome" ? wrong.say : undefined}
      />
      {days !== null && (
        <Check
          label={days === 1 ? t("cases-recheck-day") : t("cases-recheck", { days })}
          checked={draft.recheck}
          change={(recheck) => change({ recheck })}
        />
      )}
    </>
  );
}

export function To({ of, draft, change, wrong }: Fields) {
  const people = of.people.map(({ email, name }) => ({ value: email, label: name ? `${name}, ${email}` : email }));
  const problem = wrong?.part === "to" ? wrong.say : undefined;
  const isOther = draft.to === OTHER;
  return (
    <>
      <Choice
        label={t("cases-to")}
        hint={t("cases-to-hint", { company: who().company })}
        value={draft.to}
        change={(to) => change({ to, sure: false })}
        options={[{ value: "", label: t("common-choose") }, ...people, { value: OTHER, label: t("cases-to-other") }]}
        problem={isOther ? undefined : problem}
      />
      {isOther && (
        <Field
          label={t("cases-to-email")}
          type="email"
          value={draft.email}
          change={(email) => change({ email, sure: false })}
          problem={problem}
        />
      )}
      {isTyped(draft, of) && (
        <Check
          label={t("cases-sure", { to: toOf(draft) })}
          checked={draft.sure}
          change={(sure) => change({ sure })}
          problem={wrong?.part === "sure" ? wrong.say : undefined}
        />
      )}
    </>
  );
}
