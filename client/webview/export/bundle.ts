/** Entry point of the export script, which the page loads at the first export, or when a table is copied. */
import { copyTables } from "../tables/copyTables.ts";
import { exportPicture } from "./exportPicture.ts";

Object.assign(globalThis, { argmapExported: { exportPicture, copyTables } });
