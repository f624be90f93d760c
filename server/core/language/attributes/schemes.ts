/** The schemes of a step, several of which may be in one attribute, and the list of known schemes. */
import { attributeOf, type Entry } from "../entry.ts";

/** Rules of deduction and mathematics: if the premises are true, so is the conclusion. */
export const deductiveSchemes: readonly string[] = [
  "modus-ponens",
  "modus-tollens",
  "disjunctive-syllogism",
  "hypothetical-syllogism",
  "universal-instantiation",
  "dilemma",
  "reductio",
  "definition",
  "mathematical",
];

/**
 * Schemes: the deductive rules, and argumentation schemes named after Walton, Reed and Macagno, *Argumentation Schemes*
 * (2008). Other names are allowed, with a hint.
 */
export const schemes: readonly string[] = [
  ...deductiveSchemes,
  "position-to-know",
  "expert-opinion",
  "witness-testimony",
  "popular-opinion",
  "popular-practice",
  "example",
  "analogy",
  "practical-reasoning",
  "consequences",
  "positive-consequences",
  "negative-consequences",
  "fear-appeal",
  "danger-appeal",
  "values",
  "composition",
  "division",
  "oppositions",
  "alternatives",
  "verbal-classification",
  "definition-to-classification",
  "vagueness",
  "arbitrariness",
  "interaction",
  "waste",
  "sunk-costs",
  "best-explanation",
  "cause-to-effect",
  "correlation-to-cause",
  "evidence-to-hypothesis",
  "falsification",
  "sign",
  "abductive",
  "commitment",
  "inconsistent-commitment",
  "ethos",
  "ad-hominem",
  "bias",
  "circumstantial-ad-hominem",
  "pragmatic-inconsistency",
  "gradualism",
  "slippery-slope",
  "rule",
  "exceptional-case",
  "precedent",
  "plea-for-excuse",
  "perception",
  "memory",
  "ignorance",
  "generalization",
  "parts-to-whole",
  "need-for-help",
  "distress",
];

const knownSchemes: ReadonlySet<string> = new Set(schemes);

/** Whether a scheme is in the list. */
export const isSchemeKnown = (name: string): boolean => knownSchemes.has(name);

/** One scheme of a value, and its offset in the value. */
export interface SchemePart {
  readonly text: string;
  readonly start: number;
}

/** Splits the value of a `scheme` at its commas. */
export function schemeParts(value: string): readonly SchemePart[] {
  return Array.from(value.matchAll(/[^,\s](?:[^,]*[^,\s])?/g), ({ 0: text, index }) => ({ text, start: index }));
}

/** Splits the value of an attribute into the listed values that it consists of: schemes, or else the whole value. */
export const valueParts = (key: string, value: string): readonly SchemePart[] =>
  key === "scheme" ? schemeParts(value) : [{ text: value, start: 0 }];

/** Returns the schemes of a step in order. */
export function schemesOf(step: Entry): readonly string[] {
  const attribute = attributeOf(step, "scheme");
  return attribute === undefined ? [] : schemeParts(attribute.value).map(({ text }) => text);
}
