/** Exploring a map in the page: folding, focus, search, filter, whole entries, the minimap, all of it also by keys alone. */
import { describe, expect, test, vi } from "vitest";
import { diffTrees } from "../../../server/core/tree/diffTrees.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { toCardId, toSectionId } from "../../support/arbitraries/trees.ts";
import { ardmore } from "../../support/ardmoreTree.ts";
import { cardLocator, output, type PreviewOptions, type PreviewPage } from "../../support/browser/openPage.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { claim, objection, premise, question, reason, treeOf, withContradiction } from "../../support/treeFixtures.ts";

// Some open the page twice, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const { openPreview } = useBrowser();
let preview: PreviewPage;

const map = treeOf(
  question(
    "Stay?",
    { id: "q" },
    claim(
      "It should stay.",
      { id: "keep", name: "keep", by: ["Ann"] },
      reason(
        "Cleaner air.",
        { id: "air", inheritsBy: true },
        premise("Nitrogen fell.", {
          id: "fell",
          inheritsBy: true,
          quotes: [{ text: "it fell", source: "Report", page: "3" }],
        }),
        premise(
          "It was measured.",
          { id: "measured", inheritsBy: true },
          objection("Badly.", { id: "badly", by: ["Bo"] }),
        ),
      ),
      objection("Shops lost.", {
        id: "shops",
        by: ["Bo"],
        tags: ["money"],
        likelihood: { words: "likely", share: 0.7 },
      }),
    ),
  ),
);

/** Higher than any window. */
const many = treeOf(
  claim(
    "All",
    { id: "all" },
    ...Array.from({ length: 60 }, (_, n) => reason(`Reason ${n}`, { id: `r${n}`, ...(n === 7 && { by: ["Ann"] }) })),
  ),
);

const open = async (tree = map, options: PreviewOptions = {}): Promise<PreviewPage> => {
  preview = await openPreview({ width: 1400, height: 700, ...options });
  await preview.show(tree);
  return preview;
};
const shown = () =>
  preview.page
    .locator("[data-card]")
    .evaluateAll((cards) => cards.map((card) => card.getAttribute("data-card")).sort());
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await preview.page.keyboard.press(key);
};
const zoomOf = async (): Promise<number> =>
  Number(/scale\((.*)\)/.exec((await preview.page.locator(".stage").getAttribute("style")) ?? "")?.[1]);
const focused = () => preview.page.evaluate(() => document.activeElement?.getAttribute("data-card"));
/** What the search says of what it has found. */
const told = () => preview.page.locator(".find output").textContent();
const all = ["air", "badly", "fell", "keep", "measured", "q", "shops"];
/** That two places are the same, but for what a ring around a card makes of it. */
const expectSame = (one: { x: number; y: number }, other: { x: number; y: number }): void => {
  expect(Math.abs(one.x - other.x)).toBeLessThan(1.5);
  expect(Math.abs(one.y - other.y)).toBeLessThan(1.5);
};
const boxOf = async (id: string) =>
  (await cardLocator(preview, id).locator(".box").boundingBox()) ?? { x: NaN, y: NaN };

describe("folding", () => {
  test("by the handle: the branch goes, its count is shown, its card stays where it was", async () => {
    await open();
    const before = await boxOf("air");
    await cardLocator(preview, "air").locator(".fold").click();
    expect(await shown()).toEqual(["air", "keep", "q", "shops"]);
    expect(await cardLocator(preview, "air").locator(".fold").textContent()).toBe("+3");
    expectSame(await boxOf("air"), before);
    await cardLocator(preview, "air").locator(".fold").click();
    expect(await shown()).toEqual(all);
  });

  test("by a double click, which opens no second time", async () => {
    await open();
    await cardLocator(preview, "air").dblclick({ position: { x: 60, y: 8 } });
    expect(await shown()).toEqual(["air", "keep", "q", "shops"]);
    expect((await preview.sentMessages()).filter(({ type }) => type === "open")).toHaveLength(1);
  });

  test("by the space key, to a depth by digits, all by the star", async () => {
    await open();
    await cardLocator(preview, "keep").focus();
    await press(" ");
    expect(await shown()).toEqual(["keep", "q"]);
    expect(await focused()).toBe("keep");
    expect(await cardLocator(preview, "keep").getAttribute("aria-expanded")).toBe("false");
    await press("*");
    expect(await shown()).toEqual(all);
    await press("3");
    expect(await shown()).toEqual(["air", "keep", "q", "shops"]);
    await press("1");
    expect(await shown()).toEqual(["q"]);
  });

  test("by the buttons of the toolbar", async () => {
    await open();
    await preview.page.getByRole("button", { name: "Fold to depth" }).click();
    await preview.page.getByRole("button", { name: "Show 2 levels" }).click();
    expect(await shown()).toEqual(["keep", "q"]);
    await preview.page.getByRole("button", { name: "all" }).click();
    expect(await shown()).toEqual(all);
  });

  test("stays through an edit, a new server and a reload", async () => {
    await open();
    await cardLocator(preview, "air").locator(".fold").click();
    const edited = {
      ...map,
      cards: map.cards.map((one) => (one.id === "shops" ? { ...one, text: "Shops lost much." } : one)),
    };
    await preview.send({ type: "change", from: 1, to: 2, change: diffTrees(map, edited) });
    expect(await shown()).toEqual(["air", "keep", "q", "shops"]);

    /** The same map, as a server that has started anew tells it. */
    const anew = treeOf(
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
    await preview.send({ type: "tree", uri: "file:///map.argmap", version: 1, tree: anew });
    expect(await shown()).toEqual(["11", "12", "13"]);
    await expect
      .poll(async () => (await preview.sentMessages()).findLast(({ type }) => type === "left"))
      .toMatchObject({
        map: "file:///map.argmap",
        left: { folded: [expect.stringContaining("Cleaner air.")] },
      });
    const state = await preview.state();
    await preview.close();
    await open(map, { state });
    expect(await shown()).toEqual(["air", "keep", "q", "shops"]);
  });

  test("is taken from the panel where the page itself remembers nothing", async () => {
    preview = await openPreview();
    const left = { folded: ["#keep"], shape: "outline" };
    await preview.send({ type: "tree", uri: "file:///map.argmap", version: 1, tree: map, left });
    expect(await shown()).toEqual(["keep", "q"]);
    expect(await preview.page.getByRole("button", { name: "Show as a tree" }).count()).toBe(1);
  });

  test("a cursor in a folded branch marks the card into which it is folded", async () => {
    await open();
    await cardLocator(preview, "air").locator(".fold").click();
    await preview.send({ type: "mark", card: "badly" });
    expect(await cardLocator(preview, "air").locator(".ring.within").count()).toBe(1);
    expect(await cardLocator(preview, "air").locator(".badge").count()).toBe(1);
    expect(await shown()).toEqual(["air", "keep", "q", "shops"]);
  });
});

describe("focus on a branch", () => {
  test("by a key, with the way back", async () => {
    await open();
    await cardLocator(preview, "air").focus();
    const before = await boxOf("air");
    await press("f");
    expect(await shown()).toEqual(["air", "badly", "fell", "measured"]);
    const crumbs = preview.page.getByRole("navigation");
    expect(await crumbs.getByRole("listitem").allTextContents()).toEqual(["Stay?", "It should stay.", "Cleaner air."]);
    await crumbs.getByRole("button", { name: "It should stay." }).click();
    expect(await shown()).toEqual(["air", "badly", "fell", "keep", "measured", "shops"]);
    await press("Escape");
    expect(await shown()).toEqual(all);
    expectSame(await boxOf("air"), before);
  });

  test("says where the cursor is elsewhere", async () => {
    await open();
    await cardLocator(preview, "air").focus();
    await press("f");
    await preview.send({ type: "mark", card: "shops" });
    expect(await preview.page.getByText("The cursor is outside this branch").count()).toBe(1);
  });
});

describe("search", () => {
  test("counts, goes on and back, and finds what is folded away", async () => {
    await open();
    await cardLocator(preview, "keep").focus();
    await press("2", "Control+f");
    const { page } = preview;
    await page.keyboard.type("it");
    await expect.poll(told).toBe("3 results");
    expect(await shown()).toEqual(["keep", "q"]);
    await press("Enter");
    await expect.poll(told).toBe("1 of 3");
    expect(await cardLocator(preview, "keep").locator(".ring.hit.current").count()).toBe(1);
    await press("Enter");
    expect(await shown()).toContain("fell");
    expect(await cardLocator(preview, "fell").locator(".ring.hit.current").count()).toBe(1);
    await press("Shift+Enter");
    expect(await cardLocator(preview, "keep").locator(".ring.hit.current").count()).toBe(1);
    await press("F3", "F3", "F3");
    await expect.poll(told).toBe("1 of 3");
    await press("Escape");
    expect(await page.locator(".find").count()).toBe(0);
    expect(await focused()).toBe("keep");
  });

  test("shows what it has found at a size that can be read", async () => {
    await open(many);
    await press("0");
    await expect.poll(zoomOf).toBeLessThan(0.5);
    await press("/");
    await preview.page.keyboard.type("reason 41");
    await press("Enter");
    await expect.poll(zoomOf).toBeGreaterThan(0.6);
    const { x, y } = await boxOf("r41");
    expect(x > 0 && x < 1200 && y > 0 && y < 650).toBe(true);
  });

  test("stays open through an edit, and says when there is nothing", async () => {
    await open();
    await press("/");
    await preview.page.keyboard.type("much");
    await expect.poll(told).toBe("No results");
    const edited = {
      ...map,
      cards: map.cards.map((one) => (one.id === "shops" ? { ...one, text: "Shops lost much." } : one)),
    };
    await preview.send({ type: "change", from: 1, to: 2, change: diffTrees(map, edited) });
    await expect.poll(told).toBe("1 result");
    expect(await preview.page.getByRole("textbox").inputValue()).toBe("much");
  });

  test("is what VS Code's command asks for", async () => {
    await open();
    await preview.send({ type: "do", what: "find" });
    expect(await preview.page.getByRole("textbox").evaluate((input) => input === document.activeElement)).toBe(true);
  });
});

describe("filter", () => {
  test("dims what does not fit, or hides it", async () => {
    await open();
    const { page } = preview;
    await press("s");
    const dialog = page.getByRole("dialog", { name: "Filter" });
    await dialog.getByRole("checkbox", { name: "Bo" }).check();
    expect(await dialog.locator("output").textContent()).toBe("2 matching cards");
    const dimmed = await page
      .locator(".card.dimmed")
      .evaluateAll((cards) => cards.map((card) => card.getAttribute("data-card")));
    expect(dimmed).toEqual(["fell"]);
    await dialog.getByRole("checkbox", { name: "Hide other cards" }).check();
    expect(await shown()).toEqual(["air", "badly", "keep", "measured", "q", "shops"]);
    await dialog.getByRole("checkbox", { name: "money" }).check();
    expect(await shown()).toEqual(["keep", "q", "shops"]);
    await dialog.getByRole("button", { name: "Clear filter" }).click();
    expect(await shown()).toEqual(all);
    await press("Escape");
    expect(await dialog.count()).toBe(0);
  });

  test("that hides shows what is left at a size that can be read, where all was too small", async () => {
    await open(many);
    await press("0");
    await expect.poll(zoomOf).toBeLessThan(0.5);
    await press("s");
    await preview.page.getByRole("checkbox", { name: "Ann" }).check();
    expect(await zoomOf()).toBeLessThan(0.5);
    await preview.page.getByRole("checkbox", { name: "Hide other cards" }).check();
    await expect.poll(zoomOf).toBeGreaterThan(0.6);
    expect(await shown()).toEqual(["all", "r7"]);
    const { x, y } = await boxOf("r7");
    expect(x > 0 && x < 1150 && y > 0 && y < 650).toBe(true);
  });

  test("hides nothing that a search leads to", async () => {
    await open();
    const { page } = preview;
    await press("s");
    const dialog = page.getByRole("dialog", { name: "Filter" });
    await dialog.getByRole("checkbox", { name: "money" }).check();
    await dialog.getByRole("checkbox", { name: "Hide other cards" }).check();
    expect(await shown()).toEqual(["keep", "q", "shops"]);
    await press("Control+f");
    await page.keyboard.type("shops lost");
    await press("Enter");
    expect(await shown()).toEqual(["keep", "q", "shops"]);
    await press("Control+a");
    await page.keyboard.type("it fell");
    await press("Enter");
    expect(await shown()).toEqual(["air", "fell", "keep", "q", "shops"]);
    expect(await dialog.getByRole("checkbox", { name: "Hide other cards" }).isChecked()).toBe(true);
    await dialog.getByRole("checkbox", { name: "money" }).uncheck();
    await dialog.getByRole("checkbox", { name: "money" }).check();
    expect(await shown()).toEqual(["keep", "q", "shops"]);
  });

  test("hides neither what is being written nor what has been", async () => {
    await open();
    const { page } = preview;
    await press("s");
    await page.getByRole("checkbox", { name: "money" }).check();
    await page.getByRole("checkbox", { name: "Hide other cards" }).check();
    await cardLocator(preview, "keep").focus();
    await press("r");
    await page.keyboard.type("People walk.");
    expect(await shown()).toEqual(["(new)", "keep", "q", "shops"]);
    await press("Enter");
    const [stay] = map.places.filter(({ card }) => card === "keep");
    const [written] = map.cards.filter(({ id }) => id === "air");
    if (stay === undefined || written === undefined) throw new Error("These cards are there.");
    const walk = { ...written, id: toCardId("walk"), text: "People walk." };
    const later = {
      ...map,
      cards: [...map.cards, walk],
      places: [...map.places, { card: walk.id, parent: stay.card }],
    };
    await preview.send({ type: "change", from: 1, to: 2, change: diffTrees(map, later) });
    await preview.send({ type: "edited", request: 1, answer: { is: "done" } });
    expect(await page.locator("textarea.writing").count()).toBe(0);
    expect(await shown()).toEqual(["keep", "q", "shops", "walk"]);
    expect(await page.getByRole("checkbox", { name: "Hide other cards" }).isChecked()).toBe(true);
  });

  test("says so where nothing fits any more, and how to see all", async () => {
    await open();
    const { page } = preview;
    await press("s");
    await page.getByRole("checkbox", { name: "Bo" }).check();
    await page.getByRole("checkbox", { name: "Hide other cards" }).check();
    await press("Escape");
    const renamed = {
      ...map,
      cards: map.cards.map((card) => ({ ...card, by: card.by.map(() => "Bob"), acceptedBy: [] })),
    };
    await preview.send({ type: "change", from: 1, to: 2, change: diffTrees(map, renamed) });
    expect(await shown()).toEqual([]);
    await page.locator(".unfit").waitFor();
    await page.screenshot({ path: `${output}/filter nothing.png` });
    await page.getByRole("button", { name: "Clear filter" }).click();
    expect(await shown()).toEqual(all);
    expect(await page.locator(".unfit").count()).toBe(0);
  });
});

describe("a whole entry", () => {
  test("is shown when the mouse rests on a card, and goes when it leaves", async () => {
    await open();
    await cardLocator(preview, "shops").hover();
    const entry = preview.page.locator(".hover");
    await entry.waitFor();
    expect(await entry.textContent()).toContain("Held byBo");
    expect(await entry.textContent()).toContain("Likelihoodlikely");
    expect(await entry.textContent()).toContain("Tagsmoney");
    const [box, card] = [await entry.boundingBox(), await boxOf("shops")];
    expect((box?.y ?? 0) > card.y + 30 || (box?.x ?? 0) > card.x + 250).toBe(true);
    await preview.page.mouse.move(5, 5);
    await entry.waitFor({ state: "detached" });
  });

  test("and its quotes by keys", async () => {
    await open();
    await cardLocator(preview, "fell").focus();
    await press("i");
    expect(await preview.page.locator(".hover").textContent()).toContain("Held byAnn");
    expect(await preview.page.locator(".hover blockquote").textContent()).toBe("it fell");
    await press("i", "q");
    expect(await preview.page.locator(".hover").count()).toBe(0);
    expect(await preview.page.getByRole("dialog", { name: "Quotes" }).textContent()).toContain("Report, p. 3");
    await press("Escape");
    expect(await focused()).toBe("fell");
  });
});

describe("a whole entry that is longer than the window is high", () => {
  const long = treeOf(
    claim("It should stay.", { id: "keep" }, reason("Cleaner air. ".repeat(400), { id: "air" })),
    claim("Other.", { id: "other" }),
  );
  const entry = () => preview.page.getByRole("dialog", { name: "Entry details" });
  const scrolled = () => entry().evaluate((box) => box.scrollTop);

  test("can be read to its end with the mouse, which has the time to come to it", async () => {
    await open(long);
    await cardLocator(preview, "air").hover();
    await entry().waitFor();
    const [box, card] = [await entry().boundingBox(), await boxOf("air")];
    const { mouse } = preview.page;
    // On its way the mouse is over neither.
    await mouse.move(card.x + 20, 690, { steps: 2 });
    await mouse.move((box?.x ?? 0) + 60, 300, { steps: 4 });
    await mouse.wheel(0, 400);
    await expect.poll(scrolled).toBeGreaterThan(300);
    await preview.page.screenshot({ path: `${output}/entry long.png` });
    await mouse.move(5, 690);
    await entry().waitFor({ state: "detached" });
  });

  test("can be read to its end by keys, whatever the mouse does beside it", async () => {
    await open(long);
    await cardLocator(preview, "air").focus();
    await press("i");
    expect(await entry().evaluate((box) => box === document.activeElement)).toBe(true);
    await press("End");
    await expect.poll(scrolled).toBeGreaterThan(1000);
    await cardLocator(preview, "other").hover();
    await preview.page.mouse.wheel(0, 40);
    expect(await entry().textContent()).toContain("Cleaner air.");
    await press("Escape");
    expect(await entry().count()).toBe(0);
    expect(await focused()).toBe("air");
    await press("i", "i");
    expect(await entry().count()).toBe(0);
    expect(await focused()).toBe("air");
  });
});

describe("coverage", () => {
  const counts = { cited: 12, paragraphs: 30, unquoted: 4 };
  const summary = () => preview.page.locator(".coverage");

  test("is told while it is shown, and leads to what is not cited", async () => {
    await open();
    expect(await summary().count()).toBe(0);
    await preview.send({ type: "coverage", counts });
    expect(await summary().locator("> span").allTextContents()).toEqual([
      "12 of 30 paragraphs cited",
      "4 entries without a quote",
    ]);
    await preview.send({ type: "coverage", counts: { ...counts, unquoted: 1 } });
    expect(await summary().textContent()).toContain("1 entry without a quote");
    await summary().focus();
    await press("Enter");
    const said = await preview.sentMessages();
    expect(said.filter(({ type }) => type === "uncited" || type === "open")).toEqual([
      { type: "uncited", map: "file:///map.argmap" },
    ]);
    await preview.send({ type: "coverage", counts: null });
    expect(await summary().count()).toBe(0);
  });

  test("of one map is not shown with another", async () => {
    await open();
    await preview.send({ type: "coverage", counts });
    await preview.send({ type: "tree", uri: "file:///other.argmap", version: 1, tree: map });
    expect(await summary().count()).toBe(0);
  });
});

describe("a quote", () => {
  const words = "it fell";
  const quotes = [
    { text: words, source: "Report", page: "3", link: "7" },
    { text: "it rose", source: "A book", page: undefined },
  ];
  const asked = async () => (await preview.sentMessages()).filter(({ type }) => type === "passage");
  const passage = { type: "passage", map: "file:///map.argmap", quote: "7" };

  test("leads to its passage by click and by keys; one whose source has no file does not", async () => {
    await open(treeOf(claim("Nitrogen fell.", { id: "fell", quotes })));
    await cardLocator(preview, "fell").focus();
    await press("q");
    const dialog = preview.page.getByRole("dialog", { name: "Quotes" });
    expect(await dialog.getByRole("button", { name: "it rose" }).count()).toBe(0);
    await dialog.getByRole("button", { name: words }).click();
    expect(await asked()).toEqual([passage]);
    await press("Escape", "q", "Tab");
    await press("Enter");
    expect(await asked()).toEqual([passage, passage]);
    expect((await preview.sentMessages()).filter(({ type }) => type === "open")).toEqual([]);
  });
});

describe("keys", () => {
  test("walk the tree as it is drawn, right unfolds", async () => {
    await open();
    await press("ArrowRight");
    expect(await focused()).toBe("keep");
    await press("ArrowRight", " ", "ArrowRight");
    expect(await shown()).toEqual(all);
    await press("ArrowRight", "ArrowDown", "ArrowRight");
    expect(await focused()).toBe("badly");
    await press("ArrowLeft", "ArrowLeft", "ArrowDown");
    expect(await focused()).toBe("shops");
    await press("Home");
    expect(await focused()).toBe("q");
    await press("End");
    expect(await focused()).toBe("shops");
  });

  test("walk the other way where it grows down", async () => {
    await open();
    await press("d", "ArrowDown", "ArrowDown", "ArrowRight");
    expect(await focused()).toBe("shops");
  });

  test("turn a tree, but not one that is shown as an outline", async () => {
    await open();
    await press("t", "d", "t");
    await preview.page.getByRole("button", { name: "Lay out top to bottom" }).waitFor();
    await press("ArrowRight");
    expect(await focused()).toBe("keep");
    await press("d");
    await preview.page.getByRole("button", { name: "Lay out left to right" }).waitFor();
  });

  test("walk an outline as a tree of files: left folds, then goes up", async () => {
    await open();
    await press("t", "ArrowDown", "ArrowDown");
    expect(await focused()).toBe("air");
    await press("ArrowLeft");
    expect(await shown()).toEqual(["air", "keep", "q", "shops"]);
    await press("ArrowDown");
    expect(await focused()).toBe("shops");
    await press("ArrowUp", "ArrowRight", "ArrowRight");
    expect(await focused()).toBe("fell");
  });

  test("type how a card begins", async () => {
    await open();
    await cardLocator(preview, "q").focus();
    await preview.page.keyboard.type("SHOPS");
    expect(await focused()).toBe("shops");
  });

  test("are all told by the help, which Escape closes", async () => {
    await open();
    await press("?");
    const help = preview.page.getByRole("dialog", { name: "Keyboard shortcuts" });
    expect(await help.textContent()).toContain("Show this branch alone");
    await press("Escape");
    expect(await help.count()).toBe(0);
  });
});

describe("a large map", () => {
  const large = treeOf(
    ...Array.from({ length: 60 }, (_, n) =>
      claim(
        `Claim ${n}`,
        { id: `c${n}` },
        ...[0, 1, 2, 3, 4].map((m) => reason(`Reason ${n}.${m}`, { id: `r${n}-${m}` })),
      ),
    ),
  );

  test("has in the document what is in sight, and the card that has the keys wherever it is", async () => {
    await open(large);
    expect((await shown()).length).toBeLessThan(80);
    await cardLocator(preview, "c0").focus();
    await press("End");
    expect(await focused()).toBe("r59-4");
    expect(await cardLocator(preview, "r59-4").getAttribute("aria-setsize")).toBe("5");
    expect(await cardLocator(preview, "r59-4").getAttribute("aria-posinset")).toBe("5");
    expect(await cardLocator(preview, "c0").count()).toBe(0);
    await preview.page.mouse.move(600, 300);
    await preview.page.mouse.down();
    await preview.page.mouse.move(600, 690, { steps: 3 });
    await preview.page.mouse.up();
    await preview.page.mouse.move(600, 100);
    for (let n = 0; n < 5; n += 1) {
      await preview.page.mouse.down();
      await preview.page.mouse.move(600, 690, { steps: 3 });
      await preview.page.mouse.up();
      await preview.page.mouse.move(600, 100);
    }
    expect(await focused()).toBe("r59-4");
  });

  test("has no dashed line in the document that is longer than what is in sight asks for", async () => {
    const far = treeOf(
      claim(
        "All",
        { id: "all" },
        ...Array.from({ length: 300 }, (_, n) => objection(`Objection ${n}`, { id: `o${n}` })),
      ),
    );
    await open(withContradiction(far, "o0", "o299"));
    const lengths = (parts: string) =>
      preview.page
        .locator(`[data-part^="${parts} "]`)
        .evaluateAll((paths) => paths.map((path) => (path as SVGPathElement).getTotalLength()));
    expect((await lengths("edge")).length).toBeGreaterThan(5);
    expect(await lengths("contradiction")).toHaveLength(1);
    for (const length of [...(await lengths("edge")), ...(await lengths("contradiction"))])
      expect(length).toBeLessThan(7000);
    // It is seen all the same.
    expect((await lengths("contradiction"))[0]).toBeGreaterThan(500);
  });

  test("is painted in blocks from afar, where a click still opens a card", async () => {
    await open(large);
    await press("0");
    expect(await preview.page.locator("canvas.far").count()).toBe(1);
    expect((await shown()).length).toBeLessThan(3);
    const ink = await preview.page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>("canvas.far");
      const bytes = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return bytes.filter((byte, index) => index % 4 === 3 && byte > 0).length;
    });
    expect(ink).toBeGreaterThan(2000);
    // The reasons stand at the right of the picture, which stands in the middle.
    const zoom = Number(/scale\((.*)\)/.exec((await preview.page.locator(".stage").getAttribute("style")) ?? "")?.[1]);
    for (const more of [0, 2, 4]) await preview.page.mouse.click(700 + 150 * zoom, 350 + more);
    const opened = (await preview.sentMessages()).flatMap((said) => (said.type === "open" ? said.card : []));
    expect(opened.length).toBeGreaterThan(0);
    for (const card of opened) expect(card).toMatch(/^r/);
    for (let zoomed = zoom; zoomed < 0.4; zoomed *= 1.25) await press("+");
    expect(await preview.page.locator("canvas.far").count()).toBe(0);
  });

  test("has a minimap, in which a drag moves the picture; a small one has none", async () => {
    await open(large);
    const minimap = preview.page.locator(".minimap");
    const box = await minimap.boundingBox();
    if (box === null) throw new Error("There is no minimap.");
    await preview.page.mouse.move(box.x + box.width / 2, box.y + 4);
    await preview.page.mouse.down();
    await preview.page.mouse.move(box.x + box.width / 2, box.y + box.height - 2, { steps: 3 });
    await preview.page.mouse.up();
    expect(await shown()).toContain("c59");
    await preview.close();
    await open();
    expect(await preview.page.locator(".minimap").isVisible()).toBe(false);
  });

  test("paints the minimap only while it is to be seen, and then as the map is by now", async () => {
    const more = treeOf(claim("It should stay.", { id: "keep" }), claim("More.", { id: "more" }));
    const small = treeOf(claim("It should stay.", { id: "keep" }));
    await open(small);
    await preview.page.evaluate(() => {
      const counted = { paintings: 0 };
      Object.assign(globalThis, { counted });
      const { clearRect } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.clearRect = function (...box) {
        if (this.canvas.closest(".minimap")) counted.paintings += 1;
        clearRect.apply(this, box);
      };
    });
    const paintings = async (): Promise<number> => {
      // What the page has left for when it is idle is done before this.
      await preview.page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 1000 })));
      return preview.page.evaluate<number>("counted.paintings");
    };
    await preview.send({ type: "change", from: 1, to: 2, change: diffTrees(small, more) });
    expect(await paintings()).toBe(0);
    for (let n = 0; n < 8; n++) await press("+");
    await expect.poll(() => preview.page.locator(".minimap").isVisible()).toBe(true);
    expect(await paintings()).toBe(1);
    await press("0");
    await expect.poll(() => preview.page.locator(".minimap").isVisible()).toBe(false);
    expect(await paintings()).toBe(1);
  });
});

describe("staying", () => {
  test("the marked card comes into sight whole when the window gets smaller", async () => {
    await open();
    await preview.send({ type: "mark", card: "badly" });
    const before = await cardLocator(preview, "badly").locator(".box").boundingBox();
    if (before === null) throw new Error("The card is not drawn.");
    // An edge of the window through the middle of the card.
    const width = Math.round(before.x + before.width / 2);
    await preview.page.setViewportSize({ width, height: 700 });
    await expect
      .poll(async () => {
        const box = await cardLocator(preview, "badly").locator(".box").boundingBox();
        return box !== null && box.x >= 0 && box.x + box.width <= width;
      })
      .toBe(true);
  });

  test("a mark that the user has left is not gone back to when the window gets another size", async () => {
    await open();
    await preview.send({ type: "mark", card: "q" });
    expect((await boxOf("q")).x).toBeGreaterThan(0);
    // Beside the cards, and to the left until it is out of sight.
    await preview.page.mouse.move(520, 690);
    await preview.page.mouse.down();
    await preview.page.mouse.move(10, 690, { steps: 3 });
    await preview.page.mouse.up();
    const before = await boxOf("measured");
    expect((await boxOf("q")).x).toBeLessThan(-260);
    await preview.page.setViewportSize({ width: 1300, height: 650 });
    await preview.send();
    expectSame(await boxOf("measured"), before);
  });

  test("the marked card stays where it is in the window while the map grows above it", async () => {
    await open();
    await preview.send({ type: "mark", card: "shops" });
    const before = await boxOf("shops");
    const longer = "This has grown by more than a line, as somebody has gone on to write about it at some length.";
    const edited = { ...map, cards: map.cards.map((one) => (one.id === "fell" ? { ...one, text: longer } : one)) };
    await preview.send({ type: "change", from: 1, to: 2, change: diffTrees(map, edited) });
    const after = await boxOf("shops");
    expectSame(after, before);
  });

  test("boxes glide to their places, unless the user wants no motion", async () => {
    const longer = "This has grown by more than a line, as somebody has gone on to write about it at some length.";
    const edited = { ...map, cards: map.cards.map((one) => (one.id === "fell" ? { ...one, text: longer } : one)) };
    const change = { type: "change", from: 1, to: 2, change: diffTrees(map, edited) };
    for (const motion of [true, false]) {
      await open(map, { motion });
      await preview.page.evaluate(() => {
        const glided: string[] = [];
        Object.assign(window, { glided });
        const animate = Element.prototype.animate;
        Element.prototype.animate = function (...given) {
          glided.push(this.getAttribute("data-card") ?? "");
          return animate.apply(this, given);
        };
      });
      await preview.send(change);
      const glided = await preview.page.evaluate("window.glided.filter(Boolean).sort()");
      if (motion) expect(glided).toContain("fell");
      else expect(glided).toEqual([]);
      if (motion) await preview.close();
    }
  });

  test("frames and grounds glide with their boxes", async () => {
    const section = toSectionId("1");
    const ofAir = { section };
    const airy = (text: string): Tree => ({
      ...treeOf(
        claim(
          "It should stay.",
          { id: "keep" },
          reason(text, { id: "first" }),
          reason(
            "Cleaner air.",
            { id: "air", ...ofAir },
            premise("Nitrogen fell.", { id: "fell", ...ofAir }),
            premise("It was measured.", { id: "measured", ...ofAir }),
          ),
        ),
      ),
      sections: [{ id: section, title: "Air", level: 1, parent: undefined }],
    });
    const [was, is] = [
      airy("Fewer cars."),
      airy(
        "Fewer cars came into the town in each of the years that have gone by since the charge was first asked for.",
      ),
    ];
    const placesOf = () =>
      preview.page.evaluate(() =>
        ['[data-part^="frame "]', ".ground path", ".ground text", '[data-card="fell"] .box'].map((one) => {
          const { x, y } = document.querySelector(one)?.getBoundingClientRect() ?? { x: NaN, y: NaN };
          return { x, y };
        }),
      );
    await open(was, { motion: true });
    await preview.send({ type: "mark", card: "first" });
    const before = await placesOf();
    await preview.page.evaluate(() => {
      const animate = Element.prototype.animate;
      Element.prototype.animate = function (...given) {
        const glide = animate.apply(this, given);
        glide.pause();
        return glide;
      };
    });
    await preview.send({ type: "change", from: 1, to: 2, change: diffTrees(was, is) });
    const begun = await placesOf();
    await preview.page.evaluate(() => {
      for (const glide of document.getAnimations()) glide.finish();
    });
    const after = await placesOf();
    for (const [index, place] of begun.entries()) {
      expectSame(place, before[index] ?? { x: NaN, y: NaN });
      expect((after[index]?.y ?? 0) - place.y).toBeGreaterThan(15);
    }
  });

  test("the shape is kept for each map", async () => {
    await open();
    await press("t");
    await preview.send({ type: "tree", uri: "file:///other.argmap", version: 1, tree: ardmore });
    expect(await preview.page.getByRole("button", { name: "Show as an outline" }).count()).toBe(1);
    await preview.send({ type: "tree", uri: "file:///map.argmap", version: 2, tree: map });
    expect(await preview.page.getByRole("button", { name: "Show as a tree" }).count()).toBe(1);
  });
});
