/** Completion of names from maps that the file does not import yet. Accepting an item adds the import. */
import type { CompletionItem, Range } from "vscode-languageserver";
import { normalizeName } from "../../core/language/characters.ts";
import { type Entry, plainText } from "../../core/language/entry.ts";
import { fileOf, kindOf, type MapFile } from "../../core/language/map.ts";
import { baseName } from "../../core/strings/baseName.ts";
import { truncate } from "../../core/strings/truncate.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { mentionOf } from "../names/mentions.ts";
import { entryData } from "../shared/entryData.ts";
import { matchRank, NO_MATCH } from "../shared/fuzzyMatch.ts";
import type { HeadContext } from "./completionContext.ts";
import { MAX_DETAIL_LENGTH, nameKinds } from "./nameItems.ts";

/** The maximum number of items. The client repeats the request as the user types. */
const MAX_ITEMS = 50;

/**
 * Returns items for the matching names of all maps in the workspace that are not in scope, the best matches first. They
 * sort after all other items. `more` says that typing another letter may give other items.
 */
export function autoImportItems(
  workspace: Workspace,
  file: MapFile,
  { typed, allowedKinds, prefix, usedNames }: HeadContext,
  range: Range,
): { readonly items: readonly CompletionItem[]; readonly more: boolean } {
  const hasOtherFiles = workspace.files().length > 1;
  if (!hasOtherFiles || allowedKinds.length === 0 || prefix !== undefined) return { items: [], more: false };
  if (typed === "") return { items: [], more: true };
  const byRank: Entry[][] = Array.from({ length: NO_MATCH }, () => []);
  const inScope = new Set([
    file,
    ...file.imports.flatMap(({ target }) => (target.state === "found" ? target.file : [])),
  ]);
  const normalizedTyped = normalizeName(typed);
  for (const other of workspace.files()) {
    if (inScope.has(other)) continue;
    for (const { entry, name, lowerName } of workspace.names.entriesOf(other)) {
      if (name === undefined) continue;
      const rank = matchRank(lowerName, normalizedTyped);
      const kind = rank === undefined ? undefined : kindOf(entry);
      if (rank !== undefined && kind !== undefined && allowedKinds.includes(kind)) byRank[rank]?.push(entry);
    }
  }
  const best = byRank.flat();
  const items: CompletionItem[] = [];
  for (const entry of best) {
    if (items.length === MAX_ITEMS) break;
    const mention = mentionOf(file, entry);
    if (mention === undefined || mention.edits.length === 0 || usedNames.has(mention.qualifiedName)) continue;
    const text = truncate(plainText(entry), MAX_DETAIL_LENGTH);
    items.push({
      label: mention.qualifiedName,
      kind: nameKinds[kindOf(entry) ?? "claim"],
      labelDetails: { description: `import from ${baseName(fileOf(entry).uri)}` },
      ...(text !== "" && { detail: text }),
      // Sorts after all names in scope and all clause words.
      sortText: `z${String(items.length).padStart(4, "0")}`,
      textEdit: { range, newText: mention.qualifiedName },
      additionalTextEdits: mention.edits.map((edit) => ({ range: edit.range, newText: edit.newText })),
      data: entryData(entry),
    });
  }
  return { items, more: true };
}
