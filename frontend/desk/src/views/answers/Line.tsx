// One answer in a list: the words first, then who, about what, and what it is filed under.

import type { ComponentChildren } from "preact";
import { driverName, surveyName } from "../../me";
import { Badge, Given, Person, Quote } from "../../parts";
import { t } from "../../words";
import { feedOf } from "./filters";
import { came, hasWords, type Line, reasons } from "./told";

/** What was said, or why there is nothing to read. */
export function Words({ line }: { line: Line }) {
  if (line.withheld) return <p class="quiet">{t("answers-withheld")}</p>;
  if (line.words_gone) return <p class="quiet">{t("answers-words-gone")}</p>;
  return (
    <>
      {line.why && <Quote lang={line.language}>{line.why}</Quote>}
      {line.better && (
        <div>
          <p class="quiet">{t("answers-better")}</p>
          <Quote lang={line.language}>{line.better}</Quote>
        </div>
      )}
    </>
  );
}

/** Survey, state, what else was said, and the follow-up, each in a word or two. */
export function Facts({ line }: { line: Line }) {
  return (
    <p class="answers-facts">
      <span>{line.ticket ? t("answers-ticket", { ticket: line.ticket }) : surveyName(line.survey)}</span>
      {line.drivers.length > 0 && <span>{line.drivers.map(driverName).join(", ")}</span>}
      {line.wish && line.wish !== "no" && <Badge>{t(`answers-wish-${line.wish}`)}</Badge>}
      {line.may_be_quoted && <Badge>{t("answers-may-quote")}</Badge>}
      {line.case && (
        <a href={`#/cases/${line.case.id}`}>
          {t("answers-case", { state: t(`common-case-${line.case.late ? "late" : line.case.state}`) })}
        </a>
      )}
    </p>
  );
}

/** How it stands and why, of what does not count. */
export function State({ line }: { line: Line }) {
  if (line.state === "counts") return null;
  return (
    <p class="answers-state">
      <Badge tone="strong">{t(`answers-state-${line.state}`)}</Badge>{" "}
      <span class="quiet">{reasons(line).join("; ")}</span>
    </p>
  );
}

interface Props {
  line: Line;
  children?: ComponentChildren;
  /** Before everything: what selects it. */
  before?: ComponentChildren;
}

export function AnswerCard({ line, children, before }: Props) {
  return (
    <article class="answers-card" aria-label={`${t(`common-group-${line.group}`)}, ${came(line)}`}>
      <div class="answers-score">
        {before}
        <Given score={line.score} scale={line.scale} />
      </div>
      <div class="answers-said">
        <Words line={line} />
        {!hasWords(line) && !line.withheld && !line.words_gone && <p class="quiet">{t("common-no-words")}</p>}
        <State line={line} />
        <p class="answers-who">
          <Person
            name={line.person?.name}
            email={line.person && !line.person.name ? line.person.email : undefined}
            erased={line.erased}
            {...(line.person ? { to: `/contacts/${line.person.contact_id}` } : {})}
          />
          {line.account && <a href={`#${feedOf({ account: line.account_id, state: "all" })}`}>{line.account}</a>}
          <a href={`#/answers/${line.id}`} class="quiet">
            <time dateTime={line.at}>{came(line)}</time>
            <span class="unseen">, {t("answers-open")}</span>
          </a>
        </p>
        <Facts line={line} />
        {children}
      </div>
    </article>
  );
}

/** Answers as one reads them one after the other. */
export function AnswerList({ lines }: { lines: Line[] }) {
  return (
    <ol class="answers-list">
      {lines.map((one) => (
        <li key={one.id}>
          <AnswerCard line={one} />
        </li>
      ))}
    </ol>
  );
}
