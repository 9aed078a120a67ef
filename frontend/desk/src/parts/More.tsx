// The way to the next page of a list. Nothing is fetched by scrolling: what a person wants they press for.

import type { ComponentChildren } from "preact";
import { t } from "../words";
import { Loading, ProblemBox } from "./states";

interface Props {
  /** What `usePages` gives. */
  pages: {
    next: string;
    more: () => void;
    loading: boolean;
    problem: import("../problem").Problem | undefined;
    again: () => void;
    items: readonly unknown[];
  };
  /** Beside the button: how far was looked, how many are shown. */
  note?: ComponentChildren;
}

export function More({ pages, note }: Props) {
  const { next, more, loading, problem, again, items } = pages;
  return (
    <div class="more">
      <ProblemBox problem={problem} again={items.length > 0 ? more : again} />
      {loading && <Loading />}
      {next && !problem && (
        <button type="button" class="second" aria-disabled={loading} onClick={more}>
          {t("common-more")}
        </button>
      )}
      {note && <p class="quiet">{note}</p>}
    </div>
  );
}
