import * as assert from "node:assert/strict";
import { commands, TabInputWebview, type TextDocument, Uri, ViewColumn, window, workspace } from "vscode";
import { press, preview, secondPreview, type, waitForVisible } from "./support/driver.ts";
import { openMap, waitForText } from "./support/editor.ts";
import { card, focusPreview, previewTabs } from "./support/previewCards.ts";
import { waitForEvent } from "./support/waitForEvent.ts";

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
const item = (words: string) => `[role=menuitem]:has-text("${words}")`;

/** All that stands in the window, column by column: the names of the tabs, `>` before the one that is seen, `*` before the column that has the keys. */
const layout = (): readonly string[] =>
  window.tabGroups.all.map(
    ({ tabs, isActive }) =>
      `${isActive ? "*" : ""}${tabs.map(({ label, isActive: isSeen }) => (isSeen ? `>${label}` : label)).join(", ")}`,
  );

/** Waits until a preview has the keys: it is the active tab, and its page has been given them. */
async function untilInPreview(): Promise<void> {
  await waitForEvent(
    [window.tabGroups.onDidChangeTabs, window.tabGroups.onDidChangeTabGroups],
    () => window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview,
  );
  await preview.waitUntilTrue(() => globalThis.document.hasFocus());
}

const untilIs = (document: TextDocument, text: string): Promise<boolean> =>
  waitForEvent([workspace.onDidChangeTextDocument], () => document.getText() === text);

/** Presses keys in the picture that make a text be this, and sees that nothing in the window is elsewhere afterwards. */
async function takenBack(document: TextDocument, text: string, keys = "Control+Z"): Promise<void> {
  await untilInPreview();
  const before = layout();
  await press(keys);
  await untilIs(document, text);
  await untilInPreview();
  assert.deepEqual(layout(), before, `the window after ${keys}`);
}

async function addReason(to: string, words: string, page = preview): Promise<void> {
  await page.rightClick(card(to));
  await page.click(item("Add a reason"));
  await page.waitForVisible("textarea.writing");
  await type(words);
  await press("Enter");
  await page.waitForVisible(card(words));
  await page.waitForHidden("textarea.writing");
}

const fileOf = (name: string): Uri => Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? Uri.file("/"), name);

describe("undo from the picture", () => {
  it("of an edit in an imported map leaves the texts, tabs and the picture as they are", async () => {
    await workspace.fs.writeFile(fileOf("library.argmap"), new TextEncoder().encode(library));
    await openMap("user.argmap", user);
    await commands.executeCommand("argmap.openPreview");
    await preview.rightClick(card("The air got cleaner."));
    await preview.click(item("Edit the text"));
    await preview.waitForVisible("textarea.writing");
    await press("Control+A");
    await type("The air is clean.");
    await press("Enter");
    await preview.waitForVisible(card("The air is clean."));
    const document = await workspace.openTextDocument(fileOf("library.argmap"));
    await waitForText(document, "The air is clean.");
    await untilInPreview();
    // What has changed and is to be saved stands beside the text of the map, behind it.
    await waitForEvent([window.tabGroups.onDidChangeTabs], () => layout()[0] === ">user.argmap, library.argmap");
    assert.deepEqual(layout(), [">user.argmap, library.argmap", "*>Preview user.argmap"]);
    const after = document.getText();
    await takenBack(document, library);
    await preview.waitForVisible(card("The air got cleaner."));
    await takenBack(document, after, "Control+Y");
    await takenBack(document, library);
  });

  it("goes to each text in the order in which they were edited", async () => {
    await workspace.fs.writeFile(fileOf("library.argmap"), new TextEncoder().encode(library));
    const { document } = await openMap("user.argmap", user);
    await commands.executeCommand("argmap.openPreview");
    await addReason("The air got cleaner.", "Fewer cars.");
    await untilInPreview();
    await press("0");
    await addReason("The charge should stay.", "It pays for buses.");
    const other = await workspace.openTextDocument(fileOf("library.argmap"));
    const after = other.getText();
    await takenBack(document, user);
    await takenBack(other, library);
    await takenBack(other, after, "Control+Y");
    await takenBack(other, library);
    assert.deepEqual(previewTabs(), ["Preview user.argmap"]);
  });

  it("in a locked preview leaves the text that is seen, and the preview that follows it", async () => {
    await openMap("cars.argmap", cars);
    const { document } = await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openLockedPreview");
    await preview.waitForVisible(card("They nest there."));
    await commands.executeCommand("argmap.openPreview");
    await focusPreview();
    await commands.executeCommand("workbench.action.moveEditorToBelowGroup");
    await secondPreview.waitForVisible(card("They nest there."));
    await commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await openMap("cars.argmap", cars);
    await secondPreview.waitForVisible(card("Cars need less room."));
    await focusPreview();
    await untilInPreview();
    await press("0");
    await addReason("Bees need hedges.", "They feed there.");
    await takenBack(document, bees);
    await secondPreview.waitForVisible(card("Cars need less room."));
    assert.deepEqual(previewTabs().toSorted(), ["Preview cars.argmap", "[Preview] bees.argmap"]);
  });

  it("opens no further column where the text was closed", async () => {
    const { document } = await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("They nest there."));
    await commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await addReason("Bees need hedges.", "They feed there.");
    await waitForEvent([window.tabGroups.onDidChangeTabs], () => layout()[0]?.includes(", bees.argmap"));
    assert.deepEqual(layout(), ["*>Preview bees.argmap, bees.argmap"]);
    await takenBack(document, bees);
    await preview.waitForHidden(card("They feed there."));
  });

  it("leaves what stands before the text in its column, be it no text", async () => {
    const { document } = await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("They nest there."));
    await window.showTextDocument(document, ViewColumn.One);
    await commands.executeCommand("markdown.showPreview", fileOf("README.md"));
    await waitForEvent([window.tabGroups.onDidChangeTabs], () => layout()[0] === "*bees.argmap, >Preview README.md");
    await addReason("Bees need hedges.", "They feed there.");
    await takenBack(document, bees);
  });

  it("brings the counts above claims up to date", async () => {
    const { document } = await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openPreview");
    await waitForVisible('.codelens-decoration:has-text("1 reason")');
    await preview.rightClick(card("They nest there."));
    await preview.click(item("Delete"));
    await waitForVisible('.codelens-decoration:has-text("no reasons")');
    await untilInPreview();
    await press("Control+Z");
    await untilIs(document, bees);
    await waitForVisible('.codelens-decoration:has-text("1 reason")');
  });
});
