import {
  Badge,
  Empty,
  Facts,
  Figure,
  Given,
  Panel,
  Person,
  Picture,
  ProblemBox,
  Quote,
  Score,
  Table,
  View,
} from "../src/parts";
import { Offline, Problem } from "../src/problem";
import { day, moment, number, percent, signed } from "../src/words";
import { GOOD } from "./pictures";

const MONTHS = [
  { month: "2026-01-01", score: 20, n: 31 },
  { month: "2026-02-01", score: 28, n: 1234 },
  { month: "2026-03-01", score: -3, n: 40 },
];
const COLUMNS = [
  { head: "Month", cell: (row: (typeof MONTHS)[number]) => day(row.month) },
  { head: "Score", cell: (row: (typeof MONTHS)[number]) => signed(row.score), number: true },
  { head: "Answers", cell: (row: (typeof MONTHS)[number]) => number(row.n), number: true },
];

export default function Shown() {
  return (
    <View
      title="What there is"
      lead="Each part as it looks with something in it, and with nothing."
      actions={
        <a class="button second" href="#/gallery/form">
          What is typed
        </a>
      }
    >
      <Panel title="Numbers" note="12 months to October">
        <Score large name="Relationship NPS" score={45} low={29} high={58} n={100} of="25 of 40 asked" />
        <div class="columns">
          <Score name="After tickets" score={-3} low={-20} high={14} n={1} />
          <Score name="Reviews" score={null} n={0} />
          <Figure value={12345} label="mails this week" note={percent(0.625)} />
        </div>
      </Panel>
      <Panel title="Pictures" actions={<button type="button">Do it</button>}>
        <div class="columns">
          <Picture
            svg={GOOD}
            title="The score by month"
            note="Interval of 95 %"
            table={{ columns: COLUMNS, rows: MONTHS }}
          />
          <Picture svg={{ wide: GOOD, narrow: GOOD }} table={{ columns: COLUMNS, rows: MONTHS }} />
        </div>
      </Panel>
      <Panel title="People and words">
        <div class="stack">
          <Person name="Jo <b>Bakker</b>" email="jo@dune.example" account="Dune Logistics" to="/gallery/list" />
          <Person erased />
          <p>
            <Given score={3} /> <Given score={4} scale="satisfaction" /> <Badge tone="strong">Late</Badge>{" "}
            <Badge>Open</Badge> <Badge tone="quiet">Solved</Badge>
          </p>
          <Quote lang="nl">{"De lijn lag er twee dagen uit.\n\nNiemand belde."}</Quote>
          <Facts
            facts={[
              ["Due", moment("2026-03-02T09:00:00Z")],
              ["Nothing", ""],
              ["Phone", "+31 30 123 45 67"],
            ]}
          />
        </div>
      </Panel>
      <Panel title="A table">
        <Table caption="Months" showCaption columns={COLUMNS} rows={MONTHS} />
        <Empty title="Nothing yet">It comes with the first answer.</Empty>
      </Panel>
      <Panel title="Problems">
        <ProblemBox problem={new Offline()} again={() => undefined} />
        <ProblemBox problem={new Problem(400, "until", "until is a day in the past")} />
        <ProblemBox problem={new Problem(409, "", "somebody changed it")} again={() => undefined} />
        <ProblemBox problem={new Problem(503, "", "")} again={() => undefined} />
        <ProblemBox problem={new Problem(401, "token", "")} />
      </Panel>
    </View>
  );
}
