// What is public of the page, what waits for a yes, and every edition there was.

import { useEffect, useState } from "preact/hooks";
import { api, told } from "../../api";
import type { components } from "../../api.gen";
import { who } from "../../me";
import { Confirm, Empty, Panel, tell, View, Wait } from "../../parts";
import { useLoad, usePolling } from "../../use";
import { day, t } from "../../words";
import { Changes } from "./Changes";
import { Past } from "./Past";
import { Requests } from "./Requests";
import "./editions.css";

export type Now = components["schemas"]["EditionsNow"];
const SOON = 10; // seconds

export default function Editions() {
  const loaded = useLoad((signal) => api.GET("/api/staff/editions", { signal }), []);
  const [changed, setChanged] = useState<Now>();
  useEffect(() => setChanged(undefined), [loaded.data]);
  const now = changed ?? loaded.data;
  const isComing =
    now?.draft?.approved === true || (now?.requests ?? []).some((one) => one.state === "asked" && !one.late);
  usePolling(() => isComing && loaded.again(), SOON);
  return (
    <View title={t("editions-title")} lead={t("editions-lead")}>
      <Wait on={loaded}>
        {() =>
          now && (
            <>
              <Public now={now} />
              {who().role !== "viewer" && <Waiting now={now} changed={setChanged} again={loaded.again} />}
              <Requests now={now} />
              <Past now={now} changed={setChanged} />
            </>
          )
        }
      </Wait>
    </View>
  );
}

function Public({ now: { public: shown, may_approve } }: { now: Now }) {
  if (!shown)
    return (
      <Panel title={t("editions-public")}>
        <Empty title={t("editions-none")}>{may_approve && <FirstSteps />}</Empty>
      </Panel>
    );
  return (
    <Panel title={t("editions-public")}>
      <p>{t("editions-now", { number: shown.number, day: day(shown.made_at) })}</p>
      {shown.held && <p class="quiet">{t("editions-held")}</p>}
      <p>
        <a class="button second" href={shown.page} target="_blank" rel="noopener">
          {t("editions-open")}
        </a>
      </p>
    </Panel>
  );
}

function FirstSteps() {
  return (
    <ol>
      <li>
        <a href="#/commitments/_new">{t("editions-first-write")}</a>
      </li>
      <li>
        <a href="#/commitments">{t("editions-first-publish")}</a>
      </li>
      <li>{t("editions-first-approve")}</li>
    </ol>
  );
}

interface WaitingProps {
  now: Now;
  changed: (now: Now) => void;
  again: () => void;
}

function Waiting({ now, changed, again }: WaitingProps) {
  const { draft } = now;
  const approve = async (id: string) => {
    try {
      changed(await told(api.POST("/api/staff/editions/approve", { body: { approve: id } })));
      tell(t("editions-approved"));
    } catch (error) {
      again(); // what waits now is shown beside the refusal
      throw error;
    }
  };
  const refresh = async () => {
    changed(await told(api.POST("/api/staff/editions/refresh", { body: {} })));
    tell(t("editions-asked"));
  };
  const look = now.may_approve && (
    <button type="button" class="second" onClick={() => refresh().catch(again)}>
      {t("editions-refresh")}
    </button>
  );
  if (!draft)
    return (
      <Panel title={t("editions-waiting")}>
        <Empty title={t("editions-nothing-waits")}>
          {t(now.rule === "by_rule" && now.public && !now.public.held ? "editions-by-rule" : "editions-by-approval")}
        </Empty>
        <div class="actions">{look}</div>
      </Panel>
    );
  if (draft.approved)
    return (
      <Panel title={t("editions-on-its-way", { number: draft.number })}>
        <p>{t(now.stuck ? "editions-stuck" : "editions-on-its-way-say")}</p>
        {now.stuck && <div class="actions">{look}</div>}
      </Panel>
    );
  return (
    <Panel
      title={t(now.public ? "editions-question" : "editions-question-first", { number: draft.number })}
      note={t("editions-made", { day: day(draft.made_at) })}
    >
      <Changes changes={draft.changes} />
      <h3>{t("editions-look")}</h3>
      <ul class="editions-previews">
        {draft.previews.map((one) => (
          <li key={one.language}>
            <a class="button second" href={one.page} target="_blank" rel="noopener">
              {t("editions-page-in", { language: t(`common-language-${one.language}`) })}
            </a>
            {one.report && (
              <a class="button second" href={one.report} target="_blank" rel="noopener">
                {t("editions-report-in", { language: t(`common-language-${one.language}`) })}
              </a>
            )}
          </li>
        ))}
      </ul>
      {now.may_approve && (
        <div class="actions">
          <Confirm
            key={draft.id}
            main
            what={t("editions-publish", { number: draft.number })}
            say={t("editions-publish-say")}
            act={() => approve(draft.id)}
          />
          {look}
        </div>
      )}
    </Panel>
  );
}
