import { lazy, MANAGERS, type Route } from "../../route";

export const routes: Route[] = [
  { path: "/changes", view: lazy(() => import("./Changes")), roles: MANAGERS, nav: "changes-nav" },
];
