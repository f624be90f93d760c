import * as assert from "node:assert/strict";
import { commands, languages, type Uri, window, workspace } from "vscode";
import { click, press, preview, screenshot, waitForVisible } from "./support/driver.ts";
import {
  openFile,
  openMap,
  selectWords,
  waitForActive,
  waitForContent,
  waitForCursorAt,
  workspaceUri,
  writeFile,
} from "./support/editor.ts";
import { card } from "./support/previewCards.ts";

const importFile = (name: string): Thenable<readonly Uri[]> =>
  commands.executeCommand("argmap.importMap", workspaceUri(name));

const notice = (words: string): string => `.notifications-list-container :text("${words}")`;
const button = (label: string): string => `.notifications-list-container :text-is("${label}")`;

describe("import and export", () => {
  afterEach(async () => {
    await commands.executeCommand("notifications.clearAll");
    await commands.executeCommand("notifications.hideList");
  });

  it("makes a map of an Argdown file from its title bar, and shows what was left out", async () => {
    await writeFile(
      "parking.argdown",
      "# Parking {color: red}\n\n[Keep]: The meters should stay.\n  + <Air>: Streets got quieter.\n",
    );
    await openFile("parking.argdown");
    await waitForVisible('.editor-actions :text("Import into Argmap")');
    await screenshot("import-title-bar");
    await click('.editor-actions :text("Import into Argmap")');
    await waitForActive("parking.argmap");
    await preview.waitForVisible(card("Streets got quieter."));
    // VS Code hides a message after some seconds, but keeps it in its list.
    await commands.executeCommand("notifications.showList");
    await waitForVisible(notice("Imported “parking.argdown”, without"));
    await screenshot("import-notice");
    await click(button("Show Details"));
    await waitForVisible('.view-line :text("data of headings:")');
    await screenshot("import-details");
    assert.equal(
      languages.getDiagnostics(workspaceUri("parking.argmap")).filter(({ severity }) => severity === 0).length,
      0,
    );
  });

  it("keeps a map that exists, and offers another name", async () => {
    await writeFile("tram.argdown", "[Tram]: A tram is quiet.\n");
    await writeFile("tram.argmap", "claim own: My own words.\n");
    const importing = importFile("tram.argdown");
    await waitForVisible('.quick-input-list :text("Create “tram-2.argmap”")');
    await screenshot("import-exists");
    await click('.quick-input-list :text("Create “tram-2.argmap”")');
    assert.deepEqual((await importing).map(String), [workspaceUri("tram-2.argmap").toString()]);
    const kept = await workspace.fs.readFile(workspaceUri("tram.argmap"));
    assert.equal(new TextDecoder().decode(kept), "claim own: My own words.\n");
  });

  it("says where a file cannot be read, and goes there", async () => {
    await writeFile("cut.json", '{ "format": "argmap",\n  "items": [,] }');
    assert.deepEqual(await importFile("cut.json"), []);
    await commands.executeCommand("notifications.showList");
    await waitForVisible(notice("cut.json, line 2: "));
    await screenshot("import-error");
    await click(button("Open File"));
    await waitForCursorAt("cut.json", '  "items"');
  });

  it("pastes Argdown as it is, and offers to convert it", async () => {
    const argdown = "[Meters]: The meters should stay.\n  + <Quiet>: Streets got quieter.\n";
    await writeFile("copied-argdown.txt", argdown);
    await selectWords("copied-argdown.txt", argdown);
    // Only keys give the clipboard to paste providers: in a browser, the commands insert its text themselves.
    await press("Control+c");
    const { document } = await openMap("pasted-argdown.argmap", "claim own: My own words.\n\n");
    await commands.executeCommand("cursorBottom");
    await press("Control+v");
    await waitForContent(document, `claim own: My own words.\n\n${argdown}`);
    await waitForVisible(".post-edit-widget");
    await screenshot("paste-offer");
    await click(".post-edit-widget a");
    await waitForVisible('.action-widget :text("Convert to Argmap")');
    await screenshot("paste-choices");
    await click('.action-widget :text("Convert to Argmap")');
    await waitForContent(
      document,
      "claim own: My own words.\n\nclaim Meters: The meters should stay.\n  reason Quiet: Streets got quieter.\n",
    );
    await screenshot("paste-converted");
  });

  it("exports a map with its imports to another format", async () => {
    await writeFile("people-of-town.argmap", "speaker lin: Lin Bo\n");
    await writeFile("town.argmap", "import: people-of-town.argmap\nclaim by lin: The town is calm.\n");
    await openFile("town.argmap");
    const to = workspaceUri("town.argdown");
    const written = await commands.executeCommand<Uri>("argmap.exportPicture", undefined, { format: "argdown", to });
    assert.equal(written.toString(), to.toString());
    const text = new TextDecoder().decode(await workspace.fs.readFile(to));
    assert.match(text, /The town is calm\./);
    assert.match(text, /Lin Bo/);
    assert.equal(window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
  });

  it("lists pictures and all other formats in one quick pick", async () => {
    await openFile("town.argmap");
    const exporting = commands.executeCommand("argmap.exportPicture");
    for (const format of ["SVG", "Word report", "Argdown"])
      await waitForVisible(`.quick-input-list :text-is("${format}")`);
    await screenshot("export-formats");
    await commands.executeCommand("workbench.action.closeQuickOpen");
    assert.equal(await exporting, undefined);
  });
});
