/** Maps between the page's elements and cards. */
import type { CardId } from "../../../server/core/tree/tree.ts";

/** Returns the card whose element contains an event target. */
export function cardIdAt(target: EventTarget | null): CardId | undefined {
  const element = target instanceof Element ? target.closest("[data-card]") : null;
  // `CardItem` writes card ids, and nothing else, into the attribute.
  return (element?.getAttribute("data-card") as CardId | null | undefined) ?? undefined;
}

/** Returns the element of a card, or null when the card is not rendered. */
export const cardElement = (surface: HTMLElement | null, id: CardId): SVGGElement | null =>
  surface?.querySelector(`[data-card="${CSS.escape(id)}"]`) ?? null;

/** Whether an event target is one of a card's own controls, such as its fold handle. */
export const isOnCardControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(".quotes-badge, .fold-handle, .more-lines, .menu-handle") !== null;
