import { lazy, MANAGERS, OWNERS, type Route } from "../../route";

export const routes: Route[] = [
  { path: "/contacts", view: lazy(() => import("./Contacts")), roles: OWNERS, nav: "contacts-nav" },
  { path: "/contacts/import", view: lazy(() => import("./Import")), roles: MANAGERS },
  { path: "/contacts/:id", view: lazy(() => import("./Contact")), roles: OWNERS },
];
