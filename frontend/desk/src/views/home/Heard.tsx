// What customers praise and criticise: the reasons they name, and the themes their answers are filed under.

import type { ComponentChildren } from "preact";
import type { components } from "../../api.gen";
import { driverName, isManager, themeName, who } from "../../me";
import { Badge, type Column, Empty, Panel, Picture, Table } from "../../parts";
import { number, percent, signed, t } from "../../words";
import { type Driver, ends, type Line, scored } from "./lines";

type Told = components["schemas"]["HomeHeard"];
type Share = NonNullable<Driver["detractors"]>;
const MOST = 3;

export function Heard({ told }: { told: Told }) {
  const { drivers, picture, themes, suggested, hidden } = told;
  if (!drivers.length && !themes.length && !suggested.length) {
    return (
      <Panel title={t("home-heard")}>
        <Empty title={t(hidden ? "home-heard-few" : "home-heard-none")}>
          {hidden ? undefined : t("home-heard-none-why")}
        </Empty>
      </Panel>
    );
  }
  return (
    <Panel title={t("home-heard")} note={t("home-heard-note")}>
      <div class={picture ? "home-drivers" : ""}>
        {drivers.length > 0 && (
          <div class="columns home-named">
            <Named title={t("home-praised")} of="promoters" drivers={drivers} />
            <Named title={t("home-criticised")} of="detractors" drivers={drivers} />
          </div>
        )}
        {picture && (
          <Picture
            svg={picture}
            title={driversTitle()}
            note={isManager() ? t("home-drivers-note") : t("home-drivers-note-short")}
            table={{ columns: driverColumns(), rows: drivers }}
          />
        )}
      </div>
      {(themes.length > 0 || suggested.length > 0) && <Themes told={told} />}
      {hidden > 0 && <p class="quiet">{t("home-hidden", { n: hidden })}</p>}
    </Panel>
  );
}

function Named({ title, of, drivers }: { title: string; of: "promoters" | "detractors"; drivers: Driver[] }) {
  const named = drivers
    .flatMap((one) => (one[of]?.part ? [{ driver: one.driver, share: one[of] }] : []))
    .sort((one, other) => other.share.part - one.share.part)
    .slice(0, MOST);
  return (
    <div>
      <h3>{title}</h3>
      {named.length > 0 ? (
        <ol class="home-list">
          {named.map(({ driver, share }) => (
            <li key={driver}>
              <b>{driverName(driver)}</b>
              <span class="quiet">{t(`home-named-${of}`, { part: share.part, of: share.of })}</span>
            </li>
          ))}
        </ol>
      ) : (
        <p class="quiet">{t(`home-named-none-${of}`)}</p>
      )}
    </div>
  );
}

/** What the picture shows: to a manager only the pull. */
export function driversTitle(): string {
  return isManager() ? t("home-drivers") : t("home-drivers-short");
}

/** Its numbers as a table; what may not be told is a dash. */
export function driverColumns(): Column<Driver>[] {
  const share = (found: Share | null) =>
    found ? t("home-part-of", { ...found, percent: percent(found.percent / 100) }) : "–";
  const all: Column<Driver>[] = [
    { head: t("common-driver"), main: true, cell: (row) => driverName(row.driver) },
    { head: t("common-groups-detractor"), number: true, cell: (row) => share(row.detractors) },
    { head: t("common-groups-promoter"), number: true, cell: (row) => share(row.promoters) },
  ];
  if (!isManager()) return all;
  return [
    ...all,
    { head: t("home-answers"), number: true, cell: (row) => (row.n === null ? "–" : number(row.n)) },
    { head: t("common-score"), number: true, cell: (row) => (row.score === null ? "–" : signed(row.score)) },
    { head: t("home-pull"), number: true, cell: (row) => (row.pull === null ? "–" : signed(row.pull, 1)) },
  ];
}

interface Row {
  theme: string;
  line: Line | undefined;
  suggested: number;
}

function Themes({ told }: { told: Told }) {
  const waiting = new Map(told.suggested.map((one) => [one.theme, one.n]));
  const names = new Set([...told.themes.map((line) => line.name), ...waiting.keys()]);
  const rows = [...names].map((theme) => ({
    theme,
    line: told.themes.find((line) => line.name === theme),
    suggested: waiting.get(theme) ?? 0,
  }));
  const isReader = who().role === "viewer";
  const name = ({ theme, line }: Row): ComponentChildren => (
    <>
      {isReader ? themeName(theme) : <a href={`#/answers?theme=${encodeURIComponent(theme)}`}>{themeName(theme)}</a>}{" "}
      {line?.few && <Badge tone="quiet">{t("home-few")}</Badge>}
    </>
  );
  const all: Column<Row>[] = [
    { head: t("common-theme"), main: true, cell: name },
    { head: t("home-filed"), number: true, cell: ({ line }) => number(line?.n ?? 0) },
    { head: t("common-score"), number: true, cell: ({ line }) => (line ? scored(line) : "–") },
    { head: t("home-interval"), number: true, cell: ({ line }) => (line ? ends(line) : "") },
  ];
  if (isManager())
    all.push({ head: t("home-suggested"), number: true, cell: (row) => (row.suggested ? number(row.suggested) : "–") });
  return <Table caption={t("home-themes")} columns={all} rows={rows} rowKey={(row) => row.theme} showCaption />;
}
