// Which days, which survey, and how they are looked at.

import type { components } from "../../api.gen";
import type { Query } from "../../location";
import { isManager, surveyName, who } from "../../me";
import { Choice, Field, type Option } from "../../parts";
import type { Problem } from "../../problem";
import { refusal } from "../../refused";
import { t } from "../../words";
import { BY, type Choice as Chosen, DAYS, OVER } from "./choice";

type Told = components["schemas"]["NumbersTold"];
type Askable = Told["askable"];

interface Props {
  choice: Chosen;
  change: (change: Query) => void;
  told: Told | undefined;
  problem: Problem | undefined;
}

export function Choosing({ choice, change, told, problem }: Props) {
  const may = told?.askable;
  const known = told?.surveys.map((one) => one.id) ?? ["", ...(isManager() ? who().surveys.map((one) => one.id) : [])];
  const ids = known.includes(choice.survey) ? known : [...known, choice.survey];
  const surveys = ids.map((id) => ({ value: id, label: id ? surveyName(id) : t("home-relationship") }));
  const isFree = may?.days ?? isManager();
  const days = isFree ? DAYS : DAYS.slice(0, 1);
  const wrong = (field: string) => (problem?.field === field ? refusal(problem).words : undefined);
  return (
    <div class="filters home-choosing">
      <Choice
        label={t("home-days")}
        value={days.includes(choice.days) ? choice.days : ""}
        hint={isFree ? undefined : t("home-days-why")}
        options={days.map((one) => ({ value: one, label: t(`home-days-${one || "twelve"}`) }))}
        change={(days) => change({ days, first: "", last: "" })}
      />
      {choice.days === "own" && isFree && (
        <>
          <Field
            type="date"
            label={t("home-first")}
            value={choice.first}
            problem={wrong("first")}
            change={(first) => change({ first })}
          />
          <Field
            type="date"
            label={t("home-last")}
            value={choice.last}
            problem={wrong("last")}
            change={(last) => change({ last })}
          />
        </>
      )}
      <Choice
        label={t("common-survey")}
        value={choice.survey}
        options={surveys}
        change={(survey) => change({ survey })}
      />
      <Choice
        label={t("home-look")}
        value={choice.look}
        options={looks(may, choice.look)}
        change={(look) => change({ look, segment: "" })}
      />
      {choice.look === "by-segment" && told && told.segments.length > 1 && (
        <Choice
          label={t("home-segment")}
          value={told.segment}
          options={segments(told.segments)}
          change={(segment) => change({ segment })}
        />
      )}
    </div>
  );
}

/** What whoever asks may look at, as an answer says. */
function looks(may: Askable | undefined, look: string): Option[] {
  const all = ["", ...OVER, ...BY].filter((one) => !one || one === look || isOffered(may, one));
  return all.map((one) => ({ value: one, label: t(`home-look-${one || "surveys"}`) }));
}

function isOffered(may: Askable | undefined, look: string): boolean {
  const [kind, what] = look.split("-");
  return (kind === "over" ? may?.over_time : may?.by)?.some((one) => one === what) ?? (isManager() && what !== "owner");
}

function segments(names: string[]): Option[] {
  return [{ value: "", label: t("common-all") }, ...names.map((name) => ({ value: name, label: name }))];
}
