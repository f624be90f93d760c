/** The entry point of the bundle for commands that are rarely used: exports, imports, new maps, examples and tools for assistants. */
export { invokeTool, prepareTool } from "./assistant/languageModelTools.ts";
export { exportMap } from "./convert/exportMap.ts";
export { importFiles } from "./convert/importFile.ts";
export { printMap } from "./environment/printMap.ts";
export { openExample } from "./maps/examples.ts";
export { newMap } from "./maps/newMap.ts";
export { copyPng, copySvg } from "./preview/export/export.ts";
export { exportTables } from "./preview/export/exportTables.ts";
