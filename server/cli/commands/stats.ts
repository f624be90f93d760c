/** `argmap stats`: counts what a map has. */
import { importClosure } from "../../core/language/graph.ts";
import type { Keyword } from "../../core/language/vocabulary.ts";
import { counted } from "../../core/strings/english.ts";
import { buildTree, plainTree } from "../../core/tree/buildTree.ts";
import { countedEntries } from "../../core/tree/countedEntries.ts";
import type { Tree } from "../../core/tree/tree.ts";
import { coverage } from "../../features/articles/requests/coverage.ts";
import { diskFileSystem } from "../../node/diskFileSystem.ts";
import { countErrors, openMap, uriOf, warnOfErrors } from "../command.ts";

export interface StatsOptions {
  readonly json?: boolean;
}

/** The counts of a map and its imports, as `--json` prints them. */
interface Counts {
  readonly claims: number;
  readonly premises: number;
  readonly assumptions: number;
  readonly questions: number;
  readonly reasons: number;
  readonly objections: number;
  /** Objections that something speaks against. */
  readonly answeredObjections: number;
  readonly unansweredObjections: number;
  readonly quotes: number;
  readonly entriesWithoutQuote: number;
  readonly sources: number;
  readonly speakers: number;
  /** The number of cards from a root to the deepest card. A claim with a reason has a depth of 2. */
  readonly depth: number;
  /** Paragraphs of the articles that could be read, and how many of them are quoted. */
  readonly paragraphs: number;
  readonly citedParagraphs: number;
}

/** Prints the counts of a map and its imports. Returns 1 if the map has errors. */
export async function stats(target: string, { json }: StatsOptions): Promise<number> {
  const uri = uriOf(target);
  const { workspace, file } = await openMap(uri, [uriOf(".")], diskFileSystem);
  const files = importClosure(file);
  // A bare premise only refers to a claim.
  const count = (keyword: Keyword): number =>
    files.reduce((sum, one) => sum + [...one.entriesOf(keyword)].filter(({ head }) => head.form === "full").length, 0);
  const gaps = countedEntries(file);
  const unansweredObjections = gaps.filter((entry) => entry.gaps.includes("unanswered")).length;
  const articles = coverage(workspace, uri)?.articles ?? [];
  const objections = count("objection");
  const counts: Counts = {
    claims: count("claim"),
    premises: count("premise"),
    assumptions: count("assumption"),
    questions: count("question"),
    reasons: count("reason"),
    objections,
    answeredObjections: objections - unansweredObjections,
    unansweredObjections,
    quotes: count("quote"),
    entriesWithoutQuote: gaps.filter((entry) => entry.gaps.includes("unquoted")).length,
    sources: count("source"),
    speakers: count("speaker"),
    depth: depthOf(plainTree(buildTree(file, () => []))),
    paragraphs: articles.reduce((sum, { counts }) => sum + counts.paragraphs, 0),
    citedParagraphs: articles.reduce((sum, { counts }) => sum + counts.cited, 0),
  };
  process.stdout.write(json ? `${JSON.stringify({ map: target, ...counts }, undefined, 2)}\n` : formatCounts(counts));
  return warnOfErrors(countErrors(workspace, uri), "the counts may be wrong");
}

/** Returns the number of cards from a root to the deepest card. Parents come before their children. */
function depthOf({ positions }: Tree): number {
  const depths = new Map<string, number>();
  for (const { card, parent } of positions) depths.set(card, parent === undefined ? 1 : (depths.get(parent) ?? 0) + 1);
  return Math.max(0, ...depths.values());
}

function formatCounts(counts: Counts): string {
  const { objections, unansweredObjections, entriesWithoutQuote, paragraphs, citedParagraphs } = counts;
  const lines = [
    counted(counts.claims, "claim"),
    counted(counts.questions, "question"),
    counted(counts.reasons, "reason"),
    `${counted(objections, "objection")}, ${unansweredObjections} of them unanswered`,
    counted(counts.premises, "premise"),
    counted(counts.assumptions, "assumption"),
    counted(counts.speakers, "speaker"),
    `${counted(counts.quotes, "quote")} from ${counted(counts.sources, "source")}; ${counted(entriesWithoutQuote, "entry", "entries")} without a quote`,
    `${citedParagraphs} of ${counted(paragraphs, "paragraph")} cited`,
    `${counts.depth} levels deep`,
  ];
  return `${lines.join("\n")}\n`;
}
