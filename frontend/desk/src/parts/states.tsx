// What stands where something is to come, where there is nothing, and where something went wrong.

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { signIn } from "../auth";
import { Offline, type Problem } from "../problem";
import { refusal } from "../refused";
import type { Loaded } from "../use";
import { language, t } from "../words";

const SHOWN_AFTER = 300; // ms: what comes at once needs no word

/** A quiet line, and only if it takes a moment. */
export function Loading() {
  const [isSeen, see] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => see(true), SHOWN_AFTER);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="loading" role="status">
      {isSeen ? t("shell-loading") : ""}
    </p>
  );
}

/** Nothing is there yet, or nothing fits: says what would be here, and what to do. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children && <div class="quiet">{children}</div>}
    </div>
  );
}

/** Why something was not shown or done, and the way on. */
export function ProblemBox({ problem, again }: { problem: Problem | undefined; again?: () => void }) {
  if (!problem) return null;
  const why = refusal(problem.status === 429 ? { ...problem, field: "many" } : problem);
  return (
    <div class="problem" role="alert">
      <p class="problem-title">{t(`shell-problem-${kindOf(problem)}`)}</p>
      {says(problem) && <p lang={why.lang}>{why.words}</p>}
      {problem.isSessionOver ? (
        <button type="button" onClick={() => signIn()}>
          {t("shell-sign-in-again")}
        </button>
      ) : (
        again && (
          <button type="button" class="second" onClick={again}>
            {t("common-try-again")}
          </button>
        )
      )}
    </div>
  );
}

function kindOf(problem: Problem): string {
  if (problem instanceof Offline) return navigator.onLine === false ? "offline" : "unreachable";
  const kinds: Record<number, string> = { 400: "refused", 401: "over", 403: "role", 404: "missing", 409: "conflict" };
  return kinds[problem.status] ?? (problem.status < 500 ? "refused" : "failed");
}

/** Whether more is to be said than what kind of problem it is: of what has changed meanwhile only in the API's English. */
function says(problem: Problem): boolean {
  const enough = language.get() === "en" ? [401, 403, 404] : [401, 403, 404, 409];
  return problem.status >= 400 && problem.status < 500 && !enough.includes(problem.status) && problem.reason !== "";
}

/** What `useLoad` is at: the problem, the wait, or the children with what came. What is there stays when it is asked
 * for again in vain, with the problem above it. */
export function Wait<T>({ on, children }: { on: Loaded<T>; children: (data: T) => ComponentChildren }) {
  return (
    <>
      <ProblemBox problem={on.problem} again={on.again} />
      {on.data === undefined ? on.loading && <Loading /> : children(on.data)}
    </>
  );
}
