// A contact list comes in: a file is chosen and read here, looked at without changing anything, and then taken.

import { useRef, useState } from "preact/hooks";
import { Done, Panel, ProblemBox, View } from "../../parts";
import { asProblem, type Problem } from "../../problem";
import { number, t } from "../../words";
import { COLUMNS, isKnown, type List, REQUIRED, readList } from "./csv";
import { Preview } from "./Preview";
import { newId, nothing, type Sum, sendAll } from "./pieces";
import "./contacts.css";

type Phase = "choose" | "checking" | "checked" | "importing" | "imported";

export default function Import() {
  const [list, setList] = useState<List>();
  const [wrong, setWrong] = useState("");
  const [phase, setPhase] = useState<Phase>("choose");
  const [sum, setSum] = useState<Sum>(nothing);
  const [problem, setProblem] = useState<Problem>();
  const [stopped, setStopped] = useState(false);
  const stop = useRef<AbortController>();
  const importId = useRef("");

  const run = async (of: List, from: Sum, check: boolean) => {
    stop.current = new AbortController();
    setProblem(undefined);
    setStopped(false);
    setPhase(check ? "checking" : "importing");
    setSum(from);
    try {
      const { signal } = stop.current;
      await sendAll(of, from, { check, importId: importId.current, signal, heard: setSum });
      setPhase(check ? "checked" : "imported");
    } catch (error) {
      if (stop.current.signal.aborted) setStopped(true);
      else setProblem(asProblem(error));
    }
  };
  const choose = async (file: File | undefined) => {
    stop.current?.abort();
    if (!file) return;
    setList(undefined);
    setPhase("choose");
    const found = readList(file.name, await file.arrayBuffer());
    if ("problem" in found) {
      setWrong(t(`contacts-file-${found.problem}`, { about: found.about }));
      return;
    }
    setWrong(found.rows.length === 0 ? t("contacts-file-empty", { about: "" }) : "");
    if (found.rows.length === 0) return;
    setList(found);
    importId.current = newId();
    run(found, nothing(), true);
  };
  const isBusy = (phase === "checking" || phase === "importing") && !problem && !stopped;
  return (
    <View
      title={t("contacts-import")}
      back={{ to: "/contacts", label: t("contacts-title") }}
      lead={t("contacts-import-lead")}
    >
      <Choose choose={choose} wrong={wrong} isBusy={isBusy} />
      {list && <About list={list} />}
      {list && phase !== "choose" && (
        <Panel title={t(phase === "importing" || phase === "imported" ? "contacts-taking" : "contacts-preview")}>
          <Progress of={list.rows.length} done={sum.done} label={t(`contacts-phase-${phase}`)} isBusy={isBusy} />
          {isBusy && (
            <button type="button" class="second" onClick={() => stop.current?.abort()}>
              {t("contacts-stop")}
            </button>
          )}
          <ProblemBox problem={problem} />
          {(problem || stopped) && (
            <div class="stack">
              <p>
                {t(phase === "importing" ? "contacts-stopped" : "contacts-stopped-check", { done: number(sum.done) })}
              </p>
              <button type="button" onClick={() => run(list, sum, phase === "checking")}>
                {t("contacts-go-on")}
              </button>
            </div>
          )}
          {sum.done > 0 && <Preview list={list} sum={sum} isTaken={phase === "importing" || phase === "imported"} />}
          {phase === "checked" && <Take sum={sum} take={() => run(list, nothing(), false)} />}
          <Done>{phase === "imported" && t("contacts-imported", { n: sum.added + sum.changed })}</Done>
        </Panel>
      )}
    </View>
  );
}

function Choose({ choose, wrong, isBusy }: { choose: (file?: File) => void; wrong: string; isBusy: boolean }) {
  return (
    <div class="field contacts-file">
      <label for="contacts-file">{t("contacts-file")}</label>
      <p class="hint" id="contacts-file-hint">
        {t("contacts-file-hint", { required: REQUIRED.join(", "), others: COLUMNS.slice(REQUIRED.length).join(", ") })}
      </p>
      <input
        id="contacts-file"
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        aria-describedby="contacts-file-hint contacts-file-wrong"
        aria-invalid={wrong ? true : undefined}
        disabled={isBusy}
        onChange={(event) => choose(event.currentTarget.files?.[0])}
      />
      <p class="wrong" id="contacts-file-wrong" role="alert">
        {wrong}
      </p>
    </div>
  );
}

function About({ list }: { list: List }) {
  const unused = list.header.filter((name) => !isKnown(name));
  return (
    <div class="stack">
      <p>{t("contacts-file-read", { name: list.name, n: list.rows.length })}</p>
      {list.isGuessed && <p class="contacts-warning">{t("contacts-file-guessed")}</p>}
      {unused.length > 0 && <p class="quiet">{t("contacts-file-unused", { columns: unused.join(", ") })}</p>}
    </div>
  );
}

function Progress({ of, done, label, isBusy }: { of: number; done: number; label: string; isBusy: boolean }) {
  return (
    <p>
      <label for="contacts-progress">{label}</label> <progress id="contacts-progress" max={of} value={done} />{" "}
      <span role={isBusy ? undefined : "status"}>{t("contacts-progress", { done: number(done), of: number(of) })}</span>
    </p>
  );
}

function Take({ sum, take }: { sum: Sum; take: () => void }) {
  const n = sum.added + sum.changed;
  if (n === 0) return <p>{t("contacts-nothing-to-take")}</p>;
  return (
    <div class="stack">
      {sum.rejected.length > 0 && <p>{t("contacts-take-good", { n: sum.rejected.length })}</p>}
      <button type="button" onClick={take}>
        {t("contacts-take", { n })}
      </button>
    </div>
  );
}
