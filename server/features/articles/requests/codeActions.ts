import type { CodeAction, Range } from "vscode-languageserver";
import { selectionCommands } from "../../../protocol/articles.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { citedDocument } from "../shared/articleDocuments.ts";

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
  const kinds = (["quote", "claim", "reason", "objection", "premise", "speaker"] as const).filter((kind) =>
    commands.has(selectionCommands[kind]),
  );
  if (!isWanted || kinds.length === 0) return [];
  const document = citedDocument(workspace, uri);
  if (document === undefined || !/[\p{L}\p{N}]/u.test(document.textOf(range))) return [];
  return kinds.map((kind) => ({
    title: titles[kind],
    kind: ACTION_KIND,
    command: { title: titles[kind], command: selectionCommands[kind], arguments: [{ uri, range }] },
  }));
}
