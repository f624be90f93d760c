/** Scans a whole text with the `document` rule of the grammar, which defines the whole language. */
import grammar from "../../../server/core/language/argmap.ohm-bundle.js";
import { skipWhiteSpace, trimmedLength } from "../../../server/core/language/characters.ts";
import { type Head, splitHead } from "../../../server/core/language/head.ts";
import { type HeadOffsets, semantics, toHeadForm } from "../../../server/core/language/parsing/grammar.ts";
import { parseIgnoreComment } from "../../../server/core/language/parsing/ignoreComment.ts";
import { buildHead } from "../../../server/core/language/parsing/parseHead.ts";
import type { ScannedLine } from "../../../server/core/language/parsing/scanLine.ts";
import { isKeyword, misspeltKeyword } from "../../../server/core/language/vocabulary.ts";

/** The part of an Ohm node that this file uses. */
interface MatchNode {
  readonly sourceString: string;
  readonly source: { readonly startIdx: number; readonly endIdx: number };
}

/** The line that is being scanned, and its offset in the text. */
let current = { raw: "", from: 0 };

semantics.addOperation<ScannedLine[]>("lines", {
  document: (first, _eols, others, _end) => [first, ...others.children].map((line) => line["line"]()),
});

semantics.addOperation<ScannedLine>("line", {
  line(bom, body) {
    current = { raw: this.sourceString, from: this.source.startIdx };
    return body["scanned"](bom.sourceString.length);
  },
});

semantics.addOperation<ScannedLine>("scanned(bom)", {
  blank: (_white, _end) => ({ kind: "blank", raw: current.raw }),
  comment(indent, slashes, _rest) {
    const ignores = parseIgnoreComment(current.raw, column(slashes));
    return { kind: "comment", raw: current.raw, indent: indent.sourceString, ignores };
  },
  heading(hashes, _white, rest) {
    return { kind: "heading", raw: current.raw, level: hashes.sourceString.length, textStart: column(rest) };
  },
  entry_read(indent, head, rest) {
    return scannedEntry(indent, toHead(head, head["offsets"](), true), textStartOf(rest));
  },
  entry_bare(indent, bare, _white, _end) {
    const head = toHead(bare, bare["offsets"](), false);
    // `premise “x”`: the grammar accepts any word as a name, but an invalid one makes the line text.
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
  return skipWhiteSpace(current.raw, column(rest));
}

function scannedEntry(indent: MatchNode | undefined, head: Head, textStart: number): ScannedLine {
  return { kind: "entry", raw: current.raw, indent: indent?.sourceString ?? "", head, textStart };
}

function toHead(node: MatchNode, offsets: HeadOffsets | undefined, hasColon: boolean): Head {
  const start = column(node);
  const end = node.source.endIdx - current.from - (hasColon ? 1 : 0);
  const headWords = splitHead(current.raw, start, end);
  const word = headWords.words[0]?.text ?? "";
  const keyword = isKeyword(word) ? word : misspeltKeyword(word);
  if (keyword === undefined) throw new Error(`The grammar accepted “${word}” as a keyword.`);
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
    headWords.words,
    lineOffsets && toHeadForm(lineOffsets, headWords),
    hasColon,
  );
}

/** Scans all lines of a text with the `document` rule of the grammar. */
export function scanDocument(text: string): readonly ScannedLine[] {
  const match = grammar.match(text, "document");
  if (match.failed()) throw new Error(`The document rule must accept any text. ${match.message}`);
  return semantics(match)["lines"]();
}
