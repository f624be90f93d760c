/** The way to the branch in focus, and back. */
import type { Card, CardId } from "../../server/language/tree.ts";
import { Button } from "./controls.tsx";

interface CrumbsProps {
  /** From the root to the branch in focus. */
  readonly cards: readonly Card[];
  /** Whether the editor's cursor is in a card outside this branch. */
  readonly cursorElsewhere: boolean;
  readonly onFocus: (card: CardId | undefined) => void;
}

export function Crumbs({ cards, cursorElsewhere, onFocus }: CrumbsProps) {
  if (cards.length === 0) return null;
  return (
    <nav class="panel crumbs" aria-label="Where this branch stands">
      <Button label="Show the whole map" keys="Esc" icon="whole" onClick={() => onFocus(undefined)} />
      <ol>
        {cards.map((card, index) => (
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
        ))}
      </ol>
      {cursorElsewhere && <span class="elsewhere">The cursor is outside this branch</span>}
    </nav>
  );
}

const wordsOf = ({ text, name, kind }: Card): string => text || name || kind;
