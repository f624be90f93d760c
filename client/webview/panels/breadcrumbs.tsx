/** The path from the root to the focused branch. In a narrow window, the crumbs in the middle collapse into “…”. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Card, CardId } from "../../../server/core/tree/tree.ts";
import { messages } from "../messages/messages.ts";
import { cardTitle } from "../state/cardTitle.ts";
import { Button } from "../ui/toolbar.tsx";

interface BreadcrumbsProps {
  /** From the root to the focused card. Empty when the whole map is shown. */
  readonly cards: readonly Card[];
  /** Whether the editor's cursor is in a card outside this branch. */
  readonly isCursorOutside: boolean;
  readonly onFocusBranch: (card: CardId | undefined) => void;
}

/** In pixels. A label that is cut shorter cannot be recognized. */
const MIN_LABEL_WIDTH = 96;

/** A button for each card of the path, and one for the whole map. Shows nothing when no branch is focused. */
export function Breadcrumbs({ cards, isCursorOutside, onFocusBranch }: BreadcrumbsProps) {
  const list = useRef<HTMLOListElement>(null);
  const [collapsed, setCollapsed] = useState({ count: 0, of: "" });
  const layoutKey = `${innerWidth} ${isCursorOutside} ${cards.map((card) => `${card.id} ${cardTitle(card)}`).join(" ")}`;
  const collapsedCount = collapsed.of === layoutKey ? collapsed.count : 0;

  useLayoutEffect(() => {
    const labels = [...(list.current?.querySelectorAll<HTMLElement>("li > *") ?? [])];
    const isCramped = labels.some(
      ({ clientWidth, scrollWidth }) => clientWidth < Math.min(MIN_LABEL_WIDTH, scrollWidth),
    );
    // The focused card and its parent never collapse.
    if (isCramped && collapsedCount < cards.length - 2) setCollapsed({ count: collapsedCount + 1, of: layoutKey });
  });

  if (cards.length === 0) return null;
  // The root collapses last.
  const firstCollapsed = Math.min(1, cards.length - 2 - collapsedCount);
  const lastCollapsed = collapsedCount === 0 ? undefined : cards[firstCollapsed + collapsedCount - 1];
  return (
    <nav class="panel breadcrumbs" aria-label={messages.breadcrumbs.label}>
      <Button
        label={messages.breadcrumbs.showWholeMap}
        shortcut="Esc"
        icon="whole"
        onClick={() => onFocusBranch(undefined)}
      />
      <ol ref={list}>
        {cards.map((card, index) =>
          card === lastCollapsed ? (
            <li key="collapsed">
              <button
                type="button"
                class="text-button"
                title={cards
                  .slice(firstCollapsed, firstCollapsed + collapsedCount)
                  .map(cardTitle)
                  .join(" › ")}
                aria-label={cardTitle(card)}
                onClick={() => onFocusBranch(card.id)}
              >
                …
              </button>
            </li>
          ) : collapsedCount > 0 && index >= firstCollapsed && index < firstCollapsed + collapsedCount ? null : (
            <li key={card.id}>
              {index === cards.length - 1 ? (
                <span aria-current="location" dir="auto">
                  {cardTitle(card)}
                </span>
              ) : (
                <button
                  type="button"
                  class="text-button"
                  dir="auto"
                  title={cardTitle(card)}
                  onClick={() => onFocusBranch(card.id)}
                >
                  {cardTitle(card)}
                </button>
              )}
            </li>
          ),
        )}
      </ol>
      {isCursorOutside && <span class="cursor-outside">{messages.breadcrumbs.cursorOutside}</span>}
    </nav>
  );
}
