import * as assert from "node:assert/strict";
import { commands, ViewColumn, window } from "vscode";
import { focusedItem, map, openSideBySide, writeFerryFiles } from "../support/articles.ts";
import { drop, press, preview, screenshot, type, waitForHidden, waitForVisible } from "../support/driver.ts";
import {
  placeCursorAfter,
  selectWords,
  showText,
  undoIn,
  waitForContent,
  waitForCursorAt,
  waitForText,
  workspaceUri,
  writeFile,
} from "../support/editor.ts";
import { isCardMarked } from "../support/previewCards.ts";

/** A selector of the link to the added entry, in the status bar. */
const addedLink = `.statusbar-item a:has-text("Go to the entry")`;

const openMapBeside = () => showText(workspaceUri("ferry.argmap"), { viewColumn: ViewColumn.Two });

describe("adding a passage of an article to a map", () => {
  beforeEach(writeFerryFiles);

  it("quotes the selection under the picked entry, keeps the focus, and goes to the quote by F8", async () => {
    const mapEditor = await openSideBySide();
    const article = await selectWords("ferry.txt", "Its engine is thirty years old.");
    // Not awaited: the command ends when the user has picked an entry.
    void commands.executeCommand("argmap.quoteInMap");
    await waitForVisible(".quick-input-widget .quick-input-list .monaco-list-row");
    await type("stay");
    await waitForVisible(focusedItem("The ferry should stay."));
    await press("Enter");
    await waitForText(mapEditor.document, "  quote text: Its engine is thirty years old.");
    await waitForVisible(addedLink);
    await screenshot("added entry");
    assert.equal(window.activeTextEditor?.document, article.document);
    assert.equal(article.document.getText(article.selection), "Its engine is thirty years old.");
    await press("F8");
    const editor = await waitForCursorAt("ferry.argmap", "Its engine is thirty years old.");
    await undoIn(editor);
    await waitForContent(editor.document, map);
    await waitForHidden(addedLink);
    assert.equal(article.document.isDirty, false);
  });

  it("picks the first match of the whole query, even if Enter is pressed before the answer", async () => {
    const editor = await openSideBySide();
    await selectWords("ferry.txt", "Its engine is thirty years old.");
    void commands.executeCommand("argmap.quoteInMap");
    await waitForVisible(focusedItem("The ferry should stay."));
    await type("crosses");
    await press("Enter");
    await waitForText(editor.document, `${map}    quote text: Its engine is thirty years old.`);
  });

  // A claim goes to the end of the map, which is the first item.
  for (const [add, query, target, indent] of [
    ["Claim", "", "At the end of the map", ""],
    ["Reason", "should stay", "The ferry should stay.", "  "],
    ["Objection", "should stay", "The ferry should stay.", "  "],
  ] as const) {
    const kind = add.toLowerCase();
    it(`adds the selection with a new ${kind}`, async () => {
      const editor = await openSideBySide();
      await commands.executeCommand("argmap.openLockedPreview");
      await commands.executeCommand("workbench.action.focusFirstEditorGroup");
      await selectWords("ferry.txt", "Every second week it stands still.");
      void commands.executeCommand(`argmap.add${add}FromSelection`);
      await waitForVisible(`.quick-input-title:has-text("Add ${add} from Selection")`);
      // Targets of other tests come first until the user types.
      await type(query);
      await waitForVisible(focusedItem(target));
      await press("Enter");
      await waitForVisible(focusedItem(add === "Reason" ? "The same as the entry above" : "Nobody in particular"));
      await press("Enter");
      await waitForVisible(`.quick-input-title:has-text("Text of the ${add}")`);
      await type("It breaks down too often.");
      await press("Enter");
      await waitForText(
        editor.document,
        `\n${indent}${kind}: It breaks down too often.\n${indent}  quote text: Every second week it stands still.\n`,
      );
      await preview.waitUntilTrue(isCardMarked, "It breaks down too often.");
      await screenshot("sources");
    });
  }

  it("adds the selected name as a speaker, who then comes first for a passage of the paragraph", async () => {
    const editor = await openSideBySide();
    await selectWords("ferry.txt", "council");
    await commands.executeCommand("argmap.addSpeakerFromSelection");
    await waitForText(editor.document, "speaker council: council\n");
    await selectWords("ferry.txt", "A bridge would cost forty million");
    void commands.executeCommand("argmap.addClaimFromSelection");
    await waitForVisible(focusedItem("At the end of the map"));
    await press("Enter");
    await waitForVisible(focusedItem("council"));
    await press("Enter");
    await waitForVisible(`.quick-input-title:has-text("Text of the Claim")`);
    await type("A bridge is too dear.");
    await press("Enter");
    await waitForText(editor.document, "\nclaim by council: A bridge is too dear.\n");
  });

  it("adds a speaker whose name is typed where the speakers are listed", async () => {
    const editor = await openSideBySide();
    await selectWords("ferry.txt", "A bridge would cost forty million");
    void commands.executeCommand("argmap.addClaimFromSelection");
    await waitForVisible(focusedItem("At the end of the map"));
    await press("Enter");
    await waitForVisible(`.quick-input-title:has-text("Who Says This?")`);
    await type("Mayor Berg");
    await waitForVisible(focusedItem("New speaker “Mayor Berg”"));
    await screenshot("typed speaker");
    await press("Enter");
    await waitForVisible(`.quick-input-title:has-text("Text of the Claim")`);
    await screenshot("text of the claim");
    // Nothing is written before the last answer, so that a canceled addition leaves nothing behind.
    assert.equal(editor.document.getText(), map);
    await type("A bridge is too dear.");
    await press("Enter");
    await waitForText(editor.document, "\nclaim by mayor-berg: A bridge is too dear.\n");
    assert.match(editor.document.getText(), /^speaker mayor-berg: Mayor Berg$/m);
  });

  it("pastes copied text as a quote", async () => {
    await openSideBySide();
    const article = await selectWords("ferry.txt", "A bridge would cost forty million");
    await press("Control+c");
    assert.equal(article.document.isDirty, false);
    const editor = await openMapBeside();
    await placeCursorAfter(editor, "The ferry should stay.");
    await press("Enter");
    await press("Control+v");
    await waitForText(editor.document, "  quote text: A bridge would cost forty million");
    await screenshot("paste");
  });

  it("pastes a quote under the entry above, whatever the indentation of the line", async () => {
    const deep = `${map}    premise: It is needed.\n      quote text: thirty years old\n`;
    await writeFile("ferry.argmap", deep);
    await openSideBySide();
    await selectWords("ferry.txt", "A bridge would cost forty million");
    await press("Control+c");
    const editor = await openMapBeside();
    await placeCursorAfter(editor, "premise: It is needed.");
    // The editor indents the new line like the premise, not like its quote.
    await press("Enter");
    await press("Control+v");
    await waitForText(
      editor.document,
      "    premise: It is needed.\n      quote text: A bridge would cost forty million\n      quote text: thirty years old\n",
    );
  });

  it("inserts dropped text of an article as a quote", async () => {
    await openSideBySide();
    const editor = await openMapBeside();
    await drop("A bridge would cost forty million", '.view-line:has-text("Nothing else crosses")');
    await waitForText(editor.document, "    quote text: A bridge would cost forty million");
  });
});
