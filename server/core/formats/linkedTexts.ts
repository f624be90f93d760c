/** A map and its imports as plain texts, so that it can be read again elsewhere: in another thread or program. */
import { importClosure } from "../language/graph.ts";
import { MapFile } from "../language/map.ts";

/** The text of a file, and which files it imports. */
export interface ImportingText {
  readonly uri: string;
  readonly text: string;
  /** For each import in the order of the text, the index of its file; null for one that could not be read. */
  readonly imports: readonly (number | null)[];
}

/** Returns the texts of a map and of all files that it imports; the map comes first. */
export function toLinkedTexts(map: MapFile): readonly ImportingText[] {
  const files = importClosure(map);
  const indexes = new Map(files.map((file, index) => [file, index]));
  return files.map(({ uri, syntax, imports }) => ({
    uri,
    text: syntax.text,
    imports: imports.map(({ target }) => (target.state === "found" ? (indexes.get(target.file) ?? null) : null)),
  }));
}

/** Reads texts again, and returns the map; undefined if there are no texts. */
export function fromLinkedTexts(texts: readonly ImportingText[]): MapFile | undefined {
  const files = texts.map(({ uri, text }) => new MapFile(uri, text));
  for (const [index, file] of files.entries()) {
    for (const [at, { entry }] of file.imports.entries()) {
      const target = files[texts[index]?.imports[at] ?? -1];
      file.setImportTarget(entry, target === undefined ? { state: "missing" } : { state: "found", file: target });
    }
  }
  return files[0];
}
