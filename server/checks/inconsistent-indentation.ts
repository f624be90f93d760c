import type { Entry } from "../language/entry.ts";
import type { Line } from "../language/lines.ts";
import { isOutside } from "../language/nest.ts";
import { keywordSpan, lineSpan } from "../language/problem.ts";
import type { EntryCheck, Finding } from "./check.ts";

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
  const parts = partsOf(entry);
  if (new Set(parts.map(({ indent }) => indent)).size < 2) return;
  const depths = new Set<string>();
  let above: string | undefined;
  for (const part of [...parts].sort((a, b) => numberOf(entry, a) - numberOf(entry, b))) {
    const { child } = part;
    if (child?.head.form !== "broken") {
      if (above !== undefined && !compare(above, part.indent)) yield mixed(part, entry);
      else if (child !== undefined && depths.size > 0 && !depths.has(part.indent)) yield atNewDepth(child);
    }
    if (child !== undefined) depths.add(part.indent);
    if (part.holds) above = part.indent;
  }
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

const numberOf = (entry: Entry, { line }: Part): number => entry.home.lines.numberOf(line);

/** Whether of two indentations one is the beginning of the other. */
const compare = (a: string, b: string): boolean => a === b || isOutside(a, b) || isOutside(b, a);

function mixed({ line, child }: Part, entry: Entry): Finding {
  const message = "Tabs and spaces are mixed here. Indent this line with the same characters as the line above.";
  return { at: child === undefined ? lineSpan(line) : keywordSpan(child), entry: child ?? entry, message };
}

function atNewDepth(child: Entry): Finding {
  const message =
    "Nothing above stands at this depth. Indent it just as deep as what it goes with, or deeper than what it belongs under.";
  return { at: keywordSpan(child), entry: child, message };
}
