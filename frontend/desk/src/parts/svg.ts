// A picture of the API as elements of this page. It is read as XML, never as markup of the page, and refused as a whole
// if there is anything in it that a drawing of ours does not have.

const DRAWN = new Set([
  "svg",
  "title",
  "desc",
  "g",
  "path",
  "rect",
  "circle",
  "line",
  "polyline",
  "polygon",
  "text",
  "tspan",
]);
const REFUSED = /^(?:on|style$|href$|xlink:|xml:base$|src$)/i;
const REFERS = ["aria-labelledby", "aria-describedby"];
let count = 0;

/** The picture, or null where the text is none. Its ids are made unique: the same picture may be shown twice. */
export function svgElement(text: string): SVGSVGElement | null {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  const root = parsed.documentElement;
  if (root.localName !== "svg" || root.namespaceURI !== "http://www.w3.org/2000/svg") return null;
  const all = [root, ...root.querySelectorAll("*")];
  if (!all.every(isHarmless)) return null;
  count += 1;
  for (const one of all) {
    if (one.id) one.id = `${one.id}-${count}`;
    for (const name of REFERS) {
      const ids = one.getAttribute(name);
      if (ids)
        one.setAttribute(
          name,
          ids
            .split(/\s+/)
            .map((id) => `${id}-${count}`)
            .join(" "),
        );
    }
  }
  return document.importNode(root, true) as unknown as SVGSVGElement;
}

function isHarmless(element: Element): boolean {
  return (
    DRAWN.has(element.localName) &&
    element.namespaceURI === "http://www.w3.org/2000/svg" &&
    [...element.attributes].every(({ name, value }) => !REFUSED.test(name) && !/url\s*\(|javascript:/i.test(value))
  );
}
