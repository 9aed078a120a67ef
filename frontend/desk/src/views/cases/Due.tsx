// What an owner has to do today, before everything else.

import { api } from "../../api";
import { ProblemBox } from "../../parts";
import { useLoad } from "../../use";
import { t } from "../../words";
import { standing } from "./told";

const NAMED = 5;

export function Due() {
  const { data, problem, again } = useLoad((signal) => api.GET("/api/staff/cases/due", { signal }), []);
  if (!data) return <ProblemBox problem={problem} again={again} />;
  const { late, today, items } = data;
  return (
    <section class="cases-today" aria-labelledby="cases-today">
      <h2 id="cases-today">{t("cases-today")}</h2>
      <p>{late + today === 0 ? t("cases-today-none") : t("cases-today-some", { late, today })}</p>
      {items.length > 0 && (
        <ul>
          {items.slice(0, NAMED).map((one) => (
            <li key={one.id}>
              <a href={`#/cases/${one.id}`}>{one.name || one.email || t("common-no-name")}</a>{" "}
              <span class={one.late ? "cases-late" : "quiet"}>{standing(one)}</span>
            </li>
          ))}
        </ul>
      )}
      {(items.length > NAMED || data.is_cut) && <p class="quiet">{t("cases-today-more")}</p>}
    </section>
  );
}
