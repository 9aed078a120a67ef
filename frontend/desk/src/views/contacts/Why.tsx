// Why was this person asked, or not: what stands against it, each invitation's story, and what comes next.

import { api } from "../../api";
import { surveyName } from "../../me";
import { Panel, Wait } from "../../parts";
import { useLoad } from "../../use";
import { day, t } from "../../words";
import { type Why as Explained, Told } from "./told";

export function Why({ id }: { id: string }) {
  const why = useLoad(
    (signal) => api.GET("/api/staff/contacts/{contact_id}/why", { params: { path: { contact_id: id } }, signal }),
    [id],
  );
  return (
    <Panel title={t("contacts-why")} note={t("contacts-why-note")}>
      <Wait on={why}>{(told) => <Stories told={told} />}</Wait>
    </Panel>
  );
}

function Stories({ told }: { told: Explained }) {
  return (
    <div class="contacts-why">
      <ul>
        {told.person.map((fact) => (
          <li key={fact.code}>
            <Told fact={fact} />
          </li>
        ))}
      </ul>
      <h3>{t("contacts-next")}</h3>
      <ul>
        {told.next.map(({ survey, fact }) => (
          <li key={survey}>
            <Told fact={fact} survey={survey} />
          </li>
        ))}
      </ul>
      {told.invitations.length > 0 && <h3>{t("contacts-stories")}</h3>}
      {told.invitations.map((one) => (
        <div key={`${one.survey} ${one.day} ${one.subject}`}>
          <h4>{title(one)}</h4>
          <ul>
            {one.facts.map((fact, at) => (
              <li key={`${fact.code} ${at}`}>
                <Told fact={fact} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {told.news.length > 0 && <h3>{t("contacts-news")}</h3>}
      {told.news.length > 0 && (
        <ul>
          {told.news.map(({ commitment, fact }) => (
            <li key={commitment}>
              <a href={`#/commitments/${commitment}`}>{commitment}</a>: <Told fact={fact} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function title(one: Explained["invitations"][number]): string {
  const survey = surveyName(one.survey);
  if (one.subject) return t("contacts-story-about", { survey, subject: one.subject });
  return t(one.kick_off ? "contacts-story-brought" : "contacts-story-planned", { survey, day: day(one.day) });
}
