// Tells the people who asked that it is done: first who, who not and why, and the mail; then a yes to just that.

import { useState } from "preact/hooks";
import { api, told } from "../../api";
import { Confirm, Empty, More, Panel, Table, Tabs, tell, View } from "../../parts";
import { usePages } from "../../use";
import { coded, moment, language as spoken, t } from "../../words";
import { languages, type Person } from "./told";
import "./commitments.css";

const AT_ONCE = 25;

export default function Telling({ params: { id = "" } }: { params: { id?: string } }) {
  const path = { path: { commitment_id: id } };
  const [shown, show] = useState(spoken.get());
  const [first, keepFirst] = useState<{ text: string; mails: { language: string; subject: string; text: string }[] }>();
  const pages = usePages(
    async (after, signal) => {
      const found = await api.GET("/api/staff/commitments/{commitment_id}/telling", {
        params: { ...path, query: { after } },
        signal,
      });
      if (!after && found.data) keepFirst({ text: found.data.text, mails: found.data.mails });
      return found;
    },
    [id],
  );
  const page = pages.last;
  const toTell = pages.items.filter((one) => one.verdict === "now" || one.verdict === "later");
  const act = async () => {
    let n = 0;
    for (let at = 0; at < toTell.length; at += AT_ONCE) {
      const people = toTell.slice(at, at + AT_ONCE).map((one) => one.contact_id);
      const body = { people, text: first?.text ?? "" };
      const done = await told(api.POST("/api/staff/commitments/{commitment_id}/telling", { params: path, body }));
      n += done.told;
      for (const one of done.people) pages.put((item) => item.contact_id === one.contact_id, one);
    }
    tell(t("commitments-told", { n }));
  };
  const mail = first?.mails.find((one) => one.language === shown) ?? first?.mails[0];
  return (
    <View
      title={t("commitments-tell")}
      lead={t("commitments-tell-lead")}
      back={{ to: `/commitments/${id}`, label: t("commitments-one") }}
    >
      {page?.not_yet && <Empty title={t(`commitments-not-yet-${page.not_yet}`)}>{t("commitments-not-yet-why")}</Empty>}
      {mail && (
        <Panel title={t("commitments-mail")} note={t("commitments-mail-note")}>
          <Tabs
            label={t("common-language")}
            tabs={languages().map((code) => ({ id: code, label: t(`common-language-${code}`) }))}
            chosen={mail.language as "en" | "de" | "nl"}
            choose={show}
          >
            <article class="commitments-mail" lang={mail.language}>
              <p class="commitments-subject">{mail.subject}</p>
              <div class="commitments-mail-text">{mail.text}</div>
            </article>
          </Tabs>
        </Panel>
      )}
      <Panel title={t("commitments-askers")} note={page && t("commitments-behind-note", { n: page.voices })}>
        {pages.items.length > 0 ? (
          <Table
            caption={t("commitments-askers")}
            columns={[
              { head: t("common-contact"), cell: (one: Person) => one.name || t("common-erased"), main: true },
              { head: t("common-account"), cell: (one: Person) => one.account },
              {
                head: t("common-language"),
                cell: (one: Person) => one.language && t(`common-language-${one.language}`),
              },
              {
                head: t("commitments-the-mail"),
                cell: (one: Person) => <Verdict one={one} notYet={!!page?.not_yet} />,
              },
            ]}
            rows={pages.items}
            rowKey={(one) => one.contact_id}
          />
        ) : (
          page && <Empty title={t("commitments-none-behind")} />
        )}
        <More pages={pages} note={pages.next && t("commitments-more-askers")} />
        {!page?.not_yet && toTell.length > 0 && (
          <div class="actions">
            <Confirm
              main
              what={t("commitments-tell-them", { n: toTell.length })}
              say={t("commitments-tell-say", { n: toTell.length })}
              act={act}
            />
          </div>
        )}
      </Panel>
    </View>
  );
}

function Verdict({ one, notYet }: { one: Person; notYet: boolean }) {
  const why = one.reason ? coded("commitments-why-", one.reason) : "";
  if (one.verdict === "before") {
    const at = one.at ?? one.until;
    const waits = one.became === "waits";
    const soon = notYet ? "commitments-became-held" : "commitments-became-soon";
    return (
      <>
        {t(waits && !at ? soon : `commitments-became-${one.became}`)}
        {at && ` ${moment(at)}`}
        {waits && at && notYet && <span class="quiet"> · {t("commitments-only-if-on-page")}</span>}
        {why && <span class="quiet"> · {why}</span>}
      </>
    );
  }
  if (one.verdict === "unasked")
    return <>{t(one.name ? "commitments-verdict-unasked" : "commitments-verdict-never")}</>;
  return (
    <>
      {t(`commitments-verdict-${one.verdict}`)}
      {one.until && ` ${moment(one.until)}`}
      {one.ahead > 0 && <span class="quiet"> · {t("commitments-ahead", { n: one.ahead })}</span>}
      {why && <span class="quiet"> · {why}</span>}
    </>
  );
}
