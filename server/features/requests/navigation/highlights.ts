/** Document highlights: the occurrences of the name under the cursor. */
import type { DocumentHighlight, Position } from "vscode-languageserver";
import { touchesColumn } from "../../../core/language/head.ts";
import type { MapFile } from "../../../core/language/map.ts";
import { keySpan, keywordSpan } from "../../../core/language/problem.ts";
import type { Span } from "../../../core/language/syntax.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { articleHighlights } from "../../articles/requests/highlights.ts";
import { type OccurrenceTarget, occurrencesOf, occurrenceTargetAt } from "../../shared/occurrences.ts";
import { rangeOf } from "../../shared/ranges.ts";

const TEXT = 1;
const READ = 2;
const WRITE = 3;

/**
 * Returns the occurrences in this file of the name, prefix or path at a position: definitions as `Write`, uses as `Read`.
 *
 * A keyword, clause word or attribute key is highlighted alone; without an answer, VS Code would highlight all equal words,
 * also in text. In an article, returns the cited passages at the position.
 */
export function highlights(workspace: Workspace, uri: string, position: Position): readonly DocumentHighlight[] {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return articleHighlights(workspace, uri, position);
  const target = occurrenceTargetAt(file, position);
  if (target !== undefined) return occurrencesIn(file, target);
  const span = vocabularyWordAt(file, position);
  return span === undefined ? [] : [{ range: file.syntax.rangeOf(span), kind: TEXT }];
}

const occurrencesIn = (file: MapFile, target: OccurrenceTarget): readonly DocumentHighlight[] =>
  occurrencesOf(target, [file]).map(({ entry, span, isDefinition }) => ({
    range: rangeOf(entry, span),
    kind: isDefinition ? WRITE : READ,
  }));

/** The span of the keyword, clause word or attribute key at a position. */
function vocabularyWordAt({ syntax }: MapFile, position: Position): Span | undefined {
  const { line, column } = syntax.resolvePosition(position);
  const { owner, scanned } = line;
  const words: Span[] = [];
  if (scanned.kind === "attribute") words.push(keySpan(line));
  if (scanned.kind === "entry" && owner !== undefined) {
    words.push(keywordSpan(owner));
    for (const { word, start } of owner.head.clauses) words.push({ line, start, end: start + word.length });
  }
  return words.find((word) => touchesColumn(word, column));
}
