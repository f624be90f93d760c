/** The cards of a preview's page, and the tabs that previews have in the window. */
import { commands, type Tab, TabInputWebview, window } from "vscode";
import { waitForEvent } from "./waitForEvent.ts";

/** The card that says this, as a selector. */
export const card = (words: string) => `[data-card][aria-label*="${words}"]`;

/** Within a page: whether the card that says this has a ring around it, within what is seen of the picture. */
export function isCardMarked(words: string): boolean {
  const box = (selector: string) => globalThis.document.querySelector(selector)?.getBoundingClientRect();
  const ring = box(".ring.mark");
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

/** The names of the tabs of all previews, column by column. */
export const previewTabs = (): readonly string[] => tabs().map(({ label }) => label);

/** Waits until a preview's tab has this name; gives the tab. */
export const waitForPreview = (label: string): Promise<Tab> =>
  waitForEvent([window.tabGroups.onDidChangeTabs], () => tabs().find((tab) => tab.label === label));

/** Goes to the preview in the second column, as the keys for columns do. */
export async function focusPreview(): Promise<void> {
  await commands.executeCommand("workbench.action.focusSecondEditorGroup");
  await waitForEvent(
    [window.tabGroups.onDidChangeTabs, window.tabGroups.onDidChangeTabGroups],
    () => window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview,
  );
}

const tabs = (): readonly Tab[] =>
  window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith("argmap.preview"));
