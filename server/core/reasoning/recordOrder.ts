/** Keeps the records of a file in the order of the text, so that after an edit nobody walks through the whole file. */
import { bisector } from "d3-array";
import { type Entry, entriesInOrder, isCurrent } from "../language/entry.ts";
import type { MapFile } from "../language/map.ts";
import { isWrittenOutClaim } from "../language/relations/wordings.ts";
import { isStep } from "../language/vocabulary.ts";

/** What an entry is in an argument. Other entries, such as quotes, have no part in it. */
export type EntryRole = "statement" | "step" | "question";

/** A record that can be put in order. */
export interface OrderedRecord {
  readonly entry: Entry;
  /** The role of the entry; undefined while the record is in no list. */
  role: EntryRole | undefined;
}

/** The records of a file by the roles of their entries, in the order of the text. */
export type RecordLists<Item extends OrderedRecord> = { readonly [Role in EntryRole]: readonly Item[] };

type MutableLists<Item extends OrderedRecord> = Record<EntryRole, Item[]>;

/** The number of records from which it is faster to walk through the file than to find the place of each. */
const MANY_RECORDS = 100;

/** Keeps the records of a file in the order of the text, while entries come and go. */
export class RecordOrder<Item extends OrderedRecord> {
  readonly #file: MapFile;
  readonly #recordOf: (entry: Entry) => Item;
  #lists: MutableLists<Item> | undefined;
  /** Records whose place is to be found. */
  readonly #unplaced = new Set<Item>();
  /** Whether the lists contain records that have lost their place. */
  #hasGaps = false;

  constructor(file: MapFile, recordOf: (entry: Entry) => Item) {
    this.#file = file;
    this.#recordOf = recordOf;
  }

  /** Notes that an entry is new, removed or at another place, or that its role may have changed. */
  displace(record: Item): void {
    if (this.#lists === undefined) return;
    if (record.role !== undefined) this.#hasGaps = true;
    record.role = undefined;
    this.#unplaced.add(record);
    if (this.#unplaced.size <= MANY_RECORDS) return;
    this.#lists = undefined;
    this.#unplaced.clear();
  }

  /** Returns the lists, up to date. */
  lists(): RecordLists<Item> {
    if (this.#lists === undefined) this.#lists = this.#collect();
    else this.#place(this.#lists);
    this.#unplaced.clear();
    this.#hasGaps = false;
    return this.#lists;
  }

  #collect(): MutableLists<Item> {
    const lists: MutableLists<Item> = { statement: [], step: [], question: [] };
    for (const entry of entriesInOrder(this.#file.syntax)) {
      const role = roleOf(entry);
      if (role === undefined) continue;
      const record = this.#recordOf(entry);
      record.role = role;
      lists[role].push(record);
    }
    return lists;
  }

  /** Removes the records that have lost their place, and inserts those whose place is to be found. */
  #place(lists: MutableLists<Item>): void {
    if (this.#hasGaps) {
      for (const role of ["statement", "step", "question"] as const)
        lists[role] = lists[role].filter((record) => record.role === role);
    }
    const { lines } = this.#file.syntax;
    const byLine = bisector(({ entry }: Item) => lines.numberOf(entry.line));
    for (const record of this.#unplaced) {
      const role = isCurrent(record.entry) ? roleOf(record.entry) : undefined;
      if (role === undefined) continue;
      record.role = role;
      lists[role].splice(byLine.left(lists[role], lines.numberOf(record.entry.line)), 0, record);
    }
  }
}

function roleOf(entry: Entry): EntryRole | undefined {
  const { keyword } = entry.head;
  if (isStep(keyword)) return "step";
  return keyword === "question" ? "question" : isWrittenOutClaim(entry) ? "statement" : undefined;
}
