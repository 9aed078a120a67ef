// The secret as a drawing for an app's camera: elements of this page, dark on white whatever the scheme, since not every
// camera reads it the other way round.

import { correction, generate } from "lean-qr/nano";
import { t } from "../../words";

const QUIET = 4; // modules around it, without which it is not found

export function Code({ text }: { text: string }) {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const all = Array.from({ length: code.size }, (_, at) => at);
  const dots = all.flatMap((y) => all.filter((x) => code.get(x, y)).map((x) => `M${x} ${y}h1v1h-1z`)).join("");
  const side = code.size + 2 * QUIET;
  return (
    <svg
      class="account-code"
      viewBox={`-${QUIET} -${QUIET} ${side} ${side}`}
      role="img"
      aria-label={t("account-code-drawn")}
    >
      <path class="account-code-ground" d={`M-${QUIET} -${QUIET}h${side}v${side}h-${side}z`} />
      <path class="account-code-dots" d={dots} shape-rendering="crispEdges" />
    </svg>
  );
}
