/** An argument as numbered prose: what Word and Markdown reports say. */
import type { ExportedMap, Omission } from "../format.ts";
import { graphToOutline } from "../outline/graphToOutline.ts";
import { eachItem, joinLines, type OutlineItem, type OutlineRole, paragraphsIn } from "../outline/outlineItem.ts";
import { sourceText } from "../outline/outlineSource.ts";

/** An entry as prose: its number and its paragraphs. */
export interface ReportEntry {
  /** 1.2.1 */
  readonly number: string;
  /** How deep it is, from 0. */
  readonly depth: number;
  /** Its relation to the entry above it: “For this”. Empty for a claim of its own. */
  readonly lead: string;
  /** At least one. */
  readonly paragraphs: readonly string[];
  /** What an evaluation says of it: “stands, likely (72%)”. */
  readonly verdict: string | undefined;
  /** The texts of its footnotes. */
  readonly footnotes: readonly string[];
}

export interface ReportSection {
  readonly heading: string | undefined;
  readonly level: number;
  readonly entries: readonly ReportEntry[];
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

/** The first words of a report that shows what an evaluation says. */
export const VERDICTS_NOTE = "“Computed” is what follows from this map as it is written. Its author has not said so.";

/** Returns the report about an argument. */
export function reportOn({ graph, verdicts }: Pick<ExportedMap, "graph" | "verdicts">): Report {
  const { outline, omissions } = graphToOutline(graph);
  const sections = outline.sections.map(({ heading, level, items }) => ({
    heading,
    level,
    entries: Array.from(eachItem(items), ({ item, depth }) => reportEntry(item, depth, verdicts?.get(item.id ?? ""))),
  }));
  return { title: outline.title, sections, omissions: omissions.list };
}

function reportEntry(
  { number = "", role, text, sameAs, sources = [], note }: OutlineItem,
  depth: number,
  verdict: string | undefined,
): ReportEntry {
  const lead = role === undefined || (role === "claim" && depth === 0) ? "" : leads[role] || "Answer";
  // A step whose words are its premises says nothing of its own.
  const paragraphs =
    sameAs === undefined ? paragraphsIn(text || "the following") : [joinLines(`${text || "the same"} (see ${sameAs})`)];
  const footnotes = [...sources.map(sourceText), ...(note === undefined ? [] : [note])];
  return { number, depth, lead, paragraphs, verdict, footnotes };
}
