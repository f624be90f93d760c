/** The title of the map, and a line with its author, date and sources. */

import { mapHeading } from "../../../server/core/picture/mapHeading.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";

/** Shows nothing if the map says nothing about itself. Long lines are cut off; the tooltip has them in full. */
export function HeadingPanel({ tree }: { readonly tree: Tree }) {
  const heading = mapHeading(tree);
  if (heading === undefined) return null;
  const { title, details } = heading;
  return (
    <header class="map-heading" lang={tree.language} title={[title, details].filter(Boolean).join("\n")}>
      <h1 dir="auto">{title}</h1>
      {details !== "" && <p dir="auto">{details}</p>}
    </header>
  );
}
