// Every part in every state, for the tests of the parts and for whoever builds a view. In no build but `--mode gallery`.

import { ALL, lazy, type Route } from "../src/route";

export const routes: Route[] = [
  { path: "/gallery", view: lazy(() => import("./Shown")), roles: ALL, nav: "common-all" },
  { path: "/gallery/form", view: lazy(() => import("./Typed")), roles: ALL },
  { path: "/gallery/refused", view: lazy(() => import("./Refused")), roles: ALL },
  { path: "/gallery/list", view: lazy(() => import("./Listed")), roles: ALL },
];
