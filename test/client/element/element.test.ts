/** The built `<argument-map>`, in web pages. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expectAccessible, openElements } from "../../support/browser/openElements.ts";
import { textPlaces } from "../../support/browser/textPlaces.ts";
import { useBrowser } from "../../support/browser/useBrowser.ts";
import { root } from "../../support/root.ts";

const { browser } = useBrowser();

const MAP = `
map: On the charge
claim keep: The charge should stay.
  reason air: The air got cleaner.
    objection: The winter was mild.
  objection cost: It costs too much.
`;
const files = { "charge.argmap": MAP };
const element = '<argument-map src="charge.argmap"></argument-map>';

/** Returns the zoom factor of the picture, and where it is. */
const transformOf = (page: import("playwright-core").Page) =>
  page.locator("argument-map .stage").evaluate((stage) => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(stage).transform);
    return { k: a, x: e, y: f };
  });

test("the example of the documents is a page with two maps", async () => {
  const section = readFileSync(join(root, "docs/web-pages.md"), "utf8").split("## A map that readers fold and zoom")[1];
  const [, html = ""] = /```html\n(.*?)```/s.exec(section ?? "") ?? [];
  const { page, cards, events } = await openElements(browser(), html, files);
  await expect.poll(events).toEqual(["load", "load"]);
  expect(await cards.count()).toBe(3);
  expect(await page.locator("argument-map").nth(1).locator("[role=treeitem]").count()).toBe(3);
});

test("a map is a tree for screen readers, with its title, levels and labels", async () => {
  const { page, cards, card } = await openElements(browser(), element, files);
  await cards.first().waitFor();
  expect(await page.getByRole("tree").getAttribute("aria-label")).toBe("On the charge");
  expect(await card("winter").getAttribute("aria-level")).toBe("3");
  expect(await card("air got").getAttribute("aria-expanded")).toBe("true");
  expect(await card("costs").getAttribute("aria-expanded")).toBeNull();
  expect(await card("costs").getAttribute("aria-posinset")).toBe("2");
});

test("a click on the fold mark hides a branch, and another shows it", async () => {
  const { card, cards } = await openElements(browser(), element, files);
  await card("air got").locator(".fold-handle").click();
  await expect.poll(() => cards.count()).toBe(3);
  expect(await card("air got").getAttribute("aria-expanded")).toBe("false");
  await card("air got").locator(".fold-handle").click();
  await expect.poll(() => cards.count()).toBe(4);
});

test("with the keyboard, the arrow keys go through the tree, and Enter folds without losing the focus", async () => {
  const { page, card, cards } = await openElements(browser(), element, files);
  await cards.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => card("air got").evaluate((one) => one.matches(":focus"))).toBe(true);
  await page.keyboard.press("Enter");
  await expect.poll(() => cards.count()).toBe(3);
  expect(await card("air got").evaluate((one) => one.matches(":focus"))).toBe(true);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => card("costs").evaluate((one) => one.matches(":focus"))).toBe(true);
  expect(await cards.and(page.locator("[tabindex='0']")).count()).toBe(1);
});

test("the wheel scrolls the page; with Ctrl it zooms the picture, as the buttons and keys do", async () => {
  const { page, cards } = await openElements(browser(), `${element}<p>${"<br>".repeat(100)}</p>`, files);
  await cards.first().hover();
  const before = await transformOf(page);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate("scrollY")).toBeGreaterThan(0);
  expect(await transformOf(page)).toEqual(before);
  await page.evaluate("scrollTo(0, 0)");
  await cards.first().hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -120);
  await page.keyboard.up("Control");
  await expect.poll(async () => (await transformOf(page)).k).toBeGreaterThan(before.k);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect.poll(() => transformOf(page)).toEqual(before);
  await page.getByRole("button", { name: "Zoom out" }).click();
  await expect.poll(async () => (await transformOf(page)).k).toBeLessThan(before.k);
  await cards.first().focus();
  await page.keyboard.press("0");
  await expect.poll(() => transformOf(page)).toEqual(before);
});

test("two fingers zoom the picture; one finger scrolls the page", async () => {
  const { page, cards } = await openElements(browser(), `${element}<p>${"<br>".repeat(100)}</p>`, files);
  await cards.first().waitFor();
  const before = await transformOf(page);
  const devTools = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: { x: number; y: number }[]) =>
    devTools.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", { x: 400, y: 60 });
  for (const y of [50, 40, 30, 20]) await touch("touchMove", { x: 400, y });
  await touch("touchEnd");
  await expect.poll(() => page.evaluate("scrollY")).toBeGreaterThan(0);
  expect(await transformOf(page)).toEqual(before);
  await page.evaluate("scrollTo(0, 0)");
  await touch("touchStart", { x: 400, y: 60 }, { x: 440, y: 60 });
  await touch("touchMove", { x: 380, y: 60 }, { x: 460, y: 60 });
  await touch("touchEnd");
  await expect.poll(async () => (await transformOf(page)).k).toBeCloseTo(before.k * 2);
});

test("on a phone, a long map is an outline that the page scrolls; a height that the page sets is kept", async () => {
  const long = Array.from({ length: 40 }, (_, index) => `claim c${index}: Claim number ${index}.\n`).join("");
  const { page, cards } = await openElements(browser(), element, { "charge.argmap": long });
  await page.setViewportSize({ width: 390, height: 600 });
  await page.locator("argument-map .card.is-row").first().waitFor();
  const heightOf = () => page.locator("argument-map .surface").evaluate(({ clientHeight }) => clientHeight);
  await expect.poll(heightOf).toBeGreaterThan(600);
  await cards.last().focus();
  await expect.poll(() => page.evaluate("scrollY")).toBeGreaterThan(0);
  await page.locator("argument-map").evaluate((map) => {
    map.style.height = "300px";
  });
  await expect.poll(heightOf).toBeLessThan(300);
});

test("a drag moves the picture, but selects the words of a card", async () => {
  const { page, card } = await openElements(browser(), element, files);
  await card("costs").waitFor();
  const before = await transformOf(page);
  const box = await page.locator("argument-map .surface").boundingBox();
  if (box === null) throw new Error("The picture is not shown.");
  await page.mouse.move(box.x + 3, box.y + 3);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + 23);
  await page.mouse.up();
  await expect.poll(() => transformOf(page)).toEqual({ ...before, x: before.x + 37, y: before.y + 20 });
  await card("costs").locator("text").last().dblclick();
  expect(await page.evaluate("getSelection().toString()")).not.toBe("");
});

test("a map that cannot be loaded or drawn is replaced by a sentence that says why and where", async () => {
  const { page, events } = await openElements(
    browser(),
    '<argument-map src="gone.argmap"></argument-map><argument-map src="prose.argmap"></argument-map><argument-map></argument-map>',
    { "prose.argmap": "Once upon a time\n" },
  );
  await expect.poll(async () => (await events()).length).toBe(3);
  const sentences = await page.locator("argument-map .messages").allInnerTexts();
  expect(sentences).toEqual([
    "The map at https://maps.test/gone.argmap could not be loaded: the server answered 404. Check the address.",
    "The file at https://maps.test/prose.argmap has nothing to draw. Begin a line of the map with “claim:”.",
    "The text of this element has nothing to draw. Begin a line of the map with “claim:”.",
  ]);
  expect([...(await events())].sort()).toEqual(sentences.map((sentence) => `error: ${sentence}`).sort());
});

test("an empty address is an error, as that of an image is, and so is a web page in place of a map", async () => {
  const { page, events, cards } = await openElements(
    browser(),
    '<argument-map src=""></argument-map><argument-map src="./?gone.argmap"></argument-map>',
  );
  await expect.poll(async () => (await events()).length).toBe(2);
  expect((await page.locator("argument-map .messages").allInnerTexts()).sort()).toEqual([
    "The server sent a web page instead of the map at https://maps.test/?gone.argmap. Check the address, and that the server sends maps as “text/plain”.",
    "“src” is empty. Set “src” to the address of a map.",
  ]);
  expect(await cards.count()).toBe(0);
});

test("a line that cannot be read is named below the picture", async () => {
  const { page, cards } = await openElements(browser(), element, { "charge.argmap": `${MAP}reason a b for: No.\n` });
  await cards.first().waitFor();
  expect(await page.locator("argument-map .messages").innerText()).toMatch(/^Line 7: /);
});

test("another address, text or number of levels is shown when it is set", async () => {
  const other = { ...files, "other.argmap": "claim: Something else.\n  reason: It is so.\n" };
  const { page, card, cards, events } = await openElements(browser(), element, other);
  await cards.first().waitFor();
  await page.evaluate('document.querySelector("argument-map").src = "other.argmap"');
  await card("Something else.").waitFor();
  await page.evaluate('document.querySelector("argument-map").depth = 1');
  await expect.poll(() => cards.count()).toBe(1);
  await page.evaluate('document.querySelector("argument-map").text = "claim: By hand.\\n"');
  await card("By hand.").waitFor();
  expect(await events()).toEqual(["load", "load", "load"]);
});

test("cards and buttons are labeled in the language of the element", async () => {
  const { page, card, cards } = await openElements(browser(), element, files);
  await cards.first().waitFor();
  await page.evaluate('document.querySelector("argument-map").lang = "de"');
  await page.getByRole("button", { name: "Alles zeigen" }).waitFor();
  expect(await card("air got").getAttribute("aria-label")).toMatch(/^Grund/);
});

test("the texts of a map are in the same places in a page that is read from right to left", async () => {
  const arabic = { "charge.argmap": `${MAP}  reason: الهواء أنظف (in 2024).\n` };
  const { page, card, cards } = await openElements(browser(), element, arabic);
  await card("2024").waitFor();
  const picture = page.locator("argument-map .stage svg");
  const places = await textPlaces(picture);
  await page.evaluate('document.documentElement.dir = "rtl"');
  expect(await textPlaces(picture)).toEqual(places);
  expect(await page.locator("argument-map .stage").evaluate((stage) => getComputedStyle(stage).direction)).toBe("ltr");
  expect(await cards.count()).toBe(5);
});

test("of a map with very many cards, the levels that fit are shown, unless the page says how many", async () => {
  const many = Array.from({ length: 400 }, (_, at) => `    reason: Number ${at}.\n`).join("");
  const large = { "charge.argmap": `claim: One.\n  reason: Two.\n${many}` };
  const { page, cards, events } = await openElements(browser(), element, large);
  await expect.poll(events).toEqual(["load"]);
  expect(await cards.count()).toBe(2);
  await page.evaluate('document.querySelector("argument-map").depth = 3');
  await expect.poll(() => cards.count()).toBe(402);
  await page.evaluate('document.querySelector("argument-map").depth = undefined');
  await expect.poll(() => cards.count()).toBe(2);
  await page.evaluate('document.querySelector("argument-map").unfold()');
  await expect.poll(() => cards.count()).toBe(402);
});

test("a map that is removed while it loads is not drawn; put back, it is", async () => {
  const { page, card, events } = await openElements(browser(), "<div></div>", files);
  await page.evaluate(`(async () => {
    await customElements.whenDefined("argument-map");
    const map = window.map = document.createElement("argument-map");
    map.src = "charge.argmap";
    document.body.append(map);
    map.remove();
  })()`);
  await page.evaluate("document.body.append(window.map)");
  await card("air got").waitFor();
  expect(await events()).toEqual(["load"]);
});

test("the text of a map never becomes markup", async () => {
  const hostile = 'claim: <img src=x onerror="document.title = 1"> <script>document.title = 1</script>\n';
  const { page, cards } = await openElements(browser(), element, { "charge.argmap": hostile });
  await cards.first().waitFor();
  expect(await page.locator("argument-map img, argument-map script").count()).toBe(0);
  expect(await page.title()).toBe("Page");
});

test("a page with a map is accessible, light and dark, folded and narrow", async () => {
  const { page, cards } = await openElements(
    browser(),
    `<main><h1>Map</h1>${element.replace(">", ' depth="2">')}</main>`,
    files,
  );
  await cards.first().waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(`document.documentElement.style.setProperty("color-scheme", "${colorScheme}")`);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 390, height: 800 });
  await page.locator("argument-map .card.is-row").first().waitFor();
  await expectAccessible(page);
});
