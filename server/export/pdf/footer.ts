/** The line below each sheet: which map this is, which page, and where on the whole it lies. */

import type { Sheet } from "./pdf.ts";
import { type Inks, type Surface, write } from "./pdfPainter.ts";
import { runsOf, widthOf } from "./textRuns.ts";

/** What the line takes of a sheet, in points. */
export const footerHeight = 26;
const size = 8;
const key = { width: 46, height: 18 };

interface Measures {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** Draws the line in points, whatever the scale of the picture. */
export function drawFooter(
  on: Surface,
  { title, tiles }: Sheet,
  index: number,
  { width, height, margin }: Measures,
  inks: Inks,
): void {
  const { theme } = inks;
  const y = height - margin + 2;
  const words = { y, size, weight: 400, colour: theme.muted, rtl: false } as const;
  on.lineWidth(0.5).undash();
  on.moveTo(margin, y - 14)
    .lineTo(width - margin, y - 14)
    .stroke(theme.border);
  write(on, { ...words, text: shortened(title, width - 2 * margin - 160, inks), x: margin, anchor: "start" }, inks);
  write(on, { ...words, text: `${index + 1} / ${tiles.length}`, x: width - margin, anchor: "end" }, inks);
  if (tiles.length > 1) drawKey(on, tiles, index, { x: width - margin - 40 - key.width, y: y - 10 }, inks);
}

function shortened(title: string, room: number, { fonts }: Inks): string {
  const width = (text: string): number =>
    runsOf(text, false, 400, fonts).reduce((sum, run) => sum + widthOf(run, size, 400), 0);
  let text = title;
  while (width(text) > room && text.length > 1) text = `${text.slice(0, -2).trimEnd()}…`;
  return text;
}

/** The whole in small, with this sheet filled. */
function drawKey(
  on: Surface,
  tiles: Sheet["tiles"],
  index: number,
  at: { readonly x: number; readonly y: number },
  { theme }: Inks,
): void {
  const left = Math.min(...tiles.map(({ x }) => x));
  const top = Math.min(...tiles.map(({ y }) => y));
  const width = Math.max(...tiles.map((tile) => tile.x + tile.width)) - left;
  const height = Math.max(...tiles.map((tile) => tile.y + tile.height)) - top;
  const scale = Math.min(key.width / width, key.height / height);
  on.save();
  on.translate(at.x + key.width - width * scale, at.y + (key.height - height * scale) / 2);
  for (const [other, tile] of tiles.entries()) {
    on.rect((tile.x - left) * scale, (tile.y - top) * scale, tile.width * scale, tile.height * scale);
    on.lineWidth(0.4);
    if (other === index) on.fillAndStroke(theme.muted, theme.muted);
    else on.stroke(theme.line);
  }
  on.restore();
}
