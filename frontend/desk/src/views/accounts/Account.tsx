// One account: how it stands, who is there, what was said, what is open and was promised, its hold and its review.

import { useState } from "preact/hooks";
import { api } from "../../api";
import { Empty, Facts, Panel, Picture, Score, Tabs, View, Wait } from "../../parts";
import type { Params } from "../../route";
import { useLoad } from "../../use";
import { day, language, list, number, signed, t } from "../../words";
import { Hold } from "./Hold";
import { Answers, Cases, People, Tickets } from "./lists";
import { Review } from "./Review";
import { coverage, type Figures, figuresName, OpenCase, type Account as Told } from "./told";
import "./accounts.css";

const LISTS = ["answers", "cases", "tickets", "people"] as const;

export default function Account({ params }: { params: Params }) {
  const id = params.id ?? "";
  const speaks = language.use();
  const account = useLoad(
    (signal) =>
      api.GET("/api/staff/accounts/{account_id}", {
        params: { path: { account_id: id }, query: { language: speaks } },
        signal,
      }),
    [id, speaks],
  );
  return (
    <View
      title={account.data?.name ?? t("common-account")}
      back={{ to: "/accounts", label: t("accounts-title") }}
      lead={account.data && <Owners owners={account.data.owners} />}
    >
      <Wait on={account}>{(told) => <Whole told={told} id={id} again={account.again} />}</Wait>
    </View>
  );
}

function Owners({ owners }: { owners: string[] }) {
  return <>{owners.length > 0 ? t("accounts-owned-by", { who: list(owners) }) : t("accounts-owned-by-nobody")}</>;
}

function Whole({ told, id, again }: { told: Told; id: string; again: () => void }) {
  const [shown, show] = useState<(typeof LISTS)[number]>("answers");
  const lists = {
    answers: <Answers id={id} />,
    cases: <Cases id={id} />,
    tickets: <Tickets id={id} />,
    people: <People id={id} />,
  };
  const [first, ...others] = told.figures;
  return (
    <>
      <div class="columns accounts-top">
        <div>{first && <FiguresOf figures={first} large />}</div>
        <Facts
          facts={[
            [t("accounts-last"), told.last_answer ? day(told.last_answer) : t("accounts-never")],
            [t("accounts-cases"), <OpenCase key="open" open={told.open} first={told.case} />],
            [t("accounts-renewal"), told.renewal ? day(told.renewal) : ""],
          ]}
        />
      </div>
      {told.trend && (
        <Panel title={t("accounts-trend")} note={t("accounts-trend-note")}>
          <Picture
            svg={{ wide: told.trend.wide, narrow: told.trend.narrow }}
            table={{
              rows: told.trend.periods,
              columns: [
                { head: t("accounts-until"), main: true, cell: (one) => day(one.until) },
                {
                  head: t("common-score"),
                  number: true,
                  cell: (one) => (one.nps == null ? t("accounts-few") : signed(one.nps)),
                },
                {
                  head: t("accounts-interval"),
                  number: true,
                  cell: (one) =>
                    one.low == null || one.high == null ? "–" : `${signed(one.low)} – ${signed(one.high)}`,
                },
                { head: t("accounts-n"), number: true, cell: (one) => number(one.n) },
              ],
            }}
          />
        </Panel>
      )}
      <Panel title={t("accounts-apart")} note={t("accounts-apart-note")}>
        {others.length > 0 ? (
          <div class="columns">
            {others.map((one) => (
              <FiguresOf key={one.survey} figures={one} />
            ))}
          </div>
        ) : (
          <p class="quiet">{t("accounts-apart-none")}</p>
        )}
      </Panel>
      <div class="columns">
        <Hold id={id} hold={told.hold} again={again} />
        {told.review && <Review id={id} review={told.review} />}
      </div>
      <Panel title={t("accounts-inside")}>
        <Tabs
          label={t("accounts-inside")}
          tabs={LISTS.map((one) => ({ id: one, label: t(`accounts-tab-${one}`) }))}
          chosen={shown}
          choose={show}
        >
          {lists[shown]}
        </Tabs>
      </Panel>
    </>
  );
}

function FiguresOf({ figures, large }: { figures: Figures; large?: boolean }) {
  if (figures.hidden) return <Empty title={figuresName(figures)}>{t("accounts-hidden")}</Empty>;
  const of = [coverage(figures), figures.is_few && figures.n > 0 ? t("accounts-few") : ""].filter(Boolean).join(" · ");
  if (figures.scale === "satisfaction") {
    return (
      <p class="score">
        <span class="score-name">{figuresName(figures)}</span>
        <strong>{figures.mean == null ? "–" : number(figures.mean, { maximumFractionDigits: 1 })}</strong>
        <span class="score-rest">
          <span>{t("common-of", { most: 5 })}</span>
          <span>{t("common-answers", { n: figures.n })}</span>
          {of && <span>{of}</span>}
        </span>
      </p>
    );
  }
  if (large && figures.n === 0)
    return <Empty title={t("accounts-no-answers")}>{coverage(figures) || t("accounts-not-asked")}</Empty>;
  return (
    <Score
      name={figuresName(figures)}
      score={figures.nps}
      low={figures.low}
      high={figures.high}
      n={figures.n}
      of={of}
      {...(large ? { large } : {})}
    />
  );
}
