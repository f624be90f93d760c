import * as assert from "node:assert/strict";
import { window, workspace } from "vscode";
import { press, waitForVisible } from "../support/driver.ts";
import { openMap, placeCursorAfter, waitForText } from "../support/editor.ts";

describe("the editor", () => {
  it("recognizes maps by the file extension", async () => {
    const editor = await openMap("plain.argmap", "claim keep: The charge should stay.\n");
    assert.equal(editor.document.languageId, "argmap");
    assert.equal(window.activeTextEditor, editor);
  });

  it("has settings for prose", async () => {
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
    // The only line of the map is wrapped.
    await waitForVisible(".view-lines > .view-line:nth-child(2)");
  });

  it("treats a name with hyphens as one word", async () => {
    const editor = await openMap("words.argmap", "claim old-town: The old town.\n");
    await placeCursorAfter(editor, "old-town");
    await press("Control+Backspace");
    await waitForText(editor.document, "claim : The old town.");
  });
});
