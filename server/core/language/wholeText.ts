/**
 * A whole text read by the grammar's `document` rule, as the flat list of its lines. For tests and tools: it shows that
 * the grammar defines the whole language. The server reads line by line.
 */
import grammar from "./argmap.ohm-bundle.js";
import { endOfText } from "./characters.ts";
import { type Offsets, semantics, toForm } from "./grammar.ts";
import { fillHead, type Head, wordsOf } from "./head.ts";
import type { LineReading } from "./scanLine.ts";
import { isKeyword, misspeltKeyword } from "./vocabulary.ts";

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
  entry_misspelt(keyword, _boundary, upToColon, _colon, rest) {
    const source = { startIdx: keyword.source.startIdx, endIdx: upToColon.source.endIdx + 1 };
    return entry(undefined, headOf({ sourceString: keyword.sourceString, source }, undefined, true), textFrom(rest));
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
  const word = words.words[0]?.text ?? "";
  const keyword = isKeyword(word) ? word : misspeltKeyword(word);
  if (keyword === undefined) throw new Error(`The grammar took “${word}” for a keyword.`);
  const inLine = offsets && {
    name: offsets.name === undefined ? undefined : offsets.name - current.from,
    clauses: offsets.clauses.map(({ word, names }) => ({
      word: word - current.from,
      names: names.map((name) => name - current.from),
    })),
  };
  return fillHead(keyword, { start, end: colon ? end + 1 : end }, words.words, inLine && toForm(inLine, words), colon);
}

/** All lines of a text as the grammar's `document` rule reads them. */
export function readDocument(text: string): readonly LineReading[] {
  const match = grammar.match(text, "document");
  if (match.failed()) throw new Error(`The document rule must take any text. ${match.message}`);
  return semantics(match)["lines"]();
}
