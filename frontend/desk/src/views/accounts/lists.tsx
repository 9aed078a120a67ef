// What belongs to an account, a page at a time: answers, follow-ups with what was promised, tickets, people.

import { api } from "../../api";
import { isManager, surveyName } from "../../me";
import { Badge, Empty, Given, More, Person, Quote, Table } from "../../parts";
import { usePages } from "../../use";
import { coded, day, t } from "../../words";
import { AnswerList } from "../answers/Line";
import { standing } from "../cases/told";
import "../answers/answers.css";

const of = (id: string, after: string) => ({ path: { account_id: id }, query: { after } });

export function Answers({ id }: { id: string }) {
  const pages = usePages(
    (after, signal) => api.GET("/api/staff/accounts/{account_id}/answers", { params: of(id, after), signal }),
    [id],
  );
  return (
    <>
      <AnswerList lines={pages.items} />
      {pages.last && pages.items.length === 0 && <Empty title={t("answers-none")} />}
      <More pages={pages} />
    </>
  );
}

export function Cases({ id }: { id: string }) {
  const pages = usePages(
    (after, signal) => api.GET("/api/staff/accounts/{account_id}/cases", { params: of(id, after), signal }),
    [id],
  );
  return (
    <>
      <ul class="accounts-plain">
        {pages.items.map(({ case: one, promised, opens }) => (
          <li key={one.id}>
            <p>
              <Badge tone={one.late ? "strong" : one.closed_at ? "quiet" : "plain"}>
                {t(`common-case-${one.late ? "late" : one.state}`)}
              </Badge>{" "}
              {opens ? <a href={`#/cases/${one.id}`}>{one.name || one.email}</a> : <b>{one.name || one.email}</b>}{" "}
              <Given score={one.score} scale={one.scale} />
            </p>
            <p class="quiet">
              {standing(one)} · {one.owner_email}
            </p>
            {promised && (
              <>
                <p class="quiet">{t("accounts-promised")}</p>
                <Quote>{promised}</Quote>
              </>
            )}
          </li>
        ))}
      </ul>
      {pages.last && pages.items.length === 0 && !pages.next && <Empty title={t("accounts-no-cases")} />}
      <More pages={pages} note={pages.next && t("accounts-some-people")} />
    </>
  );
}

export function Tickets({ id }: { id: string }) {
  const pages = usePages(
    (after, signal) => api.GET("/api/staff/accounts/{account_id}/tickets", { params: of(id, after), signal }),
    [id],
  );
  return (
    <>
      {pages.items.length > 0 && (
        <Table
          caption={t("accounts-tab-tickets")}
          rows={pages.items}
          columns={[
            { head: t("accounts-ticket"), main: true, cell: (one) => `${one.ticket} (${one.source})` },
            { head: t("common-contact"), cell: (one) => <a href={`#/contacts/${one.contact_id}`}>{one.name}</a> },
            { head: t("common-survey"), cell: (one) => surveyName(one.survey) },
            { head: t("common-date"), cell: (one) => day(one.at, { dateStyle: "medium" }) },
            {
              head: t("common-state"),
              cell: (one) => (
                <>
                  {t(`contacts-state-${one.state}`)}
                  {one.reason && <span class="quiet"> {coded("contacts-reason-", one.reason)}</span>}
                </>
              ),
            },
          ]}
        />
      )}
      {pages.last && pages.items.length === 0 && !pages.next && <Empty title={t("accounts-no-tickets")} />}
      <More pages={pages} note={pages.next && t("accounts-some-people")} />
    </>
  );
}

export function People({ id }: { id: string }) {
  const pages = usePages(
    (after, signal) => api.GET("/api/staff/accounts/{account_id}/people", { params: of(id, after), signal }),
    [id],
  );
  return (
    <>
      <Table
        caption={t("accounts-tab-people")}
        rows={pages.items}
        rowKey={(one) => one.id}
        columns={[
          {
            head: t("common-contact"),
            main: true,
            cell: (one) => <Person name={one.name} email={one.email} to={`/contacts/${one.id}`} />,
          },
          { head: t("contacts-role"), cell: (one) => t(`contacts-role-${one.role}`) },
          ...(isManager() ? [{ head: t("common-owner"), cell: (one: { owner: string }) => one.owner || "–" }] : []),
          {
            head: t("contacts-do-not-ask"),
            cell: (one) => (one.do_not_ask ? t("common-yes") : t("common-no")),
          },
        ]}
      />
      <More pages={pages} />
    </>
  );
}
