/** Reads a map into plain data, nested as in its text. */
import type { Entry, Line } from "../language/entry.ts";
import type { Name } from "../language/head.ts";
import type { MapFile } from "../language/map.ts";
import type { DocumentEntry, DocumentHeading, DocumentItem, MapDocument } from "./mapDocument.ts";

/** A document, and the lines that could not be read into it. */
export interface ReadDocument {
  readonly document: MapDocument;
  /** The numbers of lines that are no entry, attribute or text, counted from 1. */
  readonly unreadableLines: readonly number[];
}

/** Returns a map as plain data. Entries with a head that cannot be read are left out, with what is under them. */
export function readDocument(file: MapFile): ReadDocument {
  const items: DocumentItem[] = [];
  const entries = new Map<Entry, MutableEntry>();
  const unreadableLines: number[] = [];
  let comments: string[] = [];
  const takeComments = (): { readonly comments?: readonly string[] } => {
    const taken = comments;
    comments = [];
    return taken.length === 0 ? {} : { comments: taken };
  };
  let number = 0;
  for (const line of file.syntax.lines) {
    number++;
    const { scanned, owner } = line;
    if (scanned.kind === "comment") comments.push(scanned.raw.trim().replace(/^\uFEFF?\/\/ ?/u, ""));
    else if (scanned.kind === "heading") items.push({ ...headingOf(line), ...takeComments() });
    else if (owner?.line === line) {
      const parent = owner.parent && entries.get(owner.parent);
      if (owner.head.form === "broken" || (owner.parent !== undefined && parent === undefined)) {
        unreadableLines.push(number);
        continue;
      }
      const entry = { ...toDocumentEntry(owner), ...takeComments() };
      entries.set(owner, entry);
      if (parent === undefined) items.push(entry);
      else {
        parent.entries ??= [];
        parent.entries.push(entry);
      }
    } else if (scanned.kind !== "blank" && (owner === undefined || !entries.has(owner))) unreadableLines.push(number);
  }
  return { document: { items, ...takeComments() }, unreadableLines };
}

type MutableEntry = Omit<DocumentEntry, "entries"> & { entries?: DocumentEntry[] };

function headingOf({ scanned }: Line): DocumentHeading {
  // The caller has checked the kind.
  if (scanned.kind !== "heading") return { level: 1, heading: "" };
  return { level: scanned.level, heading: scanned.raw.slice(scanned.textStart).trim() };
}

function toDocumentEntry({ head, text, attributes }: Entry): MutableEntry {
  return {
    keyword: head.keyword,
    ...(head.name === undefined ? {} : { name: writtenName(head.name) }),
    ...(head.form === "bare" ? { isUse: true } : {}),
    ...(head.clauses.length === 0
      ? {}
      : { clauses: head.clauses.map(({ word, names }) => ({ word, names: names.map(writtenName) })) }),
    ...(text === "" ? {} : { text }),
    ...(attributes.length === 0 ? {} : { attributes: attributes.map(({ key, value }) => ({ key, value })) }),
  };
}

const writtenName = ({ prefix, text }: Name): string => (prefix === undefined ? text : `${prefix}.${text}`);
