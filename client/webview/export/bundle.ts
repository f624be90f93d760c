/** Entry point of the export script, which the page loads at the first export. */
import { exportPicture } from "./exportPicture.ts";

Object.assign(globalThis, { argmapExported: exportPicture });
