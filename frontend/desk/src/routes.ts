// Every view there is, in the order of the navigation. A slice is a folder under views/ whose index.tsx exports `routes`.

import { routes as extra } from "./extra";
import type { Route } from "./route";

const ORDER = ["home", "answers", "cases", "accounts", "contacts", "commitments", "editions", "programme", "changes"];

const slices = import.meta.glob<{ routes: Route[] }>("./views/*/index.tsx", { eager: true });

function place(file: string): number {
  const at = ORDER.indexOf(file.split("/")[2] ?? "");
  return at < 0 ? ORDER.length : at;
}

export const routes: Route[] = [
  ...Object.entries(slices)
    .sort(([one], [other]) => place(one) - place(other))
    .flatMap(([, slice]) => slice.routes),
  ...extra,
];
