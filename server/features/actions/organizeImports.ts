/** The imports of a file in order. */
import type { WorkspaceEdit } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import { filesOf, sourcesOf } from "../../core/language/graph.ts";
import { definedName, type MapFile, referencesOf } from "../../core/language/map.ts";
import { resolvePath } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { removedButComments, treeBlock } from "../textEdits/lineBlocks.ts";
import { editsOf, type LineChange } from "../textEdits/lineEdits.ts";
import { keepsNesting } from "../textEdits/nestingCheck.ts";
import { workspaceEdit } from "../textEdits/workspaceEdit.ts";

/**
 * Takes out the imports that nothing uses, and those that import a file a second time. The others stay in their order,
 * as of two imports without a prefix the first counts. Comments stay. Undefined where there is nothing to do.
 */
export function organizeImports(workspace: Workspace, file: MapFile): WorkspaceEdit | undefined {
  const seen = new Set<string>();
  const used = usedImports(workspace, file);
  const changes: LineChange[] = [];
  for (const { entry, target } of file.imports) {
    const key = `${definedName(entry)?.text ?? ""} ${resolvePath(file.uri, entry.text)}`;
    const isUsed = target.state !== "found" || used.has(entry) || entry.children.length > 0;
    if (isUsed && !seen.has(key)) {
      seen.add(key);
      continue;
    }
    const change = removedButComments(file, treeBlock(entry));
    if (entry.children.length === 0 && keepsNesting(file, [change])) changes.push(change);
  }
  return changes.length === 0 ? undefined : workspaceEdit(workspace, editsOf(file, changes));
}

/** The imports by which names of this file lead somewhere, and those that bring sources which quotes may be from. */
function usedImports(workspace: Workspace, file: MapFile): ReadonlySet<Entry> {
  const used = new Set<Entry>();
  const quotes = [...workspace.files()].some(
    (one) => hasQuoteWithoutName(one) && (one === file || filesOf(one).includes(file)),
  );
  for (const { entry, target } of file.imports) {
    // A quote without a name is from the only source in sight, wherever that stands.
    if (quotes && target.state === "found" && sourcesOf(filesOf(target.file)).length > 0) used.add(entry);
  }
  for (const entry of file.syntax.entries.values()) {
    for (const { name } of referencesOf(entry)) {
      // Also where the name leads nowhere: without its prefix it might lead elsewhere.
      const by = name.prefix === undefined ? undefined : file.importOf(name.prefix);
      if (by !== undefined) used.add(by);
      const found = name.prefix === undefined ? file.resolve(name) : undefined;
      if (found?.state !== "found") continue;
      for (const { entry: one, target } of file.imports) {
        const brings = target.state === "found" && target.file.exported(name.text) === found.entry;
        if (brings && definedName(one) === undefined) used.add(one);
      }
    }
  }
  return used;
}

const hasQuoteWithoutName = (file: MapFile): boolean =>
  [...file.entriesOf("quote")].some(({ head }) => head.name === undefined);
