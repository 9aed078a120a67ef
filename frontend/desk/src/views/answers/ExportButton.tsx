// Hands out what the filters give, part by part: it can be stopped, and goes on where the connection was lost.

import { useEffect, useRef, useState } from "preact/hooks";
import { Chips, Dialog, ProblemBox, tell } from "../../parts";
import { asProblem, type Problem } from "../../problem";
import { day, t } from "../../words";
import type { Come, Format } from "./export";
import type { Filters } from "./filters";

export function ExportButton({ filters }: { filters: Filters }) {
  const [open, set] = useState(false);
  return (
    <>
      <button type="button" class="second" onClick={() => set(true)}>
        {t("answers-export")}
      </button>
      <Dialog title={t("answers-export")} open={open} close={() => set(false)} actions={[]}>
        {open && <Exporting filters={filters} close={() => set(false)} />}
      </Dialog>
    </>
  );
}

function Exporting({ filters, close }: { filters: Filters; close: () => void }) {
  const [format, choose] = useState<Format>("csv");
  const [so_far, tellSoFar] = useState<{ n: number; until: string }>();
  const [problem, setProblem] = useState<Problem>();
  const come = useRef<Come>();
  const stop = useRef(new AbortController());
  const counts = !filters.state || filters.state === "counts";

  // However the question is closed, nothing goes on behind it.
  useEffect(() => () => stop.current.abort(), []);
  const run = async () => {
    const { signal } = stop.current;
    setProblem(undefined);
    try {
      const { fetchRest, keep, nothing } = await import("./export");
      const found = come.current ?? nothing();
      come.current = found;
      const progress = () => tellSoFar({ n: found.rows.length, until: found.until });
      progress();
      await fetchRest(found, filters, format, signal, progress);
      await keep(found, format, signal);
      close();
      tell(t("answers-exported", { n: found.rows.length }));
    } catch (error) {
      if (signal.aborted) return;
      setProblem(asProblem(error));
      if (!come.current?.rows.length) tellSoFar(undefined);
    }
  };
  return (
    <>
      <p>{t(counts ? "answers-export-say" : "answers-export-counts")}</p>
      {counts && !so_far && (
        <Chips
          label={t("answers-export-as")}
          one
          options={(["csv", "jsonl"] as const).map((value) => ({ value, label: t(`answers-export-${value}`) }))}
          chosen={[format]}
          change={([value]) => choose(value === "jsonl" ? "jsonl" : "csv")}
        />
      )}
      <p role="status">
        {so_far &&
          t("answers-export-so-far", { n: so_far.n, until: so_far.until ? day(so_far.until) : t("common-today") })}
      </p>
      <ProblemBox problem={problem} again={run} />
      <div class="actions">
        {counts && !so_far && (
          <button type="button" onClick={run}>
            {t("answers-export")}
          </button>
        )}
        <button type="button" class="second" onClick={close}>
          {t(so_far ? "answers-export-stop" : "common-cancel")}
        </button>
      </div>
    </>
  );
}
