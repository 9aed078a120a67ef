// The themes of one answer: what it is filed under, what its words suggest, and all others to choose from.

import { themeName, who } from "../../me";
import { Unfold } from "../../parts";
import { t } from "../../words";
import type { Filing } from "./filing";
import { keyOf } from "./keys";
import { called, canBeFiled, type Line, type Standing } from "./told";

interface Props {
  line: Line;
  filing: Filing;
  /** Single keys are on: the first suggestion is accepted and rejected by `a` and `x`. */
  keys: boolean;
}

export function Themes({ line, filing, keys }: Props) {
  const shown = line.themes.filter((one) => one.state !== "rejected");
  const canFile = canBeFiled(line);
  const first = shown.find((one) => one.state === "suggested");
  const hint = (one: Standing, key: string) => (keys && one === first ? key : "");
  return (
    <div class="answers-filing">
      {shown.length > 0 && (
        <ul class="answers-themes" aria-label={t("answers-themes")}>
          {shown.map((one) => (
            <li key={one.theme} class={one.state}>
              <span>{one.state === "filed" ? themeName(one.theme) : suggested(one)}</span>
              {canFile && one.state === "suggested" && (
                <Small
                  hint={hint(one, "a")}
                  label={t("answers-accept")}
                  name={t("answers-accept-theme", { theme: themeName(one.theme) })}
                  act={() => filing.say([line], one.theme, "accept")}
                />
              )}
              {canFile && (
                <Small
                  hint={hint(one, "x")}
                  label={t("answers-not-it")}
                  name={t("answers-reject-theme", { theme: themeName(one.theme) })}
                  act={() => filing.say([line], one.theme, "reject")}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {canFile && (
        <Unfold
          label={
            <>
              {t("answers-file")}
              <span class="unseen"> {called(line)}</span>
            </>
          }
        >
          {() => <AllThemes lines={[line]} filing={filing} keys={false} />}
        </Unfold>
      )}
    </div>
  );
}

interface All {
  lines: Line[];
  filing: Filing;
  /** Shows the key of each. */
  keys: boolean;
}

/** Every theme there is: pressing one files under it, and again takes that back. */
export function AllThemes({ lines, filing, keys }: All) {
  const isFiled = (line: Line, theme: string) =>
    line.themes.some((known) => known.theme === theme && known.state === "filed");
  return (
    <fieldset class="answers-all" aria-label={t("answers-file")}>
      {who().themes.map((one, at) => (
        <button
          key={one.id}
          type="button"
          class="second"
          aria-pressed={lines.every((line) => isFiled(line, one.id))}
          aria-keyshortcuts={keys && keyOf(at) ? keyOf(at) : undefined}
          onClick={() => filing.press(lines, one.id)}
        >
          {keys && keyOf(at) && <kbd>{keyOf(at)}</kbd>} {themeName(one.id)}
        </button>
      ))}
    </fieldset>
  );
}

function Small({ hint, label, name, act }: { hint: string; label: string; name: string; act: () => void }) {
  return (
    <button type="button" class="second answers-small" aria-label={name} title={name} onClick={act}>
      {hint && <kbd>{hint}</kbd>} {label}
    </button>
  );
}

const suggested = (one: Standing): string => t("answers-suggested", { theme: themeName(one.theme) });
