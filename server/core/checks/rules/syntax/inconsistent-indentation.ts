import type { Entry, Line } from "../../../language/entry.ts";
import { isShallower } from "../../../language/nesting.ts";
import { keywordSpan, lineSpan } from "../../../language/problem.ts";
import type { CheckFinding, EntryCheck } from "../../check.ts";

/**
 * White space that does not say plainly what belongs to what: tabs against spaces, depths that nothing around has. It is
 * told by the entry around, which knows all that is indented under it.
 */
export const inconsistentIndentation: EntryCheck = {
  code: "inconsistent-indentation",
  severity: "error",
  title: "Indentation that leaves open what belongs to what",
  scope: "entry",
  includesBroken: true,
  *check(entry) {
    if (entry.parent === undefined && entry.indent !== "" && entry.head.form !== "broken") {
      const message = "There is nothing above that this could belong to. Move it to the left edge.";
      yield { at: keywordSpan(entry), entry, message };
    }
    yield* indentationFindings(entry);
  },
};

/** What is wrong with the white space before all that is indented under an entry. */
export function* indentationFindings(entry: Entry): Iterable<CheckFinding> {
  const unsortedLines = indentedLinesOf(entry);
  if (new Set(unsortedLines.map(({ indent }) => indent)).size < 2) return;
  const lines = inLineOrder(entry, unsortedLines);
  const depths = new Set<string>();
  const usual = mostCompatibleIndent(lines.filter(({ canHaveChildren }) => canHaveChildren));
  let isAfterParent = false;
  for (const line of lines) {
    const { child } = line;
    if (child?.head.form !== "broken") {
      if (usual !== undefined && !areComparable(usual, line.indent)) {
        // Text belongs to the entry whatever stands below it.
        if (child !== undefined || isAfterParent) yield mixedIndentation(line, entry);
      } else if (child !== undefined && depths.size > 0 && !depths.has(line.indent)) yield unmatchedDepth(child);
    }
    if (child !== undefined && (usual === undefined || areComparable(usual, line.indent))) depths.add(line.indent);
    isAfterParent ||= line.canHaveChildren;
  }
}

/** The white space of what is indented under an entry, one entry aside, that the others are measured by. */
export const usualIndent = (entry: Entry, excluded: Entry | undefined): string | undefined =>
  mostCompatibleIndent(
    inLineOrder(entry, indentedLinesOf(entry)).filter(
      ({ canHaveChildren, child }) => canHaveChildren && (excluded === undefined || child !== excluded),
    ),
  );

/** Nobody means as many kinds of white space under one entry; what a machine wrote must not take forever. */
const MAX_COMPARED = 50;

/** The first indentation that compares with the most others: whoever mixes tabs and spaces in one line is to mend that line. */
function mostCompatibleIndent(parts: readonly IndentedLine[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { indent } of parts) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  let usual: { readonly indent: string; readonly like: number } | undefined;
  // A map keeps the order in which its keys came.
  for (const indent of [...counts.keys()].slice(0, MAX_COMPARED)) {
    let like = 0;
    for (const [other, count] of counts) if (areComparable(indent, other)) like += count;
    if (like === parts.length) return indent;
    if (usual === undefined || like > usual.like) usual = { indent, like };
  }
  return usual?.indent;
}

/** Something that is indented under an entry. */
interface IndentedLine {
  readonly line: Line;
  readonly indent: string;
  readonly child: Entry | undefined;
  /** Whether something can belong to it, so that what follows must compare with it. */
  readonly canHaveChildren: boolean;
}

function indentedLinesOf(entry: Entry): readonly IndentedLine[] {
  const indentedLines: IndentedLine[] = entry.children.map((child) => ({
    line: child.line,
    indent: child.indent,
    child,
    canHaveChildren: true,
  }));
  for (const line of entry.lines) {
    const { scanned } = line;
    if (scanned.kind !== "attribute" && scanned.kind !== "text") continue;
    indentedLines.push({
      line,
      indent: scanned.indent,
      child: undefined,
      canHaveChildren: scanned.kind === "attribute",
    });
  }
  return indentedLines;
}

const inLineOrder = (entry: Entry, parts: readonly IndentedLine[]): readonly IndentedLine[] =>
  parts.toSorted((a, b) => numberOf(entry, a) - numberOf(entry, b));

const numberOf = (entry: Entry, { line }: IndentedLine): number => entry.document.lines.numberOf(line);

/** Whether of two indentations one is the beginning of the other. */
const areComparable = (a: string, b: string): boolean => a === b || isShallower(a, b) || isShallower(b, a);

function mixedIndentation({ line, child }: IndentedLine, entry: Entry): CheckFinding {
  const message = "Tabs and spaces are mixed here. Indent this line with the same characters as the lines around it.";
  return { at: child === undefined ? lineSpan(line) : keywordSpan(child), entry: child ?? entry, message };
}

function unmatchedDepth(child: Entry): CheckFinding {
  const message =
    "Nothing above stands at this depth. Indent it just as deep as what it goes with, or deeper than what it belongs under.";
  return { at: keywordSpan(child), entry: child, message };
}
