/**
 * A table about a map: columns, rows, and cells that lead to entries. What an entry is depends on the type parameter: an
 * entry of a map on the server, a card in the page. The preview, the command line and all files show the same tables.
 */

export const tableKinds = ["positions", "answers", "assumptions", "sources"] as const;
export type TableKind = (typeof tableKinds)[number];

/** A part of a text that leads to an entry. */
export interface EntryLink<Entry> {
  readonly label: string;
  readonly entry: Entry;
}

/** A text whose links lead to entries. */
export type LinkedText<Entry> = readonly (string | EntryLink<Entry>)[];

/** How a cell judges. Its text says so too. */
export const cellTones = ["strongly-for", "for", "against", "strongly-against", "conflict"] as const;
export type CellTone = (typeof cellTones)[number];

export interface Cell<Entry> {
  readonly text: LinkedText<Entry>;
  /** The number that the cell shows, which rows are sorted by. */
  readonly value?: number | undefined;
  readonly tone?: CellTone | undefined;
}

export interface Column<Entry> {
  readonly heading: string;
  /** The entry that the column is about, such as a speaker or an answer. */
  readonly entry?: Entry | undefined;
  /** Numbers are aligned at the end of the cell, and sorted from the largest to the smallest first. */
  readonly isNumeric: boolean;
}

/** One cell for each column. The first is the heading of the row. */
export type Row<Entry> = readonly Cell<Entry>[];

export interface Table<Entry> {
  readonly kind: TableKind;
  readonly title: string;
  /** At least one. */
  readonly columns: readonly Column<Entry>[];
  readonly rows: readonly Row<Entry>[];
  /** Rows below the others, which stay there when the table is sorted. */
  readonly totals: readonly Row<Entry>[];
  /** Explanations and findings, below the table. */
  readonly notes: readonly LinkedText<Entry>[];
}

/** The message in place of an empty table. */
export const emptyTexts: Readonly<Record<TableKind, string>> = {
  positions: "Nobody takes a position. Name a speaker after “by”, “accepted-by” or “rejected-by”.",
  answers: "No question has two answers that evidence speaks for or against.",
  assumptions: "No conclusion depends on an assumption.",
  sources: "No source is defined. Write “source name: Title”.",
};

export const tableTitles: Readonly<Record<TableKind, string>> = {
  positions: "Positions",
  answers: "Competing answers",
  assumptions: "Key assumptions",
  sources: "Sources",
};

/** Returns a linked text as plain text. */
export const plainText = (text: LinkedText<unknown>): string =>
  text.map((part) => (typeof part === "string" ? part : part.label)).join("");

/** Returns the entries that a linked text leads to. */
export const entriesIn = <Entry>(text: LinkedText<Entry>): readonly Entry[] =>
  text.flatMap((part) => (typeof part === "string" ? [] : [part.entry]));

/** Stands between the items of a list, as a part of its own. */
export const LIST_SEPARATOR = "; ";

/** Joins linked texts with a separator. */
export const joinTexts = <Entry>(texts: readonly LinkedText<Entry>[], separator = LIST_SEPARATOR): LinkedText<Entry> =>
  texts.flatMap((text, index) => (index === 0 ? text : [separator, ...text]));

/** Replaces each entry of a table. A link whose entry becomes undefined becomes text. */
export function mapEntries<From, To>(table: Table<From>, replace: (entry: From) => To | undefined): Table<To> {
  const text = (parts: LinkedText<From>): LinkedText<To> =>
    parts.map((part) => {
      if (typeof part === "string") return part;
      const entry = replace(part.entry);
      return entry === undefined ? part.label : { label: part.label, entry };
    });
  const row = (cells: Row<From>): Row<To> => cells.map((cell) => ({ ...cell, text: text(cell.text) }));
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      entry: column.entry === undefined ? undefined : replace(column.entry),
    })),
    rows: table.rows.map(row),
    totals: table.totals.map(row),
    notes: table.notes.map(text),
  };
}
