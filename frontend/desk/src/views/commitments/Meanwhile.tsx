// Somebody else changed it while this was typed: what they wrote, beside what was typed here, and which of it counts.

import { t } from "../../words";
import { fieldName, languages, type One, TEXTS } from "./told";
import { kept, overtaken, type Typed } from "./typed";

interface Props {
  was: One;
  now: One;
  typed: Typed;
  /** Goes on from what is there now, without what was typed in some fields. */
  accept: (now: One, drop: string[]) => void;
}

const PLAIN = ["status", "theme", "owner", "planned_for", "done_on", "decided_on"];

export function Meanwhile({ was, now, typed, accept }: Props) {
  const fields = [...PLAIN, ...TEXTS.flatMap((name) => languages().map((code) => `${name}.${code}`))];
  const before = (field: string) => typed.over[field] ?? kept(was, field);
  const theirs = fields.filter((field) => before(field) !== kept(now, field));
  const both = overtaken(now, typed);
  return (
    <div class="problem" role="alert">
      <p class="problem-title">{t("commitments-meanwhile", { who: now.line.updated_by })}</p>
      <p>{t("commitments-meanwhile-why")}</p>
      <dl class="commitments-moves">
        {theirs.map((field) => (
          <div key={field}>
            <dt>{fieldName(field)}</dt>
            <dd>
              <del>{before(field)}</del> <ins>{kept(now, field) || t("commitments-nothing")}</ins>
              {both.includes(field) && (
                <p class="quiet">{t("commitments-yours", { text: typed.fields[field] ?? "" })}</p>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <button type="button" onClick={() => accept(now, [])}>
          {t("commitments-keep-mine")}
        </button>
        {both.length > 0 && (
          <button type="button" class="second" onClick={() => accept(now, both)}>
            {t("commitments-take-theirs")}
          </button>
        )}
      </div>
    </div>
  );
}
