import * as assert from "node:assert/strict";
import { commands, type Hover, MarkdownString, Position, type TextDocument, workspace } from "vscode";
import { preview, screenshot } from "../support/driver.ts";
import { closeAll, openFile, openMap, placeCursorAfter } from "../support/editor.ts";
import { card, isCardMarked, menuItem } from "../support/previewCards.ts";
import { poll } from "../support/waitForEvent.ts";

const weigh = '[aria-label="Weigh: show what stands"]';
/** A selector of the badge of a card. */
const badge = (words: string, text: string): string => `${card(words)} .standing-badge:has-text("${text}")`;

describe("weighing", () => {
  afterEach(closeAll);

  it("shows what stands in the example, and what a supposition changes, and writes nothing", async () => {
    const editor = await openFile("bridge.argmap");
    const { document } = editor;
    const text = document.getText();
    await commands.executeCommand("argmap.openPreview");
    await preview.click(weigh);
    // The badges make cards higher, which moves others.
    await preview.waitForVisible(".standing-badge");
    // The preview brings the card at the cursor into view.
    await placeCursorAfter(editor, "The lorries will be on the bypass");
    await preview.waitUntilTrue(isCardMarked, "The lorries will be on the bypass");
    await preview.waitForVisible(badge("Welds on this steel", "answered"));
    await preview.rightClick(card("The lorries will be on the bypass"));
    await preview.click(menuItem("Suppose this is false"));
    await preview.waitForVisible('.supposition-bar:has-text("2 conclusions change")');
    await preview.waitForVisible(badge("A weld would carry", "stands → × falls"));
    await screenshot("weighing");
    await preview.click(".supposition-bar .clear");
    await preview.waitForHidden(badge("A weld would carry", "falls"));
    assert.equal(document.getText(), text);
  });

  it("follows the text", async () => {
    const editor = await openMap("weighed.argmap", "claim keep: The charge should stay.\n  objection: It costs.\n");
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("It costs."));
    await preview.click(weigh);
    await preview.waitForVisible(badge("The charge should stay.", "falls"));
    await editor.edit((edit) => edit.insert(new Position(2, 0), "    objection: It pays for itself.\n"));
    await preview.waitForVisible(badge("It costs.", "answered"));
    await preview.waitForHidden(badge("The charge should stay.", "falls"));
  });

  it("is in hovers only with the setting", async () => {
    const { document } = await openMap("hovered.argmap", "claim keep: It stays.\n  objection trade: It costs.\n");
    const settings = workspace.getConfiguration("argmap");
    await poll(
      () => hoverText(document),
      (text) => text.includes("It stays."),
    );
    assert.ok(!(await hoverText(document)).includes("Weighed"));
    try {
      await settings.update("weighing", true);
      await poll(
        () => hoverText(document),
        (text) => text.includes("Weighed: it falls because the objection “It costs.” succeeds."),
      );
    } finally {
      await settings.update("weighing", undefined);
    }
  });
});

/** Returns what the hover of the first name says. */
async function hoverText({ uri }: TextDocument): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", uri, new Position(0, 7));
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (content instanceof MarkdownString ? content.value : "")).join("\n");
}
