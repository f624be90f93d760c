import type { WorkspaceEdit } from "vscode-languageserver";
import { type Entry, entriesInOrder } from "../../core/language/entry.ts";
import { importClosure } from "../../core/language/graph.ts";
import { definedName, type MapFile, referencesOf } from "../../core/language/map.ts";
import { quotesWithoutSourceName, sourcesOf } from "../../core/language/relations/quoteSources.ts";
import { resolvePath } from "../../workspace/files/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { removeLinesKeepingComments, subtreeBlock } from "../textEdits/lineBlocks.ts";
import { toFileEdits } from "../textEdits/lineEdits.ts";
import type { LineChange } from "../textEdits/model.ts";
import { keepsNesting } from "../textEdits/nestingCheck.ts";
import { workspaceEdit } from "../textEdits/workspaceEdit.ts";

/**
 * Returns an edit that removes unused and duplicate imports; undefined if there are none. The other imports keep their
 * order, because the first of two imports without a prefix takes precedence. Comments are kept.
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
    const change = removeLinesKeepingComments(file, subtreeBlock(entry));
    if (entry.children.length === 0 && keepsNesting(file, [change])) changes.push(change);
  }
  return changes.length === 0 ? undefined : workspaceEdit(workspace, toFileEdits(file, changes));
}

/** The imports through which names of this file resolve, and those whose sources unnamed quotes may refer to. */
function usedImports(workspace: Workspace, file: MapFile): ReadonlySet<Entry> {
  const used = new Set<Entry>();
  const hasUnnamedQuotes = [...workspace.files()].some(
    (other) => quotesWithoutSourceName(other).length > 0 && (other === file || importClosure(other).includes(file)),
  );
  for (const { entry, target } of file.imports) {
    // A quote without a source name refers to the only visible source, in whichever file that is defined.
    if (hasUnnamedQuotes && target.state === "found" && sourcesOf(importClosure(target.file)).length > 0)
      used.add(entry);
  }
  for (const entry of entriesInOrder(file.syntax)) {
    for (const { name } of referencesOf(entry)) {
      // Unresolved names count as well: without the import, a prefix could mean something else.
      const prefixImport = name.prefix === undefined ? undefined : file.importWithPrefix(name.prefix);
      if (prefixImport !== undefined) used.add(prefixImport);
      const found = name.prefix === undefined ? file.resolve(name) : undefined;
      if (found?.state !== "found") continue;
      for (const { entry: importEntry, target } of file.imports) {
        const providesName = target.state === "found" && target.file.exportedEntry(name.text) === found.entry;
        if (providesName && definedName(importEntry) === undefined) used.add(importEntry);
      }
    }
  }
  return used;
}
