/** The names that a file can use. */
import type { Entry } from "../entry.ts";
import { definedName, type MapFile } from "../map.ts";

/** A name that a file can use, and the entry that it resolves to. */
export interface NameInScope {
  readonly name: string;
  /** The name with the prefix that it needs, if any. */
  readonly qualifiedName: string;
  readonly entry: Entry;
}

/** Yields the names that a file can use, its own and those of the files it imports, if `isWanted` accepts them. */
export function* namesInScope(file: MapFile, isWanted: (name: string) => boolean): Iterable<NameInScope> {
  for (const name of file.names) {
    if (!isWanted(name)) continue;
    const entry = file.exportedEntry(name);
    if (entry !== undefined) yield { name, qualifiedName: name, entry };
  }
  for (const { entry: importEntry, target } of file.imports) {
    if (target.state !== "found") continue;
    const prefix = definedName(importEntry)?.text;
    for (const name of target.file.names) {
      if (!isWanted(name)) continue;
      const entry = target.file.exportedEntry(name);
      if (entry !== undefined) yield { name, qualifiedName: prefix === undefined ? name : `${prefix}.${name}`, entry };
    }
  }
}
