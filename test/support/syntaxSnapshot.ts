/** Everything that reading and checking make of a file, without identities: what must be the same however it came about. */
import type { Checker } from "../../server/core/checks/checker.ts";
import type { Entry } from "../../server/core/language/entry.ts";
import type { Line } from "../../server/core/language/lineList.ts";
import { fileOf, type MapFile } from "../../server/core/language/map.ts";
import type { Problem } from "../../server/core/language/problem.ts";
import type { Span, Syntax } from "../../server/core/language/syntax.ts";

/** Entries, lines and strays of a syntax. */
export function shapeOf(syntax: Syntax): unknown {
  const number = (line: Line | undefined): number | undefined => line && syntax.lines.numberOf(line);
  const shape = (entry: Entry): unknown => ({
    head: entry.head,
    indent: entry.indent,
    line: number(entry.line),
    text: entry.text,
    attributes: entry.attributes.map(({ key, value, line }) => [key, value, number(line)]),
    lines: entry.lines.map(number),
    parent: number(entry.parent?.line),
    children: entry.children.map(shape),
  });
  return {
    roots: syntax.roots.map(shape),
    strays: [...syntax.strays].map((line) => syntax.lines.numberOf(line)).sort((a, b) => a - b),
    entries: [...syntax.entries.values()].map((entry) => syntax.lines.numberOf(entry.line)).sort((a, b) => a - b),
    lines: [...syntax.lines].map((line) => [line.reading, line.end, number(line.owner?.line), number(line.attribute)]),
  };
}

/** All problems of a file, in an order of their own. */
export function problemsOf({
  file,
  ...checker
}: {
  file: MapFile;
  problems: () => Iterable<Problem>;
}): readonly unknown[] {
  const place = ({ line, start, end }: Span): string => `${file.syntax.lines.numberOf(line)}:${start}-${end}`;
  const home = (entry: Entry): string => `${fileOf(entry).uri} ${fileOf(entry).syntax.lines.numberOf(entry.line)}`;
  return [...checker.problems()]
    .map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      at: place(problem.at),
      to: problem.to && place(problem.to),
      message: problem.message,
      offers: problem.offers,
      notes: problem.notes,
      entry: problem.entry && home(problem.entry),
      related: problem.related.map((one) => `${home(one.entry)} ${one.message}`),
    }))
    .map((one) => JSON.stringify(one))
    .sort();
}

/** The problems of a checker. */
export const toldBy = (checker: Checker): readonly unknown[] =>
  problemsOf({ file: checker.file, problems: () => checker.problems() });
