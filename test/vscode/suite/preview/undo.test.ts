import * as assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { commands, type TextDocument, ViewColumn, window, workspace } from "vscode";
import { press, preview, secondPreview, type, waitForVisible } from "../support/driver.ts";
import { openMap, waitForAnyText, waitForContent, waitForText, workspaceUri, writeFile } from "../support/editor.ts";
import { card, focusPreview, menuItem, moveBelow, previewTabs, waitForPreviewFocus } from "../support/previewCards.ts";
import { waitForEvent } from "../support/waitForEvent.ts";

const library = `claim cleaner: The air got cleaner.

  reason: It fell by a fifth.
`;
const user = `import air: library.argmap

claim keep: The charge should stay.

  reason: It has worked.

    premise air.cleaner

  objection: The shops lost customers.
`;
const bees = "map: On bees\n\nclaim bees: Bees need hedges.\n\n  reason: They nest there.\n";
const cars = "claim cars: Cars need less room.\n\n  objection: Vans do not fit.\n";

/** The tabs of each column. `>` precedes the visible tab, `*` precedes the active column. */
const layout = (): readonly string[] =>
  window.tabGroups.all.map(
    ({ tabs, isActive }) =>
      `${isActive ? "*" : ""}${tabs.map(({ label, isActive: isVisible }) => (isVisible ? `>${label}` : label)).join(", ")}`,
  );

/** Waits until the tabs of all columns are as expected. VS Code updates them one by one. */
async function waitForLayout(expected: readonly string[], message?: string): Promise<void> {
  await waitForEvent([window.tabGroups.onDidChangeTabs, window.tabGroups.onDidChangeTabGroups], () =>
    isDeepStrictEqual(layout(), expected),
  ).finally(() => assert.deepEqual(layout(), expected, message));
}

/** Presses keys in the preview, and expects a content of a text, and the same tabs and focus as before. */
async function expectUndo(document: TextDocument, text: string, keys = "Control+Z"): Promise<void> {
  await waitForPreviewFocus();
  const before = layout();
  await press(keys);
  await waitForContent(document, text);
  await waitForPreviewFocus();
  await waitForLayout(before, `the tabs after ${keys}`);
}

async function addReason(to: string, words: string, page = preview): Promise<void> {
  await page.rightClick(card(to));
  await page.click(menuItem("Add reason"));
  await page.waitForVisible("textarea.inline-editor");
  await type(words);
  await press("Enter");
  await page.waitForVisible(card(words));
  await page.waitForHidden("textarea.inline-editor");
  await waitForAnyText(words);
}

describe("undo in the preview", () => {
  it("of an edit in an imported map keeps tabs and focus", async () => {
    await writeFile("library.argmap", library);
    await openMap("user.argmap", user);
    await commands.executeCommand("argmap.openPreview");
    await preview.rightClick(card("The air got cleaner."));
    await preview.click(menuItem("Edit text"));
    await preview.waitForVisible("textarea.inline-editor");
    await press("Control+A");
    await type("The air is clean.");
    await press("Enter");
    await preview.waitForVisible(card("The air is clean."));
    const document = await workspace.openTextDocument(workspaceUri("library.argmap"));
    await waitForText(document, "The air is clean.");
    await waitForPreviewFocus();
    // The unsaved text is open in a background tab in the column of the map.
    await waitForLayout([">user.argmap, library.argmap", "*>Preview user.argmap"]);
    const after = document.getText();
    await expectUndo(document, library);
    await preview.waitForVisible(card("The air got cleaner."));
    await expectUndo(document, after, "Control+Y");
    await expectUndo(document, library);
  });

  it("reverts edits of several texts in reverse order", async () => {
    await writeFile("library.argmap", library);
    const { document } = await openMap("user.argmap", user);
    await commands.executeCommand("argmap.openPreview");
    await addReason("The air got cleaner.", "Fewer cars.");
    await waitForPreviewFocus();
    await press("0");
    await addReason("The charge should stay.", "It pays for buses.");
    const other = await workspace.openTextDocument(workspaceUri("library.argmap"));
    const after = other.getText();
    await expectUndo(document, user);
    await expectUndo(other, library);
    await expectUndo(other, after, "Control+Y");
    await expectUndo(other, library);
    assert.deepEqual(previewTabs(), ["Preview user.argmap"]);
  });

  it("reverts several edits when the key is pressed again before an undo is done", async () => {
    const { document } = await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openPreview");
    for (const words of ["They feed there.", "They hide there.", "They rest there."])
      await addReason("Bees need hedges.", words);
    await waitForPreviewFocus();
    // In one task, so that the focus cannot move between the keys.
    await preview.waitUntilTrue(() => {
      const { body } = globalThis.document;
      const options = { key: "z", code: "KeyZ", ctrlKey: true, bubbles: true, cancelable: true };
      for (let count = 0; count < 3; count++) body.dispatchEvent(new KeyboardEvent("keydown", options));
      return true;
    });
    await waitForContent(document, bees);
    await waitForPreviewFocus();
  });

  it("in a locked preview keeps the visible text, and the preview that follows it", async () => {
    await openMap("cars.argmap", cars);
    const { document } = await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openLockedPreview");
    await preview.waitForVisible(card("They nest there."));
    await commands.executeCommand("argmap.openPreview");
    await moveBelow("Preview bees.argmap");
    await secondPreview.waitForVisible(card("They nest there."));
    await openMap("cars.argmap", cars);
    await secondPreview.waitForVisible(card("Cars need less room."));
    await focusPreview();
    await waitForPreviewFocus();
    await press("0");
    await addReason("Bees need hedges.", "They feed there.");
    await expectUndo(document, bees);
    await secondPreview.waitForVisible(card("Cars need less room."));
    assert.deepEqual(previewTabs().toSorted(), ["Preview cars.argmap", "[Preview] bees.argmap"]);
  });

  it("reopens a closed text without another column", async () => {
    const { document } = await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("They nest there."));
    await commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await addReason("Bees need hedges.", "They feed there.");
    await waitForLayout(["*>Preview bees.argmap, bees.argmap"]);
    await expectUndo(document, bees);
    await preview.waitForHidden(card("They feed there."));
  });

  it("keeps the visible tab in the column of the text, even if it is not a text", async () => {
    const { document } = await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("They nest there."));
    await window.showTextDocument(document, ViewColumn.One);
    await commands.executeCommand("markdown.showPreview", workspaceUri("README.md"));
    await waitForEvent([window.tabGroups.onDidChangeTabs], () => layout()[0] === "*bees.argmap, >Preview README.md");
    await addReason("Bees need hedges.", "They feed there.");
    await expectUndo(document, bees);
  });

  it("updates the code lenses", async () => {
    const { document } = await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openPreview");
    await waitForVisible('.codelens-decoration:has-text("1 reason")');
    await preview.rightClick(card("They nest there."));
    await preview.click(menuItem("Delete branch"));
    await waitForVisible('.codelens-decoration:has-text("no reasons")');
    await waitForPreviewFocus();
    await press("Control+Z");
    await waitForContent(document, bees);
    await waitForVisible('.codelens-decoration:has-text("1 reason")');
  });
});
