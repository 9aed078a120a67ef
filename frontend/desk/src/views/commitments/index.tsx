import { ALL, lazy, MANAGERS, type Route } from "../../route";

// No commitment is called "_new": its name begins with a letter or a digit.
export const routes: Route[] = [
  { path: "/commitments", view: lazy(() => import("./Commitments")), roles: ALL, nav: "commitments-nav" },
  { path: "/commitments/_new", view: lazy(() => import("./New")), roles: MANAGERS },
  { path: "/quotes", view: lazy(() => import("./Quotes")), roles: MANAGERS },
  { path: "/commitments/:id/telling", view: lazy(() => import("./Telling")), roles: MANAGERS },
  { path: "/commitments/:id", view: lazy(() => import("./Commitment")), roles: ALL },
];
