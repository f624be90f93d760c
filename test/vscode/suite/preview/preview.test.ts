import * as assert from "node:assert/strict";
import { commands, ViewColumn, window } from "vscode";
import { click, policyViolations, press, preview, type } from "../support/driver.ts";
import {
  lineOf,
  openFile,
  openMap,
  placeCursorAfter,
  typeInto,
  waitForCursorAt,
  waitForText,
} from "../support/editor.ts";
import { card, goToText, isCardMarked, waitForPreview, waitForPreviewFocus } from "../support/previewCards.ts";
import { waitForEvent } from "../support/waitForEvent.ts";

const small = "claim keep: The charge should stay.\n\n  reason: The air got cleaner.\n";

describe("preview", () => {
  it("opens to the side by the button in the title bar", async () => {
    await openMap("small.argmap", small);
    await click('.editor-actions [aria-label^="Open Preview to the Side"]');
    const tab = await waitForPreview("Preview small.argmap");
    assert.equal(tab.group.viewColumn, ViewColumn.Two);
    await preview.waitForVisible(card("The charge should stay."));
  });

  it("draws a long map", async () => {
    const editor = await openFile("us-russia-reset.argmap");
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible("[data-card]");
    const entry = /^ *(?:question|claim|reason|objection|premise|assumption)\b[^:\n]*: (.+)$/gm;
    const entryTexts = [...editor.document.getText().matchAll(entry)].map(([, text]) => text ?? "");
    assert.ok(entryTexts.length > 60);
    // The page only contains visible cards. Moving the cursor scrolls to any card.
    for (const text of [entryTexts.at(-1), entryTexts[Math.floor(entryTexts.length / 2)], entryTexts[0]].map(String)) {
      await placeCursorAfter(editor, text.slice(0, -1));
      await preview.waitUntilTrue(isCardMarked, text);
    }
  });

  it("scrolls the text to a card that is clicked, and keeps the keys", async () => {
    const { document } = await openMap("small.argmap", small);
    await commands.executeCommand("argmap.openPreview");
    await preview.click(card("The air got cleaner."));
    await waitForEvent([window.onDidChangeTextEditorSelection], () =>
      window.visibleTextEditors.some(
        (editor) =>
          editor.document === document && editor.selection.active.line === lineOf(document, "The air got cleaner."),
      ),
    );
    await waitForPreviewFocus();
    await press("r");
    await preview.waitForVisible("textarea.inline-editor");
    await type("Fewer cars drove.");
    await press("Enter");
    await waitForText(document, "reason: Fewer cars drove.");
  });

  it("goes from a card to its line by Enter", async () => {
    await openMap("small.argmap", small);
    await commands.executeCommand("argmap.openPreview");
    await goToText("The air got cleaner.");
    await waitForCursorAt("small.argmap", "The air got cleaner.");
  });

  it("marks the card under the cursor and scrolls to it", async () => {
    const editor = await openFile("us-russia-reset.argmap");
    await commands.executeCommand("argmap.openPreview");
    // The view of this map is restored, so another card than the first may be in it.
    await preview.waitForVisible("[data-card]");
    await placeCursorAfter(editor, "reason design: That is what");
    await preview.waitUntilTrue(isCardMarked, "That is what the courtship is for.");
  });

  it("updates while the user types", async () => {
    const editor = await openMap("small.argmap", small);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("The air got cleaner."));
    await placeCursorAfter(editor, "The air got cleaner");
    await typeInto(editor, " in spring");
    await preview.waitForVisible(card("The air got cleaner in spring."));
    await preview.waitForHidden(card("The air got cleaner."));
  });

  it("shows HTML in a map as plain text", async () => {
    const before = await policyViolations();
    const html = `<script>document.title = 1</script><img src=x onerror="document.title = 2">`;
    await openMap("script.argmap", `claim keep by eve: ${html}\n\nspeaker eve: <b onclick=alert()>Eve</b>\n`);
    await commands.executeCommand("argmap.openPreview");
    const label = await preview.waitUntilTrue(() =>
      globalThis.document.querySelector("[data-card]")?.getAttribute("aria-label"),
    );
    assert.ok(label?.includes(html), `${label}`);
    const found = await preview.waitUntilTrue(() => ({
      elements: globalThis.document.querySelectorAll("#root :is(script, img, b, iframe, foreignObject)").length,
    }));
    assert.equal(found.elements, 0);
    assert.deepEqual(await policyViolations(), before);
  });
});
