/** The messages between panel and page for exporting the picture to a file or the clipboard. */
import * as v from "valibot";
import { exportedView, textImage, unsupportedText } from "./export.ts";
import { weighedQuestion } from "./weighing.ts";

export type { ExportedView, TextImage, UnsupportedText } from "./export.ts";

/** The colors of the editor's theme, or the light theme for print. */
const colors = v.picklist(["theme", "print"]);
export type Colors = v.InferOutput<typeof colors>;

/** Whether the title is shown, with author, date and sources (by default), and the legend (by default as in the page). */
const additions = { title: v.exactOptional(v.boolean()), legend: v.exactOptional(v.boolean()) };

/** A request to the page for an export. */
const exportRequest = v.variant("format", [
  v.object({ format: v.literal("svg"), colors, ...additions }),
  /** `scale`: image pixels per pixel of the picture. The page itself writes to the clipboard. */
  v.object({
    format: v.literal("png"),
    colors,
    scale: v.number(),
    destination: v.picklist(["file", "clipboard"]),
    ...additions,
  }),
  /** The visible tree, for files that the exporter creates. */
  v.object({ format: v.literal("view"), colors, ...additions }),
  /** Images of lines of text; `scale` as above. */
  v.object({ format: v.literal("textImages"), texts: v.array(unsupportedText), scale: v.number() }),
]);
export type ExportRequest = v.InferOutput<typeof exportRequest>;

/** The answer of the page. */
const exportResult = v.variant("format", [
  v.object({ format: v.literal("svg"), svg: v.string() }),
  /** Base64; null if the image was written to the clipboard. */
  v.object({ format: v.literal("png"), png: v.nullable(v.string()) }),
  v.object({
    format: v.literal("view"),
    view: exportedView,
    /** What the page shows of what stands, which an HTML file needs in full. Absent if the page shows nothing of it. */
    weighing: v.optional(weighedQuestion),
  }),
  v.object({ format: v.literal("textImages"), images: v.array(textImage) }),
  /** The export failed. The message is for the user. */
  v.object({ format: v.literal("failed"), message: v.string() }),
]);
export type ExportResult = v.InferOutput<typeof exportResult>;

/** From the panel. The answer has the same `requestId`. */
export const exportRequestMessage = v.object({
  type: v.literal("export"),
  requestId: v.number(),
  request: exportRequest,
});
/** From the page. */
export const exportResultMessage = v.object({
  type: v.literal("exportResult"),
  requestId: v.number(),
  result: exportResult,
});
