/** The way to the branch in focus, and back. Where there is little room, what is in the middle of it is left out. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Card, CardId } from "../../../server/core/tree/tree.ts";
import { Button } from "../ui/toolbar.tsx";

interface CrumbsProps {
  /** From the root to the branch in focus. */
  readonly cards: readonly Card[];
  /** Whether the editor's cursor is in a card outside this branch. */
  readonly cursorElsewhere: boolean;
  readonly onFocus: (card: CardId | undefined) => void;
}

/** A card of which fewer pixels are left to be read is not recognised. */
const least = 96;

export function Crumbs({ cards, cursorElsewhere, onFocus }: CrumbsProps) {
  const list = useRef<HTMLOListElement>(null);
  const [left, setLeft] = useState({ out: 0, of: "" });
  const of = `${innerWidth} ${cursorElsewhere} ${cards.map(({ id, text }) => `${id} ${text}`).join(" ")}`;
  const out = left.of === of ? left.out : 0;

  useLayoutEffect(() => {
    const words = [...(list.current?.querySelectorAll<HTMLElement>("li > *") ?? [])];
    const isCramped = words.some(({ clientWidth, scrollWidth }) => clientWidth < Math.min(least, scrollWidth));
    // The branch itself stays, and what it hangs on.
    if (isCramped && out < cards.length - 2) setLeft({ out: out + 1, of });
  });

  if (cards.length === 0) return null;
  // The root is left out last of all.
  const from = Math.min(1, cards.length - 2 - out);
  const skipped = out === 0 ? undefined : cards[from + out - 1];
  return (
    <nav class="panel crumbs" aria-label="Where this branch stands">
      <Button label="Show the whole map" keys="Esc" icon="whole" onClick={() => onFocus(undefined)} />
      <ol ref={list}>
        {cards.map((card, index) =>
          card === skipped ? (
            <li key="skipped">
              <button
                type="button"
                class="wordy"
                title={cards
                  .slice(from, from + out)
                  .map(wordsOf)
                  .join(" › ")}
                aria-label={wordsOf(card)}
                onClick={() => onFocus(card.id)}
              >
                …
              </button>
            </li>
          ) : out > 0 && index >= from && index < from + out ? null : (
            <li key={card.id}>
              {index === cards.length - 1 ? (
                <span aria-current="location" dir="auto">
                  {wordsOf(card)}
                </span>
              ) : (
                <button type="button" class="wordy" dir="auto" title={wordsOf(card)} onClick={() => onFocus(card.id)}>
                  {wordsOf(card)}
                </button>
              )}
            </li>
          ),
        )}
      </ol>
      {cursorElsewhere && <span class="elsewhere">The cursor is outside this branch</span>}
    </nav>
  );
}

const wordsOf = ({ text, name, kind }: Card): string => text || name || kind;
