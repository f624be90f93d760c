/** Finds where the texts of a picture are. */
import type { Locator } from "playwright-core";

/** Returns, for each text of a picture, its words and its box in the coordinates of its card, in whole pixels. */
export const textPlaces = (picture: Locator): Promise<readonly string[]> =>
  picture.evaluate((svg) =>
    [...svg.querySelectorAll("text")].map((text) => {
      const { x, y, width } = text.getBBox();
      return `${text.textContent} ${Math.round(x)} ${Math.round(y)} ${Math.round(width)}`;
    }),
  );
