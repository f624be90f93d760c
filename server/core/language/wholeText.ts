/**
 * A whole text read by the grammar's `document` rule, as the flat list of its lines. For tests and tools: it shows that
 * the grammar defines the whole language. The server reads line by line.
 */
import grammar from "./argmap.ohm-bundle.js";
import { trimmedLength } from "./characters.ts";
import { type HeadOffsets, semantics, toHeadForm } from "./grammar.ts";
import { buildHead, type Head, splitHead } from "./head.ts";
import type { ScannedLine } from "./scanLine.ts";
import { isKeyword, misspeltKeyword } from "./vocabulary.ts";

/** A node of a match, as far as this file asks it. */
interface MatchNode {
  readonly sourceString: string;
  readonly source: { readonly startIdx: number; readonly endIdx: number };
}

/** A line's own string and the offset it begins at, while it is being read. */
let current = { raw: "", from: 0 };

semantics.addOperation<ScannedLine[]>("lines", {
  document: (first, _eols, others, _end) => [first, ...others.children].map((line) => line["line"]()),
});

semantics.addOperation<ScannedLine>("line", {
  line(bom, body) {
    current = { raw: this.sourceString, from: this.source.startIdx };
    return body["reading"](bom.sourceString.length);
  },
});

semantics.addOperation<ScannedLine>("reading(bom)", {
  blank: (_white, _end) => ({ kind: "blank", raw: current.raw }),
  comment(indent, _slashes, _rest) {
    return { kind: "comment", raw: current.raw, indent: indent.sourceString };
  },
  heading(hashes, _white, rest) {
    return { kind: "heading", raw: current.raw, level: hashes.sourceString.length, textStart: column(rest) };
  },
  entry_read(indent, head, rest) {
    return scannedEntry(indent, toHead(head, head["offsets"](), true), textStartOf(rest));
  },
  entry_bare(indent, bare, _white, _end) {
    const head = toHead(bare, bare["offsets"](), false);
    // `premise “x”`: the grammar takes any word for a name; one that can be none makes the line text.
    return head.form === "broken" && indent.sourceString !== ""
      ? { kind: "text", raw: current.raw, indent: indent.sourceString, isEscaped: false, textStart: column(bare) }
      : scannedEntry(indent, head, current.raw.length);
  },
  entry_broken(indent, keyword, _boundary, upToColon, _colon, rest) {
    const source = { startIdx: keyword.source.startIdx, endIdx: upToColon.source.endIdx + 1 };
    return scannedEntry(
      indent,
      toHead({ sourceString: keyword.sourceString, source }, undefined, true),
      textStartOf(rest),
    );
  },
  entry_misspelt(keyword, _boundary, upToColon, _colon, rest) {
    const source = { startIdx: keyword.source.startIdx, endIdx: upToColon.source.endIdx + 1 };
    return scannedEntry(
      undefined,
      toHead({ sourceString: keyword.sourceString, source }, undefined, true),
      textStartOf(rest),
    );
  },
  entry_unfinished(keyword, _boundary, _rest) {
    const end = current.from + trimmedLength(current.raw);
    const source = { startIdx: keyword.source.startIdx, endIdx: end };
    return scannedEntry(
      undefined,
      toHead({ sourceString: keyword.sourceString, source }, undefined, false),
      current.raw.length,
    );
  },
  attribute(indent, key, _colon, _boundary, rest) {
    return {
      kind: "attribute",
      raw: current.raw,
      indent: indent.sourceString,
      key: { start: column(key), end: column(key) + key.sourceString.length },
      textStart: textStartOf(rest),
    };
  },
  text(indent, backslash, rest) {
    return {
      kind: "text",
      raw: current.raw,
      indent: indent.sourceString,
      isEscaped: backslash.sourceString !== "",
      textStart: column(rest),
    };
  },
  unreadable: (_rest) => ({ kind: "unreadable", raw: current.raw }),
});

const column = (node: MatchNode): number => node.source.startIdx - current.from;

function textStartOf(rest: MatchNode): number {
  const white = /^[\t\v\f\p{Zs}]*/u.exec(rest.sourceString)?.[0].length ?? 0;
  return column(rest) + white;
}

function scannedEntry(indent: MatchNode | undefined, head: Head, textStart: number): ScannedLine {
  return { kind: "entry", raw: current.raw, indent: indent?.sourceString ?? "", head, textStart };
}

function toHead(node: MatchNode, offsets: HeadOffsets | undefined, hasColon: boolean): Head {
  const start = column(node);
  const end = node.source.endIdx - current.from - (hasColon ? 1 : 0);
  const words = splitHead(current.raw, start, end);
  const word = words.words[0]?.text ?? "";
  const keyword = isKeyword(word) ? word : misspeltKeyword(word);
  if (keyword === undefined) throw new Error(`The grammar took “${word}” for a keyword.`);
  const lineOffsets = offsets && {
    name: offsets.name === undefined ? undefined : offsets.name - current.from,
    clauses: offsets.clauses.map(({ word, names }) => ({
      word: word - current.from,
      names: names.map((name) => name - current.from),
    })),
  };
  return buildHead(
    keyword,
    { start, end: hasColon ? end + 1 : end },
    words.words,
    lineOffsets && toHeadForm(lineOffsets, words),
    hasColon,
  );
}

/** All lines of a text as the grammar's `document` rule reads them. */
export function scanDocument(text: string): readonly ScannedLine[] {
  const match = grammar.match(text, "document");
  if (match.failed()) throw new Error(`The document rule must take any text. ${match.message}`);
  return semantics(match)["lines"]();
}
