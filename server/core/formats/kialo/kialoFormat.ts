/** Kialo's text export: items with numbers that say how deep they are, marked Pro or Con. */
import type { FormatModule } from "../format.ts";
import { graphToOutline } from "../outline/graphToOutline.ts";
import { readOutlineText, writeOutlineText } from "../outline/outlineText.ts";
import { outlineToGraph } from "../outline/outlineToGraph.ts";

export const kialo: FormatModule = {
  write({ graph, fileName }) {
    const { outline, omissions } = graphToOutline(graph);
    return {
      content: writeOutlineText({ ...outline, title: outline.title ?? fileName }, "kialo"),
      omissions: omissions.list,
    };
  },
  read: ({ text }) => outlineToGraph(readOutlineText(text)),
};
