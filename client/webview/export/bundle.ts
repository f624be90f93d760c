/** A script of its own, which the page loads when its picture is taken out for the first time. */
import { exportPicture } from "./exportPicture.ts";

Object.assign(globalThis, { argmapExported: exportPicture });
