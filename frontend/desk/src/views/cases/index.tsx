import { lazy, OWNERS, type Route } from "../../route";

export const routes: Route[] = [
  { path: "/cases", view: lazy(() => import("./Cases")), roles: OWNERS, nav: "cases-nav" },
  { path: "/cases/report", view: lazy(() => import("./Report")), roles: OWNERS },
  { path: "/cases/:id", view: lazy(() => import("./Case")), roles: OWNERS },
];
