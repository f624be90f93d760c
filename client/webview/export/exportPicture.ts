/** What is shown, for whoever takes it out of the preview: as SVG, as PNG, as a tree to be laid out elsewhere. */

import type { Explored } from "../../../server/core/picture/explore.ts";
import { picture } from "../../../server/core/picture/picture.ts";
import { legend } from "../../../server/core/picture/render/legend.ts";
import { svg } from "../../../server/core/picture/render/svg.ts";
import type { TextMeasure } from "../../../server/core/picture/text/measure.ts";
import { tableFonts, tableMeasure } from "../../../server/core/picture/text/measure.ts";
import { type Colour, type Theme, themes } from "../../../server/core/picture/theme.ts";
import type { Tree } from "../../../server/core/tree/tree.ts";
import type { Colours, Made, Shown, Wanted } from "../../../server/protocol/previewExport.ts";
import { canvasMeasure } from "../picture/canvasTextMeasure.ts";
import type { Left } from "../state/savedView.ts";
import type { Choice } from "../state/viewOptions.ts";
import { base64, pngOf, TooLarge } from "./png.ts";
import { writingsOf } from "./textImages.ts";

/** What the page shows at this moment. */
export interface OnShow {
  /** All of the map, and what exploration has left of it. */
  readonly whole: Tree;
  readonly explored: Explored;
  readonly choice: Choice;
  /** The fonts of the page, as in CSS. */
  readonly fonts: string;
  /** How wide an outline is. */
  readonly width: number;
  /** How the page would be left now, but for where the picture lies in the window. */
  readonly left: Left;
}

/** The answer to what the panel wants. */
export async function exported(wanted: Wanted, shown: OnShow): Promise<Made> {
  try {
    switch (wanted.format) {
      case "svg":
        return { format: "svg", svg: drawn(shown, colours(wanted.colours), tableFonts, portable) };
      case "png": {
        const file = drawn(shown, colours(wanted.colours), shown.fonts, canvasMeasure(shown.fonts));
        if (wanted.to === "clipboard") return await copied(pngOf(file, wanted.scale));
        return { format: "png", png: await base64(await pngOf(file, wanted.scale)) };
      }
      case "shown":
        return { format: "shown", shown: data(shown, colours(wanted.colours)) };
      case "writings":
        return { format: "writings", writings: await writingsOf(wanted.writings, wanted.scale, shown.fonts) };
      default:
        return wanted satisfies never;
    }
  } catch (error) {
    if (error instanceof TooLarge) return { format: "refused", because: error.message };
    return { format: "refused", because: `The picture could not be drawn: ${error}` };
  }
}

/** In a file, text is in whatever of a few fonts of the same widths a reader has; what this browser draws wider, it may, too. */
const here = canvasMeasure(tableFonts);
const portable: TextMeasure = {
  width: (text, size, weight) => Math.max(here.width(text, size, weight), tableMeasure.width(text, size, weight)),
};

function drawn({ explored, choice, width }: OnShow, theme: Theme, fonts: string, measure: TextMeasure): string {
  const { shape, direction, exploration } = choice;
  const options = { shape, direction, width, hidden: explored.hidden, openTexts: exploration.openTexts };
  const made = picture(plain(explored.tree), measure, options);
  const below = choice.legend ? legend(made, measure) : undefined;
  return svg(made, theme, { fonts, dimmed: explored.dimmed, legend: below });
}

/** Without the marks of problems, which are for whoever writes. */
const plain = (tree: Tree): Tree => ({ ...tree, cards: tree.cards.map((card) => ({ ...card, problems: [] })) });

function data({ explored, whole, choice, width, left }: OnShow, theme: Theme): Shown {
  const { shape, direction, exploration } = choice;
  return {
    tree: plain(explored.tree),
    whole: plain(whole),
    options: { shape, direction, width, hidden: [...explored.hidden], openTexts: [...exploration.openTexts] },
    legend: choice.legend,
    dimmed: [...explored.dimmed],
    theme: { ...theme },
    left,
  };
}

/** Puts an image into the clipboard; a browser may not let a page do that. */
async function copied(png: Promise<Blob>): Promise<Made> {
  await inFocus();
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
    return { format: "png", png: null };
  } catch (error) {
    // What was to be copied may be what has failed.
    await png;
    const because = `This window does not let the preview copy an image (${error instanceof Error ? error.message : error}). Click into the picture and try again, or export it as a PNG file.`;
    return { format: "refused", because };
  }
}

/** Resolves when the page has the focus, which the editor is just giving to it; in the end also where it never comes. */
async function inFocus(): Promise<void> {
  if (document.hasFocus()) return;
  await new Promise<void>((resolve) => {
    window.addEventListener("focus", () => resolve(), { once: true });
    setTimeout(resolve, FOCUS_TIME);
    window.focus();
  });
}

/** In milliseconds: longer nobody waits for a copy. */
const FOCUS_TIME = 1000;

/** The colours of the page's style sheet as they are now, in the editor's theme; or those for print. */
function colours(which: Colours): Theme {
  if (which === "print") return themes.light;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const probe = document.body.appendChild(document.createElement("span"));
  const resolved = (name: Colour): string => {
    probe.style.color = `var(--${name})`;
    if (context === null) return themes.light[name];
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((one) => one.toString(16).padStart(2, "0")).join("")}`;
  };
  const names = Object.keys(themes.light) as Colour[]; // The keys of a theme are the colours.
  const theme = Object.fromEntries(names.map((name) => [name, resolved(name)]));
  probe.remove();
  return { ...themes.light, ...theme };
}
