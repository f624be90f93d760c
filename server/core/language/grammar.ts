/** The Ohm grammar at work on a head: which of its words is what. */
import grammar, { type ArgmapSemantics } from "./argmap.ohm-bundle.js";
import { type HeadForm, splitHead } from "./head.ts";

/** What the grammar says of a head: where in its input (UTF-16 offsets) the name and the clauses with their names stand. */
export interface HeadOffsets {
  readonly name: number | undefined;
  readonly clauses: readonly { readonly word: number; readonly names: readonly number[] }[];
}

/** The semantics of the grammar; wholeText.ts adds to them. */
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
  // Operations are properties that Ohm makes at run time; `start` is defined above for all that can stand here.
  return node === undefined ? undefined : (node["start"] as () => number)();
}

const headFormCache = new Map<string, HeadForm | undefined>();
/** How many shapes are kept before all are forgotten: people use some fifty, only a generator makes more. */
const MAX_CACHED_SHAPES = 4096;
/** How many heads Ohm has parsed since the program began; tests tell by it what an edit cost. */
export const grammarCost = { headsParsed: 0 };

/** What stands where in a head of this shape; undefined where it is no head. Asks Ohm once for a shape. */
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

/** Names the words that stand at these offsets by their number in the head. */
export function toHeadForm(offsets: HeadOffsets, { words }: ReturnType<typeof splitHead>): HeadForm {
  const wordIndexes = new Map(words.map(({ start }, index) => [start, index]));
  const wordIndexAt = (start: number): number => wordIndexes.get(start) ?? -1;
  return {
    name: offsets.name === undefined ? undefined : wordIndexAt(offsets.name),
    clauses: offsets.clauses.map(({ word, names }) => ({ word: wordIndexAt(word), names: names.map(wordIndexAt) })),
  };
}
