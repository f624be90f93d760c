import { expect, test } from "vitest";
import { entriesIn } from "../../../server/core/tables/table.ts";
import { entryWithoutCard, tablesForCards } from "../../../server/features/preview/tables.ts";
import { weighedCharge } from "../../support/maps/weighedCharge.ts";
import { textsOf } from "../../support/tables/tables.ts";
import { watchedMap } from "../../support/workspaces/watchedMap.ts";

test("leads from the cells to the cards of the tree", async () => {
  const { uri, workspace, trees, card } = watchedMap(weighedCharge);
  const result = await tablesForCards(workspace, trees, uri, { kind: "assumptions", suppositions: [] });
  const [table] = result?.tables ?? [];
  const linked = new Set(table?.rows.flat().flatMap(({ text }) => entriesIn(text)));
  expect(linked).toEqual(new Set(["less", "trade", "all", "keep"].map(card)));
});

test("respects suppositions about cards", async () => {
  const { uri, workspace, trees, card } = watchedMap(weighedCharge);
  const suppositions = [{ card: card("less"), isTrue: false }];
  const result = await tablesForCards(workspace, trees, uri, { kind: "assumptions", suppositions });
  const likelihoods = Object.fromEntries(textsOf(result?.tables[0]?.rows ?? []).map((row) => [row[0], row[2]]));
  const less = workspace.get(uri)?.file.exportedEntry("less")?.text ?? "";
  expect(likelihoods[less]).toBe("0%");
});

test("shows a changed text at once, from the same weights", async () => {
  const { uri, workspace, trees } = watchedMap("claim keep: Keep it.\n  reason fair: It is fair.\n");
  const headings = async () => {
    const result = await tablesForCards(workspace, trees, uri, { kind: "assumptions", suppositions: [] });
    return textsOf(result?.tables[0]?.rows ?? []).map(([heading]) => heading);
  };
  expect(await headings()).toEqual(["It is fair."]);
  const { revision } = workspace.evaluations.of(uri) ?? expect.unreachable();
  workspace.update(
    uri,
    [{ range: { start: { line: 1, character: 21 }, end: { line: 1, character: 25 } }, text: "just" }],
    1,
  );
  expect(await headings()).toEqual(["It is just."]);
  expect(workspace.evaluations.of(uri)?.revision).toBe(revision);
});

test("leads to speakers and sources, which have no cards", async () => {
  const { uri, workspace, trees } = watchedMap("speaker ann: Ann\nclaim keep by ann: Keep it.\n");
  const result = await tablesForCards(workspace, trees, uri, { kind: "positions", suppositions: [] });
  const ann = result?.tables[0]?.columns.at(-1)?.entry ?? expect.unreachable();
  expect(trees.entryOf(uri, ann)).toBeUndefined();
  expect(entryWithoutCard(workspace, uri, ann)?.text).toBe("Ann");
});

test("answers nothing about a map that is not loaded", async () => {
  const { workspace, trees } = watchedMap(weighedCharge);
  const result = tablesForCards(workspace, trees, "file:///none.argmap", { kind: "sources", suppositions: [] });
  expect(await result).toBeUndefined();
});
