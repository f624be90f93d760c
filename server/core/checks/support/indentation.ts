/** Detects indentation that does not show which entry a line belongs to. */
import type { Entry, Line } from "../../language/entry.ts";
import { isShallower } from "../../language/parsing/nesting.ts";

/** A wrongly indented line under an entry. */
export type IndentationError = MisleadingIndent | IndentUnderAttribute;

interface MisleadingIndent {
  /** `mixed`: tabs and spaces; `unmatched`: a depth that no sibling before has. */
  readonly kind: "mixed" | "unmatched";
  readonly line: Line;
  /** The entry on that line, if it is one. */
  readonly child: Entry | undefined;
}

/** An entry that looks as if it were part of an attribute of its parent. */
interface IndentUnderAttribute {
  readonly kind: "under-attribute";
  readonly line: Line;
  readonly child: Entry;
  readonly attribute: Line;
}

/**
 * Yields the errors in the indentation of the children, attributes and text of an entry.
 *
 * @param newIndents indentations that an edit would give to some of the lines
 */
export function* indentationErrors(entry: Entry, newIndents?: ReadonlyMap<Line, string>): Iterable<IndentationError> {
  const unsortedLines = indentedLinesOf(entry, newIndents);
  if (new Set(unsortedLines.map(({ indent }) => indent)).size < 2) return;
  const lines = inLineOrder(entry, unsortedLines);
  const depths = new Set<string>();
  const usual = mostCompatibleIndent(lines.filter(({ canHaveChildren }) => canHaveChildren));
  let isAfterParent = false;
  /** The last attribute, unless an entry that is not deeper has followed. */
  let openAttribute: IndentedLine | undefined;
  for (const indentedLine of lines) {
    const { line, indent, child, canHaveChildren } = indentedLine;
    const isMixed = usual !== undefined && !areComparable(usual, indent);
    if (canHaveChildren && child === undefined) openAttribute = indentedLine;
    else if (child !== undefined && openAttribute !== undefined && !isShallower(openAttribute.indent, indent))
      openAttribute = undefined;
    if (child?.head.form !== "broken") {
      // Text before the first child or attribute belongs to the entry, whatever its indentation.
      if (isMixed && (canHaveChildren || isAfterParent)) yield { kind: "mixed", line, child };
      if (!isMixed && child !== undefined) {
        if (depths.size > 0 && !depths.has(indent)) yield { kind: "unmatched", line, child };
        else if (openAttribute !== undefined)
          yield { kind: "under-attribute", line, child, attribute: openAttribute.line };
      }
    }
    if (child !== undefined && !isMixed) depths.add(indent);
    isAfterParent ||= canHaveChildren;
  }
}

/** Returns the indentation that most children and attributes of an entry are compatible with, apart from one child. */
export const usualIndent = (entry: Entry, excluded: Entry | undefined): string | undefined =>
  mostCompatibleIndent(
    inLineOrder(entry, indentedLinesOf(entry)).filter(
      ({ canHaveChildren, child }) => canHaveChildren && (excluded === undefined || child !== excluded),
    ),
  );

/** Limits the time for generated maps; people do not use so many different indentations under one entry. */
const MAX_COMPARED = 50;

/** Returns the first indentation that is comparable with the most others, so that the errors are on the other lines. */
function mostCompatibleIndent(lines: readonly IndentedLine[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { indent } of lines) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  let usual: { readonly indent: string; readonly compatible: number } | undefined;
  for (const indent of [...counts.keys()].slice(0, MAX_COMPARED)) {
    let compatible = 0;
    for (const [other, count] of counts) if (areComparable(indent, other)) compatible += count;
    if (compatible === lines.length) return indent;
    if (usual === undefined || compatible > usual.compatible) usual = { indent, compatible };
  }
  return usual?.indent;
}

/** A line that is indented under an entry. */
interface IndentedLine {
  readonly line: Line;
  readonly indent: string;
  readonly child: Entry | undefined;
  /** Whether other lines can belong to this one, so that their indentations must be comparable. */
  readonly canHaveChildren: boolean;
}

function indentedLinesOf(entry: Entry, newIndents?: ReadonlyMap<Line, string>): readonly IndentedLine[] {
  const indentedLines: IndentedLine[] = entry.children.map((child) => ({
    line: child.line,
    indent: newIndents?.get(child.line) ?? child.indent,
    child,
    canHaveChildren: true,
  }));
  for (const line of entry.lines) {
    const { scanned } = line;
    if (scanned.kind !== "attribute" && scanned.kind !== "text") continue;
    indentedLines.push({
      line,
      indent: newIndents?.get(line) ?? scanned.indent,
      child: undefined,
      canHaveChildren: scanned.kind === "attribute",
    });
  }
  return indentedLines;
}

const inLineOrder = (entry: Entry, lines: readonly IndentedLine[]): readonly IndentedLine[] =>
  lines.toSorted((a, b) => numberOf(entry, a) - numberOf(entry, b));

const numberOf = (entry: Entry, { line }: IndentedLine): number => entry.document.lines.numberOf(line);

/** Whether two indentations are equal, or one is a prefix of the other. */
const areComparable = (a: string, b: string): boolean => a === b || isShallower(a, b) || isShallower(b, a);
