/** Names the parts of a graph for reports, and reports what simpler formats leave out. */

import type { Omissions } from "../omissions.ts";
import type { ArgumentGraph, GraphEntry, GraphNode, GraphStatement } from "./argumentGraph.ts";

const MAX_LENGTH = 40;

/** Returns the name of a node, or else the beginning of its text. */
export const nodeLabel = ({ name, text }: GraphNode): string =>
  name ?? `“${text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH).trimEnd()}…` : text}”`;

/** Whether a text has more than one paragraph. */
export const hasParagraphs = (text: string): boolean => text.includes("\n\n");

/** Reports the texts whose paragraphs are joined. */
export function omitParagraphs({ questions = [], statements, steps }: ArgumentGraph, omissions: Omissions): void {
  for (const entry of [...questions, ...statements, ...steps])
    if (hasParagraphs(entry.text)) omissions.add("breaks between paragraphs", nodeLabel(entry));
}

/** The details that a format can represent, in addition to texts and nesting. */
export interface KeptDetails {
  readonly sections?: boolean;
  /** The keys of the attributes of quotes; undefined if it does not carry quotes. */
  readonly quotes?: ReadonlySet<string>;
  /** The keys of the attributes of sources; undefined if it does not carry sources. */
  readonly sources?: ReadonlySet<string>;
  readonly speakers?: boolean;
  /** Contradictions and restatements. */
  readonly relations?: boolean;
  /** The keys of attributes that it carries; `all` for every key. */
  readonly attributes?: ReadonlySet<string> | "all";
}

/** Reports what a format does not carry. */
export function omitDetails(graph: ArgumentGraph, kept: KeptDetails, omissions: Omissions): void {
  const {
    attributes = [],
    speakers: parties = [],
    sources = [],
    sections = [],
    questions = [],
    statements,
    steps,
  } = graph;
  for (const { key } of attributes) omissions.add("attributes of the map", key);
  for (const speaker of parties)
    for (const { key } of speaker.attributes ?? []) omissions.add(`values of “${key}”`, nodeLabel(speaker));
  for (const source of sources) {
    if (kept.sources === undefined) omissions.add("sources", nodeLabel(source));
    for (const { key } of source.attributes ?? [])
      if (kept.sources?.has(key) === false) omissions.add(`values of “${key}”`, nodeLabel(source));
  }
  if (kept.sections !== true) for (const { title } of sections) omissions.add("sections", `“${title}”`);
  const entries: readonly (GraphEntry & Partial<GraphStatement>)[] = [...questions, ...statements, ...steps];
  for (const entry of entries) {
    const label = nodeLabel(entry);
    omitQuoteDetails(entry, kept.quotes, omissions);
    if (kept.speakers !== true && (entry.speakers ?? []).length > 0) omissions.add("speakers", label);
    if ([...(entry.acceptedBy ?? []), ...(entry.rejectedBy ?? [])].length > 0)
      omissions.add("who accepts and rejects claims", label);
    if (kept.relations !== true) {
      if ((entry.contradicts ?? []).length > 0) omissions.add("contradictions", label);
      if ((entry.restates ?? []).length > 0) omissions.add("restatements", label);
    }
    for (const { key } of entry.attributes ?? []) {
      if (kept.attributes !== "all" && kept.attributes?.has(key) !== true) omissions.add(`values of “${key}”`, label);
    }
  }
}

/** Reports the quotes of an entry, or else what is left out of them: a section, a note. */
function omitQuoteDetails(entry: GraphEntry, keptKeys: KeptDetails["quotes"], omissions: Omissions): void {
  const { quotes = [] } = entry;
  const label = nodeLabel(entry);
  if (keptKeys === undefined && quotes.length > 0) omissions.add("quotes", label);
  for (const { key } of quotes.flatMap(({ attributes = [] }) => attributes))
    if (keptKeys?.has(key) === false) omissions.add(`values of “${key}” of quotes`, label);
}
