/** From the elements of the page to cards and back. */
import type { CardId } from "../../../server/core/tree/tree.ts";

/** The card that an event is about. */
export function cardIdAt(target: EventTarget | null): CardId | undefined {
  const element = target instanceof Element ? target.closest("[data-card]") : null;
  // The attribute holds what the scene has put there: the identity of a card.
  return (element?.getAttribute("data-card") as CardId | null | undefined) ?? undefined;
}

/** The element of a card; null where it is not in the document. */
export const cardElement = (surface: HTMLElement | null, id: CardId): SVGGElement | null =>
  surface?.querySelector(`[data-card="${CSS.escape(id)}"]`) ?? null;

/** Whether an event is about a part of a card that does something by itself. */
export const isOnCardControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(".quotes, .fold, .more, .dots") !== null;
