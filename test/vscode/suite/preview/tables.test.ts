import { commands, window } from "vscode";
import { press, preview } from "../support/driver.ts";
import { lineOf, openMap, waitForCursorAt } from "../support/editor.ts";
import { card, focusPreview, waitForPreviewFocus } from "../support/previewCards.ts";
import { waitForEvent } from "../support/waitForEvent.ts";

const map = `speaker lind: Maja Lind
speaker roy: Arun Roy

claim keep by lind: The charge should stay.
  reason: The air got cleaner.

claim widen by roy: The road should be wider.
`;

describe("tables in the preview", () => {
  it("lead to the entries: a click scrolls the text, and Enter goes to it", async () => {
    const { document } = await openMap("tabled.argmap", map);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("The charge should stay."));
    await focusPreview();
    await commands.executeCommand("argmap.preview.table");
    await preview.click('[role=tab]:has-text("Positions")');
    await preview.click('.map-table .entry-link:has-text("The road should be wider.")');
    await waitForEvent([window.onDidChangeTextEditorSelection], () =>
      window.visibleTextEditors.some(
        (editor) =>
          editor.document === document &&
          editor.selection.active.line === lineOf(document, "The road should be wider."),
      ),
    );
    await waitForPreviewFocus();
    await press("Enter");
    await waitForCursorAt("tabled.argmap", "The road should be wider.");
    // A click gives the page the keyboard focus, which VS Code does not always do when it focuses the column.
    await preview.click('[role=tab]:has-text("Positions")');
    await waitForPreviewFocus();
    await press("b");
    await preview.waitForHidden(".map-table");
    await preview.waitForVisible(card("The charge should stay."));
  });
});
