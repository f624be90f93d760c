import * as assert from "node:assert/strict";
import { commands, workspace } from "vscode";
import { openMap } from "../support/editor.ts";
import { poll } from "../support/waitForEvent.ts";

describe("formatting", () => {
  it("runs when a map is saved, if the user has set that", async () => {
    const settings = workspace.getConfiguration("editor", { languageId: "argmap" });
    await settings.update("formatOnSave", true, undefined, true);
    try {
      const editor = await openMap("format.argmap", "claim keep:It stays.\n");
      await editor.edit((edit) => edit.insert(editor.document.positionAt(21), "      reason  air:Cleaner.\n"));
      await editor.document.save();
      assert.equal(editor.document.getText(), "claim keep: It stays.\n  reason air: Cleaner.\n");
    } finally {
      await settings.update("formatOnSave", undefined, undefined, true);
    }
  });

  it("wraps lines at the width in the settings", async () => {
    const settings = workspace.getConfiguration("argmap");
    const editor = await openMap(
      "width.argmap",
      "claim keep: It should stay, as all that was measured speaks for it.\n",
    );
    await settings.update("format.lineWidth", 40);
    try {
      // The server receives the setting a little later.
      await poll(
        async () => {
          await commands.executeCommand("editor.action.formatDocument");
          return editor.document.lineCount;
        },
        (count) => count > 2,
      );
      assert.equal(editor.document.lineAt(1).text, "  was measured speaks for it.");
    } finally {
      await settings.update("format.lineWidth", undefined);
    }
  });
});
