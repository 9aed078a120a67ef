// One follow-up: the customer's words first and largest, then what to do about them, then all that happened.

import { useEffect, useState } from "preact/hooks";
import { api } from "../../api";
import { driverName, themeName } from "../../me";
import { Given, Panel, Quote, View, Wait } from "../../parts";
import { arrive } from "../../parts/View";
import { useLoad } from "../../use";
import { day, t } from "../../words";
import { Background, Changes, Notices } from "./past";
import { Reach } from "./Reach";
import { about, type FollowUp } from "./told";
import { Work } from "./Work";
import "./cases.css";

export default function Case({ params: { id = "" } }: { params: { id?: string } }) {
  const loaded = useLoad(
    (signal) => api.GET("/api/staff/cases/{case_id}", { params: { path: { case_id: id } }, signal }),
    [id],
  );
  const [changed, setChanged] = useState<FollowUp>();
  const [passedTo, setPassedTo] = useState("");
  useEffect(() => setChanged(undefined), [loaded.data]);
  const back = { to: "/cases", label: t("cases-title") };
  const shown = changed ?? loaded.data?.follow_up;
  if (passedTo) return <Passed to={passedTo} />;
  return (
    <View title={shown ? named(shown) : t("cases-one")} back={back} lead={shown && <Account of={shown} />}>
      <Wait on={loaded}>
        {() =>
          shown && (
            <div class="cases-case">
              <Words of={shown} />
              <Reach of={shown} />
              <div class="cases-main">
                <Work
                  of={shown}
                  changed={(next, to) => {
                    if (next) return setChanged(next);
                    arrive();
                    return setPassedTo(to);
                  }}
                  again={loaded.again}
                />
                <Changes of={shown} />
              </div>
              <div class="cases-aside">
                <Background of={shown} />
                <Notices of={shown} />
              </div>
            </div>
          )
        }
      </Wait>
    </View>
  );
}

function named(of: FollowUp): string {
  return of.erased ? t("common-erased") : of.name || of.email || t("common-no-name");
}

function Account({ of }: { of: FollowUp }) {
  if (!of.account) return null;
  return (
    <span class="cases-links">
      {of.account_id ? <a href={`#/accounts/${of.account_id}`}>{of.account}</a> : of.account}
      {of.contact_id && <a href={`#/contacts/${of.contact_id}`}>{t("cases-contact")}</a>}
    </span>
  );
}

type Answer = FollowUp["joined"][number];

function Words({ of }: { of: FollowUp }) {
  return (
    <section class="cases-words" aria-label={t("cases-words")}>
      <Said answer={of} lead={of.leads[0]} large />
      {of.joined.length > 0 && (
        <Panel title={t("cases-joined")}>
          {of.joined.map((answer, at) => (
            <Said key={answer.answered_at} answer={answer} lead={of.leads[at + 1]} />
          ))}
        </Panel>
      )}
    </section>
  );
}

function Said({
  answer,
  lead,
  large,
}: {
  answer: Answer;
  lead: FollowUp["leads"][number] | undefined;
  large?: boolean;
}) {
  return (
    <div class={large ? "cases-said large" : "cases-said"}>
      <p class="cases-given">
        <Given score={answer.score} scale={answer.scale} />{" "}
        <span class="quiet">
          {about(answer)} · {day(answer.answered_at)}
        </span>
      </p>
      {(["why", "better"] as const).map(
        (key) =>
          answer[key] && (
            <div key={key}>
              <p class="cases-asked">{t(`cases-said-${key}`)}</p>
              <Quote>{answer[key]}</Quote>
            </div>
          ),
      )}
      {!answer.why && !answer.better && <p class="cases-asked">{t("common-no-words")}</p>}
      {(answer.drivers ?? []).length > 0 && (
        <p>
          <span class="cases-asked">{t("cases-drivers")}</span> {(answer.drivers ?? []).map(driverName).join(" · ")}
        </p>
      )}
      {answer.quote && <p class="quiet">{t("cases-quote")}</p>}
      {lead && (
        <p class="cases-links">
          <a href={`#/answers/${lead.answer}`}>{t("cases-answer")}</a>
          {lead.themes.map((theme) => (
            <a key={theme} href={`#/answers?theme=${theme}`}>
              {themeName(theme)}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}

function Passed({ to }: { to: string }) {
  return (
    <View
      title={t("cases-passed", { to })}
      lead={t("cases-passed-why")}
      back={{ to: "/cases", label: t("cases-title") }}
    >
      <p>
        <a class="button" href="#/cases">
          {t("cases-to-board")}
        </a>
      </p>
    </View>
  );
}
