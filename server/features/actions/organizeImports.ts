/** The imports of a file in order. */
import type { WorkspaceEdit } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import { importClosure, sourcesOf } from "../../core/language/graph.ts";
import { definedName, type MapFile, referencesOf } from "../../core/language/map.ts";
import { resolvePath } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { removeLinesKeepingComments, subtreeBlock } from "../textEdits/lineBlocks.ts";
import { type LineChange, toFileEdits } from "../textEdits/lineEdits.ts";
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
    const change = removeLinesKeepingComments(file, subtreeBlock(entry));
    if (entry.children.length === 0 && keepsNesting(file, [change])) changes.push(change);
  }
  return changes.length === 0 ? undefined : workspaceEdit(workspace, toFileEdits(file, changes));
}

/** The imports by which names of this file lead somewhere, and those that bring sources which quotes may be from. */
function usedImports(workspace: Workspace, file: MapFile): ReadonlySet<Entry> {
  const used = new Set<Entry>();
  const hasUnnamedQuotes = [...workspace.files()].some(
    (one) => hasUnnamedQuote(one) && (one === file || importClosure(one).includes(file)),
  );
  for (const { entry, target } of file.imports) {
    // A quote without a name is from the only source in sight, wherever that stands.
    if (hasUnnamedQuotes && target.state === "found" && sourcesOf(importClosure(target.file)).length > 0)
      used.add(entry);
  }
  for (const entry of file.syntax.entries.values()) {
    for (const { name } of referencesOf(entry)) {
      // Also where the name leads nowhere: without its prefix it might lead elsewhere.
      const prefixImport = name.prefix === undefined ? undefined : file.importWithPrefix(name.prefix);
      if (prefixImport !== undefined) used.add(prefixImport);
      const found = name.prefix === undefined ? file.resolve(name) : undefined;
      if (found?.state !== "found") continue;
      for (const { entry: one, target } of file.imports) {
        const providesName = target.state === "found" && target.file.exportedEntry(name.text) === found.entry;
        if (providesName && definedName(one) === undefined) used.add(one);
      }
    }
  }
  return used;
}

const hasUnnamedQuote = (file: MapFile): boolean =>
  [...file.entriesOf("quote")].some(({ head }) => head.name === undefined);
