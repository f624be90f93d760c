/** Edits of entries by the actions of the picture, so that an assistant can do what a user can do there, and nothing else. */
import { type Entry, isCurrent } from "../../core/language/entry.ts";
import { fileOf, type MapFile } from "../../core/language/map.ts";
import type { CardId } from "../../core/tree/tree.ts";
import { editCard } from "../../features/preview/edit/index.ts";
import { UserError } from "../../features/shared/userError.ts";
import type { EditAction, EditResult } from "../../protocol/tree.ts";
import { Trees } from "../../workspace/trees.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { MapDraft } from "./mapDraft.ts";

/** The tree of a map, with its entries as cards. */
export interface MapTree {
  readonly trees: Trees;
  readonly uri: string;
  readonly version: number;
}

/** Returns the tree of a map as it is now. */
export function treeOf(workspace: Workspace, { uri }: MapFile): MapTree {
  const trees = new Trees(workspace);
  return { trees, uri, version: trees.watch(uri)?.version ?? 0 };
}

/**
 * Returns the card that shows an entry.
 *
 * @throws {UserError} if it has none: a quote, a source or a speaker is no card
 */
export function cardOf({ trees, uri }: MapTree, entry: Entry): CardId {
  const { head, line } = entry;
  const number = fileOf(entry).syntax.lines.numberOf(line);
  const card =
    head.keyword === "quote"
      ? undefined
      : trees.cardAt(uri, { uri: fileOf(entry).uri, position: { line: number, character: entry.indent.length } });
  if (card !== undefined) return card;
  throw new UserError(
    `A ${head.keyword} has no place of its own in the argument. Name a question, claim, premise, assumption, reason or objection.`,
  );
}

/**
 * Makes an action on an entry, and returns the entry that it changed or added.
 *
 * @throws {UserError} if the action is not possible
 */
export function editEntry(
  workspace: Workspace,
  draft: MapDraft,
  {
    map,
    entry,
    action,
  }: { readonly map: MapFile; readonly entry: Entry; readonly action: (tree: MapTree) => EditAction },
): Entry {
  const tree = treeOf(workspace, map);
  const { trees, uri, version } = tree;
  const result: EditResult = editCard(workspace, trees, {
    uri,
    card: cardOf(tree, entry),
    version,
    action: action(tree),
  });
  if (result.type === "rejected") throw new UserError(result.message);
  if (result.type !== "edit") throw new UserError("This change needs the user. Ask them to make it in the editor.");
  draft.apply(result.edit);
  return entryAt(workspace, result.location.uri, result.location.range.start.line) ?? assertCurrent(entry);
}

/** Returns the entry on a line. */
export const entryAt = (workspace: Workspace, uri: string, line: number): Entry | undefined =>
  workspace.get(uri)?.file.syntax.lines.at(line)?.owner;

function assertCurrent(entry: Entry): Entry {
  if (!isCurrent(entry)) throw new UserError("The entry no longer exists. Call read_map.");
  return entry;
}
