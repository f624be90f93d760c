/** Parses heads with the Ohm grammar. */
import grammar, { type ArgmapSemantics } from "../argmap.ohm-bundle.js";
import { type HeadForm, type HeadWords, splitHead } from "../head.ts";

/** The parts of a head that the grammar found, as UTF-16 offsets of its input. */
export interface HeadOffsets {
  readonly name: number | undefined;
  readonly clauses: readonly { readonly word: number; readonly names: readonly number[] }[];
}

/** The semantics of the grammar; tests add operations that read a whole text. */
export const semantics: ArgmapSemantics = grammar.createSemantics();

semantics.addOperation<HeadOffsets>("offsets", {
  plainHead: (_keyword, _white, _colon) => ({ name: undefined, clauses: [] }),
  namedHead: (_keyword, definition, _separator, _colon) => ({ name: offset(definition), clauses: [] }),
  quoteHead: (_keyword, slot, _separator, _colon) => ({ name: offset(slot), clauses: [] }),
  statementHead: (_keyword, definition, clauses, _separator, _colon) => ({
    name: offset(definition),
    clauses: clauses.children.map((clause) => clause["clause"]()),
  }),
  bareHead: (_keyword, slot) => ({ name: slot["start"](), clauses: [] }),
});

semantics.addOperation<HeadOffsets["clauses"][number]>("clause", {
  clause: (_separator, word, _separators, names) => ({
    word: word.source.startIdx,
    names: names.children.map((name) => name.source.startIdx),
  }),
});

semantics.addOperation<number>("start", {
  definition: (_white, name) => name.source.startIdx,
  slot: (_white, reference) => reference.source.startIdx,
});

function offset(optional: {
  readonly children: readonly { readonly [operation: string]: unknown }[];
}): number | undefined {
  const node = optional.children[0];
  // Ohm adds operations as properties at run time; `start` above covers every node that can occur here.
  return node === undefined ? undefined : (node["start"] as () => number)();
}

const headFormCache = new Map<string, HeadForm | undefined>();
/** The size at which the cache is cleared: people use some fifty shapes, only generated maps use more. */
const MAX_CACHED_SHAPES = 4096;
/** The number of heads that Ohm has parsed since the program started. Tests use it to measure the cost of an edit. */
export const grammarCost = { headsParsed: 0 };

/** Returns the form of a head with this shape; undefined if it is not a head. Parses each shape once. */
export function matchShape(shape: string): HeadForm | undefined {
  if (headFormCache.has(shape)) return headFormCache.get(shape);
  grammarCost.headsParsed++;
  const match = grammar.match(shape, shape.endsWith(":") ? "head" : "bareHead");
  const form = match.succeeded()
    ? toHeadForm(semantics(match)["offsets"](), splitHead(shape, 0, shape.replace(/:$/, "").length))
    : undefined;
  if (headFormCache.size >= MAX_CACHED_SHAPES) headFormCache.clear();
  headFormCache.set(shape, form);
  return form;
}

/** Converts the offsets of words to their indexes. */
export function toHeadForm(offsets: HeadOffsets, { words }: HeadWords): HeadForm {
  const wordIndexes = new Map(words.map(({ start }, index) => [start, index]));
  const wordIndexAt = (start: number): number => wordIndexes.get(start) ?? -1;
  return {
    name: offsets.name === undefined ? undefined : wordIndexAt(offsets.name),
    clauses: offsets.clauses.map(({ word, names }) => ({ word: wordIndexAt(word), names: names.map(wordIndexAt) })),
  };
}
