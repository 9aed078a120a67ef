// A drawing of the API, with its numbers as a table for whoever reads rather than looks.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../words";
import { svgElement } from "./svg";
import { type Column, Table } from "./Table";

interface Props<Row> {
  /** The SVG text; where there are two, `narrow` is the one for phones. */
  svg: string | { wide: string; narrow: string };
  /** What it shows, over it. */
  title?: string;
  /** Small, below it: source, period, n. */
  note?: ComponentChildren;
  /** Its numbers. */
  table: { columns: Column<Row>[]; rows: Row[] };
}

export function Picture<Row>({ svg, title, note, table }: Props<Row>) {
  const caption = title ?? t("shell-numbers");
  return (
    <figure class="picture">
      {title && <figcaption>{title}</figcaption>}
      {typeof svg === "string" ? (
        <Drawing svg={svg} />
      ) : (
        <>
          <Drawing svg={svg.wide} class="wide" />
          <Drawing svg={svg.narrow} class="narrow" />
        </>
      )}
      {note && <p class="note-line">{note}</p>}
      <details>
        <summary>{t("shell-as-table")}</summary>
        <Table caption={caption} columns={table.columns} rows={table.rows} />
      </details>
    </figure>
  );
}

function Drawing({ svg, class: kind = "" }: { svg: string; class?: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawn = svgElement(svg);
    place.current?.replaceChildren(...(drawn ? [drawn] : [t("shell-no-picture")]));
  }, [svg]);
  return <div class={`drawing ${kind}`} ref={place} />;
}
