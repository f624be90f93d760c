import * as assert from "node:assert/strict";
import { commands, type TextDocument, ViewColumn, window, workspace } from "vscode";
import { press, preview, screenshot, type } from "../support/driver.ts";
import { openMap, showText, waitForAnyText, waitForContent, waitForText, workspaceUri } from "../support/editor.ts";
import { card, menuItem, waitForPreviewFocus } from "../support/previewCards.ts";
import { waitForEvent } from "../support/waitForEvent.ts";

const source = `claim keep: The charge should stay.
  // the station at the Corn Market
  reason: The air got cleaner.
    premise: It fell by a fifth.
  objection: The shops lost customers.

claim buses: The buses run to time.
  reason: Fewer cars are in the way.
`;

async function openWithPreview(): Promise<TextDocument> {
  const { document } = await openMap("edited.argmap", source);
  await commands.executeCommand("argmap.openPreview");
  await preview.waitForVisible(card("The buses run to time."));
  return document;
}

/** Undoes one step in the editor, and expects the original text. */
async function expectUndo(document: TextDocument): Promise<void> {
  await showText(document.uri, { viewColumn: ViewColumn.One });
  await commands.executeCommand("undo");
  await waitForContent(document, source);
}

describe("editing in the preview", () => {
  it("adds a reason as one undo step, moves the cursor there, and keeps the focus in the preview", async () => {
    const document = await openWithPreview();
    await preview.rightClick(card("The charge should stay."));
    await preview.click(menuItem("Add reason"));
    await preview.waitForVisible("textarea.inline-editor");
    await type("People walk more.");
    await screenshot("editing in VS Code");
    await press("Enter");
    await waitForText(document, "  objection: The shops lost customers.\n  reason: People walk more.\n");
    await preview.waitForVisible(card("People walk more."));
    await preview.waitForHidden("textarea.inline-editor");
    await waitForEvent([window.onDidChangeTextEditorSelection], () =>
      window.visibleTextEditors.some(
        ({ document: shown, selection }) =>
          shown === document && shown.lineAt(selection.active.line).text === "  reason: People walk more.",
      ),
    );
    // The new card has the focus.
    await preview.waitUntilTrue(() =>
      globalThis.document.activeElement?.getAttribute("aria-label")?.includes("People walk more."),
    );
    await expectUndo(document);
    await preview.waitForHidden(card("People walk more."));
  });

  it("edits a text in place and escapes keywords", async () => {
    const document = await openWithPreview();
    await preview.rightClick(card("The shops lost customers."));
    await preview.click(menuItem("Edit text"));
    await preview.waitForVisible("textarea.inline-editor");
    await press("Control+A");
    await type("reason: the shops");
    await press("Shift+Enter");
    await type("reason: and the town");
    await press("Enter");
    await waitForText(document, "  objection: reason: the shops\n\n    \\reason: and the town\n");
    await expectUndo(document);
  });

  it("asks before it deletes a branch, and deletes its comment too", async () => {
    const document = await openWithPreview();
    await preview.rightClick(card("The air got cleaner."));
    await preview.click(menuItem("Delete branch"));
    await preview.waitForVisible("dialog.confirm-dialog");
    await preview.click("dialog.confirm-dialog .primary");
    await waitForContent(document, source.replace(/ {2}\/\/ the station.*\n.*cleaner\.\n.*fifth\.\n/, ""));
    await preview.waitForHidden(card("It fell by a fifth."));
    await expectUndo(document);
    await preview.waitForVisible(card("It fell by a fifth."));
  });

  it("moves a branch to another card by drag and drop", async () => {
    const document = await openWithPreview();
    await preview.drag(card("The air got cleaner."), card("The buses run to time."));
    await waitForText(
      document,
      "  reason: Fewer cars are in the way.\n  // the station at the Corn Market\n  reason: The air got cleaner.\n    premise: It fell by a fifth.\n",
    );
    await expectUndo(document);
  });

  it("undoes and redoes by keys, and keeps the focus in the preview", async () => {
    const document = await openWithPreview();
    await preview.rightClick(card("The shops lost customers."));
    await preview.click(menuItem("Convert to a reason"));
    await waitForText(document, "  reason: The shops lost customers.");
    await preview.waitUntilTrue(
      () => globalThis.document.querySelector('[aria-label^="reason. The shops lost"]') !== null,
    );
    await waitForPreviewFocus();
    await press("Control+Z");
    await waitForContent(document, source);
    // Undo gives the focus to the text for a moment, so the page alone may still say that it has it.
    await waitForPreviewFocus();
    await press("Control+Y");
    await waitForText(document, "  reason: The shops lost customers.");
    await waitForPreviewFocus();
    await expectUndo(document);
  });

  it("edits a map whose text is not open", async () => {
    await openWithPreview();
    await commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await preview.rightClick(card("The buses run to time."));
    await preview.click(menuItem("Add objection"));
    await preview.waitForVisible("textarea.inline-editor");
    await type("Not at night.");
    await press("Enter");
    await preview.waitForVisible(card("Not at night."));
    await waitForAnyText("Not at night.");
    const document = await workspace.openTextDocument(workspaceUri("edited.argmap"));
    assert.match(document.getText(), /objection: Not at night\.\n$/);
    await expectUndo(document);
    await commands.executeCommand("workbench.action.files.save");
  });
});
