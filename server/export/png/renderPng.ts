/** Renders a drawing as a PNG. Its renderer is large, so it is loaded with the first image. */
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { shapesToSvg } from "../../core/picture/render/svg.ts";
import type { Theme } from "../../core/picture/theme.ts";
import type { FontSet } from "../pdf/fonts.ts";
import type { PictureShapes } from "../pictureShapes.ts";
import { outlineTexts } from "./outlineTexts.ts";

/**
 * Returns a PNG with `scale` pixels for each pixel of the drawing. All characters must have a font.
 *
 * @param wasm the renderer, as WebAssembly
 */
export async function renderPng(
  { shapes, bounds }: PictureShapes,
  { theme, fonts }: { readonly theme: Theme; readonly fonts: FontSet },
  scale: number,
  wasm: Uint8Array,
): Promise<Uint8Array> {
  // The renderer has few fonts and no rules for choosing one, so it gets text as outlines.
  const svg = shapesToSvg(outlineTexts(shapes, theme, fonts), theme, bounds);
  await initWasm(new Uint8Array(wasm));
  return new Resvg(svg, { fitTo: { mode: "zoom", value: scale } }).render().asPng();
}
