/** Files that import each other, without a workspace. */
import type { Entry } from "../../../server/core/language/entry.ts";
import { MapFile } from "../../../server/core/language/map.ts";
import { dedent } from "./dedent.ts";

/** Creates files named `0.argmap`, `1.argmap` and so on, which can import earlier ones; the last one is the map. */
export function linkedMaps(...texts: readonly string[]): { file: MapFile; named: (name: string) => Entry } {
  const files: MapFile[] = [];
  for (const [index, text] of texts.entries()) {
    const file = new MapFile(`file:///${index}.argmap`, dedent(text));
    for (const { entry } of file.imports) {
      const target = files.find(({ uri }) => uri.endsWith(`/${entry.text}`));
      file.setImportTarget(entry, target === undefined ? { state: "missing" } : { state: "found", file: target });
    }
    files.push(file);
  }
  const file = files.at(-1);
  if (file === undefined) throw new Error("There must be at least one text.");
  const named = (name: string): Entry => {
    const entry = file.exportedEntry(name);
    if (entry === undefined) throw new Error(`“${name}” is not defined.`);
    return entry;
  };
  return { file, named };
}

/** Returns the names of entries, or their texts if they have no name. */
export const entryNames = (entries: Iterable<Entry | undefined>): readonly string[] =>
  [...entries].map((entry) => entry?.head.name?.text ?? entry?.text ?? "–");
