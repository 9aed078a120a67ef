// What our people changed at the desk: who, when, what, before and after.

import { api } from "../../api";
import type { components } from "../../api.gen";
import { Badge, Empty, More, View } from "../../parts";
import { usePages } from "../../use";
import { day, moment, t } from "../../words";
import { inWords, object, refusedFor, sides } from "./told";
import type { Link } from "./values";
import "./changes.css";

type Change = components["schemas"]["Change"];

export default function Changes() {
  const pages = usePages(
    (after, signal) => api.GET("/api/staff/changes", { params: { query: { after } }, signal }),
    [],
  );
  return (
    <View title={t("changes-title")} lead={t("changes-lead")}>
      {byDay(pages.items).map(({ date, items }) => (
        <section class="panel" key={date}>
          <h2>{date}</h2>
          <ol class="changes-list">
            {items.map((change) => (
              <Entry key={change.id} change={change} />
            ))}
          </ol>
        </section>
      ))}
      {pages.items.length === 0 && pages.last && <Empty title={t("changes-none")}>{t("changes-none-why")}</Empty>}
      <More pages={pages} />
    </View>
  );
}

function Entry({ change }: { change: Change }) {
  const rows = sides(change);
  const on = object(change);
  const refused = change.reason && refusedFor(change.reason);
  return (
    <li>
      <p class="changes-what">
        <time dateTime={change.at}>{moment(change.at, { hour: "2-digit", minute: "2-digit" })}</time>
        <b>{inWords(change.what)}</b>
        {change.state !== "done" && <Badge tone="strong">{t(`changes-state-${change.state}`)}</Badge>}
      </p>
      <p class="quiet changes-who">
        <span>{change.by}</span>
        <span>{t(`common-role-${change.role}`)}</span>
        {on && <Linked {...on} />}
      </p>
      {refused && <p class="quiet">{refused}</p>}
      {rows.length > 0 && (
        <dl class="changes-sides">
          {rows.map((row) => (
            <div key={row.label}>
              <dt>{row.label}</dt>
              <dd>
                {row.until} {row.before && <del>{row.before}</del>} {row.after && <ins>{row.after}</ins>}
                {row.links.length > 0 && (
                  <ins class="changes-links">
                    {row.links.map((link, at) => (
                      <Linked key={`${link.to} ${at}`} {...link} />
                    ))}
                  </ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function Linked({ to, words }: Link) {
  return to ? <a href={`#${to}`}>{words}</a> : <span>{words}</span>;
}

function byDay(changes: Change[]): { date: string; items: Change[] }[] {
  const days: { date: string; items: Change[] }[] = [];
  for (const change of changes) {
    const date = day(change.at);
    const latest = days.at(-1);
    if (latest?.date === date) latest.items.push(change);
    else days.push({ date, items: [change] });
  }
  return days;
}
