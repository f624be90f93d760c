/** How a file can speak of an entry of another one, and the import that it needs for that. */
import type { TextEdit } from "vscode-languageserver";
import type { Entry } from "../language/entry.ts";
import { filesOf } from "../language/graph.ts";
import { definedName, fileOf, type MapFile } from "../language/map.ts";
import { baseName, relativePath } from "../workspace/paths.ts";

/** A way to mention an entry. */
export interface Mention {
  /** The name, with the prefix it needs. */
  readonly written: string;
  /** The import to be added first, where the file does not import that of the entry yet. */
  readonly import: TextEdit | undefined;
}

/**
 * How `file` can mention an entry; undefined where it cannot: the entry has no name, or the files would import each
 * other in a circle, or no path leads from one to the other.
 */
export function mentionOf(file: MapFile, entry: Entry): Mention | undefined {
  const name = definedName(entry)?.text;
  const home = fileOf(entry);
  if (name === undefined) return undefined;
  const leadsTo = (written: { text: string; prefix: string | undefined }): boolean => {
    const found = file.resolve(written);
    return found.state === "found" && found.entry === entry;
  };
  if (leadsTo({ text: name, prefix: undefined })) return { written: name, import: undefined };
  if (home === file) return undefined;
  for (const { entry: by, target } of file.imports) {
    const prefix = definedName(by)?.text;
    if (prefix === undefined || target.state !== "found" || target.file !== home) continue;
    if (leadsTo({ text: name, prefix })) return { written: `${prefix}.${name}`, import: undefined };
  }
  const path = relativePath(file.uri, home.uri);
  if (path === undefined || home.exported(name) !== entry || filesOf(home).includes(file)) return undefined;
  // The new import comes last, so that it takes no name away; a name that means something else here needs a prefix.
  const free = file.resolve({ text: name, prefix: undefined }).state === "missing";
  const prefix = free ? undefined : freePrefix(file, home);
  return {
    written: prefix === undefined ? name : `${prefix}.${name}`,
    import: importOf(file, path, prefix),
  };
}

/** A new import of a path, with a prefix or without. */
export const importOf = (file: MapFile, path: string, prefix: string | undefined): TextEdit =>
  importEdit(file, prefix === undefined ? `import: ${path}` : `import ${prefix}: ${path}`);

/** A prefix after the name of the imported file that `file` does not define yet. */
function freePrefix(file: MapFile, imported: MapFile): string {
  const stem = baseName(imported.uri).replace(/\.[^.]*$/, "");
  const words = stem.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-");
  const name = words.replace(/^[^\p{L}]+|-+$/gu, "").toLowerCase() || "other";
  let free = name;
  for (let number = 2; file.definitionsOf(free).length > 0; number++) free = `${name}-${number}`;
  return free;
}

/** Puts an import after the last one there is, else after the map's own entry, else before the first entry. */
function importEdit(file: MapFile, text: string): TextEdit {
  const { lines, roots } = file.syntax;
  const end = lines.at(0)?.end || "\n";
  const last = file.imports.at(-1)?.entry;
  const head = roots.find(({ head }) => head.keyword === "map");
  const above = last ?? head;
  if (above === undefined) {
    const first = roots[0];
    const at = first === undefined ? 0 : lines.numberOf(first.line);
    // After a byte-order mark, and before the white space of a line.
    const mark = lines.at(at)?.reading.raw.startsWith("\uFEFF") ? 1 : 0;
    const start = { line: at, character: mark };
    return { range: { start, end: start }, newText: `${text}${end}${first === undefined ? "" : end}` };
  }
  // Below the last line that says something, so that no blank line or comment changes hands.
  const bottom = above.lines.findLast((line) => line === above.line || "textStart" in line.reading) ?? above.line;
  const start = { line: lines.numberOf(bottom), character: bottom.reading.raw.length };
  return { range: { start, end: start }, newText: `${last === undefined ? end : ""}${end}${text}` };
}
