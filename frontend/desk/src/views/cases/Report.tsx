// How soon people are called back, how it ends and who is won back: of a month or a quarter.

import { api } from "../../api";
import { useQuery } from "../../location";
import { isManager, who } from "../../me";
import { Choice, Empty, Facts, Figure, type Option, Panel, Picture, Table, View, Wait } from "../../parts";
import { useLoad } from "../../use";
import { day, language, month, number, percent, t } from "../../words";
import { causeName, type Report } from "./told";
import "./cases.css";

export default function CaseReport() {
  const [query, setQuery] = useQuery();
  const periods = periodsUntil(new Date());
  const asked = { period: query.period ?? periods[0]?.value ?? "", owner: query.owner ?? "" };
  const speaks = language.use();
  const loaded = useLoad(
    (signal) => api.GET("/api/staff/cases/report", { params: { query: { ...asked, language: speaks } }, signal }),
    [asked, speaks],
  );
  return (
    <View
      title={t("cases-report")}
      // Somebody else's follow-ups are in nobody's report but a manager's
      lead={t(isManager() ? "cases-report-lead" : "cases-report-lead-own")}
      back={{ to: "/cases", label: t("cases-title") }}
    >
      <div class="filters">
        <Choice
          label={t("common-period")}
          value={asked.period}
          change={(period) => setQuery({ period })}
          options={periods}
        />
        {loaded.data?.per_owner && (
          <Choice
            label={t("common-owner")}
            value={asked.owner}
            change={(owner) => setQuery({ owner })}
            options={[{ value: "", label: t("common-all") }, ...owners()]}
          />
        )}
      </div>
      <Wait on={loaded}>{(found) => (found.cases === 0 ? <None found={found} /> : <Told found={found} />)}</Wait>
    </View>
  );
}

function owners(): Option[] {
  const { people, email } = who();
  return (isManager() ? people : [email]).map((value) => ({ value, label: value }));
}

/** This quarter and those before it, this month and those before it; the address may name any other. */
function periodsUntil(today: Date): Option[] {
  const [year, at] = [today.getFullYear(), today.getMonth()];
  const quarters = Array.from({ length: 6 }, (_, back) => {
    const quarter = year * 4 + Math.floor(at / 3) - back;
    const [of, n] = [Math.floor(quarter / 4), (quarter % 4) + 1];
    return { value: `${of}-Q${n}`, label: t("cases-quarter", { n, year: String(of) }) };
  });
  const months = Array.from({ length: 12 }, (_, back) => {
    const of = year * 12 + at - back;
    const value = `${Math.floor(of / 12)}-${String((of % 12) + 1).padStart(2, "0")}`;
    return { value, label: month(value) };
  });
  return [...quarters, ...months];
}

function None({ found }: { found: Report }) {
  return (
    <>
      <Empty title={t("cases-report-none")}>
        {t("common-from-to", { from: day(found.first), to: day(found.last) })}
      </Empty>
      <Before found={found} />
    </>
  );
}

function Told({ found }: { found: Report }) {
  return (
    <>
      <p class="quiet">
        {t("common-from-to", { from: day(found.first), to: day(found.last) })} · {t("cases-report-of")}
      </p>
      {found.is_cut && (
        <p class="problem" role="status">
          {t("cases-report-cut")}
        </p>
      )}
      <div class="cases-figures">
        <Figure value={found.cases} label={t("cases-opened", { n: found.cases })} note={<Again found={found} />} />
        {found.in_time && (
          <Figure
            value={percent(found.in_time.part / found.in_time.whole)}
            label={t("cases-in-time")}
            note={t("cases-of-likely", {
              part: found.in_time.part,
              whole: found.in_time.whole,
              low: percent(found.in_time.low / 100),
              high: percent(found.in_time.high / 100),
            })}
          />
        )}
        {found.days_to_contact && (
          <Figure
            value={number(found.days_to_contact.median)}
            label={t("cases-days", { n: found.days_to_contact.median })}
            note={t("cases-days-ninth", { n: found.days_to_contact.ninth })}
          />
        )}
        <Figure
          value={found.late_now}
          label={t("cases-late-now")}
          note={t("cases-still-waiting", { n: found.waiting })}
        />
      </div>
      <Panel title={t("cases-soon")} note={t("cases-soon-note", { n: found.promised_days })}>
        <Picture
          svg={{ wide: found.picture.wide, narrow: found.picture.narrow }}
          table={{
            columns: [
              { head: t("cases-bar"), cell: (bar) => barName(bar) },
              { head: t("cases-bar-n"), cell: (bar) => number(bar.n), number: true },
            ],
            rows: found.picture.bars,
          }}
        />
        {found.hours_to_contact && (
          <p class="quiet">{t("cases-by-the-clock", { time: span(found.hours_to_contact.median) })}</p>
        )}
        {found.begun > found.cases && <p class="quiet">{t("cases-each-time", { n: found.begun })}</p>}
      </Panel>
      <div class="columns">
        <Ended found={found} />
        <WonBack found={found} />
      </div>
      <Causes found={found} />
      <Before found={found} />
    </>
  );
}

function Again({ found }: { found: Report }) {
  const again = found.begun - found.cases;
  return again > 0 ? <span>{t("cases-reopened", { n: again })}</span> : null;
}

function barName({ kind, label }: Report["picture"]["bars"][number]): string {
  return kind === "waiting" ? t("cases-bar-waiting") : label;
}

function span(hours: number): string {
  if (hours < 1) return t("cases-under-an-hour");
  return hours < 48 ? t("cases-hours", { n: Math.round(hours) }) : t("cases-full-days", { n: Math.round(hours / 24) });
}

function Ended({ found }: { found: Report }) {
  const { solved, not_solved, no_answer } = found.outcomes;
  // Erased before they were closed, or closed before outcomes were kept
  const unknown = found.cases - solved - not_solved - no_answer - found.open;
  return (
    <Panel title={t("cases-ended")} note={t("cases-ended-note")}>
      <Facts
        facts={[
          ...(["solved", "not_solved", "no_answer"] as const).map((name): [string, string] => [
            t(`cases-outcome-${name}`),
            number(found.outcomes[name]),
          ]),
          ...(unknown > 0 ? [[t("cases-ended-unknown"), number(unknown)] as [string, string]] : []),
          [t("cases-open-still"), number(found.open)],
          [t("cases-to-close"), found.hours_to_close ? span(found.hours_to_close.median) : ""],
        ]}
      />
    </Panel>
  );
}

function WonBack({ found }: { found: Report }) {
  const won = found.won_back;
  if (!won) {
    return (
      <Panel title={t("cases-won")}>
        <p>{t(found.hides_won_back ? "cases-won-hidden" : "cases-won-unknown")}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t("cases-won")} note={t("cases-won-note")}>
      {won.moved ? (
        <>
          <Figure
            value={t("cases-part", { part: won.moved.part, whole: won.moved.whole })}
            label={t("cases-moved")}
            note={t("common-likely", { low: percent(won.moved.low / 100), high: percent(won.moved.high / 100) })}
          />
          {won.is_few && <p class="quiet">{t("cases-few")}</p>}
        </>
      ) : (
        <p>{t("cases-won-none")}</p>
      )}
      <p class="quiet">{t("cases-asked-n", { asked: won.asked, of: found.detractors, waits: won.waits })}</p>
    </Panel>
  );
}

function Causes({ found }: { found: Report }) {
  if (found.causes.length === 0) return null;
  return (
    <Panel title={t("cases-causes")} note={t("cases-causes-note")}>
      <Table
        caption={t("cases-causes")}
        rows={found.causes}
        rowKey={(one) => one.cause}
        columns={[
          {
            head: t("cases-cause"),
            cell: (one) => (one.cause ? causeName(one.cause) : t("cases-cause-other")),
            main: true,
          },
          { head: t("cases-closed-n"), cell: (one) => number(one.cases), number: true },
          { head: t("cases-outcome-solved"), cell: (one) => number(one.solved), number: true },
        ]}
      />
    </Panel>
  );
}

function Before({ found }: { found: Report }) {
  if (!found.open_before) return null;
  return <p class="quiet">{t("cases-before", { open: found.open_before, late: found.late_before })}</p>;
}
