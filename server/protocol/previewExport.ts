/** What panel and page say to each other when a picture leaves the preview as a file or to the clipboard. */
import * as v from "valibot";
import { exportedView, textImage, unsupportedText } from "./export.ts";

export type { ExportedView, TextImage, UnsupportedText } from "./export.ts";

/** Those of the editor's theme, or light ones for paper and for whoever uses another theme. */
const colours = v.picklist(["theme", "print"]);
export type Colours = v.InferOutput<typeof colours>;

/** What is asked of the page. */
const exportRequest = v.variant("format", [
  v.object({ format: v.literal("svg"), colours }),
  /** `scale`: pixels of the image for each of the picture. To the clipboard goes what the page itself puts there. */
  v.object({ format: v.literal("png"), colours, scale: v.number(), to: v.picklist(["file", "clipboard"]) }),
  /** The tree as it is shown, for files that are made elsewhere. */
  v.object({ format: v.literal("shown"), colours }),
  /** Lines of text as images; `scale` as above. */
  v.object({ format: v.literal("writings"), writings: v.array(unsupportedText), scale: v.number() }),
]);
export type ExportRequest = v.InferOutput<typeof exportRequest>;

/** What the page answers. */
const exportResult = v.variant("format", [
  v.object({ format: v.literal("svg"), svg: v.string() }),
  /** In base 64; null where it is in the clipboard now. */
  v.object({ format: v.literal("png"), png: v.nullable(v.string()) }),
  v.object({ format: v.literal("shown"), shown: exportedView }),
  v.object({ format: v.literal("writings"), writings: v.array(textImage) }),
  /** Why there is nothing, in a sentence for the user. */
  v.object({ format: v.literal("refused"), because: v.string() }),
]);
export type ExportResult = v.InferOutput<typeof exportResult>;

/** From the panel: `request` comes back with the answer. */
export const exportMessage = v.object({ type: v.literal("export"), request: v.number(), wanted: exportRequest });
/** From the page. */
export const exportedMessage = v.object({ type: v.literal("exported"), request: v.number(), made: exportResult });
