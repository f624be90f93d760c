/** The view of a map – shape, folding – when the page is reloaded, another map is shown, or the server restarts. */
import { expect, test } from "vitest";
import { MAP_URI, usePage } from "../../support/browser/usePage.ts";
import { ardmore } from "../../support/trees/ardmoreTree.ts";
import { smallMap } from "../../support/trees/pageTrees.ts";
import { questionTree, withText } from "../../support/trees/questionTree.ts";
import { claim, premise, question, reason, treeOf } from "../../support/trees/treeFixtures.ts";

const { boxOf, card, changeTo, open, page, press, preview, sent, showTree, shownCards } = usePage({
  width: 1400,
  height: 700,
});
const button = (name: string) => page().getByRole("button", { name });
const idsWithAirFolded = ["air", "keep", "q", "shops"];

test("folding survives an edit, a restart of the server and a reload", async () => {
  await open(questionTree);
  await card("air").locator(".fold-handle").click();
  await changeTo(withText(questionTree, "shops", "Shops lost much."));
  expect(await shownCards()).toEqual(idsWithAirFolded);

  const treeOfNextServer = treeOf(
    question(
      "Stay?",
      { id: "11" },
      claim(
        "It should stay.",
        { id: "12", name: "keep" },
        reason("Cleaner air.", { id: "13" }, premise("Nitrogen fell.", { id: "14" })),
      ),
    ),
  );
  await showTree(treeOfNextServer);
  expect(await shownCards()).toEqual(["11", "12", "13"]);
  await expect
    .poll(async () => (await sent("saveView")).at(-1))
    .toMatchObject({ map: MAP_URI, view: { folded: [expect.stringContaining("Cleaner air.")] } });
  const state = await preview().state();
  await preview().close();
  await open(questionTree, { state });
  expect(await shownCards()).toEqual(idsWithAirFolded);
});

test("the view comes from the panel if the page has stored none", async () => {
  await open();
  const savedView = { folded: ["#keep"], shape: "outline" };
  await preview().send({ type: "tree", uri: MAP_URI, version: 1, tree: questionTree, savedView });
  expect(await shownCards()).toEqual(["keep", "q"]);
  expect(await button("Show as tree").count()).toBe(1);
});

test("each map keeps its shape", async () => {
  await open(questionTree);
  await press("t");
  await showTree(ardmore, "file:///other.argmap");
  expect(await button("Show as outline").count()).toBe(1);
  await showTree(questionTree);
  expect(await button("Show as tree").count()).toBe(1);
});

test("a place that was saved in a window of another size does not leave a map partly outside that fits", async () => {
  await open();
  const savedView = { placement: { x: -100, y: -60, k: 1 } };
  await preview().send({ type: "tree", uri: MAP_URI, version: 1, tree: smallMap, savedView });
  const boxes = await Promise.all((await shownCards()).map(boxOf));
  expect(boxes).toHaveLength(3);
  for (const { x, y } of boxes) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
  }
});
