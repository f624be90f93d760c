/** The entry point of the bundle for exports, which is loaded when a map or table is first exported. */
export { copyPng, copySvg, exportPicture } from "./export.ts";
export { exportTables } from "./exportTables.ts";
export { printMap } from "./printMap.ts";
