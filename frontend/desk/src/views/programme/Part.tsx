// Where in the programme one is: its three views, as links beside each other.

import { isManager } from "../../me";
import { t } from "../../words";
import "./programme.css";

const VIEWS = [
  { id: "settings", to: "/programme" },
  { id: "calendar", to: "/programme/calendar" },
  { id: "health", to: "/programme/health" },
];

export function Views({ here }: { here: "settings" | "calendar" | "health" }) {
  if (!isManager()) return null; // who sees the settings only
  return (
    <nav class="programme-views" aria-label={t("programme-tabs")}>
      {VIEWS.map((one) => (
        <a key={one.id} href={`#${one.to}`} aria-current={one.id === here ? "page" : undefined}>
          {t(`programme-${one.id}-tab`)}
        </a>
      ))}
    </nav>
  );
}
