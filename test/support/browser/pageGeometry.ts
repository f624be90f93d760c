/** Positions of elements in the page, in pixels of the window. */
import { type Box, contains } from "../../../server/core/picture/geometry/box.ts";
import type { PreviewPage } from "./openPage.ts";

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
export async function isCardInView({ page }: PreviewPage, id: string): Promise<boolean> {
  // Read in one step. A card out of view may not be rendered.
  const [box] = await page.locator(`[data-card="${id}"] .box`).evaluateAll((boxes) =>
    boxes.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
  const size = page.viewportSize();
  return box !== undefined && size !== null && contains({ x: 0, y: 0, ...size }, box);
}

/** Returns the zoom factor of the picture. */
export async function zoomFactor({ page }: PreviewPage): Promise<number> {
  const style = await page.locator(".stage").getAttribute("style");
  return Number(/scale\((.*)\)/.exec(style ?? "")?.[1]);
}
