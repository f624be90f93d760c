/** Kialo's text export: items with numbers that say how deep they are, marked Pro or Con. */
import type { FormatModule } from "../format.ts";
import { omitParagraphs } from "../graph/nodeLabel.ts";
import { graphToOutline } from "../outline/graphToOutline.ts";
import { outlineToGraph } from "../outline/outlineToGraph.ts";
import { readOutlineText } from "../outline/readOutlineText.ts";
import { writeOutlineText } from "../outline/writeOutlineText.ts";

export const kialo: FormatModule = {
  write({ graph, fileName }) {
    const { outline, omissions } = graphToOutline(graph);
    omitParagraphs(graph, omissions);
    return {
      content: writeOutlineText({ ...outline, title: outline.title ?? fileName }, "kialo"),
      omissions: omissions.list,
    };
  },
  read: ({ text }) => outlineToGraph(readOutlineText(text)),
};
