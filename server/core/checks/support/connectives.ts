/** Finds words such as “and” between the names of a clause, which commas or spaces separate. */
import type { Entry } from "../../language/entry.ts";
import type { Span } from "../../language/syntax.ts";
import type { CheckContext } from "../check.ts";

/** `keep and drop`: two names with an undefined word between them. */
export interface Connective {
  /** From the end of the name before the word to the start of the name after it. */
  readonly at: Span;
  readonly word: string;
  /** The two names with a comma between them. */
  readonly separated: string;
}

const WORDS = new Set("and or to plus with und oder et ou y e o u".split(" "));

/** Returns the words that connect names in the clauses of an entry. */
export function connectivesIn({ head, line }: Entry, { file }: CheckContext): readonly Connective[] {
  return head.clauses.flatMap(({ names }) =>
    names.flatMap((name, index) => {
      const [before, after] = [names[index - 1], names[index + 1]];
      if (before === undefined || after === undefined || name.prefix !== undefined) return [];
      if (!WORDS.has(name.text.toLowerCase()) || file.resolve(name).state !== "missing") return [];
      const { raw } = line.scanned;
      const separated = `${raw.slice(before.start, before.end)}, ${raw.slice(after.start, after.end)}`;
      return [{ at: { line, start: before.end, end: after.start }, word: name.text, separated }];
    }),
  );
}
