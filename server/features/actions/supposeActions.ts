/** Actions that suppose an entry true or false in the preview. They do not change the text. */
import type { CodeAction, Range } from "vscode-languageserver";
import { resolveBarePremise } from "../../core/language/graph.ts";
import { isWrittenOutClaim } from "../../core/language/relations/wordings.ts";
import { isStep } from "../../core/language/vocabulary.ts";
import { cardIdOf } from "../../core/tree/buildTree.ts";
import { SUPPOSE_COMMAND, type SupposeArgument } from "../../protocol/weighing.ts";
import type { Workspace } from "../../workspace/workspace.ts";

/** The kind of the actions, which puts them apart from those that edit. */
export const SUPPOSE_KIND = "argmap.suppose";

/** Returns the actions for the statement or step at the start of a range. A bare premise stands for the claim that it uses. */
export function supposeActions(workspace: Workspace, uri: string, range: Range): readonly CodeAction[] {
  const file = workspace.get(uri)?.file;
  const owner = file?.syntax.resolvePosition(range.start).line.owner;
  const entry = owner && resolveBarePremise(owner);
  if (file === undefined || entry === undefined || !(isWrittenOutClaim(entry) || isStep(entry.head.keyword))) return [];
  const card = cardIdOf(entry, file);
  return [true, false].map((isTrue) => {
    const title = `Suppose this is ${isTrue}`;
    const argument: SupposeArgument = { card, isTrue };
    return { title, kind: SUPPOSE_KIND, command: { title, command: SUPPOSE_COMMAND, arguments: [argument] } };
  });
}
