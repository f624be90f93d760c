import * as assert from "node:assert/strict";
import { commands, type TextDocument, Uri, ViewColumn, window, workspace } from "vscode";
import { press, preview, screenshot, type } from "./support/driver.ts";
import { openMap, waitForText } from "./support/editor.ts";
import { waitForEvent } from "./support/waitForEvent.ts";

const source = `claim keep: The charge should stay.
  // the station at the Corn Market
  reason: The air got cleaner.
    premise: It fell by a fifth.
  objection: The shops lost customers.

claim buses: The buses run to time.
  reason: Fewer cars are in the way.
`;
/** The card that says this. */
const card = (words: string) => `[data-card][aria-label*="${words}"]`;
const item = (words: string) => `[role=menuitem]:has-text("${words}")`;

async function opened(): Promise<TextDocument> {
  const { document } = await openMap("edited.argmap", source);
  await commands.executeCommand("argmap.openPreview");
  await preview.waitForVisible(card("The buses run to time."));
  return document;
}

const untilIs = (document: TextDocument, text: string): Promise<boolean> =>
  waitForEvent([workspace.onDidChangeTextDocument], () => document.getText() === text);

/** Takes back one step in the editor of a text, and waits for the text to be as it was. */
async function undone(document: TextDocument): Promise<void> {
  await window.showTextDocument(document, ViewColumn.One);
  await commands.executeCommand("undo");
  await untilIs(document, source);
}

describe("editing from the picture", () => {
  it("adds a reason, which one undo takes back, and puts the cursor there while the keys stay with the preview", async () => {
    const document = await opened();
    await preview.rightClick(card("The charge should stay."));
    await preview.click(item("Add a reason"));
    await preview.waitForVisible("textarea.writing");
    await type("People walk more.");
    await screenshot("editing in VS Code");
    await press("Enter");
    await waitForText(document, "  objection: The shops lost customers.\n  reason: People walk more.\n");
    await preview.waitForVisible(card("People walk more."));
    await preview.waitForHidden("textarea.writing");
    const [editor] = window.visibleTextEditors;
    assert.equal(editor?.document.lineAt(editor.selection.active.line).text, "  reason: People walk more.");
    // The keys are still those of the page: an objection to what has just been added.
    await preview.waitUntilTrue(() =>
      globalThis.document.activeElement?.getAttribute("aria-label")?.includes("People walk more."),
    );
    await undone(document);
    await preview.waitForHidden(card("People walk more."));
  });

  it("writes other words in place", async () => {
    const document = await opened();
    await preview.rightClick(card("The shops lost customers."));
    await preview.click(item("Edit the text"));
    await preview.waitForVisible("textarea.writing");
    await press("Control+A");
    await type("reason: the shops");
    await press("Shift+Enter");
    await type("reason: and the town");
    await press("Enter");
    await waitForText(document, "  objection: reason: the shops\n\n    \\reason: and the town\n");
    await undone(document);
  });

  it("asks before a branch is deleted, and deletes it with its comment", async () => {
    const document = await opened();
    await preview.rightClick(card("The air got cleaner."));
    await preview.click(item("Delete"));
    await preview.waitForVisible("dialog.question");
    await preview.click("dialog.question .yes");
    await untilIs(document, source.replace(/ {2}\/\/ the station.*\n.*cleaner\.\n.*fifth\.\n/, ""));
    await preview.waitForHidden(card("It fell by a fifth."));
    await undone(document);
    await preview.waitForVisible(card("It fell by a fifth."));
  });

  it("drags a branch on to another card", async () => {
    const document = await opened();
    await preview.drag(card("The air got cleaner."), card("The buses run to time."));
    await waitForText(
      document,
      "  reason: Fewer cars are in the way.\n  // the station at the Corn Market\n  reason: The air got cleaner.\n    premise: It fell by a fifth.\n",
    );
    await undone(document);
  });

  it("takes an edit back by a key in the picture, which keeps the keys", async () => {
    const document = await opened();
    await preview.rightClick(card("The shops lost customers."));
    await preview.click(item("Turn into a reason"));
    await waitForText(document, "  reason: The shops lost customers.");
    await preview.waitUntilTrue(
      () => globalThis.document.querySelector('[aria-label^="reason. The shops lost"]') !== null,
    );
    await press("Control+Z");
    await untilIs(document, source);
    await preview.waitUntilTrue(() => globalThis.document.hasFocus());
    await press("Control+Y");
    await waitForText(document, "  reason: The shops lost customers.");
    await undone(document);
  });

  it("edits a map whose text is not open", async () => {
    await opened();
    await commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await preview.rightClick(card("The buses run to time."));
    await preview.click(item("Add an objection"));
    await preview.waitForVisible("textarea.writing");
    await type("Not at night.");
    await press("Enter");
    await preview.waitForVisible(card("Not at night."));
    const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file("/");
    const document = await workspace.openTextDocument(Uri.joinPath(folder, "edited.argmap"));
    assert.match(document.getText(), /objection: Not at night\.\n$/);
    await undone(document);
    await commands.executeCommand("workbench.action.files.save");
  });
});
