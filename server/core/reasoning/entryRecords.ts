/** Caches the data that an argument reads from each entry, so that an edit reads only the entries that it affects. */
import type { Entry, SyntaxTree } from "../language/entry.ts";
import { premisesOf, stepTargets } from "../language/graph.ts";
import type { MapFile } from "../language/map.ts";
import type { NameChange } from "../language/nameChange.ts";
import type { SyntaxChange } from "../language/parsing/nesting.ts";
import { isStep, type Side } from "../language/vocabulary.ts";
import type { Grant, NodeIndex } from "./framework.ts";
import { type EntryRole, type OrderedRecord, type RecordLists, RecordOrder } from "./recordOrder.ts";
import { firstSeed, grantOf, grantOfText, seedKey, statedLikelihood, statedStrength } from "./statedValues.ts";

/** The stated values of a statement or step. */
export interface EntryFacts {
  /** Of a step, the grant of its text. */
  readonly grant: Grant;
  /** The stated likelihood of a statement or strength of a step, from 0 to 1; undefined if none is stated. */
  readonly chance: number | undefined;
  /** See {@link seedKey}. Empty if no chance is stated. */
  readonly seedKey: string;
  /** The seed, if no entry before has the same key. */
  readonly firstSeed: number;
}

/** The premises and targets of a step. */
export interface StepLinks {
  readonly premises: readonly { readonly use: Entry; readonly claim: EntryRecord | undefined }[];
  readonly targets: readonly { readonly target: EntryRecord; readonly side: Side }[];
}

/** The data that an argument reads from one entry. Records refer to each other directly, which saves a look-up for each edge. */
export class EntryRecord implements OrderedRecord {
  readonly entry: Entry;
  readonly #records: EntryRecords;
  #facts: EntryFacts | undefined;
  #links: StepLinks | undefined;
  role: EntryRole | undefined;
  /** The nodes of the entry and its text in the argument that was read last; see {@link EntryRecords.pass}. */
  node: NodeIndex = 0;
  textNode: NodeIndex | undefined;
  pass = 0;

  constructor(entry: Entry, records: EntryRecords) {
    this.entry = entry;
    this.#records = records;
  }

  get facts(): EntryFacts {
    this.#facts ??= this.#records.readFacts(this.entry);
    return this.#facts;
  }

  /** The links of a step. */
  get links(): StepLinks {
    this.#links ??= this.#records.readLinks(this.entry);
    return this.#links;
  }

  forget(): void {
    this.#facts = undefined;
    this.#links = undefined;
  }
}

/** Reads entries on demand, and keeps what they say until it is forgotten. */
export class EntryRecords {
  readonly #records = new Map<Entry, EntryRecord>();
  readonly #orders = new Map<SyntaxTree, RecordOrder<EntryRecord>>();
  /** The number of the argument that is being read. A record with another number has no node in it. */
  pass = 0;
  /** How many facts and links have been read. Tests use it to measure the cost of an edit. */
  readCount = 0;

  /** Returns the record of an entry, which stays the same. */
  of(entry: Entry): EntryRecord {
    const known = this.#records.get(entry);
    if (known !== undefined) return known;
    const record = new EntryRecord(entry, this);
    this.#records.set(entry, record);
    return record;
  }

  /** Returns the records of a file in the order of the text. */
  inTextOrder(file: MapFile): RecordLists<EntryRecord> {
    const known = this.#orders.get(file.syntax);
    if (known !== undefined) return known.lists();
    const order = new RecordOrder(file, (entry) => this.of(entry));
    this.#orders.set(file.syntax, order);
    return order.lists();
  }

  readFacts(entry: Entry): EntryFacts {
    this.readCount++;
    return isStep(entry.head.keyword)
      ? factsWith(entry, grantOfText(entry), statedStrength(entry))
      : readStatement([entry]);
  }

  readLinks(step: Entry): StepLinks {
    this.readCount++;
    return {
      premises: premisesOf(step).map(({ use, claim }) => ({ use, claim: claim && this.of(claim) })),
      targets: stepTargets(step).map(({ target, side }) => ({ target: this.of(target), side })),
    };
  }

  /** Forgets what an edit of one of the files of a map may have changed. */
  forget(change: SyntaxChange, names: NameChange, files: readonly MapFile[]): void {
    // Any name may resolve to an entry of another file now.
    if (names.imports) {
      this.#records.clear();
      this.#orders.clear();
      return;
    }
    for (const entries of [change.added, change.removed, change.headChanged, change.moved, change.childrenChanged]) {
      for (const entry of entries) if (entry !== undefined) this.#forgetWithNeighbors(entry);
    }
    for (const entries of [change.added, change.removed, change.headChanged, change.moved]) {
      for (const entry of entries) this.#orders.get(entry.document)?.displace(this.of(entry));
    }
    for (const entry of change.textChanged) this.#records.get(entry)?.forget();
    for (const name of names.defined) {
      for (const file of files) for (const entry of file.entriesMentioning(name)) this.#forgetWithNeighbors(entry);
    }
    for (const entry of change.removed) this.#records.delete(entry);
  }

  /** Steps depend on the premises under them, and on the entry that they are under. */
  #forgetWithNeighbors(entry: Entry): void {
    this.#records.get(entry)?.forget();
    if (entry.parent !== undefined) this.#records.get(entry.parent)?.forget();
    for (const child of entry.children) if (isStep(child.head.keyword)) this.#records.get(child)?.forget();
  }
}

/** Returns the facts of a statement in all its wordings, the main one first. */
export const readStatement = (wordings: readonly [Entry, ...Entry[]]): EntryFacts =>
  factsWith(wordings[0], grantOf(wordings), statedLikelihood(wordings));

function factsWith(entry: Entry, grant: Grant, chance: number | undefined): EntryFacts {
  if (chance === undefined) return { grant, chance, seedKey: "", firstSeed: 0 };
  const key = seedKey(entry);
  return { grant, chance, seedKey: key, firstSeed: firstSeed(key) };
}
