import type { CodeAction, Range } from "vscode-languageserver";
import { selectionCommands } from "../../../protocol/articles.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { citedDocument } from "../shared/articleDocuments.ts";

const ACTION_KIND = "refactor";

/** In the order of the menu, which never changes, so that the keys for an action stay the same. */
const titles: { readonly [C in keyof typeof selectionCommands]: string } = {
  claim: "Add claim from selection…",
  reason: "Add reason from selection…",
  objection: "Add objection from selection…",
  premise: "Add premise from selection…",
  quote: "Quote in map…",
  speaker: "Add speaker from selection…",
};

// The record has no other keys.
const additions = Object.keys(titles) as readonly (keyof typeof titles)[];

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
  const kinds = additions.filter((kind) => commands.has(selectionCommands[kind]));
  if (!isWanted || kinds.length === 0) return [];
  const document = citedDocument(workspace, uri);
  if (document === undefined || !/[\p{L}\p{N}]/u.test(document.textOf(range))) return [];
  return kinds.map((kind) => ({
    title: titles[kind],
    kind: ACTION_KIND,
    command: { title: titles[kind], command: selectionCommands[kind], arguments: [{ uri, range }] },
  }));
}
