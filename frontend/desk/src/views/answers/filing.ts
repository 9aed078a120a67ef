// Files answers under themes, and takes back what was done last.

import { useRef, useState } from "preact/hooks";
import { api, told } from "../../api";
import { themeName } from "../../me";
import { tell } from "../../parts";
import { asProblem, Problem } from "../../problem";
import { t } from "../../words";
import { canBeFiled, type Line, nextStep, type Step, standing, stepBack } from "./told";

interface Done {
  theme: string;
  back: { line: Line; step: Step }[];
}

export interface Filing {
  /** Presses a theme for one answer, or for several: then all of them are filed under it. */
  press: (lines: Line[], theme: string) => void;
  /** Says something of a theme. */
  say: (lines: Line[], theme: string, step: Step) => void;
  undo: () => void;
  canUndo: boolean;
  problem: Problem | undefined;
}

export function useFiling(changed: (line: Line) => void): Filing {
  const done = useRef<Done[]>([]);
  const busy = useRef(false);
  const [problem, setProblem] = useState<Problem>();
  const [, drawn] = useState(0);

  const send = async (theme: string, steps: { line: Line; step: Step }[]) => {
    let refused: Problem | undefined;
    const back: Done["back"] = [];
    for (const step of new Set(steps.map((one) => one.step))) {
      const lines = steps.filter((one) => one.step === step).map((one) => one.line);
      for (let at = 0; at < lines.length; at += 50) {
        const part = lines.slice(at, at + 50);
        const body = { answers: part.map((one) => one.id), theme, step };
        const found = await told(api.POST("/api/staff/answers/themes", { body }));
        for (const line of found.answers) {
          const before = part.find((one) => one.id === line.id);
          if (before) back.push({ line, step: stepBack(standing(before, theme)) });
          changed(line);
        }
        const [first] = found.refused;
        // What is refused for itself, and not for the theme, has changed since it was shown.
        if (first) refused ??= new Problem(first.field === "answer" ? 409 : 400, first.field, first.reason);
      }
    }
    if (refused) setProblem(refused);
    return back;
  };

  const run = async (theme: string, steps: { line: Line; step: Step }[], isUndo = false) => {
    if (busy.current || steps.length === 0) return;
    busy.current = true;
    setProblem(undefined);
    try {
      const back = await send(theme, steps);
      if (!isUndo && back.length > 0) done.current.push({ theme, back });
      const [first] = steps;
      const key = isUndo ? "answers-told-undone" : `answers-told-${first?.step}`;
      if (back.length > 0) tell(t(key, { theme: themeName(theme), n: back.length }));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      busy.current = false;
      drawn((n) => n + 1);
    }
  };

  const say = (lines: Line[], theme: string, step: Step) => {
    run(
      theme,
      lines.filter(canBeFiled).map((line) => ({ line, step })),
    );
  };
  const press = (lines: Line[], theme: string) => {
    const fitting = lines.filter(canBeFiled);
    const [only] = fitting;
    if (fitting.length === 1 && only) {
      say([only], theme, nextStep(standing(only, theme)));
      return;
    }
    const open = fitting.filter((line) => standing(line, theme)?.state !== "filed");
    run(
      theme,
      open.map((line) => ({ line, step: nextStep(standing(line, theme)) })),
    );
  };
  const undo = () => {
    const last = busy.current ? undefined : done.current.pop();
    if (last) run(last.theme, last.back, true);
  };
  return { press, say, undo, canUndo: done.current.length > 0, problem };
}
