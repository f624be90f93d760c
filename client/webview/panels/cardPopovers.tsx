/** What is said beside a card: its whole entry, or its quotes. */

import { holdersOf } from "../../../server/core/picture/explore.ts";
import type { CardId } from "../../../server/core/tree/tree.ts";
import { entryOf } from "../state/cursorMark.ts";
import type { Plot } from "../state/pictureIndex.ts";
import type { Session } from "../state/session.ts";
import { Beside } from "../ui/popover.tsx";
import type { Sight } from "../viewport/useViewport.ts";
import { Whole } from "./entryPopover.tsx";
import { Quotes } from "./quotesPopover.tsx";
import type { Hover } from "./useEntryPopover.ts";

interface NotesProps {
  readonly session: Session;
  readonly plot: Plot;
  readonly sight: Sight;
  /** Says of which card the whole entry is wanted. */
  readonly hover: Hover;
  /** The card whose quotes are wanted. */
  readonly read: CardId | undefined;
  /** Goes to the passage of a quote; undefined where there is no editor to show it. */
  readonly onPassage: ((link: string) => void) | undefined;
  readonly onClose: () => void;
}

export function Notes({ session, plot, sight, hover, read, onPassage, onClose }: NotesProps) {
  const quoting = plot.card(read);
  if (quoting && quoting.face.card.quotes.length > 0) {
    return (
      <Beside card={quoting} picture={plot.picture} sight={sight}>
        <Quotes card={quoting.face.card} onPassage={onPassage} onClose={onClose} />
      </Beside>
    );
  }
  const card = plot.card(hover.shown);
  if (card === undefined || session.tree === undefined) return null;
  return (
    <Beside card={card} picture={plot.picture} sight={sight}>
      <Whole
        hover={hover}
        card={entryOf(session, card)}
        speakers={holdersOf(session.tree, card.face.card.shows ?? card.id)}
      />
    </Beside>
  );
}
