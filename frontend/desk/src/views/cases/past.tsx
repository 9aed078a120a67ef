// What came before, what is done about it elsewhere, what happened to the follow-up, and who was told.

import { inOurs } from "../../me";
import { Badge, Given, Panel, Quote } from "../../parts";
import { coded, day, t } from "../../words";
import { about, causeName, type FollowUp, type Notice, personName, when } from "./told";

export function Background({ of }: { of: FollowUp }) {
  return (
    <>
      {of.promised.length > 0 && (
        <Panel title={t("cases-promised")}>
          {of.promised.map((one) => (
            <div key={one.closed_at} class="cases-promise">
              <p class="cases-asked">
                {[
                  day(one.closed_at),
                  one.cause && causeName(one.cause),
                  one.outcome && t(`cases-outcome-${one.outcome}`),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              {one.note && <Quote>{one.note}</Quote>}
            </div>
          ))}
        </Panel>
      )}
      {of.commitments.length > 0 && (
        <Panel title={t("cases-commitments")} note={t("cases-commitments-why")}>
          <ul class="cases-plain">
            {of.commitments.map((one) => (
              <li key={one.id}>
                <a href={`#/commitments/${one.id}`}>{inOurs(one.name) || one.id}</a>{" "}
                <Badge tone={one.status === "done" ? "quiet" : "plain"}>{t(`cases-commitment-${one.status}`)}</Badge>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {of.unconfirmed.length > 0 && (
        <Panel title={t("cases-unconfirmed")} note={t("cases-unconfirmed-why")}>
          <ul class="cases-plain">
            {of.unconfirmed.map((one) => (
              <li key={one.answered_at}>
                <Earlier of={one} />
                {one.reasons.length > 0 && (
                  <p class="quiet">{one.reasons.map((reason) => coded("cases-reason-", reason)).join("; ")}</p>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {of.history.length > 0 && (
        <Panel title={t("cases-history")}>
          <ul class="cases-plain">
            {of.history.map((one) => (
              <li key={one.answered_at}>
                <Earlier of={one} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Earlier({ of }: { of: FollowUp["history"][number] }) {
  return (
    <>
      <Given score={of.score} scale={of.scale} />{" "}
      <span class="quiet">
        {about(of)} · {day(of.answered_at)}
      </span>
    </>
  );
}

export function Changes({ of }: { of: FollowUp }) {
  return (
    <Panel title={t("cases-changes")}>
      <ol class="cases-line">
        {of.changes.map((one, at) => (
          <li key={at}>
            <b>
              {[t(`cases-change-${how(one.what, of)}`, { to: one.to }), outcome(one), one.cause && causeName(one.cause)]
                .filter(Boolean)
                .join(" · ")}
            </b>
            <span class="quiet">
              {[when(one.at), one.by === "sayso" ? "" : personName(one.by, of.people)].filter(Boolean).join(" · ")}
            </span>
            {one.note && (
              <p class="cases-note" dir="auto">
                {one.note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

// Of somebody erased nobody knows any more whether they were contacted, or wished not to be
function how(what: FollowUp["changes"][number]["what"], of: FollowUp): string {
  if (what !== "contacted") return what;
  if (of.erased) return "either";
  return of.contact === "no" ? "looked" : "contacted";
}

function outcome(one: FollowUp["changes"][number]): string {
  return one.outcome ? t(`cases-outcome-${one.outcome}`) : "";
}

/** Who was told of it when, and who still will be. */
export function Notices({ of }: { of: FollowUp }) {
  if (of.notices.length === 0) return null;
  return (
    <Panel title={t("cases-told")}>
      <ol class="cases-line">
        {of.notices.map((one, at) => (
          <li key={at} class={one.state === "dropped" ? "quiet" : ""}>
            <b>{t(`cases-notice-${one.kind}`)}</b>
            <span class="quiet">{[one.at && when(one.at), whom(one, of)].filter(Boolean).join(" · ")}</span>
            <span class="quiet">
              {t(`cases-notice-state-${one.state}`)}
              {one.reason && `: ${coded("cases-because-", one.reason)}`}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function whom(one: Notice, of: FollowUp): string {
  if (one.channel !== "mail") return one.channel;
  if (one.to) return t("cases-mail-to", { to: personName(one.to, of.people) });
  const standsIn = one.kind === "escalation" || one.kind === "undelivered";
  return t(standsIn ? "cases-mail-to-deputy" : "cases-mail-to-owner");
}
