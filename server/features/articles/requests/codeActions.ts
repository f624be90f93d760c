import type { CodeAction, Range } from "vscode-languageserver";
import { selectionCommands } from "../../../protocol/articles.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { citedDocument } from "../shared/articleDocuments.ts";

const ACTION_KIND = "refactor";

const titles: { readonly [C in keyof typeof selectionCommands]: string } = {
  quote: "Quote in Map…",
  claim: "Add Claim from Selection…",
  reason: "Add Reason from Selection…",
  objection: "Add Objection from Selection…",
  premise: "Add Premise from Selection…",
};

/**
 * What can be made of the words that are selected in an article. The client asks the user where it is to go, so only what it
 * says that it has a command for is offered.
 */
export function articleActions(
  workspace: Workspace,
  uri: string,
  range: Range,
  { only, commands }: { readonly only: readonly string[] | undefined; readonly commands: ReadonlySet<string> },
): CodeAction[] {
  const isWanted = only === undefined || only.some((kind) => kind === "" || kind === ACTION_KIND);
  const kinds = (["quote", "claim", "reason", "objection", "premise"] as const).filter((one) =>
    commands.has(selectionCommands[one]),
  );
  if (!isWanted || kinds.length === 0) return [];
  const document = citedDocument(workspace, uri);
  if (document === undefined || !/[\p{L}\p{N}]/u.test(document.textOf(range))) return [];
  return kinds.map((one) => ({
    title: titles[one],
    kind: ACTION_KIND,
    command: { title: titles[one], command: selectionCommands[one], arguments: [{ uri, range }] },
  }));
}
