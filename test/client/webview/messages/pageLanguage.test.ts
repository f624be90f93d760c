/** The page in the languages that it has messages in. */
import { expect, test } from "vitest";
import { de } from "../../../../client/webview/messages/de.ts";
import { es } from "../../../../client/webview/messages/es.ts";
import { fr } from "../../../../client/webview/messages/fr.ts";
import { zh } from "../../../../client/webview/messages/zh.ts";
import { usePage } from "../../../support/browser/usePage.ts";
import { smallMap } from "../../../support/trees/pageTrees.ts";

const { open, page, press, focusCard, screenshot, preview } = usePage();

test.each([de, es, fr, zh])(
  "is in “$language” if its document is, with its toolbar, help and menu",
  async (messages) => {
    const { language, toolbar, help, menu } = messages;
    await open(smallMap, { language });
    await expect.poll(() => page().getByRole("button", { name: toolbar.zoomToFit }).count()).toBe(1);
    await press("?");
    await expect.poll(() => page().getByText(help.selectedCard, { exact: true }).count()).toBe(1);
    await screenshot(`language-${language}`);
    await press("Escape");
    await focusCard("air");
    await press("Shift+F10");
    await expect.poll(() => page().getByRole("menuitem", { name: menu.supposeTrue }).count()).toBe(1);
    expect(preview().pageErrors).toEqual([]);
  },
);
