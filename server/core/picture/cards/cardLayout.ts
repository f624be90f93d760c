/** What a card looks like: its size, and every line of text and mark at its place within it. */
import type { Card, CardId, CardProblem } from "../../tree/tree.ts";
import { type Hue, type Standing, sameNames } from "../layout/cardTree.ts";
import type { Made } from "../layout/snapshot.ts";
import type { TextMeasure, Weight } from "../text/measure.ts";
import type { Colour } from "../theme.ts";
import type { Part, Quotes } from "./cardControls.ts";
import type { Lead } from "./cardFooter.ts";
import { faceOf } from "./layoutCard.ts";

/** How a card is to be shown where it stands. */
export interface Look {
  /** A card of a tree, with the side from which the tree goes on; or a row of an outline. */
  readonly as: "right" | "down" | "row";
  /** Of a row, in pixels. */
  readonly width: number;
  /** How many cards are folded away below it. */
  readonly hidden: number;
  /** Whether a long text is shown whole. */
  readonly open: boolean;
}

/** A line that is fuller than this may leave its card in another font. */
const nearlyFull = 0.8;

/** The width that a line keeps in any font, as there is little room beside it; undefined where there is enough. */
export const keptSpan = (width: number, room: number): number | undefined =>
  width > nearlyFull * room ? width : undefined;

/** A line of text. `x` is where it begins: its left end, or its right end where it runs from right to left. */
export interface Row {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: Colour;
  readonly rtl: boolean;
  /** Its width as it was measured, where there is no room beside it: kept also in a font that is wider. */
  readonly span?: number | undefined;
  /** What it is, for whoever points at it. */
  readonly title?: string | undefined;
}

/** A drawn mark of the foot. `x` is its left end, `y` the baseline of its line. */
export type Mark =
  | { readonly kind: "lead"; readonly lead: Lead; readonly x: number; readonly y: number }
  | { readonly kind: "box"; readonly x: number; readonly y: number; readonly width: number };

export interface Face {
  readonly card: Card;
  /** The body that it is drawn with: `row` in an outline. */
  readonly form: Card["form"];
  readonly body: "card" | "pill" | "row";
  readonly hue: Hue;
  readonly width: number;
  readonly height: number;
  /** A question or claim at the root: semi-bold, and a claim with a stronger border. */
  readonly strong: boolean;
  readonly rows: readonly Row[];
  readonly marks: readonly Mark[];
  readonly quotes: Quotes | undefined;
  /** The row below a long text, with its left end and baseline: folded, it says how much there is more. */
  readonly more: { readonly words: string; readonly x: number; readonly y: number; readonly open: boolean } | undefined;
  readonly parts: readonly Part[];
  /** How many cards are folded away below it. */
  readonly hidden: number;
  /** The wavy line of the worst problem. */
  readonly wave:
    | { readonly x: number; readonly y: number; readonly width: number; readonly severity: CardProblem["severity"] }
    | undefined;
  /** Where its text stands, for whoever writes over it; `y` is the baseline of the first line. */
  readonly words: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly line: number;
    readonly size: number;
    readonly weight: Weight;
  };
  /** The sentences of all problems; empty where there is none. */
  readonly problems: string;
  /** The whole card in words, for those who hear the picture. */
  readonly description: string;
}

/** A face with what it depends on, its card aside. Holds no `Standing`, which would keep a whole forest of the past. */
interface Known {
  readonly face: Face;
  readonly look: Look;
  readonly around: Around;
}

interface Around {
  readonly hue: Hue;
  readonly file: string | undefined;
  readonly words: string | undefined;
  readonly speakers: readonly string[];
  readonly bears: boolean;
}

const aroundOf = ({ hue, file, target, speakers, children }: Standing): Around => ({
  hue,
  file,
  words: target?.text,
  speakers,
  bears: children.length > 0,
});

/** What making pictures has cost so far; tests tell by it that what did not change was not done again. */
export interface PictureCost {
  /** Cards whose words were wrapped. */
  faces: number;
  /** Branches at the root for which places were reckoned. */
  branches: number;
}

/** What is kept from one picture of a map to the next, so that only what changed is made anew. */
export class Faces {
  readonly cost: PictureCost = { faces: 0, branches: 0 };
  /** The last picture, with what it was made of. For `picture` alone. */
  made: Made | undefined;
  // No weak map: with thousands of cards these are dear for whoever collects what is not used any more.
  readonly #known = new Map<CardId, Known>();

  /** The face of a card in its place; the same object as before where nothing that shows has changed. */
  of(standing: Standing, look: Look, measure: TextMeasure): Face {
    const { card } = standing;
    const known = this.#known.get(card.id);
    if (known?.face.card === card && sameLook(known.look, look) && isAround(known.around, standing)) return known.face;
    const face = faceOf(standing, look, measure);
    this.cost.faces += 1;
    this.#known.set(card.id, { face, look, around: aroundOf(standing) });
    return face;
  }

  /** Forgets the faces of cards that are gone, when these have become many. */
  forget(all: ReadonlyMap<CardId, Standing>): void {
    if (this.#known.size < 2 * all.size + 1000) return;
    for (const id of this.#known.keys()) if (!all.has(id)) this.#known.delete(id);
  }
}

const sameLook = (a: Look, b: Look): boolean =>
  a.as === b.as && a.width === b.width && a.hidden === b.hidden && a.open === b.open;

/** Whether what is around a card is as it was, as far as the card shows it. */
const isAround = (was: Around, { hue, file, target, speakers, children }: Standing): boolean =>
  was.hue === hue &&
  was.file === file &&
  was.words === target?.text &&
  was.bears === children.length > 0 &&
  sameNames(was.speakers, speakers);
