// What `sayso doctor` found last. Its findings are English sentences for whoever runs the system.

import type { components } from "../../api.gen";
import { Badge, type Column, Empty, Panel, Table } from "../../parts";
import { has, moment, number, t } from "../../words";

type Report = components["schemas"]["DoctorShown"];
type Finding = Report["findings"][number];

const ORDER: Finding["state"][] = ["broken", "warning", "unknown", "ok"];
const FOLDED = ["unknown", "ok"] as const;
const COMMAND = "sayso doctor";

export function Doctor({ doctor }: { doctor: Report | null }) {
  return (
    <Panel title={t("programme-doctor-title")} note={t("programme-doctor-not-here")}>
      {doctor ? <Found report={doctor} /> : <Never />}
    </Panel>
  );
}

function Never() {
  return (
    <Empty title={t("programme-doctor-never")}>
      {t("programme-doctor-never-why")} <code>{COMMAND}</code>
    </Empty>
  );
}

function Found({ report }: { report: Report }) {
  const of = (state: Finding["state"]) => report.findings.filter((one) => one.state === state);
  const wrong = [...of("broken"), ...of("warning")];
  const counts = Object.fromEntries(ORDER.map((state) => [state, number(of(state).length)]));
  return (
    <>
      <p>
        {t("programme-doctor-counts", counts)}{" "}
        <span class="quiet">{t("programme-doctor-age", { at: moment(report.at), by: report.by })}</span>
      </p>
      {report.old && <p class="programme-still">{t("programme-doctor-old")}</p>}
      {wrong.length > 0 && <Findings findings={wrong} />}
      {FOLDED.map(
        (state) =>
          of(state).length > 0 && (
            <details key={state}>
              <summary>{t(`programme-doctor-fold-${state}`, { n: of(state).length })}</summary>
              <Findings findings={of(state)} />
            </details>
          ),
      )}
      <p class="note-line">
        {t("programme-doctor-again")} <code>{COMMAND}</code>
      </p>
    </>
  );
}

/** What was looked at, in plain words; what a later command looks at and we do not know yet, as it calls it. */
function Check({ name }: { name: string }) {
  const key = `programme-check-${name.toLowerCase().replaceAll(" ", "_")}`;
  return has(key) ? t(key) : <span lang="en">{name}</span>;
}

function Findings({ findings }: { findings: Finding[] }) {
  const columns: Column<Finding>[] = [
    {
      head: t("programme-doctor-what"),
      cell: (one) => <Check name={one.check} />,
      main: true,
    },
    {
      head: t("common-state"),
      cell: (one) => (
        <Badge tone={one.state === "broken" ? "strong" : "plain"}>{t(`programme-doctor-state-${one.state}`)}</Badge>
      ),
    },
    { head: t("programme-doctor-found"), cell: (one) => <span lang="en">{one.says}</span> },
    { head: t("programme-doctor-do"), cell: (one) => (one.do ? <span lang="en">{one.do}</span> : "–") },
  ];
  return <Table caption={t("programme-doctor-title")} columns={columns} rows={findings} rowKey={(one) => one.check} />;
}
