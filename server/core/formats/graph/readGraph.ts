/** Reads a map with all that it imports into a graph of plain data. */

import { type Entry, entriesInOrder, plainText } from "../../language/entry.ts";
import { importClosure, namedTargets, premisesOf, resolveBarePremise, stepTargets } from "../../language/graph.ts";
import { definedName, type MapFile, mapTitle } from "../../language/map.ts";
import { nameFromText } from "../../language/nameFromText.ts";
import { contradictionsIn, questionsOf } from "../../language/relations/claimRelations.ts";
import { sourceOf } from "../../language/relations/quoteSources.ts";
import { speakersOf } from "../../language/relations/speakers.ts";
import { isWrittenOutClaim } from "../../language/relations/wordings.ts";
import { isStep } from "../../language/vocabulary.ts";
import type {
  ArgumentGraph,
  GraphAttribute,
  GraphEntry,
  GraphNode,
  GraphQuestion,
  GraphQuote,
  GraphSection,
  GraphStatement,
  GraphStep,
} from "./argumentGraph.ts";
import { UniqueNames } from "./uniqueNames.ts";

/** A graph, and what its ids stand for. */
export interface ReadGraph {
  readonly graph: ArgumentGraph;
  readonly ids: ReadonlyMap<Entry, string>;
}

/** Returns a map as a graph. Entries with a head that cannot be read, and names without a target, are left out. */
export const readGraph = (file: MapFile): ArgumentGraph => readGraphWithIds(file).graph;

/** Returns a map as a graph, with the id of each entry. */
export function readGraphWithIds(file: MapFile): ReadGraph {
  const files = importClosure(file);
  const entries = files.flatMap((one) => [...entriesInOrder(one.syntax)]).filter(({ head }) => head.form === "full");
  const context = { files, ids: idsOf(entries), contradicted: contradictedBy(files), ...sectionsOf(files) };
  const [map] = file.entriesOf("map");
  const all = <T>(isWanted: (entry: Entry) => boolean, convert: (entry: Entry, context: Context) => T): readonly T[] =>
    entries.filter(isWanted).map((entry) => convert(entry, context));
  const graph: ArgumentGraph = {
    title: mapTitle(file),
    attributes: map === undefined ? [] : attributesOf(map),
    sections: context.sections,
    speakers: all(({ head }) => head.keyword === "speaker", toNode),
    sources: all(({ head }) => head.keyword === "source", toNode),
    questions: all(({ head }) => head.keyword === "question", toQuestion),
    statements: all(isWrittenOutClaim, toStatement),
    steps: all(({ head }) => isStep(head.keyword), toStep),
  };
  return { graph, ids: context.ids };
}

interface Context {
  readonly files: readonly MapFile[];
  readonly ids: ReadonlyMap<Entry, string>;
  readonly contradicted: ReadonlyMap<Entry, readonly Entry[]>;
  readonly sectionByRoot: ReadonlyMap<Entry, number>;
}

/** The id of an entry is its name, or else one made from its text. */
function idsOf(entries: readonly Entry[]): ReadonlyMap<Entry, string> {
  const names = new UniqueNames();
  const ids = new Map<Entry, string>();
  for (const entry of entries) {
    const name = definedName(entry)?.text;
    if (name !== undefined) ids.set(entry, names.take(name));
  }
  for (const entry of entries)
    if (!ids.has(entry)) ids.set(entry, names.take(nameFromText(plainText(entry)) ?? entry.head.keyword));
  return ids;
}

const attributesOf = ({ attributes }: Entry): readonly GraphAttribute[] =>
  attributes.map(({ key, value }) => ({ key, value }));

const idsIn = (entries: readonly (Entry | undefined)[], { ids }: Context): readonly string[] => [
  ...new Set(entries.flatMap((entry) => (entry && ids.get(entry)) ?? [])),
];

function toNode(entry: Entry, { ids }: Context): GraphNode {
  return {
    id: ids.get(entry) ?? "",
    name: definedName(entry)?.text,
    text: entry.text,
    attributes: attributesOf(entry),
  };
}

function toEntry(entry: Entry, context: Context): GraphEntry {
  const { sectionByRoot } = context;
  let root = entry;
  while (root.parent !== undefined) root = root.parent;
  return {
    ...toNode(entry, context),
    section: sectionByRoot.get(root),
    speakers: idsIn(speakersOf(entry), context),
    quotes: entry.children
      .filter(({ head }) => head.keyword === "quote" && head.form === "full")
      .map((quote) => toQuote(quote, context)),
  };
}

function toQuote(quote: Entry, context: Context): GraphQuote {
  const source = sourceOf(quote, context.files);
  return { ...toNode(quote, context), name: undefined, source: source && context.ids.get(source) };
}

function toQuestion(entry: Entry, context: Context): GraphQuestion {
  const about = entry.parent && resolveBarePremise(entry.parent);
  return { ...toEntry(entry, context), about: about && context.ids.get(about) };
}

function toStatement(entry: Entry, context: Context): GraphStatement {
  return {
    ...toEntry(entry, context),
    isAssumption: entry.head.keyword === "assumption",
    answers: idsIn(questionsOf(entry), context),
    contradicts: idsIn(context.contradicted.get(entry) ?? [], context),
    restates: idsIn(namedTargets(entry, "restates"), context),
    acceptedBy: idsIn(namedTargets(entry, "accepted-by"), context),
    rejectedBy: idsIn(namedTargets(entry, "rejected-by"), context),
  };
}

function toStep(entry: Entry, context: Context): GraphStep {
  return {
    ...toEntry(entry, context),
    targets: stepTargets(entry).flatMap(({ target, side }) => {
      const id = context.ids.get(target);
      return id === undefined ? [] : [{ id, side }];
    }),
    premises: idsIn(
      premisesOf(entry).map(({ claim }) => claim),
      context,
    ),
  };
}

function contradictedBy(files: readonly MapFile[]): ReadonlyMap<Entry, readonly Entry[]> {
  const contradicted = new Map<Entry, Entry[]>();
  for (const [claim, other] of contradictionsIn(files)) {
    const others = contradicted.get(claim) ?? [];
    contradicted.set(claim, others);
    others.push(other);
  }
  return contradicted;
}

/** Returns the headings of all files, and for each top-level entry the index of the heading above it. */
function sectionsOf(files: readonly MapFile[]) {
  const sections: GraphSection[] = [];
  const sectionByRoot = new Map<Entry, number>();
  for (const { syntax } of files) {
    let current: number | undefined;
    for (const { scanned, owner } of syntax.lines) {
      if (scanned.kind === "heading") {
        sections.push({ level: scanned.level, title: scanned.raw.slice(scanned.textStart).trim() });
        current = sections.length - 1;
      } else if (owner !== undefined && owner.parent === undefined && current !== undefined)
        sectionByRoot.set(owner, current);
    }
  }
  return { sections, sectionByRoot };
}
