/** A map in a workspace of its own, with the tree that a preview shows of it. */
import { expect } from "vitest";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { Trees } from "../../../server/workspace/trees.ts";
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { dedent } from "../maps/dedent.ts";
import { workspaceWith } from "./memoryFileSystem.ts";

export interface WatchedMap {
  readonly uri: string;
  readonly workspace: Workspace;
  readonly trees: Trees;
  readonly tree: Tree;
  /** The id of the card with a name. */
  readonly card: (name: string) => CardId;
}

export function watchedMap(text: string): WatchedMap {
  const uri = "file:///map.argmap";
  const workspace = workspaceWith(dedent(text), uri);
  const trees = new Trees(workspace);
  const { tree } = trees.watch(uri) ?? expect.unreachable();
  const card = (name: string): CardId => tree.cards.find((one) => one.name === name)?.id ?? expect.unreachable();
  return { uri, workspace, trees, tree, card };
}
