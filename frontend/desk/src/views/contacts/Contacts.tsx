// Finding a contact: by the company's own id or by mail address, exactly; or through their account.

import { useState } from "preact/hooks";
import { api } from "../../api";
import type { components } from "../../api.gen";
import { isManager } from "../../me";
import { Empty, Field, Person, ProblemBox, Table, View } from "../../parts";
import { useSend } from "../../use";
import { t } from "../../words";
import { suppressionText } from "./told";
import "./contacts.css";

type Found = components["schemas"]["ContactsFound"];

export default function Contacts() {
  const [who, type] = useState("");
  const [found, show] = useState<{ who: string; told: Found }>();
  const { send, sending, problem } = useSend((asked: string) =>
    api.POST("/api/staff/contacts/find", { body: { who: asked } }),
  );
  const search = async () => {
    const asked = who.trim();
    if (!asked) return;
    const told = await send(asked);
    if (told) show({ who: asked, told });
  };
  return (
    <View
      title={t("contacts-title")}
      lead={t("contacts-lead")}
      actions={
        isManager() && (
          <a class="button second" href="#/contacts/import">
            {t("contacts-import")}
          </a>
        )
      }
    >
      <form
        role="search"
        class="contacts-search"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <Field
          label={t("contacts-who")}
          hint={t("contacts-who-hint")}
          type="search"
          value={who}
          change={type}
          maxLength={254}
        />
        <button type="submit" aria-disabled={sending}>
          {sending ? t("common-one-moment") : t("common-search")}
        </button>
      </form>
      <ProblemBox problem={problem} again={search} />
      <div role="status">{found && <Results {...found} />}</div>
      <p class="quiet">
        <a href="#/accounts">{t("contacts-by-account")}</a>
      </p>
    </View>
  );
}

function Results({ who, told }: { who: string; told: Found }) {
  if (told.items.length === 0) {
    return (
      <Empty title={t("contacts-nobody", { who })}>
        {told.suppression ? suppressionText(told.suppression) : t("contacts-nobody-why")}
      </Empty>
    );
  }
  return (
    <Table
      caption={t("contacts-found", { n: told.items.length })}
      showCaption
      rows={told.items}
      rowKey={(one) => one.id}
      columns={[
        {
          head: t("common-contact"),
          main: true,
          cell: (one) => <Person name={one.name} email={one.email} to={`/contacts/${one.id}`} />,
        },
        { head: t("contacts-own-id"), cell: (one) => one.own_id || t("contacts-by-ticket") },
        { head: t("common-account"), cell: (one) => <a href={`#/accounts/${one.account_id}`}>{one.account}</a> },
        { head: t("contacts-role"), cell: (one) => t(`contacts-role-${one.role}`) },
      ]}
    />
  );
}
