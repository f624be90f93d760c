/** Collects what a format does not carry, for a report to the user. */
import { truncate } from "../strings/truncate.ts";
import type { Omission } from "./format.ts";

export const UNREADABLE_ARGDOWN = "lines that Argdown cannot read, which became text";
export const LOST_SIDES = "sides of items that are below nothing";

/** What is no omission in a few words, but makes something else of a text. */
export const MISREADINGS: ReadonlySet<string> = new Set([UNREADABLE_ARGDOWN, LOST_SIDES]);

/** What a conversion leaves out, with its places. */
export class Omissions {
  readonly #places = new Map<string, string[]>();

  /**
   * @param what a noun phrase in the plural: “colors of statements”
   * @param where a name, or “line 12”
   */
  add(what: string, where: string): void {
    const places = this.#places.get(what) ?? [];
    this.#places.set(what, places);
    places.push(where);
  }

  get list(): readonly Omission[] {
    return Array.from(this.#places, ([what, where]) => ({ what, where }));
  }
}

const MAX_NAMED = 5;
const MAX_PLACE_LENGTH = 60;

/** Returns a line for each kind of omission: “colors of statements: keep, air and 3 more”. */
export const omissionLines = (omissions: readonly Omission[]): readonly string[] =>
  omissions.map(({ what, where }) => {
    const named = [...new Set(where)];
    const rest = named.length - MAX_NAMED;
    const shown = named
      .slice(0, rest > 1 ? MAX_NAMED : MAX_NAMED + 1)
      .map((place) => truncate(place, MAX_PLACE_LENGTH))
      .join(", ");
    return `${what}: ${shown}${rest > 1 ? ` and ${rest} more` : ""}`;
  });
