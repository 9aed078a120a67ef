import { ALL, lazy, type Route } from "../../route";

export const routes: Route[] = [{ path: "/account", view: lazy(() => import("./Account")), roles: ALL }];
