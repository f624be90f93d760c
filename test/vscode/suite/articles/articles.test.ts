import * as assert from "node:assert/strict";
import { commands, ViewColumn, window, workspace } from "vscode";
import { article, focusedItem, gutterIcon, map, openSideBySide, writeFerryFiles } from "../support/articles.ts";
import { press, preview, screenshot, type, waitForHidden, waitForVisible } from "../support/driver.ts";
import {
  closeAll,
  openFile,
  openMap,
  placeCursorAfter,
  selectWords,
  showText,
  undoIn,
  waitForActive,
  waitForSelected,
  workspaceUri,
  writeFile,
} from "../support/editor.ts";
import { waitForNoProblem, waitForProblem } from "../support/expectProblem.ts";
import { card } from "../support/previewCards.ts";
import { waitForEvent } from "../support/waitForEvent.ts";

/** A selector of the nth decorated segment of a text. */
const segment = (index: number): string => `:nth-match(.view-overlays .cdr[class*="ced-"], ${index})`;

/** Waits until the new map of `canal.txt` is visible beside it. */
const waitForVisibleMap = () =>
  waitForEvent([window.onDidChangeVisibleTextEditors], () =>
    window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith("/canal.argmap")),
  );

describe("articles", () => {
  beforeEach(writeFerryFiles);

  it("keep their commands when they get their own language", async () => {
    await openMap("ferry.argmap", map);
    const { document } = await openFile("ferry.txt");
    await waitForEvent(
      [workspace.onDidOpenTextDocument, window.onDidChangeActiveTextEditor],
      () => window.activeTextEditor?.document.languageId === "argmap-article",
    );
    await openFile("ferry.argmap");
    await waitForActive("ferry.argmap");
    await showText(document.uri);
    await waitForVisible('.codelens-decoration:has-text("1 claim")');
    await selectWords("ferry.txt", "nine hundred people");
    // The command of a key that works only in articles.
    await press("Control+K");
    await press("Alt+C");
    await waitForVisible(".quick-input-widget input:focus");
    await commands.executeCommand("workbench.action.closeQuickOpen");
  });

  it("go to definition on a quote selects its passage", async () => {
    const editor = await openMap("ferry.argmap", map);
    await placeCursorAfter(editor, "quote text: nine hun");
    await press("F12");
    const shown = await waitForSelected("ferry.txt", "nine hundred people a day");
    assert.equal(shown.selection.start.line, 2);
  });

  it("show a gutter icon and a code lens at a cited passage", async () => {
    const editor = await openFile("ferry.txt");
    await waitForVisible('.codelens-decoration:has-text("1 claim")');
    await waitForVisible(gutterIcon);
    assert.equal(editor.document.isDirty, false);
  });

  it("decorate a passage inside another passage with its own color", async () => {
    await writeFile(
      "ferry.argmap",
      `${map}    quote text: Its engine is thirty years old. Every second week it stands still.\n  objection: It is old.\n    quote text: thirty years\n`,
    );
    // Articles are wrapped, and a passage on two lines has two segments. Without the sidebar, it fits on one.
    await commands.executeCommand("workbench.action.closeSidebar");
    // The focus leaves the article before VS Code has requested its code lenses, at least when this test runs alone.
    await openSideBySide();
    await waitForVisible('.codelens-decoration:has-text("1 reason, 1 objection")');
    // One for the first passage. Three for the other two: before, inside and after the inner one.
    await waitForVisible(segment(4));
    await waitForHidden(segment(5));
    await screenshot("overlap");
  });

  it("open side by side with a new map, and later with the same map", async () => {
    await writeFile("canal.txt", article);
    await openFile("canal.txt");
    await commands.executeCommand("argmap.encodeArticle");
    const editor = await waitForVisibleMap();
    await waitForActive("canal.txt");
    assert.match(editor.document.getText(), /source \w+: .*\n(?: {2}.*\n)*? {2}file: canal\.txt\n/);
    assert.equal(editor.viewColumn, ViewColumn.Two);
    assert.ok(window.visibleTextEditors.some(({ document }) => document.uri.path.endsWith("/canal.txt")));
    await closeAll();
    await openFile("canal.txt");
    await commands.executeCommand("argmap.encodeArticle");
    await waitForVisibleMap();
  });

  it("let the user pick one of several citing maps, and create none if the user cancels", async () => {
    await writeFile("dock.txt", article);
    const citing = "source text: The Dock\n  file: dock.txt\n\nclaim keep: Stay.\n  quote text: thirty years old\n";
    await writeFile("dock.argmap", citing);
    await writeFile("other.argmap", citing.replace("Stay", "Go"));
    const editor = await openFile("dock.txt");
    await waitForVisible('.codelens-decoration:has-text("2 claims")');
    const canceled = commands.executeCommand("argmap.encodeArticle");
    await waitForVisible(
      '.quick-input-widget:has-text("Maps That Cite This Article") .monaco-list-row:has-text("other.argmap")',
    );
    // The command of the Escape key.
    await commands.executeCommand("workbench.action.closeQuickOpen");
    await waitForHidden(".quick-input-widget .monaco-list-row");
    await canceled;
    assert.equal(window.activeTextEditor, editor);
    const opened = commands.executeCommand("argmap.encodeArticle");
    await waitForVisible(".quick-input-widget input:focus");
    await type("other");
    await waitForVisible(focusedItem("other.argmap"));
    await press("Enter");
    await waitForEvent([window.onDidChangeVisibleTextEditors], () =>
      window.visibleTextEditors.some(({ document }) => document.uri.path.endsWith("/other.argmap")),
    );
    // The picture is shown last.
    await opened;
    const files = await workspace.fs.readDirectory(workspaceUri("."));
    assert.deepEqual(
      files.flatMap(([name]) => (name.startsWith("dock") ? [name] : [])),
      ["dock.argmap", "dock.txt"],
    );
  });

  it("open from a quote in the preview with the passage selected, beside the preview", async () => {
    await openMap("ferry.argmap", map);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("The ferry should stay."));
    await preview.click(".quotes-badge");
    await preview.click("button.passage-link");
    const shown = await waitForSelected("ferry.txt", "nine hundred people a day");
    assert.equal(shown.viewColumn, ViewColumn.One, "the preview stays visible");
    await preview.waitForVisible(card("The ferry should stay."));
    await screenshot("passage");
  });

  it("update the problems of their maps when they are edited", async () => {
    const { document } = await openMap("ferry.argmap", map);
    await openFile("ferry.txt");
    const shown = await selectWords("ferry.txt", "nine");
    await type("ten");
    await waitForProblem(document, "quote-not-found");
    await undoIn(shown);
    await waitForNoProblem(document, "quote-not-found");
  });
});
