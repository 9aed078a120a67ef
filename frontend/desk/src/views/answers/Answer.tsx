// One answer with its history: what was said, how it is known that a person said it, and what was made of it.

import { useState } from "preact/hooks";
import { api } from "../../api";
import { driverName, inOurs, isManager, ratingName, surveyName, themeName } from "../../me";
import { Badge, Empty, Facts, Given, Panel, Person, ProblemBox, Quote, View, Wait } from "../../parts";
import { useLoad } from "../../use";
import { moment, number, t } from "../../words";
import { useFiling } from "./filing";
import { feedOf } from "./filters";
import { AnswerList, Words } from "./Line";
import { LinkDialog } from "./LinkDialog";
import { QuoteButton } from "./QuoteDialog";
import { Ruling } from "./Ruling";
import { AllThemes } from "./Themes";
import {
  came,
  canBeFiled,
  canBeLinked,
  canBeQuoted,
  canBeRuledOn,
  hasWords,
  type Line,
  reasons,
  type Whole,
} from "./told";
import "./answers.css";

export default function Answer({ params }: { params: { id: string } }) {
  const answer = params.id;
  const asked = useLoad(
    (signal) => api.GET("/api/staff/answers/{answer}", { params: { path: { answer } }, signal }),
    [answer],
  );
  return (
    <View title={t("answers-one")} back={{ to: "/answers", label: t("answers-title") }}>
      <Wait on={asked}>{(whole) => <Shown whole={whole} again={asked.again} />}</Wait>
    </View>
  );
}

function Shown({ whole, again }: { whole: Whole; again: () => void }) {
  const line = whole.answer;
  return (
    <>
      <Said line={line} />
      <Ruling line={line} changed={again} />
      {!line.withheld && <ThemesOf line={line} again={again} />}
      <div class="columns">
        <Evidence whole={whole} />
        <History whole={whole} />
      </div>
      <Made whole={whole} again={again} />
      {line.person && <Others lines={whole.others} />}
    </>
  );
}

function Said({ line }: { line: Line }) {
  const yes = (is: boolean) => is && t("common-yes");
  return (
    <Panel title={line.scale === "nps" ? t(`common-group-${line.group}`) : t("common-score")}>
      <div class="stack">
        <Given score={line.score} scale={line.scale} />
        <Words line={line} />
        {!hasWords(line) && !line.withheld && !line.words_gone && <p class="quiet">{t("common-no-words")}</p>}
        <Facts
          facts={[
            [
              t("common-contact"),
              <Person
                key="person"
                name={line.person?.name}
                email={line.person?.email}
                erased={line.erased}
                {...(line.person ? { to: `/contacts/${line.person.contact_id}` } : {})}
              />,
            ],
            [t("common-account"), line.account && <a href={`#/accounts/${line.account_id}`}>{line.account}</a>],
            [t("common-survey"), line.ticket ? t("answers-ticket", { ticket: line.ticket }) : surveyName(line.survey)],
            [t("common-date"), came(line)],
            [t("common-language"), t(`common-language-${line.language}`)],
            [t("common-driver"), line.drivers.map(driverName).join(", ")],
            ...Object.entries(line.ratings).map(([name, given]): [string, string] => [
              ratingName(name),
              `${given} ${t("common-of", { most: 5 })}`,
            ]),
            [t("answers-wish"), line.wish ? t(`answers-wish-${line.wish}`) : ""],
            [t("answers-may-quote"), yes(line.may_be_quoted)],
            [t("answers-may-name"), yes(line.may_be_named)],
            [
              t("answers-follow-up"),
              line.case && (
                <a href={`#/cases/${line.case.id}`}>{t(`common-case-${line.case.late ? "late" : line.case.state}`)}</a>
              ),
            ],
          ]}
        />
      </div>
    </Panel>
  );
}

function ThemesOf({ line, again }: { line: Line; again: () => void }) {
  const filing = useFiling(again);
  const isEmpty = line.themes.every((one) => one.state === "rejected");
  return (
    <Panel title={t("answers-themes")} note={themesNote(line)}>
      <ProblemBox problem={filing.problem} />
      {isEmpty && !canBeFiled(line) && <p class="quiet">{t("answers-filed-none")}</p>}
      {canBeFiled(line) && <AllThemes lines={[line]} filing={filing} keys={false} />}
      <ul class="answers-filed">
        {line.themes.map((one) => (
          <li key={one.theme}>
            {t(`answers-theme-${one.state}`, { theme: themeName(one.theme), by: one.by || t("answers-by-rule") })}
          </li>
        ))}
      </ul>
      {filing.canUndo && (
        <button type="button" class="second" onClick={filing.undo}>
          {t("answers-undo")}
        </button>
      )}
    </Panel>
  );
}

/** How it is filed, or what comes before that. */
function themesNote(line: Line): string | undefined {
  if (canBeFiled(line)) return t("answers-themes-note");
  return canBeRuledOn(line) ? t("answers-themes-first") : undefined;
}

function Evidence({ whole }: { whole: Whole }) {
  const line = whole.answer;
  const since = whole.seconds_since_delivery;
  const wasSeen = line.kind === "asked" || line.kind === "ticket";
  return (
    <Panel title={t("answers-evidence")}>
      <p>
        <Badge tone={line.state === "counts" ? "plain" : "strong"}>{t(`answers-state-${line.state}`)}</Badge>
      </p>
      <ul class="answers-reasons">
        {reasons(line).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <Facts
        facts={[
          [t("answers-visible"), wasSeen && !line.erased && t("answers-seconds", { n: whole.visible_seconds })],
          [t("answers-after-delivery"), since !== null && span(since)],
          [t("answers-scores-seen"), line.scores_seen.length > 1 && line.scores_seen.join(", ")],
          [t("answers-recorded-by"), whole.recorded_by],
          [t("answers-imported-from"), whole.imported_from],
          [t("answers-id"), line.name],
        ]}
      />
    </Panel>
  );
}

/** Seconds in the largest unit that says enough. */
function span(seconds: number): string {
  const units: [string, number][] = [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ];
  const [unit, size] = units.find(([, one]) => seconds >= 2 * one) ?? ["second", 1];
  return number(Math.floor(seconds / size), { style: "unit", unit, unitDisplay: "long" });
}

function History({ whole }: { whole: Whole }) {
  return (
    <Panel title={t("answers-history")}>
      {whole.history.length === 0 && <p class="quiet">{t("answers-history-none")}</p>}
      <ol class="answers-history">
        {whole.history.map((step) => (
          <li key={`${step.at} ${step.what} ${step.theme}`}>
            <time dateTime={step.at}>{moment(step.at)}</time>
            <span>
              {t(`answers-step-${step.what}`, { theme: step.theme && themeName(step.theme), score: step.score ?? "" })}
              {step.by && <span class="quiet"> {step.by}</span>}
              {step.reason && <Quote>{step.reason}</Quote>}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Made({ whole, again }: { whole: Whole; again: () => void }) {
  const [linking, link] = useState(false);
  const line = whole.answer;
  const canLink = isManager() && canBeLinked(line);
  const canQuote = isManager() && canBeQuoted(line);
  if (!canLink && whole.commitments.length === 0 && whole.quotes.length === 0) return null;
  return (
    <Panel
      title={t("answers-made")}
      actions={
        <>
          {canLink && (
            <button type="button" class="second" onClick={() => link(true)}>
              {t("answers-link")}
            </button>
          )}
          {canQuote && <QuoteButton line={line} />}
        </>
      }
    >
      {whole.commitments.length === 0 && <p class="quiet">{t("answers-commitments-none")}</p>}
      <ul class="answers-filed">
        {whole.commitments.map((one) => (
          <li key={one.id}>
            <a href={`#/commitments/${one.id}`}>{inOurs(one.title) || one.id}</a>{" "}
            {!one.by_this && <span class="quiet">{t("answers-by-another")}</span>}
          </li>
        ))}
      </ul>
      {whole.quotes.map((one) => (
        <div key={one.id}>
          <Quote lang={one.original}>{one.text[one.original] ?? ""}</Quote>
          <p class="quiet">{t(one.stands ? "answers-quote-stands" : "answers-quote-fallen")}</p>
        </div>
      ))}
      <LinkDialog lines={[line]} open={linking} close={() => link(false)} done={again} />
    </Panel>
  );
}

function Others({ lines }: { lines: Line[] }) {
  return (
    <Panel
      title={t("answers-others")}
      actions={
        lines[0] && <a href={`#${feedOf({ account: lines[0].account_id, state: "all" })}`}>{t("answers-of-account")}</a>
      }
    >
      {lines.length === 0 && <Empty title={t("answers-others-none")} />}
      <AnswerList lines={lines} />
    </Panel>
  );
}
