// What a reader of the public page would find new.

import type { components } from "../../api.gen";
import { inOurs } from "../../me";
import { signed, t } from "../../words";

type Shown = components["schemas"]["ShownChanges"];
type Score = NonNullable<NonNullable<Shown["score"]>["before"]>;

export function Changes({ changes }: { changes: Shown }) {
  const titles = [
    ["new", changes.new],
    ["changed", changes.changed],
    ["removed", changes.removed],
  ] as const;
  const isNothing =
    titles.every(([, found]) => found.length === 0) &&
    !changes.score &&
    !changes.figures &&
    changes.new_quotes + changes.removed_quotes === 0;
  if (isNothing) return <p>{t("editions-no-changes")}</p>;
  return (
    <dl class="editions-changes">
      {titles.map(
        ([name, found]) =>
          found.length > 0 && (
            <div key={name}>
              <dt>{t(`editions-change-${name}`)}</dt>
              {found.map((title) => (
                <dd key={inOurs(title)}>{inOurs(title)}</dd>
              ))}
            </div>
          ),
      )}
      {changes.score && (
        <div>
          <dt>{t("editions-score")}</dt>
          <dd>{t("editions-before", { score: told(changes.score.before) })}</dd>
          <dd>{t("editions-after", { score: told(changes.score.after) })}</dd>
        </div>
      )}
      {changes.figures && (
        <div>
          <dt>{t("editions-figures")}</dt>
          <dd>{t("editions-figures-say")}</dd>
        </div>
      )}
      {changes.new_quotes + changes.removed_quotes > 0 && (
        <div>
          <dt>{t("editions-quotes")}</dt>
          {changes.new_quotes > 0 && <dd>{t("editions-quotes-new", { n: changes.new_quotes })}</dd>}
          {changes.removed_quotes > 0 && <dd>{t("editions-quotes-gone", { n: changes.removed_quotes })}</dd>}
        </div>
      )}
    </dl>
  );
}

function told(score: Score | null): string {
  if (!score) return t("editions-no-score");
  const { low, high, n } = score;
  return t("editions-points", { score: signed(score.score), low: signed(low), high: signed(high), n });
}
