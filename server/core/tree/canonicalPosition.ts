/** Where an entry is shown in full if it has several positions in the tree. */
import type { Entry } from "../language/entry.ts";
import { barePremisesFor, isWellPlaced, namedTargets, resolveBarePremise, stepTargets } from "../language/graph.ts";
import type { MapFile } from "../language/map.ts";
import { isStep } from "../language/vocabulary.ts";

interface CanonicalPosition {
  /** The entry of the parent card. */
  readonly parentEntry: Entry;
  /** The bare premise that refers to the entry there, if any. */
  readonly viaPremise: Entry | undefined;
}

/**
 * The position at which an entry is shown in full: under the entry that it is indented under, else under its first target
 * or the first question that it answers, else at the first bare premise that refers to it. Undefined for the root.
 */
function canonicalPosition(files: readonly MapFile[], entry: Entry): CanonicalPosition | undefined {
  const { keyword } = entry.head;
  const parentEntry =
    entry.parent !== undefined && isWellPlaced(entry) ? resolveBarePremise(skipQuote(entry.parent)) : undefined;
  if (parentEntry !== undefined) return { parentEntry, viaPremise: undefined };
  const [target] = isStep(keyword)
    ? stepTargets(entry).map((one) => one.target)
    : keyword === "claim"
      ? namedTargets(entry, "answers")
      : [];
  if (target !== undefined) return { parentEntry: target, viaPremise: undefined };
  if (keyword !== "claim") return undefined;
  for (const use of barePremisesFor(entry, files)) {
    if (use.parent !== undefined && isWellPlaced(use)) return { parentEntry: use.parent, viaPremise: use };
  }
  return undefined;
}

/** Quotes have no cards: an entry under a quote is shown under the entry that has the quote. */
const skipQuote = (entry: Entry): Entry =>
  entry.head.keyword === "quote" && entry.parent !== undefined ? entry.parent : entry;

/** Whether an entry is shown in full at this position. */
export function isCanonicalPosition(
  files: readonly MapFile[],
  entry: Entry,
  parentEntry: Entry | undefined,
  viaPremise: Entry | undefined,
): boolean {
  const canonical = canonicalPosition(files, entry);
  return canonical === undefined || (canonical.parentEntry === parentEntry && canonical.viaPremise === viaPremise);
}

/** The root of the branch in which an entry is shown in full; the entry itself if the path upwards is a cycle. */
export function rootEntryOf(files: readonly MapFile[], entry: Entry): Entry {
  const visited = new Set<Entry>([entry]);
  let root = entry;
  for (
    let position = canonicalPosition(files, root);
    position !== undefined;
    position = canonicalPosition(files, root)
  ) {
    if (visited.has(position.parentEntry)) return entry;
    visited.add(position.parentEntry);
    root = position.parentEntry;
  }
  return root;
}
