/** Edits cards of a map's tree, as the preview does. */
import type { AddableKind, StepKind } from "../../../server/core/tree/cardRules.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import { editCard } from "../../../server/features/preview/edit/index.ts";
import type { EditAction } from "../../../server/protocol/tree.ts";
import { Trees } from "../../../server/workspace/trees.ts";
import { applyWorkspaceEdit } from "./applyEdit.ts";
import { openWorkspace } from "./openWorkspace.ts";

type Action = Exclude<EditAction, { readonly type: "move" }> | { type: "move"; parent: string; kind?: StepKind };

export const add = (kind: AddableKind, text = "New.") => ({ type: "add", kind, text }) as const;
export const setText = (text: string) => ({ type: "setText", text }) as const;
export const move = (parent: string, kind?: StepKind) => ({ type: "move", parent, ...(kind && { kind }) }) as const;
export const remove = (isConfirmed = false) => ({ type: "delete", isConfirmed }) as const;
export const convert = { type: "convert" } as const;

/**
 * Performs an action on the card with a text or name, in the tree of the first file. A `~` before the text selects a
 * reference card. Returns the changed files by name, with the text at the returned location as `at`; or a rejection or a
 * question.
 */
export async function edit(source: string, card: string, action: Action) {
  const { workspace, uri, folder } = await openWorkspace(source);
  const trees = new Trees(workspace);
  const watched = trees.watch(uri);
  if (watched === undefined) throw new Error("This file has no tree.");
  const { tree, version } = watched;
  const cardId = (label: string): CardId => {
    const content = label.replace(/^~/, "");
    const full = tree.cards.find(
      ({ text, name, form }) => form !== "reference" && (text === content || name === content),
    );
    const found =
      label === content
        ? full
        : tree.cards.find(({ referencedCard }) => referencedCard !== undefined && referencedCard === full?.id);
    if (found === undefined) throw new Error(`There is no card “${label}”.`);
    return found.id;
  };
  const request = action.type === "move" ? { ...action, parent: cardId(action.parent), kind: action.kind } : action;
  const result = editCard(workspace, trees, { uri, card: cardId(card), version, action: request });
  if (result.type !== "edit") return result;
  const texts = applyWorkspaceEdit(workspace, result.edit);
  const { range } = result.location;
  const line = texts[result.location.uri]?.split(/\r\n|\n/)[range.start.line] ?? "";
  return {
    at: line.slice(range.start.character, range.end.character),
    ...Object.fromEntries(Object.entries(texts).map(([file, text]) => [file.slice(folder.length), text])),
  };
}

/** A map with comments, nested steps and a second claim. */
export const exampleMap = `
claim keep: It stays.
  reason air: Cleaner air.
    premise: It fell.
    objection: Weather.
  // on shops
  objection shops: Fewer customers.

claim other: Another.
`.trimStart();
