/**
 * Messages between an export client and the export worker. The client requests one file; before the worker answers, it may
 * request images of texts that no font supports.
 */
import * as v from "valibot";
import type { CardId } from "../core/tree/tree.ts";
import { treeSchema } from "./tree.ts";
import { suppositions, weighedPage } from "./weighing.ts";

const cardId = v.custom<CardId>((value) => typeof value === "string");

/** A run of text that no font supports. The size is in pixels, the color in CSS syntax. */
export const unsupportedText = v.object({
  text: v.string(),
  size: v.number(),
  weight: v.picklist([400, 600]),
  color: v.string(),
  rtl: v.boolean(),
});
export type UnsupportedText = v.InferOutput<typeof unsupportedText>;

/** An image of a text, as a base64-encoded PNG. Sizes are in pixels of the picture, ascent and descent measured from the baseline. */
export const textImage = v.object({ png: v.string(), width: v.number(), ascent: v.number(), descent: v.number() });
export type TextImage = v.InferOutput<typeof textImage>;

/** The view to export, from which the picture is laid out again with the fonts of the document. */
export const exportedView = v.object({
  /** The visible part of the map, without folded and filtered cards. */
  tree: treeSchema,
  /** The serializable part of `PictureOptions`. */
  options: v.object({
    direction: v.optional(v.picklist(["right", "down"])),
    shape: v.optional(v.picklist(["tree", "outline"])),
    width: v.optional(v.number()),
    cardWidth: v.optional(v.number()),
    columnStarts: v.optional(v.array(cardId)),
    hidden: v.optional(v.array(v.tuple([cardId, v.number()]))),
    openTexts: v.optional(v.array(cardId)),
  }),
  /** Whether the legend is shown. */
  legend: v.optional(v.boolean(), false),
  /** The standing of each card and its importance, if shown. */
  weighed: v.optional(
    v.array(
      v.object({
        card: cardId,
        mark: v.optional(
          v.object({
            standing: v.picklist(["stands", "falls", "undecided"]),
            badge: v.optional(v.string()),
            isLikelihood: v.boolean(),
            likelihood: v.optional(v.string()),
          }),
        ),
        lineWeight: v.optional(v.number()),
      }),
    ),
  ),
  /** What stands and why, for an HTML file, if it shows that. */
  weighing: v.optional(v.object({ ...weighedPage.entries, suppositions })),
  /** Whether the title of the map is shown, with its author, date and sources. */
  title: v.optional(v.boolean(), true),
  /** Cards that are dimmed because they do not match the filter. */
  dimmed: v.array(cardId),
  /** A color as `#rrggbb` for each name of `Color`; undefined for the print colors. */
  theme: v.optional(v.record(v.string(), v.pipe(v.string(), v.hexColor()))),
  /** The whole map, for an HTML file, which stays interactive. */
  wholeTree: treeSchema,
  /** The saved view of the page, which only the page can interpret; for an HTML file. */
  savedView: v.unknown(),
});
export type ExportedView = v.InferOutput<typeof exportedView>;

/** The format of the exported file. */
const fileFormat = v.variant("format", [
  v.object({ format: v.literal("svg") }),
  v.object({ format: v.literal("pdf"), pages: v.picklist(["one", "a4", "letter"]) }),
  v.object({ format: v.literal("html") }),
  /** `scale`: image pixels for each pixel of the picture. */
  v.object({ format: v.literal("png"), scale: v.number() }),
]);
export type FileFormat = v.InferOutput<typeof fileFormat>;

/** Messages to the worker. */
export const toWorker = v.variant("type", [
  v.object({
    type: v.literal("export"),
    view: exportedView,
    file: fileFormat,
    /** Folders with fonts, in addition to those of the system. */
    fonts: v.array(v.string()),
    /** Whether the client can render images of texts. */
    canRenderTexts: v.boolean(),
  }),
  /** The answer to `renderTexts`, in the same order. */
  v.object({ type: v.literal("textImages"), images: v.array(textImage) }),
]);
export type ToWorker = v.InferOutput<typeof toWorker>;

/** Messages from the worker. */
export const fromWorker = v.variant("type", [
  /** Requests images of texts. `scale` is the number of image pixels for each pixel of the picture. */
  v.object({ type: v.literal("renderTexts"), texts: v.array(unsupportedText), scale: v.number() }),
  v.object({ type: v.literal("exported"), data: v.instance(Uint8Array) }),
  /** The export failed. The message is for the user. */
  v.object({ type: v.literal("failed"), message: v.string() }),
]);
export type FromWorker = v.InferOutput<typeof fromWorker>;
