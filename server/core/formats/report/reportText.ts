/** An argument as numbered prose: what Word and Markdown reports say. */
import type { ArgumentGraph } from "../argumentGraph.ts";
import type { Omission } from "../format.ts";
import { graphToOutline } from "../outline/graphToOutline.ts";
import type { OutlineItem, OutlineRole } from "../outline/outlineItem.ts";
import { sourceText } from "../outline/outlineText.ts";

/** A numbered paragraph. */
export interface ReportParagraph {
  /** 1.2.1 */
  readonly number: string;
  /** How deep it is, from 0. */
  readonly depth: number;
  /** Its relation to the paragraph above it: “For this”. Empty for a claim of its own. */
  readonly lead: string;
  readonly text: string;
  /** The texts of its footnotes. */
  readonly footnotes: readonly string[];
}

export interface ReportSection {
  readonly heading: string | undefined;
  readonly level: number;
  readonly paragraphs: readonly ReportParagraph[];
}

export interface Report {
  readonly title: string | undefined;
  readonly sections: readonly ReportSection[];
  readonly omissions: readonly Omission[];
}

const leads: Readonly<Record<OutlineRole, string>> = {
  question: "Question",
  claim: "",
  premise: "Because",
  assumption: "Assuming",
  pro: "For this",
  con: "Against this",
};

/** Returns the report about an argument. */
export function reportOn(graph: ArgumentGraph): Report {
  const { outline, omissions } = graphToOutline(graph);
  const sections = outline.sections.map(({ heading, level, items }) => {
    const paragraphs: ReportParagraph[] = [];
    const add = (item: OutlineItem, depth: number): void => {
      paragraphs.push(paragraphOf(item, depth));
      for (const child of item.children) add(child, depth + 1);
    };
    for (const item of items) add(item, 0);
    return { heading, level, paragraphs };
  });
  return { title: outline.title, sections, omissions: omissions.list };
}

function paragraphOf(
  { number = "", role, text, sameAs, sources = [], note }: OutlineItem,
  depth: number,
): ReportParagraph {
  const lead = role === undefined || (role === "claim" && depth === 0) ? "" : leads[role] || "Answer";
  // A step whose words are its premises says nothing of its own.
  const words = sameAs === undefined ? text || "the following" : `${text || "the same"} (see ${sameAs})`;
  const footnotes = [...sources.map(sourceText), ...(note === undefined ? [] : [note])];
  return { number, depth, lead, text: words.replace(/\s+/g, " "), footnotes };
}
