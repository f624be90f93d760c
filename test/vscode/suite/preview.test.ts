import * as assert from "node:assert/strict";
import { commands, TabInputWebview, ViewColumn, window } from "vscode";
import { openMap } from "./editor.ts";
import { until } from "./until.ts";

const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs);
const previewTab = () =>
  tabs().find(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith("argmap.preview"));

describe("preview", () => {
  it("opens beside the text", async () => {
    await openMap("small.argmap", "claim keep: The charge should stay.\n\n  reason: The air got cleaner.\n");
    await commands.executeCommand("argmap.openPreview");
    const tab = await until(window.tabGroups.onDidChangeTabs, previewTab);
    assert.equal(tab.label, "Preview small.argmap");
    assert.equal(tab.group.viewColumn, ViewColumn.Two);
  });
});
