import * as assert from "node:assert/strict";
import { window, workspace } from "vscode";
import { press, waitForVisible } from "./support/driver.ts";
import { openMap, placeCursorAfter, waitForText } from "./support/editor.ts";

describe("text", () => {
  it("is known by the file's ending", async () => {
    const editor = await openMap("plain.argmap", "claim keep: The charge should stay.\n");
    assert.equal(editor.document.languageId, "argmap");
    assert.equal(window.activeTextEditor, editor);
  });

  it("is set up for prose", async () => {
    const { document } = await openMap("plain.argmap", `claim: ${"The charge should stay. ".repeat(40)}`);
    const { wordWrap, wrappingIndent, quickSuggestions, tabSize } = workspace.getConfiguration("editor", document);
    assert.deepEqual(
      { wordWrap, wrappingIndent, quickSuggestions, tabSize },
      {
        wordWrap: "on",
        wrappingIndent: "deepIndent",
        quickSuggestions: { comments: "off", strings: "on", other: "on" },
        tabSize: 2,
      },
    );
    // The one line of the map is drawn as several.
    await waitForVisible(".view-lines > .view-line:nth-child(2)");
  });

  it("has names that are one word", async () => {
    const editor = await openMap("words.argmap", "claim old-town: The old town.\n");
    await placeCursorAfter(editor, "old-town");
    await press("Control+Backspace");
    await waitForText(editor.document, "claim : The old town.");
  });
});
