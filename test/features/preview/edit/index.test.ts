import { expect, test } from "vitest";
import { editCard } from "../../../../server/features/preview/edit/index.ts";
import { Trees } from "../../../../server/workspace/trees.ts";
import { setText } from "../../../support/workspaces/editCard.ts";
import { openWorkspace } from "../../../support/workspaces/openWorkspace.ts";

test("reports an outdated version of the tree", async () => {
  const { workspace, uri } = await openWorkspace("claim a: A.\n");
  const trees = new Trees(workspace);
  const { tree, version } = trees.watch(uri) ?? { tree: undefined, version: 0 };
  const [card] = tree?.cards ?? [];
  const action = setText("B.");
  if (card === undefined) throw new Error("This map has no card.");
  expect(editCard(workspace, trees, { uri, card: card.id, version: version - 1, action })).toEqual({ type: "stale" });
});
