import type { Entry } from "../../../language/entry.ts";
import type { Line } from "../../../language/lineList.ts";
import { isOutside } from "../../../language/nesting.ts";
import { keywordSpan, lineSpan } from "../../../language/problem.ts";
import type { EntryCheck, Finding } from "../../check.ts";

/**
 * White space that does not say plainly what belongs to what: tabs against spaces, depths that nothing around has. It is
 * told by the entry around, which knows all that is indented under it.
 */
export const inconsistentIndentation: EntryCheck = {
  code: "inconsistent-indentation",
  severity: "error",
  title: "Indentation that leaves open what belongs to what",
  scope: "entry",
  ofBroken: true,
  *check(entry) {
    if (entry.parent === undefined && entry.indent !== "" && entry.head.form !== "broken") {
      const message = "There is nothing above that this could belong to. Move it to the left edge.";
      yield { at: keywordSpan(entry), entry, message };
    }
    yield* indentationFaults(entry);
  },
};

/** What is wrong with the white space before all that is indented under an entry. */
export function* indentationFaults(entry: Entry): Iterable<Finding> {
  const unsorted = partsOf(entry);
  if (new Set(unsorted.map(({ indent }) => indent)).size < 2) return;
  const parts = inOrder(entry, unsorted);
  const depths = new Set<string>();
  const usual = usualOf(parts.filter(({ holds }) => holds));
  let isHeld = false;
  for (const part of parts) {
    const { child } = part;
    if (child?.head.form !== "broken") {
      if (usual !== undefined && !compare(usual, part.indent)) {
        // Text belongs to the entry whatever stands below it.
        if (child !== undefined || isHeld) yield mixed(part, entry);
      } else if (child !== undefined && depths.size > 0 && !depths.has(part.indent)) yield atNewDepth(child);
    }
    if (child !== undefined && (usual === undefined || compare(usual, part.indent))) depths.add(part.indent);
    isHeld ||= part.holds;
  }
}

/** The white space of what is indented under an entry, one entry aside, that the others are measured by. */
export const usualIndent = (entry: Entry, aside: Entry | undefined): string | undefined =>
  usualOf(
    inOrder(entry, partsOf(entry)).filter(({ holds, child }) => holds && (aside === undefined || child !== aside)),
  );

/** Nobody means as many kinds of white space under one entry; what a machine wrote must not take forever. */
const MOST_COMPARED = 50;

/** The first indentation that compares with the most others: whoever mixes tabs and spaces in one line is to mend that line. */
function usualOf(parts: readonly Part[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { indent } of parts) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  let usual: { readonly indent: string; readonly like: number } | undefined;
  // A map keeps the order in which its keys came.
  for (const indent of [...counts.keys()].slice(0, MOST_COMPARED)) {
    let like = 0;
    for (const [other, count] of counts) if (compare(indent, other)) like += count;
    if (like === parts.length) return indent;
    if (usual === undefined || like > usual.like) usual = { indent, like };
  }
  return usual?.indent;
}

/** Something that is indented under an entry. */
interface Part {
  readonly line: Line;
  readonly indent: string;
  readonly child: Entry | undefined;
  /** Whether something can belong to it, so that what follows must compare with it. */
  readonly holds: boolean;
}

function partsOf(entry: Entry): readonly Part[] {
  const parts: Part[] = entry.children.map((child) => ({ line: child.line, indent: child.indent, child, holds: true }));
  for (const line of entry.lines) {
    const { reading } = line;
    if (reading.kind !== "attribute" && reading.kind !== "text") continue;
    parts.push({ line, indent: reading.indent, child: undefined, holds: reading.kind === "attribute" });
  }
  return parts;
}

const inOrder = (entry: Entry, parts: readonly Part[]): readonly Part[] =>
  parts.toSorted((a, b) => numberOf(entry, a) - numberOf(entry, b));

const numberOf = (entry: Entry, { line }: Part): number => entry.home.lines.numberOf(line);

/** Whether of two indentations one is the beginning of the other. */
const compare = (a: string, b: string): boolean => a === b || isOutside(a, b) || isOutside(b, a);

function mixed({ line, child }: Part, entry: Entry): Finding {
  const message = "Tabs and spaces are mixed here. Indent this line with the same characters as the lines around it.";
  return { at: child === undefined ? lineSpan(line) : keywordSpan(child), entry: child ?? entry, message };
}

function atNewDepth(child: Entry): Finding {
  const message =
    "Nothing above stands at this depth. Indent it just as deep as what it goes with, or deeper than what it belongs under.";
  return { at: keywordSpan(child), entry: child, message };
}
