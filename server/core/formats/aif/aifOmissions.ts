/** Lists what an argument network cannot hold. */
import { type ArgumentGraph, graphValue } from "../graph/argumentGraph.ts";
import type { Omissions } from "../omissions.ts";

/** Keys that are carried as parts of the network. */
const CARRIED: ReadonlySet<string> = new Set(["scheme", "x-turn", "x-speaker", "x-illocution"]);

/** Adds what an argument network cannot hold of a graph. */
export function listAifOmissions(graph: ArgumentGraph, omissions: Omissions): void {
  const {
    title,
    attributes = [],
    sections = [],
    speakers = [],
    sources = [],
    questions = [],
    statements,
    steps,
  } = graph;
  if (title !== undefined) omissions.add("titles of maps", `“${title}”`);
  for (const { key } of attributes) omissions.add("attributes of the map", key);
  for (const section of sections) omissions.add("headings", `“${section.title}”`);
  for (const { id } of questions) omissions.add("questions", id);
  for (const { id, attributes = [] } of [...speakers, ...sources])
    for (const { key } of attributes) omissions.add(`attributes “${key}” of speakers and sources`, id);
  for (const { id, quotes = [], attributes = [] } of [...statements, ...steps]) {
    for (const { key } of attributes) if (!CARRIED.has(key)) omissions.add(`attributes “${key}”`, id);
    if (quotes.some((quote) => graphValue(quote, "x-turn") === undefined))
      omissions.add("quotes and their sources", id);
  }
  for (const { id, isAssumption, answers = [] } of statements) {
    if (isAssumption === true) omissions.add("marks of assumptions, which become premises", id);
    if (answers.length > 0) omissions.add("answers to questions", id);
  }
  const carried = new Set([...statements, ...steps].map(({ id }) => id));
  for (const { id, targets, attributes = [] } of steps) {
    if (targets.some((target) => !carried.has(target.id))) omissions.add("objections to questions and quotes", id);
    if (new Set(targets.map(({ side }) => side)).size > 1) omissions.add("steps on both sides, which become two", id);
    if (graphValue({ attributes }, "scheme")?.includes(",") === true) omissions.add("second schemes of a step", id);
  }
}
