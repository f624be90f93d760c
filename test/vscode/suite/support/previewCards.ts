/** The cards in the page of a preview, and the tabs of previews. */
import { commands, type Tab, TabInputWebview, window } from "vscode";
import { press, preview, secondPreview } from "./driver.ts";
import { waitForEvent } from "./waitForEvent.ts";

/** A selector of the card whose label contains some words. */
export const card = (words: string) => `[data-card][aria-label*="${words}"]`;

/** A selector of an item of a card's context menu. */
export const menuItem = (label: string) => `[role=menuitem]:has-text("${label}")`;

/** Goes from a card to its text by mouse and keyboard. */
export async function goToText(words: string): Promise<void> {
  await preview.click(card(words));
  await waitForPreviewFocus();
  await press("Enter");
}

/** Runs in a page: whether a card has a ring around it and is within the viewport. */
export function isCardMarked(words: string): boolean {
  const box = (selector: string) => globalThis.document.querySelector(selector)?.getBoundingClientRect();
  const ring = box(".ring.cursor-mark");
  const marked = box(`[data-card][aria-label*="${words}"]`);
  return (
    ring !== undefined &&
    marked !== undefined &&
    Math.abs(ring.x + ring.width / 2 - marked.x - marked.width / 2) < 3 &&
    Math.abs(ring.y + ring.height / 2 - marked.y - marked.height / 2) < 3 &&
    ring.left >= 0 &&
    ring.top >= 0 &&
    ring.right <= innerWidth &&
    ring.bottom <= innerHeight
  );
}

/** The labels of the tabs of all previews, column by column. */
export const previewTabs = (): readonly string[] => tabs().map(({ label }) => label);

/** Waits until a preview's tab has a label. */
export const waitForPreview = (label: string): Promise<Tab> =>
  waitForEvent([window.tabGroups.onDidChangeTabs], () => tabs().find((tab) => tab.label === label));

/** Focuses the second column and waits until a preview is active in it. */
export async function focusPreview(): Promise<void> {
  await commands.executeCommand("workbench.action.focusSecondEditorGroup");
  await waitForActivePreview();
}

/**
 * Moves a new preview from the second column into a group below, where it is the second preview, and focuses the text. VS Code
 * loads a page again when it is moved, and then gives it the focus, so this waits for that.
 */
export async function moveBelow(label: string): Promise<void> {
  await commands.executeCommand("workbench.action.focusSecondEditorGroup");
  // A new preview may not be open yet: its neighbor would be moved.
  await waitForEvent(
    [window.tabGroups.onDidChangeTabs, window.tabGroups.onDidChangeTabGroups],
    () => window.tabGroups.activeTabGroup.activeTab?.label === label,
  );
  await commands.executeCommand("workbench.action.moveEditorToBelowGroup");
  await secondPreview.waitUntilTrue(() => globalThis.document.hasFocus());
  await commands.executeCommand("workbench.action.focusFirstEditorGroup");
}

/** Waits until a preview is the active tab and its page has the focus. */
export async function waitForPreviewFocus(): Promise<void> {
  await waitForActivePreview();
  await preview.waitUntilTrue(() => globalThis.document.hasFocus());
}

const waitForActivePreview = (): Promise<boolean> =>
  waitForEvent(
    [window.tabGroups.onDidChangeTabs, window.tabGroups.onDidChangeTabGroups],
    () => window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview,
  );

const tabs = (): readonly Tab[] =>
  window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith("argmap.preview"));
