// All numbers: of which days, of which survey, by what, and over time.

import { api } from "../../api";
import type { components } from "../../api.gen";
import { useQuery } from "../../location";
import { isManager, surveyName } from "../../me";
import { Empty, Panel, Picture, Table, View, Wait } from "../../parts";
import { useLoad } from "../../use";
import { day, language, number, t } from "../../words";
import { Choosing } from "./Choosing";
import { asked, chosen } from "./choice";
import { SCORES, scoresOf } from "./Headline";
import { driverColumns, driversTitle } from "./Heard";
import { askedOf, columns, few, likely, movedSentence, scored } from "./lines";

type Told = components["schemas"]["NumbersTold"];

export default function Numbers() {
  const words = language.use();
  const [query, change] = useQuery();
  const choice = chosen(query);
  const question = { ...asked(choice, new Date(), isManager()), language: words };
  const isOpen = choice.days !== "own" || !isManager() || (choice.first !== "" && choice.last !== "");
  const told = useLoad(
    (signal) =>
      isOpen
        ? api.GET("/api/staff/numbers", { params: { query: question }, signal })
        : Promise.resolve<{ data?: Told }>({}),
    [question, isOpen],
  );
  return (
    <View title={t("home-numbers-title")} lead={t("home-numbers-lead")}>
      <Choosing choice={choice} change={change} told={told.data} problem={told.problem} />
      {isOpen ? (
        <Wait on={told}>{(found) => <Found told={found} survey={choice.survey} look={choice.look} />}</Wait>
      ) : (
        <p>{t("home-choose-days")}</p>
      )}
    </View>
  );
}

function Found({ told, survey, look }: { told: Told; survey: string; look: string }) {
  const { span } = told;
  return (
    <>
      <Panel
        title={survey ? surveyName(survey) : t("home-relationship")}
        note={t("common-from-to", { from: day(span.first), to: day(span.last) })}
      >
        <Whole told={told} />
      </Panel>
      {(told.lines.length > 0 || told.picture || told.hidden > 0 || told.too_few_a_year) && (
        <Panel class="home-parts" title={t(`home-look-${look || "surveys"}`)} note={noteOf(told, look)}>
          <Parts told={told} look={look} />
        </Panel>
      )}
    </>
  );
}

function Whole({ told: { whole, distribution } }: { told: Told }) {
  if (whole.hidden) return <Empty title={t("home-too-few")}>{t("home-too-few-why")}</Empty>;
  if (!whole.n) {
    return (
      <Empty title={t("home-none-here")}>
        {whole.last_answer && t("home-none-now", { day: day(whole.last_answer) })}
      </Empty>
    );
  }
  return (
    <div class="columns">
      <div class="home-score">
        <p class="score large">
          <strong>{scored(whole)}</strong>
          <span class="score-rest">
            {likely(whole) && <span class="range">{likely(whole)}</span>}
            <span>{t("common-answers", { n: whole.n })}</span>
          </span>
        </p>
        <p class="home-moved">{movedSentence(whole)}</p>
        <p class="quiet home-of">
          <span>{askedOf(whole)}</span>
          {few(whole) && <span>{t("home-few-why")}</span>}
          {whole.waiting > 0 && <span>{t("home-waiting", { n: whole.waiting })}</span>}
          {whole.machine > 0 && <span>{t("home-machine", { n: whole.machine })}</span>}
        </p>
      </div>
      {distribution && whole.scores && (
        <Picture
          svg={distribution}
          title={t("home-distribution")}
          table={{ columns: SCORES(whole), rows: scoresOf(whole) }}
        />
      )}
    </div>
  );
}

function Parts({ told, look }: { told: Told; look: string }) {
  const isOverTime = look.startsWith("over-");
  const head = t(isOverTime ? "common-period" : `home-head-${look || "surveys"}`);
  const isCompared = isOverTime ? look !== "over-rolling" : told.before !== null;
  const found = columns(head, { moved: isCompared, asked: !["by-driver", "by-theme"].includes(look) });
  return (
    <>
      {told.too_few_a_year && <p>{t("home-too-few-a-year")}</p>}
      {told.picture && look === "by-driver" && (
        <Picture svg={told.picture} title={driversTitle()} table={{ columns: driverColumns(), rows: told.drivers }} />
      )}
      {told.picture && isOverTime && (
        <Picture svg={told.picture} title={t("home-trend")} table={{ columns: found, rows: told.lines }} />
      )}
      {told.lines.length > 0 && !(isOverTime && told.picture) && (
        <Table caption={t(`home-look-${look || "surveys"}`)} columns={found} rows={told.lines} />
      )}
      {told.lines.length === 0 && told.hidden === 0 && !told.too_few_a_year && <Empty title={t("home-no-parts")} />}
      {told.hidden > 0 && <p class="quiet">{t("home-hidden", { n: told.hidden })}</p>}
      {told.left_out > 0 && <p class="quiet">{t("home-left-out", { n: number(told.left_out) })}</p>}
    </>
  );
}

function noteOf(told: Told, look: string): string {
  if (look === "over-rolling") return t("home-rolling-note");
  if (look === "by-driver") return isManager() ? t("home-drivers-note") : t("home-drivers-note-short");
  if (look.startsWith("over-")) return t("home-trend-note");
  if (!told.before) return "";
  const { first, last } = told.before;
  return t("home-compared", { from: day(first), to: day(last) });
}
