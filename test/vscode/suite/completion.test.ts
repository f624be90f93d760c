import * as assert from "node:assert/strict";
import { type CompletionList, commands, Uri, workspace } from "vscode";
import { press, texts, type, typeUntilVisible, waitForHidden } from "./support/driver.ts";
import { openMap, placeCursorAfter, waitForText } from "./support/editor.ts";

const offers = ".suggest-widget.visible";
/** The row that Tab takes. */
const first = `${offers} .monaco-list-row.focused`;

const map = `source report: The report
claim keep: The charge should stay.

reason air: The air got cleaner.
  quote report: measurably cleaner
`;

const quoting = `source report: The report
  file: said.txt
claim keep: The charge should stay.
  quote report:
`;

describe("suggestions", () => {
  it("put in the name that one begins to write", async () => {
    const editor = await openMap("names.argmap", map);
    await placeCursorAfter(editor, "reason air");
    await typeUntilVisible(" for ke", `${first}:has-text("keep")`);
    await press("Tab");
    await waitForText(editor.document, "reason air for keep: The air");
  });

  it("put in a keyword at the start of a line", async () => {
    const editor = await openMap("keywords.argmap", map);
    await placeCursorAfter(editor, "The air got cleaner.");
    await press("Enter");
    await typeUntilVisible("  prem", `${first}:has-text("premise")`);
    await press("Tab");
    await waitForText(editor.document, "The air got cleaner.\n  premise");
  });

  it("come under a quote too", async () => {
    const editor = await openMap("quote.argmap", map);
    await placeCursorAfter(editor, "measurably cleaner");
    await press("Enter");
    await typeUntilVisible("  pag", `${first}:has-text("page")`);
    await press("Tab");
    await waitForText(editor.document, "    page: ");
  });

  it("finish the words of a quote from its source", async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const article = "The air got cleaner. Dumber things were said of it.\n";
    await workspace.fs.writeFile(Uri.joinPath(folder.uri, "said.txt"), new TextEncoder().encode(article));
    const editor = await openMap("said.argmap", quoting);
    await placeCursorAfter(editor, "quote report:");
    await typeUntilVisible(" Dum", `${first}:has-text("Dumber things")`);
    await press("Tab");
    await waitForText(editor.document, "quote report: Dumber things were said of it.\n");
  });

  it("leave prose alone", async () => {
    const editor = await openMap("prose.argmap", map);
    await placeCursorAfter(editor, "The air got cleaner.");
    await type(" A reason for it: pre");
    // What is asked later is answered later, so by then the typing has been answered too.
    const { items } = await commands.executeCommand<CompletionList>(
      "vscode.executeCompletionItemProvider",
      editor.document.uri,
      editor.selection.active,
    );
    assert.deepEqual(items, []);
    assert.deepEqual(await texts(offers), []);
    await waitForHidden(offers);
  });
});
