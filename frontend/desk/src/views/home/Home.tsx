// What somebody wants to know in ten seconds: the score and whether it moved, what waits, and what is behind it.

import { api } from "../../api";
import { isManager, who } from "../../me";
import { Panel, View, Wait } from "../../parts";
import { useLoad } from "../../use";
import { language, t } from "../../words";
import { Beginning, Beside, Headline, Pictures } from "./Headline";
import { Heard } from "./Heard";
import { Waiting, type Work } from "./Waiting";
import { Week } from "./Week";

export default function Home() {
  const words = language.use();
  const query = { language: words };
  const headline = useLoad((signal) => api.GET("/api/staff/home/headline", { params: { query }, signal }), [words]);
  const heard = useLoad((signal) => api.GET("/api/staff/home/heard", { params: { query }, signal }), [words]);
  // A viewer is told nothing of what waits.
  const isReader = who().role === "viewer";
  const work = useLoad(
    (signal) =>
      isReader ? Promise.resolve<{ data?: Work }>({}) : api.GET("/api/staff/home/work", { params: { query }, signal }),
    [isReader, words],
  );
  const hasAnswers = (headline.data?.headline.n ?? 1) > 0;
  const suggested = heard.data?.suggested.reduce((sum, one) => sum + one.n, 0) ?? 0;
  return (
    <View title={t("home-title")} actions={<a href="#/numbers">{t("home-to-numbers")}</a>}>
      <div class="home-score">
        <Wait on={headline}>
          {(told) => (told.beginning ? <Beginning told={told.beginning} /> : <Headline told={told} />)}
        </Wait>
      </div>
      {!isReader && (
        <Panel class="home-work" title={t("home-waits")}>
          <Wait on={work}>{(told) => <Waiting told={told} suggested={isManager() ? suggested : 0} />}</Wait>
        </Panel>
      )}
      {headline.data && !headline.data.beginning && (
        <>
          {headline.data.trend && <Pictures told={headline.data} />}
          {headline.data.beside.length > 0 && <Beside lines={headline.data.beside} />}
        </>
      )}
      {hasAnswers && <Wait on={heard}>{(told) => <Heard told={told} />}</Wait>}
      {work.data?.week && <Week told={work.data.week} />}
    </View>
  );
}
