/**
 * Entry point of the command line. It only turns on the compile cache of Node, which holds for what is loaded after that: the
 * program takes half as long to start when its compiled code is read from a file.
 */
import nodeModule from "node:module";
import { cacheFolder } from "./cacheFolder.ts";

const folder = cacheFolder(process.platform, process.env);
// Node 20 has no compile cache. If it cannot be written, Node goes on without it.
if (folder !== undefined) nodeModule.enableCompileCache?.(folder);
void import("./commandLine.ts");
