import { ALL, lazy, type Route } from "../../route";
import "./home.css";

export const routes: Route[] = [
  { path: "/", view: lazy(() => import("./Home")), roles: ALL, nav: "home-nav" },
  { path: "/numbers", view: lazy(() => import("./Numbers")), roles: ALL, nav: "home-numbers-nav" },
];
