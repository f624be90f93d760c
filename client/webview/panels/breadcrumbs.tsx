/** The way to the branch in focus, and back. Where there is little room, what is in the middle of it is left out. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Card, CardId } from "../../../server/core/tree/tree.ts";
import { Button } from "../ui/toolbar.tsx";

interface BreadcrumbsProps {
  /** From the root to the branch in focus. */
  readonly cards: readonly Card[];
  /** Whether the editor's cursor is in a card outside this branch. */
  readonly isCursorOutside: boolean;
  readonly onFocusBranch: (card: CardId | undefined) => void;
}

/** A card of which fewer pixels are left to be read is not recognised. */
const MIN_LABEL_WIDTH = 96;

export function Breadcrumbs({ cards, isCursorOutside, onFocusBranch }: BreadcrumbsProps) {
  const list = useRef<HTMLOListElement>(null);
  const [collapsed, setCollapsed] = useState({ count: 0, of: "" });
  const layoutKey = `${innerWidth} ${isCursorOutside} ${cards.map(({ id, text }) => `${id} ${text}`).join(" ")}`;
  const collapsedCount = collapsed.of === layoutKey ? collapsed.count : 0;

  useLayoutEffect(() => {
    const labels = [...(list.current?.querySelectorAll<HTMLElement>("li > *") ?? [])];
    const isCramped = labels.some(
      ({ clientWidth, scrollWidth }) => clientWidth < Math.min(MIN_LABEL_WIDTH, scrollWidth),
    );
    // The branch itself stays, and what it hangs on.
    if (isCramped && collapsedCount < cards.length - 2) setCollapsed({ count: collapsedCount + 1, of: layoutKey });
  });

  if (cards.length === 0) return null;
  // The root is left out last of all.
  const firstCollapsed = Math.min(1, cards.length - 2 - collapsedCount);
  const lastCollapsed = collapsedCount === 0 ? undefined : cards[firstCollapsed + collapsedCount - 1];
  return (
    <nav class="panel crumbs" aria-label="Where this branch stands">
      <Button label="Show the whole map" shortcut="Esc" icon="whole" onClick={() => onFocusBranch(undefined)} />
      <ol ref={list}>
        {cards.map((card, index) =>
          card === lastCollapsed ? (
            <li key="skipped">
              <button
                type="button"
                class="wordy"
                title={cards
                  .slice(firstCollapsed, firstCollapsed + collapsedCount)
                  .map(cardLabel)
                  .join(" › ")}
                aria-label={cardLabel(card)}
                onClick={() => onFocusBranch(card.id)}
              >
                …
              </button>
            </li>
          ) : collapsedCount > 0 && index >= firstCollapsed && index < firstCollapsed + collapsedCount ? null : (
            <li key={card.id}>
              {index === cards.length - 1 ? (
                <span aria-current="location" dir="auto">
                  {cardLabel(card)}
                </span>
              ) : (
                <button
                  type="button"
                  class="wordy"
                  dir="auto"
                  title={cardLabel(card)}
                  onClick={() => onFocusBranch(card.id)}
                >
                  {cardLabel(card)}
                </button>
              )}
            </li>
          ),
        )}
      </ol>
      {isCursorOutside && <span class="elsewhere">The cursor is outside this branch</span>}
    </nav>
  );
}

const cardLabel = ({ text, name, kind }: Card): string => text || name || kind;
