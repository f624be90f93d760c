import { commands } from "vscode";
import { preview, screenshot } from "./driver.ts";
import { openMap } from "./editor.ts";

describe("preview", () => {
  it("opens beside the text", async () => {
    await openMap("small.argmap", "claim keep: The charge should stay.\n\n  reason: The air got cleaner.\n");
    await commands.executeCommand("argmap.openPreview");
    await screenshot("first");
    await preview.seen("body");
  });
});
