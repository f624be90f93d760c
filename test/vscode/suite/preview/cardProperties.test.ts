import { commands, type TextDocument } from "vscode";
import { focusedItem } from "../support/articles.ts";
import { press, preview, type, waitForVisible } from "../support/driver.ts";
import { openMap, waitForContent, waitForText } from "../support/editor.ts";
import { card, menuItem, waitForPreviewFocus } from "../support/previewCards.ts";

const map = `claim keep: The charge should stay.

  reason: The air got cleaner.
    strength: strong
    premise: It fell by a fifth.
`;

interface Pick {
  readonly card: string;
  /** The menu item, and the title of the list that it opens. */
  readonly item: string;
  readonly title: string;
  readonly typed: string;
  /** The item of the list that the typed text highlights. */
  readonly found: string;
  /** The text that accepting it writes. */
  readonly written: string;
}

/** Picks a value from the menu of a card by keyboard, and undoes it by one press of the key in the preview. */
async function pickAndUndo(document: TextDocument, { card: words, item, title, typed, found, written }: Pick) {
  await preview.rightClick(card(words));
  await preview.click(menuItem(item));
  await waitForVisible(`.quick-input-widget .quick-input-title:has-text("${title}")`);
  await type(typed);
  await waitForVisible(focusedItem(found));
  await press("Enter");
  await waitForText(document, written);
  await waitForPreviewFocus();
  await press("Control+Z");
  await waitForContent(document, map);
  await waitForPreviewFocus();
}

describe("the lists of the card menu", () => {
  const reason = "The air got cleaner.";
  const premise = "It fell by a fifth.";
  const picks: readonly Pick[] = [
    {
      card: reason,
      item: "Speaker…",
      title: "Who Says This?",
      typed: "Ada Moor",
      found: "New speaker “Ada Moor”",
      written: "reason by ada-moor:",
    },
    {
      card: reason,
      item: "Tags…",
      title: "Tags",
      typed: "old town",
      found: "New tag “old-town”",
      written: "tags: old-town",
    },
    {
      card: premise,
      item: "Likelihood…",
      title: "Likelihood",
      typed: "42",
      found: "Use “42”",
      written: "likelihood: 42%",
    },
    { card: reason, item: "Strength…", title: "Strength", typed: "weak", found: "weak", written: "strength: weak" },
    {
      card: reason,
      item: "Scheme…",
      title: "Scheme",
      typed: "expert",
      found: "expert-opinion",
      written: "scheme: expert-opinion",
    },
  ];
  for (const pick of picks) {
    it(`${pick.item} sets the typed value as one undo step, and gives the focus back`, async () => {
      const { document } = await openMap("properties.argmap", map);
      await commands.executeCommand("argmap.openPreview");
      await pickAndUndo(document, pick);
    });
  }
});
