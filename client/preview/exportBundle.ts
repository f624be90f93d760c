/** The entry point of the bundle for exports, which is loaded when a map is first exported. */
export { copyPng, copySvg, exportPicture } from "./export.ts";
export { printMap } from "./printMap.ts";
