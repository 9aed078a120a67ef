// One contact: who they are, whether they are written to and why, what was sent, what they said.

import { api } from "../../api";
import { isManager, surveyName, who } from "../../me";
import { Badge, Empty, Facts, Given, Panel, Table, View, Wait } from "../../parts";
import type { Params } from "../../route";
import { useLoad } from "../../use";
import { day, moment, t } from "../../words";
import { AnswerList } from "../answers/Line";
import { standing } from "../cases/told";
import { Data } from "./Data";
import { reasonText, type Contact as Told } from "./told";
import { Whether } from "./Whether";
import { Why } from "./Why";
import "../answers/answers.css";
import "./contacts.css";

export default function Contact({ params }: { params: Params }) {
  const id = params.id ?? "";
  const contact = useLoad(
    (signal) => api.GET("/api/staff/contacts/{contact_id}", { params: { path: { contact_id: id } }, signal }),
    [id],
  );
  const told = contact.data;
  return (
    <View
      title={told ? told.contact.name || told.contact.email : t("common-contact")}
      back={{ to: "/contacts", label: t("contacts-title") }}
      lead={told && <a href={`#/accounts/${told.contact.account_id}`}>{told.contact.account}</a>}
    >
      <Wait on={contact}>{(shown) => <Whole told={shown} id={id} again={contact.again} />}</Wait>
    </View>
  );
}

function Whole({ told, id, again }: { told: Told; id: string; again: () => void }) {
  return (
    <>
      <div class="columns">
        <Who told={told} />
        <Whether told={told} id={id} again={again} />
      </div>
      <Why id={id} />
      <Panel title={t("contacts-asked")}>
        <Asked told={told} />
      </Panel>
      <Panel title={t("contacts-answers")}>
        {told.answers.length === 0 && <Empty title={t("contacts-no-answers")} />}
        <AnswerList lines={told.answers} />
      </Panel>
      <Panel title={t("contacts-cases")}>
        <Cases told={told} />
      </Panel>
      {isManager() && <Data told={told} id={id} />}
    </>
  );
}

function Who({ told }: { told: Told }) {
  const { contact } = told;
  const date = (iso: string | null) => (iso ? day(iso) : "");
  return (
    <Panel title={t("contacts-person")}>
      <div>
        <Facts
          facts={[
            [
              t("contacts-email"),
              <a key="mail" href={`mailto:${contact.email}`}>
                {contact.email}
              </a>,
            ],
            [t("contacts-phone"), told.phone && <a href={`tel:${told.phone}`}>{told.phone}</a>],
            [t("contacts-own-id"), contact.own_id || t("contacts-by-ticket")],
            [t("contacts-role"), t(`contacts-role-${contact.role}`)],
            [t("common-owner"), told.owner],
            [t("contacts-account-since"), date(told.account_since)],
            [t("contacts-contact-since"), date(told.contact_since)],
            [t("contacts-renewal"), date(told.renewal)],
            [t("contacts-locale"), told.locale],
            [t("contacts-time-zone"), told.time_zone],
            [t("contacts-first-seen"), day(told.first_seen_at)],
            ...Object.entries(told.segments).map(([name, value]): [string, string] => [name, value]),
          ]}
        />
      </div>
    </Panel>
  );
}

function Asked({ told }: { told: Told }) {
  if (told.invitations.length === 0) return <Empty title={t("contacts-nothing-asked")} />;
  return (
    <Table
      caption={t("contacts-asked")}
      rows={told.invitations}
      rowKey={(one) => `${one.survey} ${one.occasion}`}
      columns={[
        {
          head: t("common-survey"),
          main: true,
          cell: (one) => (one.ticket ? t("contacts-ticket", { ticket: one.ticket }) : surveyName(one.survey)),
        },
        { head: t("contacts-planned"), cell: (one) => day(one.planned_at, { dateStyle: "medium" }) },
        {
          head: t("common-state"),
          cell: (one) => (
            <>
              <Badge tone={one.next_at ? "plain" : "quiet"}>{t(`contacts-state-${one.state}`)}</Badge>{" "}
              {one.reason && <span class="quiet">{reasonText(one.reason)}</span>}
            </>
          ),
        },
        {
          head: t("contacts-mails"),
          cell: (one) =>
            one.mails.length === 0
              ? "–"
              : one.mails.map((mail) => (
                  <span key={mail.kind} class="contacts-mail">
                    {t("contacts-mail-at", { mail: t(`contacts-mail-${mail.kind}`), at: moment(mail.at) })}{" "}
                    <span class="quiet">{t(`contacts-mail-${mail.delivered_at ? "delivered" : mail.state}`)}</span>
                  </span>
                )),
        },
      ]}
    />
  );
}

function Cases({ told }: { told: Told }) {
  if (told.cases.length === 0) return <Empty title={t("contacts-no-cases")} />;
  const opens = (one: Told["cases"][number]) => isManager() || one.owner_email === who().email || one.escalated_to_me;
  return (
    <ul class="contacts-plain">
      {told.cases.map((one) => (
        <li key={one.id}>
          <Badge tone={one.late ? "strong" : one.closed_at ? "quiet" : "plain"}>
            {t(`common-case-${one.late ? "late" : one.state}`)}
          </Badge>{" "}
          {opens(one) ? <a href={`#/cases/${one.id}`}>{standing(one)}</a> : standing(one)}{" "}
          <Given score={one.score} scale={one.scale} /> <span class="quiet">{one.owner_email}</span>
        </li>
      ))}
    </ul>
  );
}
