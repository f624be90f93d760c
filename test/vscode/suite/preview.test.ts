import * as assert from "node:assert/strict";
import { commands, TabInputWebview, ViewColumn, window } from "vscode";
import { click, preview, refusals, type } from "./driver.ts";
import { cursorAfter, openFile, openMap, untilCursorAt } from "./editor.ts";
import { until } from "./until.ts";

const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs);
const previewTab = () =>
  tabs().find(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith("argmap.preview"));

const small = "claim keep: The charge should stay.\n\n  reason: The air got cleaner.\n";
/** The card that says this. */
const card = (words: string) => `[data-card][aria-label*="${words}"]`;

describe("preview", () => {
  it("opens beside the text by the button in the title bar", async () => {
    await openMap("small.argmap", small);
    await click('.editor-actions [aria-label^="Open Preview to the Side"]');
    const tab = await until([window.tabGroups.onDidChangeTabs], previewTab);
    assert.equal(tab.label, "Preview small.argmap");
    assert.equal(tab.group.viewColumn, ViewColumn.Two);
    await preview.seen(card("The charge should stay."));
  });

  it("draws a long map", async () => {
    const { document } = await openFile("us-russia-reset.argmap");
    await commands.executeCommand("argmap.openPreview");
    await preview.seen(card("America is courting Russia"));
    const words = /^ *(?:question|claim|reason|objection|premise|assumption)\b[^:\n]*: (.+)$/gm;
    const said = [...document.getText().matchAll(words)].map(([, text]) => text ?? "");
    assert.ok(said.length > 60);
    const drawn = await preview.holds(() =>
      [...globalThis.document.querySelectorAll("[data-card]")].map((one) => one.getAttribute("aria-label") ?? ""),
    );
    assert.deepEqual(
      said.filter((text) => !drawn.some((label) => label.includes(text))),
      [],
    );
  });

  it("leads from a card to its line", async () => {
    await openMap("small.argmap", small);
    await commands.executeCommand("argmap.openPreview");
    await preview.click(card("The air got cleaner."));
    await untilCursorAt("small.argmap", "The air got cleaner.");
  });

  it("marks the card under the cursor and brings it into view", async () => {
    const editor = await openFile("us-russia-reset.argmap");
    await commands.executeCommand("argmap.openPreview");
    await preview.seen(card("America is courting Russia"));
    await cursorAfter(editor, "reason design: That is what");
    await preview.holds(isMarked, "That is what the courtship is for.");
  });

  it("follows one's typing", async () => {
    const editor = await openMap("small.argmap", small);
    await commands.executeCommand("argmap.openPreview");
    await preview.seen(card("The air got cleaner."));
    await cursorAfter(editor, "The air got cleaner");
    await type(" in spring");
    await preview.seen(card("The air got cleaner in spring."));
    await preview.gone(card("The air got cleaner."));
  });

  it("shows what looks like a script as the text that it is", async () => {
    const before = await refusals();
    const words = `<script>document.title = 1</script><img src=x onerror="document.title = 2">`;
    await openMap("script.argmap", `claim keep by eve: ${words}\n\nspeaker eve: <b onclick=alert()>Eve</b>\n`);
    await commands.executeCommand("argmap.openPreview");
    const label = await preview.holds(() =>
      globalThis.document.querySelector("[data-card]")?.getAttribute("aria-label"),
    );
    assert.ok(label?.includes(words), `${label}`);
    const made = await preview.holds(() => ({
      elements: globalThis.document.querySelectorAll("#root :is(script, img, b, iframe, foreignObject)").length,
    }));
    assert.equal(made.elements, 0);
    assert.deepEqual(await refusals(), before);
  });
});

/** Whether the card that says this has a ring around it, within what is seen of the picture. */
function isMarked(words: string): boolean {
  const box = (selector: string) => globalThis.document.querySelector(selector)?.getBoundingClientRect();
  const ring = box(".ring.mark");
  const marked = box(`[data-card][aria-label*="${words}"]`);
  return (
    ring !== undefined &&
    marked !== undefined &&
    Math.abs(ring.x + ring.width / 2 - marked.x - marked.width / 2) < 3 &&
    Math.abs(ring.y + ring.height / 2 - marked.y - marked.height / 2) < 3 &&
    ring.left >= 0 &&
    ring.top >= 0 &&
    ring.right <= innerWidth &&
    ring.bottom <= innerHeight
  );
}
