// The whole page: who is signed in decides what is drawn, and the address which view.

import { useEffect, useState } from "preact/hooks";
import { Router } from "wouter-preact";
import { session } from "./auth";
import { draftsAreOf } from "./draft";
import { toHref, usePath, useSearch } from "./location";
import { loadMe, me } from "./me";
import { Loading, ProblemBox } from "./parts/states";
import { asProblem, type Problem } from "./problem";
import { Frame, Views } from "./shell";
import { NoRole } from "./views/signin/NoRole";
import { SignIn } from "./views/signin/SignIn";
import { language } from "./words";

export function App({ signInFailed }: { signInFailed: boolean }) {
  language.use(); // everything is said again in another language
  const at = session.use();
  const person = me.use();
  const [problem, setProblem] = useState<Problem>();

  const ask = () => {
    setProblem(undefined);
    loadMe().then(
      ({ email }) => draftsAreOf(email),
      (error) => setProblem(asProblem(error)),
    );
  };
  useEffect(() => {
    if (at === "in" && !person) ask();
  }, [at]);

  if (person) {
    return (
      <Router hook={usePath} searchHook={useSearch} hrefs={toHref}>
        <Frame person={person} isOver={at === "over"}>
          <Views role={person.role} />
        </Frame>
      </Router>
    );
  }
  if (at === "out" || at === "over")
    return <SignIn why={at === "over" ? "over" : signInFailed ? "failed" : undefined} />;
  if (problem?.status === 403) return <NoRole />;
  return (
    <Frame>
      <ProblemBox problem={problem} again={ask} />
      {!problem && <Loading />}
    </Frame>
  );
}
