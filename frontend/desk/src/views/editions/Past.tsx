// Every edition there was, and the way back to one.

import { api, told } from "../../api";
import type { components } from "../../api.gen";
import { who } from "../../me";
import { Confirm, More, Panel, Table, tell, Wait } from "../../parts";
import { useLoad, usePages } from "../../use";
import { moment, t } from "../../words";
import { Changes } from "./Changes";
import type { Now } from "./Editions";

type Line = components["schemas"]["EditionLine"];

export function Past({ now, changed }: { now: Now; changed: (now: Now) => void }) {
  const shown = now.public?.number ?? 0;
  const pages = usePages(
    (after, signal) => api.GET("/api/staff/editions/list", { params: { query: { after } }, signal }),
    [shown],
  );
  if (!shown) return null;
  const back = async (edition: number) => {
    changed(await told(api.POST("/api/staff/editions/rollback", { body: { edition, public: shown } })));
    tell(t("editions-back-asked", { number: edition }));
  };
  const plain = [
    { head: t("editions-edition"), cell: (one: Line) => t("editions-number", { number: one.number }), main: true },
    { head: t("editions-published"), cell: (one: Line) => moment(one.published_at) },
    {
      head: t("editions-restores"),
      cell: (one: Line) => (one.restores ? t("editions-number", { number: one.restores }) : "–"),
    },
  ];
  const by = {
    head: t("editions-by"),
    cell: (one: Line) => (one.approved_by === "rule" ? t("editions-rule") : one.approved_by),
  };
  const way = {
    head: t("editions-back-head"),
    cell: (one: Line) =>
      one.number === shown ? (
        t("editions-is-public")
      ) : (
        <Confirm
          what={t("editions-back", { number: one.number })}
          label={t("editions-back-short", { number: one.number })}
          say={<WhatComesBack edition={one.number} />}
          act={() => back(one.number)}
        />
      ),
  };
  const columns = [...plain, ...(who().role === "viewer" ? [] : [by]), ...(now.may_approve ? [way] : [])];
  return (
    <Panel title={t("editions-past")}>
      <Table caption={t("editions-past")} columns={columns} rows={pages.items} rowKey={(one) => one.number} />
      <More pages={pages} />
    </Panel>
  );
}

function WhatComesBack({ edition }: { edition: number }) {
  const loaded = useLoad(
    (signal) => api.GET("/api/staff/editions/{number}/back", { params: { path: { number: `${edition}` } }, signal }),
    [edition],
  );
  return (
    <>
      <p>{t("editions-back-say")}</p>
      <Wait on={loaded}>{({ changes }) => <Changes changes={changes} />}</Wait>
    </>
  );
}
