/** A nested list in Markdown, or any numbered or bulleted outline of pros and cons. */
import type { FormatModule } from "../format.ts";
import { graphToOutline } from "../outline/graphToOutline.ts";
import { outlineToGraph } from "../outline/outlineToGraph.ts";
import { readOutlineText } from "../outline/readOutlineText.ts";
import { writeOutlineText } from "../outline/writeOutlineText.ts";

export const markdown: FormatModule = {
  write({ graph, fileName }) {
    const { outline, omissions } = graphToOutline(graph);
    return {
      content: writeOutlineText({ ...outline, title: outline.title ?? fileName }, "bullets"),
      omissions: omissions.list,
    };
  },
  read: ({ text }) => outlineToGraph(readOutlineText(text)),
};
