/** The Ohm grammar at work: what a head's shape is made of, and, for a whole text, the flat list of its lines. */
import grammar, { type ArgmapSemantics } from "./argmap.ohm-bundle.js";
import { endOfText } from "./characters.ts";
import { fillHead, type Head, type HeadForm, wordsOf } from "./head.ts";
import type { LineReading } from "./line.ts";
import { isKeyword, type Keyword } from "./vocabulary.ts";

/** What the grammar says of a head: where in its input (UTF-16 offsets) the name and the clauses with their names stand. */
interface Offsets {
  readonly name: number | undefined;
  readonly clauses: readonly { readonly word: number; readonly names: readonly number[] }[];
}

const semantics: ArgmapSemantics = grammar.createSemantics();

semantics.addOperation<Offsets>("offsets", {
  plainHead: (_keyword, _white, _colon) => ({ name: undefined, clauses: [] }),
  namedHead: (_keyword, definition, _separator, _colon) => ({ name: offset(definition), clauses: [] }),
  quoteHead: (_keyword, slot, _separator, _colon) => ({ name: offset(slot), clauses: [] }),
  statementHead: (_keyword, definition, clauses, _separator, _colon) => ({
    name: offset(definition),
    clauses: clauses.children.map((clause) => clause["clause"]()),
  }),
  bareHead: (_keyword, slot) => ({ name: slot["start"](), clauses: [] }),
});

semantics.addOperation<Offsets["clauses"][number]>("clause", {
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

const forms = new Map<string, HeadForm | undefined>();
/** How many shapes are kept before all are forgotten: people use some fifty, only a generator makes more. */
const MOST_SHAPES = 4096;
/** How many heads Ohm has parsed since the program began; tests tell by it what an edit cost. */
export const counted = { headsParsed: 0 };

/** What stands where in a head of this shape; undefined where it is no head. Asks Ohm once for a shape. */
export function matchShape(shape: string): HeadForm | undefined {
  if (forms.has(shape)) return forms.get(shape);
  counted.headsParsed++;
  const match = grammar.match(shape, shape.endsWith(":") ? "head" : "bareHead");
  const form = match.succeeded()
    ? toForm(semantics(match)["offsets"](), wordsOf(shape, 0, shape.replace(/:$/, "").length))
    : undefined;
  if (forms.size >= MOST_SHAPES) forms.clear();
  forms.set(shape, form);
  return form;
}

function toForm(offsets: Offsets, { words }: ReturnType<typeof wordsOf>): HeadForm {
  const wordAt = (start: number): number => words.findIndex((word) => word.start === start);
  return {
    name: offsets.name === undefined ? undefined : wordAt(offsets.name),
    clauses: offsets.clauses.map(({ word, names }) => ({ word: wordAt(word), names: names.map(wordAt) })),
  };
}

// ---- a whole text ------------------------------------------------------------

/** A node of a match, as far as this file asks it. */
interface Node {
  readonly sourceString: string;
  readonly source: { readonly startIdx: number; readonly endIdx: number };
}

/** A line's own string and the offset it begins at, while it is being read. */
let current = { raw: "", from: 0 };

semantics.addOperation<LineReading[]>("lines", {
  document: (first, _eols, others, _end) => [first, ...others.children].map((line) => line["line"]()),
});

semantics.addOperation<LineReading>("line", {
  line(bom, body) {
    current = { raw: this.sourceString, from: this.source.startIdx };
    return body["reading"](bom.sourceString.length);
  },
});

semantics.addOperation<LineReading>("reading(bom)", {
  blank: (_white, _end) => ({ kind: "blank", raw: current.raw }),
  comment(indent, _slashes, _rest) {
    return { kind: "comment", raw: current.raw, indent: indent.sourceString };
  },
  heading(hashes, _white, rest) {
    return { kind: "heading", raw: current.raw, level: hashes.sourceString.length, textStart: column(rest) };
  },
  entry_read(indent, head, rest) {
    return entry(indent, headOf(head, head["offsets"](), true), textFrom(rest));
  },
  entry_bare(indent, bare, _white, _end) {
    const head = headOf(bare, bare["offsets"](), false);
    // `premise “x”`: the grammar takes any word for a name; one that can be none makes the line text.
    return head.form === "broken" && indent.sourceString !== ""
      ? { kind: "text", raw: current.raw, indent: indent.sourceString, escaped: false, textStart: column(bare) }
      : entry(indent, head, current.raw.length);
  },
  entry_broken(indent, keyword, _boundary, upToColon, _colon, rest) {
    const source = { startIdx: keyword.source.startIdx, endIdx: upToColon.source.endIdx + 1 };
    return entry(indent, headOf({ sourceString: keyword.sourceString, source }, undefined, true), textFrom(rest));
  },
  entry_unfinished(keyword, _boundary, _rest) {
    const end = current.from + endOfText(current.raw);
    const source = { startIdx: keyword.source.startIdx, endIdx: end };
    return entry(
      undefined,
      headOf({ sourceString: keyword.sourceString, source }, undefined, false),
      current.raw.length,
    );
  },
  attribute(indent, key, _colon, _boundary, rest) {
    return {
      kind: "attribute",
      raw: current.raw,
      indent: indent.sourceString,
      key: { start: column(key), end: column(key) + key.sourceString.length },
      textStart: textFrom(rest),
    };
  },
  text(indent, backslash, rest) {
    return {
      kind: "text",
      raw: current.raw,
      indent: indent.sourceString,
      escaped: backslash.sourceString !== "",
      textStart: column(rest),
    };
  },
  unreadable: (_rest) => ({ kind: "unreadable", raw: current.raw }),
});

const column = (node: Node): number => node.source.startIdx - current.from;

function textFrom(rest: Node): number {
  const white = /^[\t\v\f\p{Zs}]*/u.exec(rest.sourceString)?.[0].length ?? 0;
  return column(rest) + white;
}

function entry(indent: Node | undefined, head: Head, textStart: number): LineReading {
  return { kind: "entry", raw: current.raw, indent: indent?.sourceString ?? "", head, textStart };
}

function headOf(node: Node, offsets: Offsets | undefined, colon: boolean): Head {
  const start = column(node);
  const end = node.source.endIdx - current.from - (colon ? 1 : 0);
  const words = wordsOf(current.raw, start, end);
  const keyword = words.words[0]?.text ?? "";
  if (!isKeyword(keyword)) throw new Error(`The grammar took “${keyword}” for a keyword.`);
  const inLine = offsets && {
    name: offsets.name === undefined ? undefined : offsets.name - current.from,
    clauses: offsets.clauses.map(({ word, names }) => ({
      word: word - current.from,
      names: names.map((name) => name - current.from),
    })),
  };
  return fillHead(
    keyword satisfies Keyword,
    { start, end: colon ? end + 1 : end },
    words.words,
    inLine && toForm(inLine, words),
    colon,
  );
}

/** All lines of a text as the grammar's `document` rule reads them. For tests and tools; the server reads line by line. */
export function readDocument(text: string): readonly LineReading[] {
  const match = grammar.match(text, "document");
  if (match.failed()) throw new Error(`The document rule must take any text. ${match.message}`);
  return semantics(match)["lines"]();
}
