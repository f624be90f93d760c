/** Caches how cards look from afar, so that the text of a card is laid out again only when the card or the font size changes. */
import { distantLayout } from "../../../server/core/picture/cards/distantCard.ts";
import type { CardLayout } from "../../../server/core/picture/model.ts";
import type { TextMeasure } from "../../../server/core/picture/typesetting/measure.ts";

/** The key does not contain the measure: with other fonts, a card has another layout. */
const latest = new WeakMap<CardLayout, { readonly size: number; readonly distant: CardLayout }>();

/** Returns the layout of a card with text of this size: the same object for the same arguments. */
export function cachedDistantLayout(layout: CardLayout, size: number, measure: TextMeasure): CardLayout {
  const known = latest.get(layout);
  if (known?.size === size) return known.distant;
  const distant = distantLayout(layout, size, measure);
  latest.set(layout, { size, distant });
  return distant;
}
