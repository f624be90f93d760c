import * as assert from "node:assert/strict";
import { window } from "vscode";
import { openMap } from "./editor.ts";

describe("text", () => {
  it("is known by the file's ending", async () => {
    const editor = await openMap("plain.argmap", "claim keep: The charge should stay.\n");
    assert.equal(editor.document.languageId, "argmap");
    assert.equal(window.activeTextEditor, editor);
  });
});
