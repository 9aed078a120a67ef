// What the law gives a person: everything held about them as a file, and being erased.

import { useState } from "preact/hooks";
import { told as answered, api } from "../../api";
import { go } from "../../location";
import { Confirm, Field, Panel, ProblemBox, tell } from "../../parts";
import { save } from "../../save";
import { useSend } from "../../use";
import { t } from "../../words";
import type { Contact } from "./told";

export function Data({ told, id }: { told: Contact; id: string }) {
  return (
    <Panel title={t("contacts-data")}>
      <div class="columns">
        <Export id={id} />
        <Erase told={told} id={id} />
      </div>
    </Panel>
  );
}

function Export({ id }: { id: string }) {
  const { send, sending, problem } = useSend(() =>
    api.POST("/api/staff/contacts/{contact_id}/export", { params: { path: { contact_id: id } }, body: {} }),
  );
  const hand = async () => {
    const found = await send();
    if (!found) return;
    save(`sayso-contact-${id.slice(0, 8)}.json`, `${JSON.stringify(found, null, 2)}\n`, "application/json");
    tell(t("contacts-exported"));
  };
  return (
    <div class="stack">
      <p>{t("contacts-export-say")}</p>
      <button type="button" class="second" aria-disabled={sending} onClick={hand}>
        {sending ? t("common-one-moment") : t("contacts-export")}
      </button>
      <ProblemBox problem={problem} />
    </div>
  );
}

function Erase({ told, id }: { told: Contact; id: string }) {
  const [typed, type] = useState("");
  const { contact } = told;
  const isSame =
    typed.trim() !== "" && [contact.own_id, contact.email.toLowerCase()].includes(same(typed, contact.own_id));
  const erase = async () => {
    await answered(
      api.POST("/api/staff/contacts/{contact_id}/erase", {
        params: { path: { contact_id: id } },
        body: { confirm: typed },
      }),
    );
    go("/contacts", { replace: true });
    tell(t("contacts-erased"));
  };
  return (
    <div class="stack">
      <p>{t("contacts-erase-say")}</p>
      <Field
        label={t("contacts-erase-typed", { what: contact.own_id || contact.email })}
        value={typed}
        change={type}
        spellcheck={false}
      />
      <Confirm
        what={t("contacts-erase")}
        disabled={!isSame}
        say={
          <>
            <p>{t("contacts-erase-sure", { who: contact.name || contact.email })}</p>
            {told.same_address > 0 && <p>{t("contacts-erase-shared", { n: told.same_address })}</p>}
          </>
        }
        act={erase}
      />
    </div>
  );
}

/** An id as it is, an address in lower case. */
function same(typed: string, ownId: string): string {
  const text = typed.trim();
  return text === ownId ? text : text.toLowerCase();
}
