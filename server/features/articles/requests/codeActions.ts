import type { CodeAction, Range } from "vscode-languageserver";
import type { MapFile } from "../../../core/language/map.ts";
import { selectionCommands } from "../../../protocol/articles.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { citedDocument } from "../shared/articleDocuments.ts";
import { citingKindOf } from "../shared/citations.ts";

const ACTION_KIND = "refactor";

const titles: { readonly [C in keyof typeof selectionCommands]: string } = {
  quote: "Quote in map…",
  claim: "Add claim from selection…",
  reason: "Add reason from selection…",
  objection: "Add objection from selection…",
  premise: "Add premise from selection…",
  speaker: "Add speaker from selection…",
};

/**
 * Returns the actions for text that is selected in an article. They are commands of the client, which lets the user
 * select a map and an entry, so only commands that the client has are offered.
 */
export function articleActions(
  workspace: Workspace,
  uri: string,
  range: Range,
  { only, commands }: { readonly only: readonly string[] | undefined; readonly commands: ReadonlySet<string> },
): CodeAction[] {
  const isWanted = only === undefined || only.some((wanted) => wanted === "" || wanted === ACTION_KIND);
  const kinds = additionOrder(workspace).filter((kind) => commands.has(selectionCommands[kind]));
  if (!isWanted || kinds.length === 0) return [];
  const document = citedDocument(workspace, uri);
  if (document === undefined || !/[\p{L}\p{N}]/u.test(document.textOf(range))) return [];
  return kinds.map((kind) => ({
    title: titles[kind],
    kind: ACTION_KIND,
    command: { title: titles[kind], command: selectionCommands[kind], arguments: [{ uri, range }] },
  }));
}

/** A claim comes first while no map has an entry: until then nothing else has a place to go. */
const additionOrder = (workspace: Workspace): readonly (keyof typeof selectionCommands)[] =>
  workspace.files().some(hasCitingEntry)
    ? ["quote", "claim", "reason", "objection", "premise", "speaker"]
    : ["claim", "quote", "reason", "objection", "premise", "speaker"];

/** Whether the map has an entry that can have a quote. Stops at the first. */
function hasCitingEntry({ syntax }: MapFile): boolean {
  for (const entry of syntax.entries.values()) if (citingKindOf(entry) !== undefined) return true;
  return false;
}
