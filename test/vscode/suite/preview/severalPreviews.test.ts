import * as assert from "node:assert/strict";
import { commands, ViewColumn, window } from "vscode";
import { click, press, preview, secondPreview, waitForVisible } from "../support/driver.ts";
import { openMap, placeCursorAfter, showText, typeInto, waitForCursorAt } from "../support/editor.ts";
import {
  card,
  focusPreview,
  goToText,
  isCardMarked,
  moveBelow,
  previewTabs,
  waitForPreview,
  waitForPreviewFocus,
} from "../support/previewCards.ts";

const bees = "claim bees: Bees need hedges.\n\n  reason: They nest there.\n";
const cars = "claim cars: Cars need less room.\n\n  objection: Vans do not fit.\n";

/** A selector of a button in the title bar of the active preview. */
const button = (label: string) => `.editor-group-container.active .editor-actions [aria-label^="${label}"]`;

describe("several previews", () => {
  it("show another map when it becomes active, unless they are locked", async () => {
    await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openLockedPreview");
    await preview.waitForVisible(card("Bees need hedges."));
    await commands.executeCommand("argmap.openPreview");
    await moveBelow("Preview bees.argmap");
    await secondPreview.waitForVisible(card("Bees need hedges."));
    await openMap("cars.argmap", cars);
    await secondPreview.waitForVisible(card("Cars need less room."));
    await preview.waitForVisible(card("Bees need hedges."));
    assert.deepEqual(previewTabs().toSorted(), ["Preview cars.argmap", "[Preview] bees.argmap"]);
  });

  it("are locked and unlocked by the button in the title bar", async () => {
    await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openPreview");
    await goToText("They nest there.");
    await waitForCursorAt("bees.argmap", "They nest there.");
    await focusPreview();
    await click(button("Toggle Preview Locking"));
    await waitForPreview("[Preview] bees.argmap");
    await commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await openMap("cars.argmap", cars);
    await commands.executeCommand("argmap.openPreview");
    await moveBelow("Preview cars.argmap");
    await secondPreview.waitForVisible(card("Cars need less room."));

    await focusPreview();
    await click(button("Toggle Preview Locking"));
    await waitForPreview("Preview bees.argmap");
    await waitForPreview("[Preview] cars.argmap");
    assert.equal(previewTabs().length, 2, "unlocking one preview locks the other one");
  });

  it("mark the card under the cursor and update while the user types", async () => {
    const editor = await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openLockedPreview");
    await preview.waitForVisible(card("They nest there."));
    await commands.executeCommand("argmap.openPreview");
    await moveBelow("Preview bees.argmap");
    await secondPreview.waitForVisible(card("They nest there."));
    await placeCursorAfter(editor, "claim bees");
    await preview.waitUntilTrue(isCardMarked, "Bees need hedges.");
    await placeCursorAfter(editor, "They nest there");
    await preview.waitUntilTrue(isCardMarked, "They nest there.");
    await secondPreview.waitUntilTrue(isCardMarked, "They nest there.");
    // A panel that was moved takes the focus again when it has loaded.
    await typeInto(editor, " in spring");
    await preview.waitForVisible(card("They nest there in spring."));
    await secondPreview.waitForVisible(card("They nest there in spring."));

    const other = await openMap("cars.argmap", cars);
    await placeCursorAfter(other, "Vans do not fit.");
    await secondPreview.waitUntilTrue(isCardMarked, "Vans do not fit.");
    await preview.waitUntilTrue(() => globalThis.document.querySelector(".ring.cursor-mark") === null);
    // Closing the second preview of a map must not stop updates of the first one.
    await window.tabGroups.close(await waitForPreview("Preview cars.argmap"));
    const again = await showText(editor.document.uri, { viewColumn: ViewColumn.One });
    await placeCursorAfter(again, "Bees need hedges");
    await typeInto(again, " too");
    await preview.waitForVisible(card("Bees need hedges too."));
  });

  it("open the text of a card on Enter, in the column of the text", async () => {
    await openMap("bees.argmap", bees);
    await openMap("cars.argmap", cars);
    await commands.executeCommand("argmap.openLockedPreview");
    await preview.waitForVisible(card("Vans do not fit."));
    await goToText("Cars need less room.");
    await waitForCursorAt("cars.argmap", "Cars need less room.");
    await focusPreview();
    await preview.waitUntilTrue((words) => {
      const found = globalThis.document.querySelector(`[data-card][aria-label*="${words}"]`);
      if (found instanceof SVGElement) found.focus();
      return globalThis.document.activeElement === found;
    }, "Vans do not fit.");
    await waitForPreviewFocus();
    await press("Enter");
    const editor = await waitForCursorAt("cars.argmap", "Vans do not fit.");
    assert.equal(editor.viewColumn, ViewColumn.One);
  });

  it("forward Ctrl+F and other keys to the page", async () => {
    await openMap("bees.argmap", bees);
    await commands.executeCommand("argmap.openPreview");
    await preview.waitForVisible(card("They nest there."));
    await focusPreview();
    await waitForPreviewFocus();
    await waitForVisible(button("Toggle Preview Locking"));
    await preview.waitUntilTrue(() => {
      const received: unknown[] = [];
      Object.assign(globalThis, { received });
      return globalThis.addEventListener("message", ({ data }) => received.push(data)) === undefined;
    });
    await press("Control+F");
    await preview.waitUntilTrue(hasReceived, "find");
    await press("Control+K");
    await press("Control+0");
    await preview.waitUntilTrue(hasReceived, "foldAll");
  });
});

/** Runs in a page that records its messages: whether it has received a command. */
const hasReceived = (command: string): boolean =>
  JSON.stringify(Reflect.get(globalThis, "received")).includes(`"${command}"`);
