/** The messages between panel and page for exporting the picture to a file or the clipboard. */
import * as v from "valibot";
import { exportedView, textImage, unsupportedText } from "./export.ts";

export type { ExportedView, TextImage, UnsupportedText } from "./export.ts";

/** The colours of the editor's theme, or the light theme for print. */
const colours = v.picklist(["theme", "print"]);
export type Colours = v.InferOutput<typeof colours>;

/** What the page should export. */
const exportRequest = v.variant("format", [
  v.object({ format: v.literal("svg"), colours }),
  /** `scale`: image pixels per pixel of the picture. The page itself writes to the clipboard. */
  v.object({ format: v.literal("png"), colours, scale: v.number(), to: v.picklist(["file", "clipboard"]) }),
  /** The visible tree, for files that the exporter creates. */
  v.object({ format: v.literal("shown"), colours }),
  /** Images of lines of text; `scale` as above. */
  v.object({ format: v.literal("writings"), writings: v.array(unsupportedText), scale: v.number() }),
]);
export type ExportRequest = v.InferOutput<typeof exportRequest>;

/** The answer of the page. */
const exportResult = v.variant("format", [
  v.object({ format: v.literal("svg"), svg: v.string() }),
  /** Base64; null if the image was written to the clipboard. */
  v.object({ format: v.literal("png"), png: v.nullable(v.string()) }),
  v.object({ format: v.literal("shown"), shown: exportedView }),
  v.object({ format: v.literal("writings"), writings: v.array(textImage) }),
  /** The export failed. `because` is a message to the user. */
  v.object({ format: v.literal("refused"), because: v.string() }),
]);
export type ExportResult = v.InferOutput<typeof exportResult>;

/** From the panel. The answer has the same `request` number. */
export const exportMessage = v.object({ type: v.literal("export"), request: v.number(), wanted: exportRequest });
/** From the page. */
export const exportedMessage = v.object({ type: v.literal("exported"), request: v.number(), made: exportResult });
