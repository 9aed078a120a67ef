// What became of a list, or would: who is new, what changes, each bad row with its reason, and what to look at twice.

import { Facts, Table } from "../../parts";
import { save } from "../../save";
import { day, has, list as listed, number, t } from "../../words";
import { type List, rejectsFile } from "./csv";
import { knownElsewhere, looksRenumbered, type Rejected, type Sum, type Taken } from "./pieces";

const SHOWN = 20;
const NEW_SHOWN = 100;
const LANGUAGES_NAMED = 5;

export function Preview({ list, sum, isTaken }: { list: List; sum: Sum; isTaken: boolean }) {
  const done = isTaken ? "done" : "will";
  return (
    <>
      <div>
        <Facts
          facts={[
            [t(`contacts-${done}-added`), number(sum.added)],
            [t(`contacts-${done}-changed`), <Changed key="changed" sum={sum} />],
            [t("contacts-unchanged"), number(sum.unchanged)],
            [t(`contacts-${done}-rejected`), number(sum.rejected.length)],
          ]}
        />
      </div>
      <Warnings list={list} sum={sum} />
      <Newcomers taken={sum.taken} />
      <Changes taken={sum.taken} />
      {sum.rejected.length > 0 && <Rejects list={list} rejected={sum.rejected} />}
    </>
  );
}

function Changed({ sum }: { sum: Sum }) {
  const fields = new Map<string, number>();
  for (const one of sum.taken) for (const name of one.fields) fields.set(name, (fields.get(name) ?? 0) + 1);
  const names = [...fields].sort(([, one], [, other]) => other - one).map(([name, n]) => `${name} (${number(n)})`);
  return (
    <>
      {number(sum.changed)} {names.length > 0 && <span class="quiet">{listed(names)}</span>}
    </>
  );
}

/** The first of the new contacts as they will be, for whoever wants to look. */
function Newcomers({ taken }: { taken: Taken[] }) {
  const rows = taken.flatMap(({ line, contact_id, new: who }) => (who ? [{ line, id: contact_id, ...who }] : []));
  if (rows.length === 0) return null;
  const title = t("contacts-new", { n: rows.length });
  return (
    <details class="contacts-new">
      <summary>{title}</summary>
      <Table
        caption={title}
        rows={rows.slice(0, NEW_SHOWN)}
        rowKey={(one) => one.line}
        columns={[
          { head: t("contacts-line"), main: true, cell: (one) => `${t("contacts-line")} ${one.line}: ${one.id}` },
          { head: t("contacts-name"), cell: (one) => one.name || t("contacts-nothing") },
          { head: t("contacts-email"), cell: (one) => one.email },
          { head: t("common-account"), cell: (one) => one.account },
          { head: t("contacts-role"), cell: (one) => t(`contacts-role-${one.role}`) },
        ]}
      />
      {rows.length > NEW_SHOWN && <p>{t("contacts-and-more", { n: rows.length - NEW_SHOWN })}</p>}
    </details>
  );
}

/** Of the first contacts that change, what is there and what comes in its place. */
function Changes({ taken }: { taken: Taken[] }) {
  const changed = taken.filter((one) => one.values.length > 0);
  if (changed.length === 0) return null;
  return (
    <>
      <Table
        caption={t("contacts-each-change")}
        showCaption
        rows={changed.slice(0, SHOWN)}
        rowKey={(one) => one.line}
        columns={[
          {
            head: t("contacts-line"),
            main: true,
            cell: (one) => `${t("contacts-line")} ${one.line}: ${one.contact_id}`,
          },
          { head: t("contacts-what-changes"), cell: (one) => <Values of={one} /> },
        ]}
      />
      {changed.length > SHOWN && <p>{t("contacts-and-more", { n: changed.length - SHOWN })}</p>}
    </>
  );
}

function Values({ of }: { of: Taken }) {
  return (
    <ul class="contacts-values">
      {of.values.map((one) => (
        <li key={one.field}>
          {one.field}: <del>{one.before || t("contacts-nothing")}</del> <span aria-hidden="true">→</span>{" "}
          <ins>{one.after || t("contacts-nothing")}</ins>
        </li>
      ))}
    </ul>
  );
}

function Warnings({ list, sum }: { list: List; sum: Sum }) {
  const known = knownElsewhere(list, sum);
  const erased = sum.taken.filter((one) => one.was_erased);
  const undated = sum.taken.filter((one) => one.undated).length;
  const holds = new Map(sum.leftHold.map((one) => [`${one.account} ${one.now_at}`, one]));
  const others = (ids: string[]) => listed(ids.map((id) => (id.startsWith("ticket:") ? t("contacts-by-ticket") : id)));
  return (
    <>
      {looksRenumbered(list, sum) && (
        <p class="contacts-warning">
          <b>{t("contacts-renumbered", { n: known.length, of: sum.taken.length })}</b>
        </p>
      )}
      {[...holds.values()].map((one) => (
        <p key={`${one.account} ${one.now_at}`} class="contacts-warning">
          {t("contacts-left-hold", { account: one.account, until: day(one.until), now: one.now_at })}
        </p>
      ))}
      {erased.length > 0 && (
        <p class="contacts-warning">{t("contacts-were-erased", { n: erased.length, lines: lines(erased) })}</p>
      )}
      {known.length > 0 && (
        <div class="contacts-warning">
          <p>{t("contacts-known", { n: known.length })}</p>
          <ul>
            {known.slice(0, SHOWN).map((one) => (
              <li key={one.line}>
                {t("contacts-known-one", { line: one.line, id: one.id, others: others(one.others) })}
              </li>
            ))}
          </ul>
          {known.length > SHOWN && <p>{t("contacts-and-more", { n: known.length - SHOWN })}</p>}
        </div>
      )}
      {sum.otherLanguages.size > 0 && <OtherLanguages sum={sum} />}
      {undated > 0 && <p class="quiet">{t("contacts-undated", { n: undated })}</p>}
    </>
  );
}

function OtherLanguages({ sum }: { sum: Sum }) {
  const found = [...sum.otherLanguages].sort(([, one], [, other]) => other - one);
  const named = found.slice(0, LANGUAGES_NAMED).map(([name]) => name);
  const words = {
    n: found.reduce((all, [, contacts]) => all + contacts, 0),
    languages: named.join(", ") + (found.length > LANGUAGES_NAMED ? " …" : ""),
    instead: t(`common-language-${sum.writtenToIn}`),
  };
  return <p class="quiet">{t(found.length === 1 ? "contacts-other-language" : "contacts-other-languages", words)}</p>;
}

const lines = (of: { line: number }[]): string =>
  listed(of.slice(0, SHOWN).map(({ line }) => String(line))) + (of.length > SHOWN ? " …" : "");

function Rejects({ list, rejected }: { list: List; rejected: Rejected[] }) {
  const name = `rejects-${list.name.replace(/\.[^.]*$/, "")}.csv`;
  return (
    <>
      <Table
        caption={t("contacts-rejects")}
        showCaption
        rows={rejected.slice(0, SHOWN)}
        rowKey={(one) => one.line}
        columns={[
          { head: t("contacts-line"), main: true, cell: (one) => `${t("contacts-line")} ${one.line}` },
          { head: t("contacts-column"), cell: (one) => <span class="contacts-column">{one.field}</span> },
          { head: t("contacts-problem"), cell: (one) => <Reason of={one} /> },
        ]}
      />
      {rejected.length > SHOWN && <p>{t("contacts-and-more", { n: rejected.length - SHOWN })}</p>}
      <div class="stack">
        <p class="quiet">{t("contacts-rejects-say")}</p>
        <button type="button" class="second" onClick={() => save(name, rejectsFile(list, rejected), "text/csv")}>
          {t("contacts-rejects-save")}
        </button>
      </div>
    </>
  );
}

function Reason({ of }: { of: Rejected }) {
  const key = `contacts-row-${of.code}`;
  if (!has(key)) return <span lang="en">{of.reason}</span>;
  return <>{t(key, { about: of.about })}</>;
}
