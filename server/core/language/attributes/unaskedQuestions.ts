/** The critical questions of a step that the map does not ask yet. */

import type { Entry } from "../entry.ts";
import { type CriticalQuestion, criticalQuestionsOf } from "./criticalQuestions.ts";
import { schemesOf } from "./schemes.ts";

/** Returns the critical questions of a step's schemes that no question under the step asks in the same words. */
export function unaskedQuestions(step: Entry): readonly CriticalQuestion[] {
  const asked = new Set(
    step.children.filter(({ head }) => head.keyword === "question").map(({ text }) => normalized(text)),
  );
  const unasked = new Map<string, CriticalQuestion>();
  for (const question of schemesOf(step).flatMap(criticalQuestionsOf)) {
    const key = normalized(question.text);
    if (!asked.has(key)) unasked.set(key, question);
  }
  return [...unasked.values()];
}

const normalized = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
