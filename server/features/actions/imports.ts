/** The imports of a file in order. */
import type { WorkspaceEdit } from "vscode-languageserver";
import { attributeOf } from "../../language/entry.ts";
import { definedName, type MapFile, referencesOf } from "../../language/map.ts";
import { resolvePath } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type Edit, workspaceEdit } from "../edits.ts";
import { removed, treeBlock, withComments } from "./blocks.ts";

/**
 * Takes out the imports that nothing uses, and those that import a file a second time. The others stay in their order,
 * as of two imports without a prefix the first counts. Undefined where there is nothing to do.
 */
export function organizeImports(workspace: Workspace, file: MapFile): WorkspaceEdit | undefined {
  const seen = new Set<string>();
  const used = usedFiles(file);
  const edits: Edit[] = [];
  for (const { entry, target } of file.imports) {
    const prefix = definedName(entry)?.text;
    const key = `${prefix ?? ""} ${resolvePath(file.uri, entry.text)}`;
    const isUsed =
      target.state !== "found" || used.has(`${prefix ?? ""} ${target.file.uri}`) || entry.children.length > 0;
    if (isUsed && !seen.has(key)) seen.add(key);
    else edits.push(removed(file, withComments(file, treeBlock(entry))));
  }
  return edits.length === 0 ? undefined : workspaceEdit(workspace, edits);
}

/** The files that names of this one lead to, each with the prefix that leads there. */
function usedFiles(file: MapFile): ReadonlySet<string> {
  const used = new Set<string>();
  // A quote without a name is from the only source there is, wherever that stands.
  const anyQuote = [...file.entriesOf("quote")].some(({ head }) => head.name === undefined);
  for (const { entry, target } of file.imports) {
    if (target.state !== "found") continue;
    const brings = [...target.file.entriesOf("source")].some((source) => attributeOf(source, "file") !== undefined);
    if (anyQuote && (brings || target.file.entriesOf("source").size > 0)) {
      used.add(`${definedName(entry)?.text ?? ""} ${target.file.uri}`);
    }
  }
  for (const entry of file.syntax.entries.values()) {
    for (const { name } of referencesOf(entry)) {
      const found = file.resolve(name);
      if (found.state !== "found") continue;
      for (const { target } of file.imports) {
        if (target.state === "found" && target.file.exported(name.text) === found.entry) {
          used.add(`${name.prefix ?? ""} ${target.file.uri}`);
        }
      }
    }
  }
  return used;
}
