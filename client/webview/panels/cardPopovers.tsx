/** The popover beside a card: its entry details or its quotes. */

import { holdersOf } from "../../../server/core/picture/explore.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import { fullCard } from "../state/fullCard.ts";
import type { PictureIndex } from "../state/pictureIndex.ts";
import type { PageSession } from "../state/session.ts";
import { Popover } from "../ui/popover.tsx";
import type { Viewport } from "../viewport/useViewport.ts";
import { type UpdateWeighing, useExplanation, type Weighing } from "../weighing/useWeighing.ts";
import { shownExplanation } from "../weighing/weighing.ts";
import { EntryPopover } from "./entryPopover.tsx";
import { QuotesPopover } from "./quotesPopover.tsx";
import type { EntryPopoverState } from "./useEntryPopover.ts";

interface CardPopoversProps {
  readonly session: PageSession;
  readonly pictureIndex: PictureIndex;
  readonly viewport: Viewport;
  readonly entryPopover: EntryPopoverState;
  /** Undefined if the page cannot weigh. */
  readonly weighing: Weighing | undefined;
  readonly updateWeighing: UpdateWeighing | undefined;
  readonly onRevealCard: (card: CardId) => void;
  /** The card whose quotes are shown. */
  readonly quotesCard: CardId | undefined;
  /** Goes to the passage of a quote. Undefined if there is no editor to show it. */
  readonly onShowPassage: ((link: string) => void) | undefined;
  readonly onClose: () => void;
}

/** Shows the quotes where a quotes badge was opened, else the entry details, else nothing. */
export function CardPopovers({
  session,
  pictureIndex,
  viewport,
  entryPopover,
  weighing,
  updateWeighing,
  onRevealCard,
  quotesCard,
  onShowPassage,
  onClose,
}: CardPopoversProps) {
  const card = pictureIndex.card(entryPopover.shownCard);
  const mark = card && weighing?.markOf(card.layout.card);
  useExplanation(mark && card?.layout.card, updateWeighing);
  const quoted = pictureIndex.card(quotesCard);
  if (quoted && quoted.layout.card.quotes.length > 0) {
    return (
      <Popover card={quoted} picture={pictureIndex.picture} viewport={viewport}>
        <QuotesPopover card={quoted.layout.card} onShowPassage={onShowPassage} onClose={onClose} />
      </Popover>
    );
  }
  if (card === undefined || session.tree === undefined) return null;
  return (
    <Popover card={card} picture={pictureIndex.picture} viewport={viewport}>
      <EntryPopover
        popover={entryPopover}
        card={fullCard(session.tree, card.layout.card) ?? card.layout.card}
        standing={
          mark &&
          weighing && {
            mark,
            explanation: shownExplanation(session, card.layout.card.referencedCard ?? card.id),
            onReveal: onRevealCard,
            onSuppose: weighing.canSuppose ? weighing.suppose : undefined,
          }
        }
        speakers={holdersOf(session.tree, card.layout.card.referencedCard ?? card.id)}
      />
    </Popover>
  );
}
