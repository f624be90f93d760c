import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diffTrees } from "../../../server/core/tree/diffTrees.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import { ardmore } from "../../support/ardmoreTree.ts";
import { cardLocator, output, type PreviewOptions, type PreviewPage } from "../../support/browser/openPage.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { claim, objection, premise, question, reason, reference, treeOf } from "../../support/treeFixtures.ts";

const { openPreview } = useBrowser();
let preview: PreviewPage;

const open = async (tree?: Tree, options?: PreviewOptions): Promise<PreviewPage> => {
  preview = await openPreview(options);
  if (tree !== undefined) await preview.show(tree);
  return preview;
};

const small = treeOf(
  claim(
    "The charge should stay.",
    { id: "keep" },
    reason("Cleaner air.", { id: "air" }),
    objection("Fewer customers.", { id: "shops" }),
  ),
);
const changed = treeOf(
  claim(
    "The charge should stay.",
    { id: "keep" },
    reason("Cleaner air.", { id: "air" }),
    objection("Fewer customers, so fewer sales.", { id: "shops" }),
  ),
);
/** Wider and higher than any window. */
const large = treeOf(
  claim(
    "All",
    { id: "all" },
    ...Array.from({ length: 60 }, (_, n) =>
      reason(
        `Reason ${n}`,
        { id: `r${n}` },
        premise(`Premise ${n}`, { id: `p${n}` }, objection(`Objection ${n}`, { id: `o${n}` })),
      ),
    ),
  ),
);

const boxOf = async (id: string) => {
  const box = await cardLocator(preview, id).locator(".box").boundingBox();
  if (box === null) throw new Error(`The card ${id} is not drawn.`);
  return box;
};
const inSight = async (id: string): Promise<boolean> => {
  // What is out of sight need not be in the document.
  if ((await cardLocator(preview, id).count()) === 0) return false;
  const { x, y, width, height } = await boxOf(id);
  const window = preview.page.viewportSize() ?? { width: 0, height: 0 };
  return x >= 0 && y >= 0 && x + width <= window.width && y + height <= window.height;
};
const zoomOf = async (): Promise<number> => {
  const transform = await preview.page.locator(".stage").getAttribute("style");
  return Number(/scale\((.*)\)/.exec(transform ?? "")?.[1]);
};

describe("what it shows", () => {
  test("every card with its words", async () => {
    await open(small);
    expect(await preview.page.locator("[data-card]").count()).toBe(3);
    expect(await cardLocator(preview, "air").textContent()).toContain("Cleaner air.");
  });

  test("how to begin, where the map is empty, until there is a card", async () => {
    await open(treeOf());
    expect(await preview.page.locator("h1").textContent()).toBe("This map is still empty");
    expect(await preview.page.locator("pre").textContent()).toContain("claim");
    const change = diffTrees(treeOf(), small);
    await preview.send({ type: "change", from: 1, to: 2, change });
    expect(await preview.page.locator("h1").count()).toBe(0);
    expect(await inSight("keep")).toBe(true);
  });

  test("text, whatever is written in it", async () => {
    const attack = `</text><script>window.hurt = true</script><img src=x onerror="window.hurt = true">`;
    await open(
      treeOf(claim(attack, { by: [attack], problems: [{ severity: "error", message: attack }] }, reason(attack))),
    );
    expect(await preview.page.evaluate("window.hurt")).toBeUndefined();
    expect(await preview.page.locator("svg script, svg img, img").count()).toBe(0);
    const words = await preview.page.locator("[data-card] text").allTextContents();
    expect(words.join(" ").replaceAll(/\s/g, "")).toContain(attack.replaceAll(/\s/g, ""));
  });

  test("a small map as large as it is, never larger", async () => {
    await open(small);
    expect(await zoomOf()).toBeCloseTo(1);
  });

  test("a map that is too wide for a narrow panel at a size that can be read, and all of it when asked to", async () => {
    const wide = treeOf(
      question(
        "Stay?",
        { id: "q" },
        claim(
          "It should stay.",
          { id: "keep" },
          reason("Cleaner air.", { id: "air" }, objection("Mild.", { id: "mild" })),
        ),
      ),
    );
    await open(wide, { width: 541, height: 800 });
    expect(await zoomOf()).toBeGreaterThanOrEqual(0.61);
    expect([await inSight("q"), await inSight("keep")]).toEqual([true, true]);
    await preview.page.screenshot({ path: join(output, "page-narrow-start.png") });
    await preview.page.keyboard.press("0");
    await expect.poll(zoomOf).toBeLessThan(0.6);
    for (const id of ["q", "keep", "air", "mild"]) expect(await inSight(id), id).toBe(true);
  });

  test("the card under the cursor, with what is around it, where that is far from the root", async () => {
    preview = await openPreview({ width: 900, height: 640 });
    await preview.send(
      { type: "tree", uri: "file:///map.argmap", version: 1, tree: large },
      { type: "mark", card: "p30" },
    );
    expect(await zoomOf()).toBeCloseTo(0.8);
    const { x, y, width, height } = await boxOf("p30");
    expect(Math.abs(x + width / 2 - 450)).toBeLessThan(150);
    expect(Math.abs(y + height / 2 - 320)).toBeLessThan(100);
    expect(await inSight("r30")).toBe(true);
  });

  test("a large map at a size that can be read, from its root", async () => {
    await open(large);
    expect(await zoomOf()).toBeCloseTo(0.8);
    expect(await inSight("all")).toBe(true);
  });
});

describe("changes", () => {
  const change = diffTrees(small, changed);

  test("only what changed is drawn anew", async () => {
    await open(small);
    await preview.page.evaluate(() => {
      const touched = new Set<string>();
      Object.assign(window, { touched });
      new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          touched.add(element?.closest("[data-card]")?.getAttribute("data-card") ?? "none");
        }
      }).observe(document.querySelector(".picture") as Node, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      }); // It is there.
    });
    await preview.send({ type: "change", from: 1, to: 2, change });
    expect(await preview.page.evaluate("[...window.touched]")).toEqual(["shops"]);
    expect(await cardLocator(preview, "shops").textContent()).toContain("fewer sales");
  });

  test("the view stays as it is", async () => {
    await open(small);
    await preview.page.mouse.move(100, 100);
    await preview.page.mouse.wheel(0, 300);
    await expect.poll(zoomOf).toBeLessThan(0.9);
    const before = await boxOf("keep");
    await preview.send({ type: "change", from: 1, to: 2, change });
    expect(await boxOf("keep")).toEqual(before);
  });

  test("a change to a version it does not have makes it ask again, once", async () => {
    await open(small);
    await preview.send({ type: "change", from: 5, to: 6, change }, { type: "change", from: 6, to: 7, change });
    expect((await preview.sentMessages()).filter(({ type }) => type === "again")).toHaveLength(1);
    await preview.send({ type: "tree", uri: "file:///map.argmap", version: 7, tree: changed });
    expect(await cardLocator(preview, "shops").textContent()).toContain("fewer sales");
  });

  test("what is no message is ignored", async () => {
    await open(small);
    await preview.send({ type: "tree", version: "1" }, { type: "what" }, null, {
      type: "change",
      from: 1,
      to: 2,
      change: {},
    });
    expect(await preview.page.locator("[data-card]").count()).toBe(3);
  });

  test("of many versions in one frame only the newest is drawn", async () => {
    await open(small);
    await preview.page.evaluate(() => {
      const texts: string[] = [];
      Object.assign(window, { texts });
      new MutationObserver(() => texts.push(document.querySelector('[data-card="shops"]')?.textContent ?? "")).observe(
        document.querySelector(".picture") as Node, // It is there.
        { subtree: true, childList: true, characterData: true },
      );
    });
    const versions = Array.from({ length: 10 }, (_, n) => ({
      ...small,
      cards: small.cards.map((card) => (card.id === "shops" ? { ...card, text: `Version ${n}` } : card)),
    }));
    const messages = versions.map((tree, n) => ({
      type: "change",
      from: n + 1,
      to: n + 2,
      change: diffTrees(versions[n - 1] ?? small, tree),
    }));
    // In one task, so that no frame comes between.
    await preview.page.evaluate((messages) => {
      for (const data of messages) window.dispatchEvent(new MessageEvent("message", { data }));
    }, messages);
    await expect.poll(() => preview.page.evaluate("window.texts")).toEqual(["− objectionVersion 9"]);
  });
});

describe("choosing a card", () => {
  const opened = async () => (await preview.sentMessages()).filter(({ type }) => type === "open");

  test("a click opens it", async () => {
    await open(small);
    await cardLocator(preview, "air").click();
    expect(await opened()).toEqual([{ type: "open", card: "air" }]);
  });

  test("Enter opens the card that has the focus; arrow keys go from card to card", async () => {
    await open(small);
    await cardLocator(preview, "keep").focus();
    await preview.page.keyboard.press("ArrowRight");
    await preview.page.keyboard.press("ArrowDown");
    await preview.page.keyboard.press("Enter");
    await preview.page.keyboard.press("ArrowLeft");
    await preview.page.keyboard.press("Enter");
    expect(await opened()).toEqual([
      { type: "open", card: "shops" },
      { type: "open", card: "keep" },
    ]);
  });

  test("the Tab key reaches the picture at one card", async () => {
    await open(small);
    await preview.page.keyboard.press("Tab");
    expect(await preview.page.evaluate(() => document.activeElement?.getAttribute("data-card"))).toBe("keep");
    await preview.page.keyboard.press("Tab");
    expect(await preview.page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Show as an outline",
    );
  });

  test("a reference card also leads to the card in full", async () => {
    const tree = treeOf(
      claim("Far away", { id: "far", name: "far" }),
      ...Array.from({ length: 40 }, (_, n) => claim(`Claim ${n}`, { id: `c${n}` }, reason(`Reason ${n}`))),
      claim("Last", { id: "last" }, reason("", { id: "step" }, reference("far", "claim", { id: "ref" }))),
    );
    await open(tree);
    await preview.send({ type: "mark", card: "last" });
    expect(await inSight("last")).toBe(true);
    expect(await inSight("far")).toBe(false);
    await cardLocator(preview, "ref").click();
    expect(await opened()).toEqual([{ type: "open", card: "ref" }]);
    expect(await inSight("far")).toBe(true);
    // The editor now marks the place of use; the picture stays where the click has led.
    await preview.send({ type: "mark", card: "ref" });
    expect(await inSight("far")).toBe(true);
  });

  test("a drag beside the cards moves the picture and opens nothing", async () => {
    await open(small);
    const before = await boxOf("air");
    await preview.page.mouse.move(before.x + 20, before.y - 40);
    await preview.page.mouse.down();
    await preview.page.mouse.move(before.x + 80, before.y, { steps: 4 });
    await preview.page.mouse.up();
    const after = await boxOf("air");
    expect([after.x - before.x, after.y - before.y]).toEqual([60, 40]);
    expect(await opened()).toEqual([]);
  });

  test("the sign in the corner opens the words quoted", async () => {
    await open(ardmore, { width: 1500, height: 900 });
    await preview.page.locator(".quotes").first().click();
    expect(await preview.page.getByRole("dialog").textContent()).toContain("nitrogen dioxide fell by 21 per cent");
    await preview.page.keyboard.press("Escape");
    expect(await preview.page.getByRole("dialog").count()).toBe(0);
    expect(await opened()).toEqual([]);
  });
});

describe("the view", () => {
  test("the wheel zooms around the pointer", async () => {
    await open(small);
    const { x, y } = await boxOf("air");
    await preview.page.mouse.move(x, y);
    await preview.page.mouse.wheel(0, -200);
    await expect.poll(zoomOf).toBeGreaterThan(1.2);
    const after = await boxOf("air");
    expect(after.x).toBeCloseTo(x, 0);
    expect(after.y).toBeCloseTo(y, 0);
  });

  test("buttons and keys zoom and fit", async () => {
    await open(large);
    const { page } = preview;
    await page.getByRole("button", { name: "Zoom in" }).click();
    expect(await zoomOf()).toBeCloseTo(1);
    await page.getByRole("button", { name: "Zoom out" }).click();
    await page.keyboard.press("-");
    expect(await zoomOf()).toBeCloseTo(0.64);
    await page.getByRole("button", { name: "Fit the whole picture" }).click();
    expect(await zoomOf()).toBeLessThan(0.2);
  });

  test("a double click beside the cards zooms in", async () => {
    await open(small);
    await preview.page.mouse.dblclick(10, 10);
    await expect.poll(zoomOf).toBeCloseTo(2);
  });

  test("a mark rings its card and brings it into sight", async () => {
    await open(large);
    expect(await inSight("p55")).toBe(false);
    await preview.send({ type: "mark", card: "p55" });
    expect(await inSight("p55")).toBe(true);
    const ring = await preview.page.locator(".ring.mark").boundingBox();
    const card = await boxOf("p55");
    expect(Math.abs((ring?.x ?? 0) - card.x)).toBeLessThan(6);
    await preview.send({ type: "mark", card: null });
    expect(await preview.page.locator(".ring").count()).toBe(0);
  });

  test("a mark in sight moves nothing", async () => {
    await open(small);
    const before = await boxOf("keep");
    await preview.send({ type: "mark", card: "shops" });
    expect(await boxOf("keep")).toEqual(before);
  });

  test("it comes back as it was left", async () => {
    await open(small, { state: { map: "file:///map.argmap", left: { placement: { x: 33, y: 44, k: 0.5 } } } });
    expect(await zoomOf()).toBeCloseTo(0.5);
    await preview.page.keyboard.press("+");
    await expect.poll(() => preview.state()).toMatchObject({ left: { placement: { k: 0.625 } } });
  });

  test("a state that would show nothing, or is none, is not taken", async () => {
    await open(small, { state: { map: "file:///map.argmap", left: { placement: { x: 1e6, y: 44, k: 0.5 } } } });
    expect(await inSight("keep")).toBe(true);
    await preview.close();
    await open(small, { state: "what" });
    expect(await inSight("keep")).toBe(true);
  });

  test("another map is seen from its beginning; the same one, sent whole, stays where it is", async () => {
    await open(large);
    await preview.send({ type: "mark", card: "p55" });
    const before = await boxOf("p55");
    await preview.send({ type: "tree", uri: "file:///map.argmap", version: 9, tree: large });
    expect(await boxOf("p55")).toEqual(before);
    await preview.send(
      { type: "tree", uri: "file:///other.argmap", version: 1, tree: small },
      { type: "mark", card: null },
    );
    expect(await inSight("keep")).toBe(true);
    expect(await zoomOf()).toBeCloseTo(1);
  });

  test("motion ends where it should", async () => {
    await open(large, { motion: true });
    await preview.send({ type: "mark", card: "p55" });
    await expect.poll(() => inSight("p55")).toBe(true);
  });
});
