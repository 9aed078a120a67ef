import { ALL, lazy, type Route } from "../../route";

export const routes: Route[] = [
  { path: "/editions", view: lazy(() => import("./Editions")), roles: ALL, nav: "editions-nav" },
];
