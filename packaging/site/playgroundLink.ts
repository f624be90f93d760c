/** Links that open a map in the playground. */
import { deflateRawSync } from "node:zlib";

/** Returns the path of the playground with a map in it, from the root of the site: deflated text in base64url. */
export const playgroundLink = (map: string): string =>
  `playground/index.html#map=${deflateRawSync(map, { level: 9 }).toString("base64url")}`;
