/** The cards that the page shows, and its updates when the map changes. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diffTrees } from "../../../server/core/tree/diffTrees.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import type { ToPage } from "../../../server/protocol/preview.ts";
import { cardLocator, output, type PreviewOptions, type PreviewPage } from "../../support/browser/openPage.ts";
import { cardBox, isCardInView, zoomFactor } from "../../support/browser/pageGeometry.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { largeMap, smallMap } from "../../support/trees/pageTrees.ts";
import { claim, objection, question, reason, treeOf } from "../../support/trees/treeFixtures.ts";

const { openPreview } = useBrowser();

const open = async (tree: Tree, options?: PreviewOptions): Promise<PreviewPage> => {
  const preview = await openPreview(options);
  await preview.show(tree);
  return preview;
};

const changedMap = treeOf(
  claim(
    "The charge should stay.",
    { id: "keep" },
    reason("Cleaner air.", { id: "air" }),
    objection("Fewer customers, so fewer sales.", { id: "shops" }),
  ),
);

describe("the page shows", () => {
  test("every card with its text", async () => {
    const preview = await open(smallMap);
    expect(await preview.page.locator("[data-card]").count()).toBe(3);
    expect(await cardLocator(preview, "air").textContent()).toContain("Cleaner air.");
  });

  test("for an empty map, how to start, until there is a card", async () => {
    const preview = await open(treeOf());
    expect(await preview.page.locator("h1").textContent()).toBe("This map is empty");
    expect(await preview.page.locator("pre").textContent()).toContain("claim");
    const change = diffTrees(treeOf(), smallMap);
    await preview.send({ type: "change", from: 1, to: 2, change });
    expect(await preview.page.locator("h1").count()).toBe(0);
    expect(await isCardInView(preview, "keep")).toBe(true);
  });

  test("markup in a text as text", async () => {
    const attack = `</text><script>window.hurt = true</script><img src=x onerror="window.hurt = true">`;
    const preview = await open(
      treeOf(claim(attack, { speakers: [attack], problems: [{ severity: "error", message: attack }] }, reason(attack))),
    );
    expect(await preview.page.evaluate("window.hurt")).toBeUndefined();
    expect(await preview.page.locator("svg script, svg img, img").count()).toBe(0);
    const texts = await preview.page.locator("[data-card] text").allTextContents();
    expect(texts.join(" ").replaceAll(/\s/g, "")).toContain(attack.replaceAll(/\s/g, ""));
  });

  test("a small map at its natural size, and not larger", async () => {
    const preview = await open(smallMap);
    expect(await zoomFactor(preview)).toBeCloseTo(1);
  });

  test("a map that is too wide for a narrow panel at a readable size, and all of it with the key 0", async () => {
    const wideMap = treeOf(
      question(
        "Stay?",
        { id: "q" },
        claim(
          "It should stay.",
          { id: "keep" },
          reason(
            "Cleaner air.",
            { id: "air" },
            objection("Mild.", { id: "mild" }, objection("Not so.", { id: "cold" })),
          ),
        ),
      ),
    );
    const state = { map: "file:///map.argmap", left: { shape: "tree", direction: "right" } };
    const preview = await open(wideMap, { width: 541, height: 800, state });
    expect(await zoomFactor(preview)).toBeGreaterThanOrEqual(0.61);
    expect([await isCardInView(preview, "q"), await isCardInView(preview, "keep")]).toEqual([true, true]);
    await preview.page.screenshot({ path: join(output, "page-narrow-start.png") });
    await preview.page.keyboard.press("0");
    await expect.poll(() => zoomFactor(preview)).toBeLessThan(0.6);
    for (const id of ["q", "keep", "air", "mild", "cold"])
      await expect.poll(() => isCardInView(preview, id), { message: id }).toBe(true);
  });

  test("the surroundings of the card at the editor's cursor when that is far from the root", async () => {
    const preview = await openPreview({ width: 900, height: 640 });
    await preview.send(
      { type: "tree", uri: "file:///map.argmap", version: 1, tree: largeMap },
      { type: "cursor", card: "p30" },
    );
    expect(await zoomFactor(preview)).toBeCloseTo(0.8);
    expect(await isCardInView(preview, "p30")).toBe(true);
    const { y, height } = await cardBox(preview, "p30");
    expect(Math.abs(y + height / 2 - 320)).toBeLessThan(100);
    const { x, width } = await cardBox(preview, "r30");
    expect(x + width, "its reason is at least partly in view").toBeGreaterThan(100);
  });

  test("a large map at a readable size, from its root", async () => {
    const preview = await open(largeMap);
    expect(await zoomFactor(preview)).toBeCloseTo(0.8);
    expect(await isCardInView(preview, "all")).toBe(true);
  });
});

describe("a change of the map", () => {
  const change = diffTrees(smallMap, changedMap);

  test("renders only the changed card", async () => {
    const preview = await open(smallMap);
    await preview.page.evaluate(() => {
      const touchedCards = new Set<string>();
      Object.assign(window, { touchedCards });
      new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          touchedCards.add(element?.closest("[data-card]")?.getAttribute("data-card") ?? "none");
        }
      }).observe(document.querySelector(".picture") as Node, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      }); // The page has rendered the picture.
    });
    await preview.send({ type: "change", from: 1, to: 2, change });
    expect(await preview.page.evaluate("[...window.touchedCards]")).toEqual(["shops"]);
    expect(await cardLocator(preview, "shops").textContent()).toContain("fewer sales");
  });

  test("leaves pan and zoom as they are", async () => {
    const preview = await open(smallMap);
    await preview.page.mouse.move(100, 100);
    await preview.page.mouse.wheel(0, 300);
    await expect.poll(() => zoomFactor(preview)).toBeLessThan(0.9);
    const before = await cardBox(preview, "keep");
    await preview.send({ type: "change", from: 1, to: 2, change });
    expect(await cardBox(preview, "keep")).toEqual(before);
  });

  test("from a version that the page does not have makes it request the whole map, once", async () => {
    const preview = await open(smallMap);
    await preview.send({ type: "change", from: 5, to: 6, change }, { type: "change", from: 6, to: 7, change });
    expect((await preview.sentMessages()).filter(({ type }) => type === "requestTree")).toHaveLength(1);
    await preview.send({ type: "tree", uri: "file:///map.argmap", version: 7, tree: changedMap });
    expect(await cardLocator(preview, "shops").textContent()).toContain("fewer sales");
  });

  test("is ignored when the message is malformed", async () => {
    const preview = await open(smallMap);
    await preview.send({ type: "tree", version: "1" }, { type: "what" }, null, {
      type: "change",
      from: 1,
      to: 2,
      change: {},
    });
    expect(await preview.page.locator("[data-card]").count()).toBe(3);
  });

  test("is not rendered when a newer one arrives within the same frame", async () => {
    const preview = await open(smallMap);
    await preview.page.evaluate(() => {
      const renderedTexts: string[] = [];
      Object.assign(window, { renderedTexts });
      new MutationObserver(() =>
        renderedTexts.push(document.querySelector('[data-card="shops"]')?.textContent ?? ""),
      ).observe(
        document.querySelector(".picture") as Node, // The page has rendered the picture.
        { subtree: true, childList: true, characterData: true },
      );
    });
    const versions = Array.from({ length: 10 }, (_, n) => ({
      ...smallMap,
      cards: smallMap.cards.map((card) => (card.id === "shops" ? { ...card, text: `Version ${n}` } : card)),
    }));
    const messages = versions.map((tree, n) => ({
      type: "change",
      from: n + 1,
      to: n + 2,
      change: diffTrees(versions[n - 1] ?? smallMap, tree),
    }));
    // All in one task, so that no frame comes between them.
    await preview.page.evaluate((messages) => {
      for (const data of messages) window.dispatchEvent(new MessageEvent("message", { data }));
    }, messages);
    await expect.poll(() => preview.page.evaluate("window.renderedTexts")).toEqual(["− objectionVersion 9"]);
  });
});

test("the page takes the keyboard focus from another frame when its panel asks for it, and says so", async () => {
  const { page, send, sentMessages } = await open(smallMap);
  const activeElement = () => page.evaluate(() => document.activeElement?.tagName);
  await page.evaluate(() => document.body.appendChild(document.createElement("iframe")).contentWindow?.focus());
  expect(await activeElement()).toBe("IFRAME");
  await send({ type: "takeFocus" } satisfies ToPage);
  expect(await activeElement()).toBe("BODY");
  expect((await sentMessages()).at(-1)).toEqual({ type: "focusTaken" });
});
