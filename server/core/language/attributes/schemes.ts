/** The schemes of a step: several in one attribute, separated by commas. */
import { attributeOf, type Entry } from "../entry.ts";
import { schemes } from "../vocabulary.ts";

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
