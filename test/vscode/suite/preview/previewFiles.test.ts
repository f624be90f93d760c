import * as assert from "node:assert/strict";
import { commands, WorkspaceEdit, window, workspace } from "vscode";
import { click, preview, screenshot, waitForVisible } from "../support/driver.ts";
import { openFile, openMap, placeCursorAfter, waitForCursorAt, workspaceUri, writeFile } from "../support/editor.ts";
import { card, focusPreview, goToText, isCardMarked, previewTabs, waitForPreview } from "../support/previewCards.ts";

const air = "map: The air\n\nclaim fell: Nitrogen dioxide fell.\n\n  objection: The winter was mild.\n";
const town = "import: preview-air.argmap\n\nclaim keep: The charge should stay.\n\n  reason:\n    premise fell\n";

/** Opens a map, the map that it imports, and a preview of the former. */
async function openBothMaps() {
  await openMap("preview-air.argmap", air);
  const editor = await openMap("preview-town.argmap", town);
  await commands.executeCommand("argmap.openPreview");
  await preview.waitForVisible(card("The charge should stay."));
  await preview.waitForVisible(card("The winter was mild."));
  return editor;
}

describe("preview and files", () => {
  it("shows imported cards, opens their texts, and keeps showing its map", async () => {
    await openBothMaps();
    await goToText("The winter was mild.");
    const imported = await waitForCursorAt("preview-air.argmap", "The winter was mild.");
    await preview.waitForVisible(card("The charge should stay."));
    await placeCursorAfter(imported, "claim fell: Nitrogen");
    await preview.waitUntilTrue(isCardMarked, "Nitrogen dioxide fell.");
    await preview.waitForVisible(card("The charge should stay."));
    assert.deepEqual(previewTabs(), ["Preview preview-town.argmap"]);
  });

  it("says that the text of a card could not be opened", async () => {
    // The server reads this file. VS Code considers it binary.
    const odd = "claim odd: It is odd.\n\u0000\n";
    await writeFile("preview-odd.argmap", odd);
    await openMap(
      "preview-plain.argmap",
      "import: preview-odd.argmap\n\nclaim a: It is so.\n\n  reason:\n    premise odd\n",
    );
    await commands.executeCommand("argmap.openPreview");
    await preview.click(card("It is odd."));
    await commands.executeCommand("notifications.showList");
    await waitForVisible(`.notifications-center :text("Could not open this card's entry in the editor.")`);
    await workspace.fs.delete(workspaceUri("preview-odd.argmap"));
  });

  it("follows to an imported map that is opened without the preview", async () => {
    await openBothMaps();
    await goToText("The winter was mild.");
    await waitForCursorAt("preview-air.argmap", "The winter was mild.");
    await openFile("preview-town.argmap");
    await openFile("preview-air.argmap");
    await waitForPreview("Preview preview-air.argmap");
    await preview.waitForHidden(card("The charge should stay."));
  });

  it("shows the imported map, and goes back", async () => {
    await openBothMaps();
    await focusPreview();
    await commands.executeCommand("argmap.showImportedMap");
    await waitForPreview("Preview preview-air.argmap");
    await preview.waitForHidden(card("The charge should stay."));
    await preview.waitForVisible(card("Nitrogen dioxide fell."));
    await click('.editor-group-container.active .editor-actions [aria-label^="Go Back to Importing Map"]');
    await waitForPreview("Preview preview-town.argmap");
    await preview.waitForVisible(card("The charge should stay."));
  });

  it("stays when the text is closed, and reopens the text", async () => {
    const { document } = await openMap("preview-air.argmap", air);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("The winter was mild."));
    const tab = window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === "preview-air.argmap");
    assert.ok(tab);
    await window.tabGroups.close(tab);
    await preview.waitForVisible(card("The winter was mild."));
    await goToText("The winter was mild.");
    const editor = await waitForCursorAt("preview-air.argmap", "The winter was mild.");
    assert.equal(editor.document.uri.toString(), document.uri.toString());
  });

  it("says that its map was deleted, and shows it again when it is restored", async () => {
    const { document } = await openMap("preview-gone.argmap", air);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("The winter was mild."));
    const text = window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === "preview-gone.argmap");
    assert.ok(text);
    await window.tabGroups.close(text);
    await workspace.fs.delete(document.uri);
    await preview.waitForVisible(".missing-map");
    await screenshot("preview-absent");
    await preview.waitForHidden("[data-card]");
    await writeFile("preview-gone.argmap", "claim back: Here it is again.\n");
    await preview.waitForVisible(card("Here it is again."));
  });

  it("follows a map that is renamed", async () => {
    const { document } = await openMap("preview-before.argmap", air);
    await commands.executeCommand("argmap.openLockedPreview");
    await preview.waitForVisible(card("The winter was mild."));
    const rename = new WorkspaceEdit();
    rename.renameFile(document.uri, workspaceUri("preview-after.argmap"), { overwrite: true });
    await workspace.applyEdit(rename);
    await waitForPreview("[Preview] preview-after.argmap");
    await preview.waitForVisible(card("The winter was mild."));
    await goToText("The winter was mild.");
    await waitForCursorAt("preview-after.argmap", "The winter was mild.");
  });
});
