import { ALL, lazy, MANAGERS, type Route } from "../../route";

export const routes: Route[] = [
  { path: "/programme", view: lazy(() => import("./Settings")), roles: ALL, nav: "programme-nav" },
  { path: "/programme/calendar", view: lazy(() => import("./Calendar")), roles: MANAGERS },
  { path: "/programme/health", view: lazy(() => import("./Health")), roles: MANAGERS },
];
