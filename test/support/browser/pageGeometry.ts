/** Positions of elements in the page, in pixels of the window. */
import { type Box, contains } from "../../../server/core/picture/geometry/box.ts";
import { cardLocator, type PreviewPage } from "./openPage.ts";

/** Returns the bounding box of the one element that matches a selector. Waits for the element; throws if it is hidden. */
export async function elementBox({ page }: PreviewPage, selector: string): Promise<Box> {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`The element ${selector} is hidden.`);
  return box;
}

/** Returns the bounding box of a card, without its handles and rings. */
export const cardBox = (preview: PreviewPage, id: string): Promise<Box> =>
  elementBox(preview, `[data-card="${id}"] .box`);

/** Whether all of a card is in the window. */
export async function isCardInView(preview: PreviewPage, id: string): Promise<boolean> {
  // A card out of view may not be rendered.
  if ((await cardLocator(preview, id).count()) === 0) return false;
  const size = preview.page.viewportSize();
  return size !== null && contains({ x: 0, y: 0, ...size }, await cardBox(preview, id));
}

/** Returns the zoom factor of the picture. */
export async function zoomFactor({ page }: PreviewPage): Promise<number> {
  const style = await page.locator(".stage").getAttribute("style");
  return Number(/scale\((.*)\)/.exec(style ?? "")?.[1]);
}
