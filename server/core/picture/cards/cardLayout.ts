/** What a card looks like: its size, and every line of text and mark at its place within it. */
import type { Card, CardId, CardProblem } from "../../tree/tree.ts";
import { type CardNode, type Hue, haveSameNames } from "../layout/cardTree.ts";
import type { PictureSnapshot } from "../layout/snapshot.ts";
import type { TextMeasure, Weight } from "../text/measure.ts";
import type { Colour } from "../theme.ts";
import type { CardControl, QuotesBadge } from "./cardControls.ts";
import type { FooterIcon } from "./cardFooter.ts";
import { layoutCard } from "./layoutCard.ts";

/** How a card is to be shown where it stands. */
export interface CardStyle {
  /** A card of a tree, with the side from which the tree goes on; or a row of an outline. */
  readonly arrangement: "right" | "down" | "row";
  /** Of a row, in pixels. */
  readonly width: number;
  /** How many cards are folded away below it. */
  readonly hiddenCount: number;
  /** Whether a long text is shown whole. */
  readonly isExpanded: boolean;
}

/** A line that is fuller than this may leave its card in another font. */
const TIGHT_FIT = 0.8;

/** The width that a line keeps in any font, as there is little room beside it; undefined where there is enough. */
export const fixedWidthFor = (width: number, available: number): number | undefined =>
  width > TIGHT_FIT * available ? width : undefined;

/** A line of text. `x` is where it begins: its left end, or its right end where it runs from right to left. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: Colour;
  readonly rtl: boolean;
  /** Its width as it was measured, where there is no room beside it: kept also in a font that is wider. */
  readonly fixedWidth?: number | undefined;
  /** What it is, for whoever points at it. */
  readonly title?: string | undefined;
}

/** A drawn mark of the foot. `x` is its left end, `y` the baseline of its line. */
export type FooterMark =
  | { readonly kind: "lead"; readonly icon: FooterIcon; readonly x: number; readonly y: number }
  | { readonly kind: "box"; readonly x: number; readonly y: number; readonly width: number };

export interface CardLayout {
  readonly card: Card;
  /** The body that it is drawn with: `row` in an outline. */
  readonly form: Card["form"];
  readonly body: "card" | "pill" | "row";
  readonly hue: Hue;
  readonly width: number;
  readonly height: number;
  /** A question or claim at the root: semi-bold, and a claim with a stronger border. */
  readonly isMain: boolean;
  readonly texts: readonly PlacedText[];
  readonly footerMarks: readonly FooterMark[];
  readonly quotes: QuotesBadge | undefined;
  /** The row below a long text, with its left end and baseline: folded, it says how much there is more. */
  readonly moreLines:
    | { readonly words: string; readonly x: number; readonly y: number; readonly open: boolean }
    | undefined;
  readonly controls: readonly CardControl[];
  /** How many cards are folded away below it. */
  readonly hiddenCount: number;
  /** The wavy line of the worst problem. */
  readonly squiggle:
    | { readonly x: number; readonly y: number; readonly width: number; readonly severity: CardProblem["severity"] }
    | undefined;
  /** Where its text stands, for whoever writes over it; `y` is the baseline of the first line. */
  readonly textBox: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly line: number;
    readonly size: number;
    readonly weight: Weight;
  };
  /** The sentences of all problems; empty where there is none. */
  readonly problemMessages: string;
  /** The whole card in words, for those who hear the picture. */
  readonly accessibleLabel: string;
}

/** A face with what it depends on, its card aside. Holds no `Standing`, which would keep a whole forest of the past. */
interface CachedLayout {
  readonly layout: CardLayout;
  readonly style: CardStyle;
  readonly context: CardContext;
}

interface CardContext {
  readonly hue: Hue;
  readonly file: string | undefined;
  readonly targetText: string | undefined;
  readonly speakers: readonly string[];
  readonly hasChildren: boolean;
}

const cardContextOf = ({ hue, fileLabel, referencedCard, speakers, children }: CardNode): CardContext => ({
  hue,
  file: fileLabel,
  targetText: referencedCard?.text,
  speakers,
  hasChildren: children.length > 0,
});

/** What making pictures has cost so far; tests tell by it that what did not change was not done again. */
export interface PictureCost {
  /** Cards whose words were wrapped. */
  cardLayouts: number;
  /** Branches at the root for which places were reckoned. */
  branchLayouts: number;
}

/** What is kept from one picture of a map to the next, so that only what changed is made anew. */
export class CardLayoutCache {
  readonly cost: PictureCost = { cardLayouts: 0, branchLayouts: 0 };
  /** The last picture, with what it was made of. For `picture` alone. */
  snapshot: PictureSnapshot | undefined;
  // No weak map: with thousands of cards these are dear for whoever collects what is not used any more.
  readonly #cached = new Map<CardId, CachedLayout>();

  /** The face of a card in its place; the same object as before where nothing that shows has changed. */
  layoutOf(cardNode: CardNode, style: CardStyle, measure: TextMeasure): CardLayout {
    const { card } = cardNode;
    const cached = this.#cached.get(card.id);
    if (cached?.layout.card === card && isSameStyle(cached.style, style) && isSameContext(cached.context, cardNode))
      return cached.layout;
    const layout = layoutCard(cardNode, style, measure);
    this.cost.cardLayouts += 1;
    this.#cached.set(card.id, { layout, style, context: cardContextOf(cardNode) });
    return layout;
  }

  /** Forgets the faces of cards that are gone, when these have become many. */
  prune(cardNodes: ReadonlyMap<CardId, CardNode>): void {
    if (this.#cached.size < 2 * cardNodes.size + 1000) return;
    for (const id of this.#cached.keys()) if (!cardNodes.has(id)) this.#cached.delete(id);
  }
}

const isSameStyle = (a: CardStyle, b: CardStyle): boolean =>
  a.arrangement === b.arrangement &&
  a.width === b.width &&
  a.hiddenCount === b.hiddenCount &&
  a.isExpanded === b.isExpanded;

/** Whether what is around a card is as it was, as far as the card shows it. */
const isSameContext = (
  context: CardContext,
  { hue, fileLabel, referencedCard, speakers, children }: CardNode,
): boolean =>
  context.hue === hue &&
  context.file === fileLabel &&
  context.targetText === referencedCard?.text &&
  context.hasChildren === children.length > 0 &&
  haveSameNames(context.speakers, speakers);
