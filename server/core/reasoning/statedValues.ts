/** Reads the stated values of nodes from the attributes and the text of entries. */

import { scaleValue } from "../language/attributes/values.ts";
import { attributeOf, type Entry, shownText, titleOf } from "../language/entry.ts";
import type { Grant } from "./framework.ts";

/** The text from which the seed of an entry is computed. */
export const seedKey = (entry: Entry): string => entry.head.name?.text ?? titleOf(entry);

/** Returns the value of an attribute of a statement: that of the first wording which has one. */
export function statedValue(wordings: readonly Entry[], key: "status" | "likelihood"): string | undefined {
  for (const wording of wordings) {
    const value = attributeOf(wording, key)?.value;
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Returns whether the map takes a statement without reasons for granted. */
export function grantOf(wordings: readonly Entry[]): Grant {
  const status = statedValue(wordings, "status");
  return status === "open" || status === "rejected" ? status : "granted";
}

/** A step that is not written yet says nothing. */
export const grantOfText = (step: Entry): Grant => (shownText(step) === "" ? "open" : "granted");

/** Returns the likelihood of a statement as a number from 0 to 1; undefined if none is stated. */
export function statedLikelihood(wordings: readonly Entry[]): number | undefined {
  const value = statedValue(wordings, "likelihood");
  return value === undefined ? undefined : scaleValue("likelihood", value);
}

/** Returns the strength of a step as a number from 0 to 1; undefined if none is stated. */
export function statedStrength(step: Entry): number | undefined {
  const value = attributeOf(step, "strength")?.value;
  return value === undefined ? undefined : scaleValue("strength", value);
}

/** Returns the seed of an entry with a key, if no entry before has the same key. */
export const firstSeed = (key: string): number => seedOf(key, 0);

/** Returns the seed of an entry, so that equal texts get different ones. */
export const seedOf = (key: string, occurrence: number): number => hash(`${key}\n${occurrence}`);

/** FNV-1a (Fowler, Noll, Vo), over UTF-16 code units, as an unsigned 32-bit integer. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
