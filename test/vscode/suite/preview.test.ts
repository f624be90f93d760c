import * as assert from "node:assert/strict";
import { commands, ViewColumn } from "vscode";
import { click, policyViolations, preview, type } from "./support/driver.ts";
import { openFile, openMap, placeCursorAfter, waitForCursorAt } from "./support/editor.ts";
import { card, isCardMarked, waitForPreview } from "./support/previewCards.ts";

const small = "claim keep: The charge should stay.\n\n  reason: The air got cleaner.\n";

describe("preview", () => {
  it("opens beside the text by the button in the title bar", async () => {
    await openMap("small.argmap", small);
    await click('.editor-actions [aria-label^="Open Preview to the Side"]');
    const tab = await waitForPreview("Preview small.argmap");
    assert.equal(tab.group.viewColumn, ViewColumn.Two);
    await preview.waitForVisible(card("The charge should stay."));
  });

  it("draws a long map", async () => {
    const editor = await openFile("us-russia-reset.argmap");
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("America is courting Russia"));
    const words = /^ *(?:question|claim|reason|objection|premise|assumption)\b[^:\n]*: (.+)$/gm;
    const said = [...editor.document.getText().matchAll(words)].map(([, text]) => text ?? "");
    assert.ok(said.length > 60);
    // Only what is in sight is in the page: the cursor brings there what stands anywhere.
    for (const text of [said.at(-1), said[Math.floor(said.length / 2)], said[0]].map(String)) {
      await placeCursorAfter(editor, text.slice(0, -1));
      await preview.waitUntilTrue(isCardMarked, text);
    }
  });

  it("leads from a card to its line", async () => {
    await openMap("small.argmap", small);
    await commands.executeCommand("argmap.openPreview");
    await preview.click(card("The air got cleaner."));
    await waitForCursorAt("small.argmap", "The air got cleaner.");
  });

  it("marks the card under the cursor and brings it into view", async () => {
    const editor = await openFile("us-russia-reset.argmap");
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("America is courting Russia"));
    await placeCursorAfter(editor, "reason design: That is what");
    await preview.waitUntilTrue(isCardMarked, "That is what the courtship is for.");
  });

  it("follows one's typing", async () => {
    const editor = await openMap("small.argmap", small);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("The air got cleaner."));
    await placeCursorAfter(editor, "The air got cleaner");
    await type(" in spring");
    await preview.waitForVisible(card("The air got cleaner in spring."));
    await preview.waitForHidden(card("The air got cleaner."));
  });

  it("shows what looks like a script as the text that it is", async () => {
    const before = await policyViolations();
    const words = `<script>document.title = 1</script><img src=x onerror="document.title = 2">`;
    await openMap("script.argmap", `claim keep by eve: ${words}\n\nspeaker eve: <b onclick=alert()>Eve</b>\n`);
    await commands.executeCommand("argmap.openPreview");
    const label = await preview.waitUntilTrue(() =>
      globalThis.document.querySelector("[data-card]")?.getAttribute("aria-label"),
    );
    assert.ok(label?.includes(words), `${label}`);
    const made = await preview.waitUntilTrue(() => ({
      elements: globalThis.document.querySelectorAll("#root :is(script, img, b, iframe, foreignObject)").length,
    }));
    assert.equal(made.elements, 0);
    assert.deepEqual(await policyViolations(), before);
  });
});
