import { lazy, OWNERS, type Route } from "../../route";

export const routes: Route[] = [
  { path: "/answers", view: lazy(() => import("./Feed")), roles: OWNERS, nav: "answers-nav" },
  { path: "/answers/:id", view: lazy(() => import("./Answer")), roles: OWNERS },
];
