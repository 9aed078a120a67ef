import { lazy, OWNERS, type Route } from "../../route";

export const routes: Route[] = [
  { path: "/accounts", view: lazy(() => import("./Accounts")), roles: OWNERS, nav: "accounts-nav" },
  { path: "/accounts/:id", view: lazy(() => import("./Account")), roles: OWNERS },
];
