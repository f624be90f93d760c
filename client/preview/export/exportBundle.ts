/** The entry point of the bundle for exports and imports, which is loaded when a map or table is first exported, or a file imported. */
export { exportMap } from "../../convert/exportMap.ts";
export { importFiles } from "../../convert/importFile.ts";
export { copyPng, copySvg } from "./export.ts";
export { exportTables } from "./exportTables.ts";
export { printMap } from "./printMap.ts";
