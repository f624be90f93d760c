/** Screenshots of the whole window, for visual inspection. */
import { ConfigurationTarget, commands, workspace } from "vscode";
import { preview, screenshot } from "./support/driver.ts";
import { openFile, placeCursorAfter } from "./support/editor.ts";
import { themes } from "./support/vscodeThemes.ts";

describe("screenshots", () => {
  const setTheme = (theme: string | undefined) =>
    workspace.getConfiguration("workbench").update("colorTheme", theme, ConfigurationTarget.Global);
  after(() => setTheme(undefined));

  for (const [name, [theme, mark]] of Object.entries(themes)) {
    it(`show previews in ${theme}`, async () => {
      await setTheme(theme);
      await commands.executeCommand("workbench.action.closeSidebar");
      for (const map of ["ardmore", "us-russia-reset"]) {
        const editor = await openFile(`${map}.argmap`);
        await placeCursorAfter(
          editor,
          map === "ardmore" ? "claim keep by office: The charge" : "claim mending by hu: Trump",
        );
        await commands.executeCommand("argmap.openPreview");
        await preview.waitUntilTrue(
          (mark) =>
            globalThis.document.body.classList.contains(mark) &&
            globalThis.document.querySelector(".ring.cursor-mark") !== null,
          mark,
        );
        await screenshot(`${map}-${name}`);
      }
    });
  }
});
