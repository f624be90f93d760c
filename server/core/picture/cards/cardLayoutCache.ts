/** Caches card layouts, so that a new picture lays out only the cards that have changed. */
import { isSameList } from "../../tree/isSameList.ts";
import type { Card, CardId } from "../../tree/tree.ts";
import type { CardNode } from "../layout/cardTree.ts";
import type { PictureSnapshot, TrialLayout } from "../layout/snapshot.ts";
import type { CardLayout, CardStyle, Hue } from "../model.ts";
import type { TextMeasure } from "../typesetting/measure.ts";
import { layoutCard } from "./layoutCard.ts";

/**
 * A layout with all that it depends on besides the card. It has no reference to a `CardNode`, which would keep the whole
 * card tree of an earlier picture in memory.
 */
interface CachedLayout {
  readonly layout: CardLayout;
  readonly style: CardStyle;
  readonly context: CardContext;
}

/** The surroundings of a card that its layout depends on. */
interface CardContext {
  readonly hue: Hue;
  readonly fileLabel: string | undefined;
  readonly referencedTitle: string | undefined;
  readonly referencedText: string | undefined;
  readonly referencedMarks: Card["marks"];
  readonly isReferenced: boolean;
  readonly isUsedAsPremise: boolean;
  readonly restsOn: readonly Card[];
  readonly contradicts: readonly Card[];
  readonly speakers: readonly string[];
  readonly hasChildren: boolean;
}

const cardContextOf = ({
  hue,
  fileLabel,
  referencedCard,
  isReferenced,
  isUsedAsPremise,
  restsOn,
  contradicts,
  speakers,
  children,
}: CardNode): CardContext => ({
  hue,
  fileLabel,
  referencedTitle: referencedCard?.title,
  referencedText: referencedCard?.text,
  referencedMarks: referencedCard?.marks,
  isReferenced,
  isUsedAsPremise,
  restsOn,
  contradicts,
  speakers,
  hasChildren: children.length > 0,
});

/** Counters of the work done so far. Tests use them to show that unchanged parts are not laid out again. */
export interface PictureCost {
  /** The number of cards laid out. */
  cardLayouts: number;
  /** The number of branches laid out. */
  branchLayouts: number;
}

/** Reusable results of the earlier pictures of a map. */
export class CardLayoutCache {
  readonly cost: PictureCost = { cardLayouts: 0, branchLayouts: 0 };
  /** The last picture. Only `createPicture` reads and sets it. */
  snapshot: PictureSnapshot | undefined;
  /** The branches of a tree that was laid out to choose its layout. The next picture uses and drops them. */
  trial: TrialLayout | undefined;
  // Not a WeakMap: with thousands of cards, weak references slow down garbage collection.
  readonly #cached = new Map<CardId, CachedLayout>();

  /** The layout of a card; the same object as before if nothing that it shows has changed. */
  layoutOf(cardNode: CardNode, style: CardStyle, measure: TextMeasure): CardLayout {
    const { card } = cardNode;
    const context = cardContextOf(cardNode);
    const cached = this.#cached.get(card.id);
    if (cached?.layout.card === card && isSameStyle(cached.style, style) && isSameContext(cached.context, context))
      return cached.layout;
    const layout = layoutCard(cardNode, style, measure);
    this.cost.cardLayouts += 1;
    this.#cached.set(card.id, { layout, style, context });
    return layout;
  }

  /** Drops the layouts of removed cards once there are many of them. */
  prune(nodesById: ReadonlyMap<CardId, CardNode>): void {
    if (this.#cached.size < 2 * nodesById.size + 1000) return;
    for (const id of this.#cached.keys()) if (!nodesById.has(id)) this.#cached.delete(id);
  }
}

const isSameStyle = (a: CardStyle, b: CardStyle): boolean =>
  a.arrangement === b.arrangement &&
  a.width === b.width &&
  a.hiddenCount === b.hiddenCount &&
  a.isExpanded === b.isExpanded &&
  a.canFoldTexts === b.canFoldTexts &&
  a.words === b.words;

const isSameContext = (a: CardContext, b: CardContext): boolean =>
  a.hue === b.hue &&
  a.fileLabel === b.fileLabel &&
  a.referencedTitle === b.referencedTitle &&
  a.referencedText === b.referencedText &&
  a.referencedMarks === b.referencedMarks &&
  a.isReferenced === b.isReferenced &&
  a.isUsedAsPremise === b.isUsedAsPremise &&
  isSameList(a.restsOn, b.restsOn) &&
  isSameList(a.contradicts, b.contradicts) &&
  a.hasChildren === b.hasChildren &&
  isSameList(a.speakers, b.speakers);
