import * as assert from "node:assert/strict";
import { commands, type TextEditor, ViewColumn, window, workspace } from "vscode";
import { writePdf } from "../../../support/pdf/writePdf.ts";
import { focusedItem } from "../support/articles.ts";
import { press, preview, screenshot, type, waitForVisible } from "../support/driver.ts";
import {
  openFile,
  openMap,
  placeCursorAfter,
  showText,
  typeInto,
  waitForActive,
  waitForSelected,
  workspaceUri,
} from "../support/editor.ts";
import { problemCodes } from "../support/expectProblem.ts";
import { card } from "../support/previewCards.ts";
import { waitForEvent } from "../support/waitForEvent.ts";

const writePages = (name: string, pages: readonly (readonly string[])[]): Thenable<void> =>
  workspace.fs.writeFile(workspaceUri(name), writePdf(pages));

describe("PDF articles", () => {
  it("open from a quote as text, with the passage selected, and follow their file", async () => {
    await writePages("harbour.pdf", [
      ["The harbour was dredged in spring."],
      ["The dredging cost two million.", "Nobody had asked."],
    ]);
    const text =
      "source paper: Harbour\n  file: harbour.pdf\n\nclaim dear: It was dear.\n  quote paper: cost two million\n";
    const editor = await openMap("harbour.argmap", text);
    await placeCursorAfter(editor, "quote paper: cost");
    await press("F12");
    const shown = await waitForSelected("harbour.pdf", "cost two million");
    assert.equal(shown.document.uri.scheme, "argmap-source");
    await screenshot("pdf");
    await writePages("harbour.pdf", [["Now the dredging cost three million."]]);
    await waitForEvent([workspace.onDidChangeTextDocument], () => shown.document.getText().includes("three million"));
    assert.doesNotMatch(shown.document.getText(), /two million/);
  });

  it("that are open as bytes are still found, and can be opened as text or mapped from the command palette", async () => {
    await writePages("quay.pdf", [["The quay was built in a year.", "It was dear."]]);
    const text = "source paper: Quay\n  file: quay.pdf\n\nclaim: It was dear.\n  quote paper: built in a year. It\n";
    const map = await openMap("quay.argmap", text);
    const raw = await openFile("quay.pdf");
    assert.match(raw.document.getText(), /^%PDF/);
    const runCommand = async (title: string) => {
      await showText(raw.document.uri, { preview: false });
      await press("F1");
      await waitForVisible(".quick-input-widget input:focus");
      await type(title);
      await waitForVisible(focusedItem(title));
      await press("Enter");
    };
    const isText = ({ document }: TextEditor) => document.uri.scheme === "argmap-source";
    await runCommand("Argmap: Open as Text");
    await waitForEvent(
      [window.onDidChangeActiveTextEditor],
      () => window.activeTextEditor && isText(window.activeTextEditor),
    );
    await runCommand("Argmap: Map This Article");
    await waitForActive("quay.argmap");
    assert.ok(window.visibleTextEditors.some(isText));
    assert.ok(!problemCodes(map.document).includes("quote-not-found"));
  });

  it("open from a quote in the preview, or a message says that the quote was not found", async () => {
    await writePages("pier.pdf", [["The pier was built in a year."], ["It cost two million."]]);
    const text = "source paper: Pier\n  file: pier.pdf\n\nclaim dear: It was dear.\n  quote paper: cost two million\n";
    const editor = await openMap("pier.argmap", text);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("It was dear."));
    await preview.click(".quotes-badge");
    await preview.click("button.passage-link");
    const shown = await waitForSelected("pier.pdf", "cost two million");
    assert.equal(shown.document.uri.scheme, "argmap-source");
    const again = await showText(editor.document.uri, { viewColumn: ViewColumn.One });
    await placeCursorAfter(again, "cost two million");
    await typeInto(again, "s more");
    await preview.waitForVisible('text="cost two millions more"');
    await preview.click("button.passage-link");
    // The test window does not show notification toasts.
    await commands.executeCommand("notifications.showList");
    await waitForVisible('.notification-list-item:has-text("not found in its source file")');
    await commands.executeCommand("notifications.clearAll");
  });
});
