/** Snapshots of the syntax and the problems of a file without identities, to compare incremental updates with a fresh start. */
import type { Checker } from "../../../server/core/checks/checker.ts";
import type { Entry, Line } from "../../../server/core/language/entry.ts";
import { fileOf, type MapFile } from "../../../server/core/language/map.ts";
import type { Problem } from "../../../server/core/language/problem.ts";
import type { Span, Syntax } from "../../../server/core/language/syntax.ts";

/** Returns the entries, lines and strays of a syntax tree as plain data. */
export function syntaxSnapshot(syntax: Syntax): unknown {
  const lineNumber = (line: Line | undefined): number | undefined => line && syntax.lines.numberOf(line);
  const entrySnapshot = (entry: Entry): unknown => ({
    head: entry.head,
    indent: entry.indent,
    line: lineNumber(entry.line),
    text: entry.text,
    attributes: entry.attributes.map(({ key, value, line }) => [key, value, lineNumber(line)]),
    lines: entry.lines.map(lineNumber),
    parent: lineNumber(entry.parent?.line),
    children: entry.children.map(entrySnapshot),
  });
  return {
    roots: syntax.roots.map(entrySnapshot),
    strays: [...syntax.strays].map((line) => syntax.lines.numberOf(line)).sort((a, b) => a - b),
    entries: [...syntax.entries.values()].map((entry) => syntax.lines.numberOf(entry.line)).sort((a, b) => a - b),
    lines: [...syntax.lines].map((line) => [
      line.scanned,
      line.end,
      lineNumber(line.owner?.line),
      lineNumber(line.attribute),
    ]),
  };
}

/** Returns all problems of a file as sorted strings. */
export function problemSnapshots({
  file,
  ...checker
}: {
  file: MapFile;
  problems: () => Iterable<Problem>;
}): readonly unknown[] {
  const spanText = ({ line, start, end }: Span): string => `${file.syntax.lines.numberOf(line)}:${start}-${end}`;
  const entryText = (entry: Entry): string => `${fileOf(entry).uri} ${fileOf(entry).syntax.lines.numberOf(entry.line)}`;
  return [...checker.problems()]
    .map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      at: spanText(problem.at),
      to: problem.to && spanText(problem.to),
      message: problem.message,
      suggestions: problem.suggestions,
      suggestionNotes: problem.suggestionNotes,
      entry: problem.entry && entryText(problem.entry),
      related: problem.related.map((one) => `${entryText(one.entry)} ${one.message}`),
    }))
    .map((one) => JSON.stringify(one))
    .sort();
}

/** Returns all problems of a checker as sorted strings. */
export const checkerProblems = (checker: Checker): readonly unknown[] =>
  problemSnapshots({ file: checker.file, problems: () => checker.problems() });
