// What may be done with a commitment: let the public read it, take it off, tell who asked, remove it.

import { api, told } from "../../api";
import { go } from "../../location";
import { Confirm, Panel, tell, Wait } from "../../parts";
import { useLoad } from "../../use";
import { day, t } from "../../words";
import { Preview } from "./Preview";
import { fieldName, type One, titleOf } from "./told";

export function Steps({ one, changed }: { one: One; changed: (one: One) => void }) {
  const { line } = one;
  const path = { params: { path: { commitment_id: line.id } }, body: { seen: one.state } };
  const publish = async () => {
    changed(await told(api.POST("/api/staff/commitments/{commitment_id}/publish", path)));
    tell(t("commitments-published"));
  };
  const unpublish = async () => {
    changed(await told(api.POST("/api/staff/commitments/{commitment_id}/unpublish", path)));
    tell(t("commitments-unpublished"));
  };
  const remove = async () => {
    await told(api.POST("/api/staff/commitments/{commitment_id}/remove", path));
    go("/commitments");
    setTimeout(() => tell(t("commitments-removed")), 100);
  };
  const isPublic = line.state === "public" || line.state === "changed";
  const mayPublish = line.state !== "public" && line.missing.length === 0;
  return (
    <Panel title={t("commitments-public")} note={<Now one={one} />}>
      {line.missing.length > 0 && line.state !== "public" && (
        <div class="commitments-lacking">
          <p>{t("commitments-missing-why")}</p>
          <ul>
            {line.missing.map((field) => (
              <li key={field}>{fieldName(field)}</li>
            ))}
          </ul>
        </div>
      )}
      <Preview id={line.id} state={`${one.state} ${line.voices}`} />
      <div class="actions">
        {mayPublish && (
          <Confirm
            main
            what={t(line.state === "changed" ? "commitments-publish-again" : "commitments-publish")}
            say={<WhatIsPublished one={one} />}
            act={publish}
          />
        )}
        {line.status === "done" && isPublic && (
          <a class="button second" href={`#/commitments/${line.id}/telling`}>
            {t("commitments-tell")}
          </a>
        )}
        {isPublic && <Confirm what={t("commitments-unpublish")} say={t("commitments-unpublish-say")} act={unpublish} />}
        {one.removable && (
          <Confirm
            what={t("commitments-remove")}
            say={t("commitments-remove-say", { title: titleOf(line), n: line.voices ?? 0 })}
            act={remove}
          />
        )}
      </div>
    </Panel>
  );
}

function Now({ one: { line } }: { one: One }) {
  const since = line.published_on ? day(line.published_on) : "";
  return <>{t(`commitments-now-${line.state}`, { day: since })}</>;
}

/** What the public will read otherwise, and when. */
function WhatIsPublished({ one }: { one: One }) {
  const editions = useLoad((signal) => api.GET("/api/staff/editions", { signal }), []);
  return (
    <>
      <p>{t("commitments-publish-say")}</p>
      {one.differs.length > 0 && (
        <ul>
          {one.differs.map((move) => (
            <li key={move.field}>{fieldName(move.field)}</li>
          ))}
        </ul>
      )}
      <Wait on={editions}>
        {({ public: shown, rule }) => (
          <p>
            {t(
              shown === null
                ? "commitments-when-first"
                : rule === "by_rule" && !shown.held
                  ? "commitments-when-rule"
                  : "commitments-when-approval",
            )}
          </p>
        )}
      </Wait>
    </>
  );
}
