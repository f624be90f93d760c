/**
 * What goes over the wire to the process that makes files of pictures, and back. It is asked to make one; before it
 * has made it, it may ask for images of texts that no font at hand can write.
 */
import * as v from "valibot";
import type { CardId } from "../core/tree/tree.ts";
import { treeSchema } from "./tree.ts";

const cardId = v.custom<CardId>((value) => typeof value === "string");

/** A line of text that no font at hand can write: sizes in pixels, colour as in CSS. */
export const unsupportedText = v.object({
  text: v.string(),
  size: v.number(),
  weight: v.picklist([400, 600]),
  colour: v.string(),
  rtl: v.boolean(),
});
export type UnsupportedText = v.InferOutput<typeof unsupportedText>;

/** Such a line as a PNG in base 64: its measures in pixels of the picture, those above and below from the baseline on. */
export const textImage = v.object({ png: v.string(), width: v.number(), above: v.number(), below: v.number() });
export type TextImage = v.InferOutput<typeof textImage>;

/** What is shown, for whoever lays it out again: for paper with other fonts, in a file of its own. */
export const exportedView = v.object({
  /** What exploration has left of the map. */
  tree: treeSchema,
  /** How the picture of `tree` is drawn: the `PictureOptions` that are data. */
  options: v.object({
    direction: v.optional(v.picklist(["right", "down"])),
    shape: v.optional(v.picklist(["tree", "outline"])),
    width: v.optional(v.number()),
    hidden: v.optional(v.array(v.tuple([cardId, v.number()]))),
    openTexts: v.optional(v.array(cardId)),
  }),
  /** Whether the legend is shown. */
  legend: v.optional(v.boolean(), false),
  /** Cards that are pale as they do not fit the filter. */
  dimmed: v.array(cardId),
  /** A colour for each name of `Colour`, as #rrggbb; undefined: for print. */
  theme: v.optional(v.record(v.string(), v.pipe(v.string(), v.hexColor()))),
  /** The whole map, and how the page would be left now, as only the page understands it: for a file that goes on being explored. */
  whole: treeSchema,
  left: v.unknown(),
});
export type ExportedView = v.InferOutput<typeof exportedView>;

/** What file is wanted. */
export const fileFormat = v.variant("format", [
  v.object({ format: v.literal("svg") }),
  v.object({ format: v.literal("pdf"), pages: v.picklist(["one", "a4", "letter"]) }),
  v.object({ format: v.literal("html") }),
]);
export type FileFormat = v.InferOutput<typeof fileFormat>;

/** To the maker. */
export const toWorker = v.variant("type", [
  v.object({
    type: v.literal("make"),
    shown: exportedView,
    file: fileFormat,
    /** Folders with fonts, beside those of this computer; whether there is somebody who can draw what no font has. */
    fonts: v.array(v.string()),
    draws: v.boolean(),
  }),
  /** In the order in which they were asked for. */
  v.object({ type: v.literal("drawn"), writings: v.array(textImage) }),
]);
export type ToWorker = v.InferOutput<typeof toWorker>;

/** From the maker. */
export const fromWorker = v.variant("type", [
  /** `scale`: pixels of an image for each of the picture. */
  v.object({ type: v.literal("draw"), writings: v.array(unsupportedText), scale: v.number() }),
  v.object({ type: v.literal("made"), data: v.instance(Uint8Array) }),
  /** Why there is no file, in a sentence for the user. */
  v.object({ type: v.literal("refused"), because: v.string() }),
]);
export type FromWorker = v.InferOutput<typeof fromWorker>;
