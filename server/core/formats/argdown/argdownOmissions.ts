/** Lists what Argdown cannot hold. */
import type { ArgumentGraph } from "../graph/argumentGraph.ts";
import { hasParagraphs } from "../graph/nodeLabel.ts";
import type { Omissions } from "../omissions.ts";
import type { ArgdownParts } from "./argdownParts.ts";

/** Adds what Argdown cannot hold of a graph. */
export function listArgdownOmissions(graph: ArgumentGraph, parts: ArgdownParts, omissions: Omissions): void {
  const { speakers = [], sources = [], questions = [], statements, steps } = graph;
  for (const { id, attributes = [] } of [...speakers, ...sources])
    for (const { key } of attributes) omissions.add(`attributes “${key}” of speakers and sources`, id);
  for (const { id } of questions) omissions.add("questions", id);
  for (const { id, quotes = [] } of [...statements, ...steps])
    if (quotes.length > 0) omissions.add("quotes and their sources", id);
  const carried = new Set([...statements, ...steps].map(({ id }) => id));
  for (const { id, targets } of steps)
    if (targets.some((target) => !carried.has(target.id))) omissions.add("objections to questions and quotes", id);
  for (const { id, restates = [], speakers: by = [], attributes = [] } of statements) {
    if (restates.length === 0) continue;
    // A part of its own is no further wording of another one, and a wording has only its text.
    if (parts.referenceTo(id) !== undefined) omissions.add("restatements", id);
    else {
      if (by.length > 0) omissions.add("speakers of restatements", id);
      for (const { key } of attributes) omissions.add(`attributes “${key}” of restatements`, id);
    }
  }
  for (const { id, text } of [...statements, ...steps])
    if (hasParagraphs(text)) omissions.add("breaks between paragraphs", id);
  for (const { id, answers = [], acceptedBy = [], rejectedBy = [] } of statements) {
    if (answers.length > 0) omissions.add("answers to questions", id);
    if (acceptedBy.length + rejectedBy.length > 0) omissions.add("who accepts and rejects claims", id);
  }
}
