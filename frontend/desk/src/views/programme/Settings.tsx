// What the programme sets, in plain words. Everything here is read off the programme; nothing is kept by hand.

import { api } from "../../api";
import type { components } from "../../api.gen";
import { inOurs, surveyName } from "../../me";
import { Panel, View, Wait } from "../../parts";
import { useLoad } from "../../use";
import { t } from "../../words";
import { headingOf, inWords } from "./fact";
import { Views } from "./Part";

type Part = components["schemas"]["ProgrammePart"];
type Group = components["schemas"]["ProgrammeGroup"];

export default function Settings() {
  const programme = useLoad((signal) => api.GET("/api/staff/programme", { signal }), []);
  return (
    <View title={t("programme-settings-title")} lead={t("programme-settings-lead")}>
      <Views here="settings" />
      <Wait on={programme}>
        {({ parts }) => (
          <>
            {parts.map((part) => (
              <PartOfIt key={part.part} part={part} />
            ))}
            <p class="programme-where">{t("programme-changed-where")}</p>
          </>
        )}
      </Wait>
    </View>
  );
}

// What the surveys are comes before what else is asked about tickets.
const GROUPS_FIRST = ["surveys"];

function PartOfIt({ part }: { part: Part }) {
  const facts = part.facts.length > 0 && <Sentences facts={part.facts} />;
  const isLater = GROUPS_FIRST.includes(part.part);
  return (
    <Panel title={t(`programme-part-${part.part}`)}>
      {!isLater && facts}
      {byField(part.groups).map(({ field, groups }) => (
        <Several key={field} title={headingOf(field)} groups={groups} />
      ))}
      {isLater && facts}
    </Panel>
  );
}

function Several({ title, groups }: { title: string; groups: Group[] }) {
  const areNames = groups.every((group) => group.facts.length === 0);
  return (
    <section class="programme-several">
      <h3>{title}</h3>
      {areNames ? (
        <ul class="programme-names">
          {groups.map((group) => (
            <li key={group.key}>{nameOf(group)}</li>
          ))}
        </ul>
      ) : (
        <div class="programme-groups">
          {groups.map((group) => (
            <div key={group.key}>
              <h4>{nameOf(group)}</h4>
              <Sentences facts={group.facts} />
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

function Sentences({ facts }: { facts: Part["facts"] }) {
  return (
    <ul class="programme-facts">
      {facts.map((fact) => (
        <li key={fact.field + fact.of}>{inWords(fact)}</li>
      ))}
    </ul>
  );
}

function nameOf(group: Group): string {
  return group.field === "surveys" ? surveyName(group.key) : inOurs(group.name) || group.key;
}

function byField(groups: Group[]): { field: string; groups: Group[] }[] {
  const found = new Map<string, Group[]>();
  for (const group of groups) found.set(group.field, [...(found.get(group.field) ?? []), group]);
  return [...found].map(([field, of]) => ({ field, groups: of }));
}
