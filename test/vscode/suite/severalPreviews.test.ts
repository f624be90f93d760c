import * as assert from "node:assert/strict";
import { commands, ViewColumn, window } from "vscode";
import { click, press, preview, secondPreview, seen, type } from "./support/driver.ts";
import { cursorAfter, openMap, untilCursorAt } from "./support/editor.ts";
import { card, enterPreview, isMarked, previewTabs, untilPreview } from "./support/previewCards.ts";

const bees = "claim bees: Bees need hedges.\n\n  reason: They nest there.\n";
const cars = "claim cars: Cars need less room.\n\n  objection: Vans do not fit.\n";

/** The button in the title bar of the preview that is active. */
const button = (label: string) => `.editor-group-container.active .editor-actions [aria-label^="${label}"]`;

/** Puts the preview that was opened last below the other one, and goes back to the text. */
async function setApart(): Promise<void> {
  await commands.executeCommand("workbench.action.focusSecondEditorGroup");
  await commands.executeCommand("workbench.action.moveEditorToBelowGroup");
  await commands.executeCommand("workbench.action.focusFirstEditorGroup");
}

describe("several previews", () => {
  it("the one that follows goes along to another map, the locked one stays", async () => {
    await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openLockedPreview");
    await preview.seen(card("Bees need hedges."));
    await commands.executeCommand("argmap.openPreview");
    await setApart();
    await secondPreview.seen(card("Bees need hedges."));
    await openMap("cars.argmap", cars);
    await secondPreview.seen(card("Cars need less room."));
    await preview.seen(card("Bees need hedges."));
    assert.deepEqual(previewTabs().toSorted(), ["Preview cars.argmap", "[Preview] bees.argmap"]);
  });

  it("is locked and let go by the button in its title", async () => {
    await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openPreview");
    await preview.click(card("They nest there."));
    await untilCursorAt("bees.argmap", "They nest there.");
    await enterPreview();
    await click(button("Toggle Preview Locking"));
    await untilPreview("[Preview] bees.argmap");
    await commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await openMap("cars.argmap", cars);
    await commands.executeCommand("argmap.openPreview");
    await setApart();
    await secondPreview.seen(card("Cars need less room."));

    await enterPreview();
    await click(button("Toggle Preview Locking"));
    await untilPreview("Preview bees.argmap");
    await untilPreview("[Preview] cars.argmap");
    assert.equal(previewTabs().length, 2, "there is one that follows, and the other stays as it was");
  });

  it("each marks the card under the cursor where it has it, and follows one's typing", async () => {
    const editor = await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openLockedPreview");
    await preview.seen(card("They nest there."));
    await commands.executeCommand("argmap.openPreview");
    await setApart();
    await secondPreview.seen(card("They nest there."));
    await cursorAfter(editor, "claim bees");
    await preview.holds(isMarked, "Bees need hedges.");
    await cursorAfter(editor, "They nest there");
    await preview.holds(isMarked, "They nest there.");
    await secondPreview.holds(isMarked, "They nest there.");
    // A panel that has been moved takes the focus once more when it is loaded.
    await commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await type(" in spring");
    await preview.seen(card("They nest there in spring."));
    await secondPreview.seen(card("They nest there in spring."));

    const other = await openMap("cars.argmap", cars);
    await cursorAfter(other, "Vans do not fit.");
    await secondPreview.holds(isMarked, "Vans do not fit.");
    await preview.holds(() => globalThis.document.querySelector(".ring.mark") === null);
    // The first one is still looked at when the second is closed.
    await window.tabGroups.close(await untilPreview("Preview cars.argmap"));
    const again = await window.showTextDocument(editor.document, ViewColumn.One);
    await cursorAfter(again, "Bees need hedges");
    await type(" too");
    await preview.seen(card("Bees need hedges too."));
  });

  it("leads by Enter from a card to its text, in the column where that is", async () => {
    await openMap("bees.argmap", bees);
    await openMap("cars.argmap", cars);
    await commands.executeCommand("argmap.openLockedPreview");
    await preview.seen(card("Vans do not fit."));
    await preview.click(card("Cars need less room."));
    await untilCursorAt("cars.argmap", "Cars need less room.");
    await enterPreview();
    await preview.holds((words) => {
      const found = globalThis.document.querySelector(`[data-card][aria-label*="${words}"]`);
      if (found instanceof SVGElement) found.focus();
      return globalThis.document.activeElement === found;
    }, "Vans do not fit.");
    await press("Enter");
    const editor = await untilCursorAt("cars.argmap", "Vans do not fit.");
    assert.equal(editor.viewColumn, ViewColumn.One);
  });

  it("hands Ctrl+F to the page, and nothing of VS Code's own opens", async () => {
    await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openPreview");
    await preview.seen(card("They nest there."));
    await enterPreview();
    await seen(button("Toggle Preview Locking"));
    await preview.holds(() => {
      const told: unknown[] = [];
      Object.assign(globalThis, { told });
      return globalThis.addEventListener("message", ({ data }) => told.push(data)) === undefined;
    });
    await press("Control+F");
    await preview.holds(isTold, "find");
    await press("Control+K");
    await press("Control+0");
    await preview.holds(isTold, "foldAll");
  });
});

/** Within a page that notes what it is told: whether it was told to do this. */
const isTold = (what: string): boolean => JSON.stringify(Reflect.get(globalThis, "told")).includes(`"${what}"`);
