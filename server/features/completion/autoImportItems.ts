/** Names of maps that a file does not import yet, for completion: taking one adds the import. */
import type { CompletionItem, Range } from "vscode-languageserver";
import type { Entry } from "../../core/language/entry.ts";
import { fileOf, kindOf, type MapFile } from "../../core/language/map.ts";
import { baseName } from "../../workspace/paths.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { mentionOf } from "../names/mentions.ts";
import { identityOf } from "../shared/entryData.ts";
import { matchOf, NO_MATCH } from "../shared/fuzzyMatch.ts";
import { shortened } from "../shared/truncate.ts";
import type { HeadWord } from "./completionContext.ts";
import { MOST_DETAIL, nameKinds } from "./nameItems.ts";

/** More than these nobody looks through; the client asks again as the name is typed. */
const MOST = 50;

/**
 * Names of all files of the workspace that are not in sight and fit what is typed, best first, after all that are. Where
 * nothing is typed yet there are none, and more as soon as there is.
 */
export function farItems(
  workspace: Workspace,
  file: MapFile,
  { typed, names, prefix, taken }: HeadWord,
  range: Range,
): { readonly items: readonly CompletionItem[]; readonly more: boolean } {
  const others = workspace.files().length > 1;
  if (!others || names.length === 0 || prefix !== undefined) return { items: [], more: false };
  if (typed === "") return { items: [], more: true };
  const found: Entry[][] = Array.from({ length: NO_MATCH }, () => []);
  const inSight = new Set([
    file,
    ...file.imports.flatMap(({ target }) => (target.state === "found" ? target.file : [])),
  ]);
  const wanted = typed.normalize("NFC");
  for (const other of workspace.files()) {
    if (inSight.has(other)) continue;
    for (const { entry, name, lowerName } of workspace.names.of(other)) {
      if (name === undefined) continue;
      const rank = matchOf(lowerName, wanted);
      const kind = rank === undefined ? undefined : kindOf(entry);
      if (rank !== undefined && kind !== undefined && names.includes(kind)) found[rank]?.push(entry);
    }
  }
  const best = found.flat();
  const items: CompletionItem[] = [];
  for (const entry of best) {
    if (items.length === MOST) break;
    const mention = mentionOf(file, entry);
    if (mention === undefined || mention.edits.length === 0 || taken.has(mention.written)) continue;
    const text = shortened(entry.text, MOST_DETAIL);
    items.push({
      label: mention.written,
      kind: nameKinds[kindOf(entry) ?? "claim"],
      labelDetails: { description: `import from ${baseName(fileOf(entry).uri)}` },
      ...(text !== "" && { detail: text }),
      // After all names in sight and all clause words.
      sortText: `z${String(items.length).padStart(4, "0")}`,
      textEdit: { range, newText: mention.written },
      additionalTextEdits: mention.edits.map(({ range: at, newText }) => ({ range: at, newText })),
      data: identityOf(entry),
    });
  }
  return { items, more: true };
}
