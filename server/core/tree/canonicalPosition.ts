/** Chooses the position at which an entry is shown in full if it has several positions in the tree. */
import type { Entry } from "../language/entry.ts";
import { barePremisesFor, isWellPlaced, namedTargets, resolveBarePremise, stepTargets } from "../language/graph.ts";
import { fileOf, type MapFile } from "../language/map.ts";
import { isStep } from "../language/vocabulary.ts";

interface CanonicalPosition {
  /** The entry of the parent card; undefined for a root. */
  readonly parentEntry: Entry | undefined;
  /** The bare premise that refers to the entry there, if any. */
  readonly viaPremise: Entry | undefined;
}

const atRoot: CanonicalPosition = { parentEntry: undefined, viaPremise: undefined };

/**
 * The position at which an entry is shown in full. The picture has the structure of the text: an entry is shown under the
 * entry that it is indented under, and a claim at the left edge of the map's own file is a root. A step at the left edge is
 * shown under its first target. An imported claim is shown where the map first uses it. Undefined if any position will do.
 */
function canonicalPosition(files: readonly MapFile[], entry: Entry): CanonicalPosition | undefined {
  const { keyword } = entry.head;
  const parentEntry =
    entry.parent !== undefined && isWellPlaced(entry) ? resolveBarePremise(skipQuote(entry.parent)) : undefined;
  if (parentEntry !== undefined) return { parentEntry, viaPremise: undefined };
  if (isStep(keyword)) {
    const [first] = stepTargets(entry);
    return first && { parentEntry: first.target, viaPremise: undefined };
  }
  const [ownFile] = files;
  const isOwn = fileOf(entry) === ownFile;
  if (isOwn && entry.parent === undefined) return atRoot;
  if (keyword !== "claim") return undefined;
  const uses = barePremisesFor(entry, files).filter((use) => use.parent !== undefined && isWellPlaced(use));
  const [question] = namedTargets(entry, "answers");
  const use = uses[0];
  // The uses in the map's own file come first.
  if (question !== undefined && (use === undefined || fileOf(use) !== ownFile))
    return { parentEntry: question, viaPremise: undefined };
  return use && { parentEntry: use.parent, viaPremise: use };
}

/** Quotes have no cards: an entry under a quote is shown under the entry that has the quote. */
const skipQuote = (entry: Entry): Entry =>
  entry.head.keyword === "quote" && entry.parent !== undefined ? entry.parent : entry;

/** The positions at which the entries of a tree are shown in full. Each is looked up once, as an entry may have many uses. */
export class CanonicalPositions {
  readonly #files: readonly MapFile[];
  readonly #positions = new Map<Entry, CanonicalPosition | undefined>();
  readonly #roots = new Map<Entry, Entry>();

  /** How many positions were looked up. Tests use it to check the work for a tree. */
  lookupCount = 0;

  constructor(files: readonly MapFile[]) {
    this.#files = files;
  }

  /** Whether an entry is shown in full at this position. */
  isCanonical(entry: Entry, parentEntry: Entry | undefined, viaPremise: Entry | undefined): boolean {
    const canonical = this.#positionOf(entry);
    return canonical === undefined || (canonical.parentEntry === parentEntry && canonical.viaPremise === viaPremise);
  }

  /** The root of the branch in which an entry is shown in full. The entry itself if the path upwards leads into a cycle. */
  rootOf(entry: Entry): Entry {
    const path = new Set<Entry>();
    let at: Entry | undefined = entry;
    while (at !== undefined && !path.has(at) && !this.#roots.has(at)) {
      path.add(at);
      at = this.#positionOf(at)?.parentEntry;
    }
    const known = at === undefined ? [...path].at(-1) : this.#roots.get(at);
    // A path that meets itself, or an entry above a cycle, which is its own root without being at the top, has no root.
    const isCyclic = at !== undefined && (known === undefined || this.#positionOf(known)?.parentEntry !== undefined);
    for (const one of path) this.#roots.set(one, isCyclic ? one : (known ?? one));
    return this.#roots.get(entry) ?? entry;
  }

  #positionOf(entry: Entry): CanonicalPosition | undefined {
    if (!this.#positions.has(entry)) {
      this.lookupCount++;
      this.#positions.set(entry, canonicalPosition(this.#files, entry));
    }
    return this.#positions.get(entry);
  }
}
