/** The quotes of a card, opened by its quotes badge. */

import { useLayoutEffect, useRef } from "preact/hooks";
import type { Card, CardQuote } from "../../../server/core/tree/tree.ts";
import { messages } from "../messages/messages.ts";
import { cardTitle } from "../state/cardTitle.ts";
import { Button } from "../ui/toolbar.tsx";

interface QuotesPopoverProps {
  readonly card: Card;
  /** Goes to the passage of a quote, by the quote's `link`. Undefined if there is no editor to show it. */
  readonly onShowPassage: ((link: string) => void) | undefined;
  readonly onClose: () => void;
}

/** A dialog with the text of the card as its title. Its first button takes the focus. */
export function QuotesPopover({ card, onShowPassage, onClose }: QuotesPopoverProps) {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => panel.current?.querySelector("button")?.focus({ preventScroll: true }), [card.id]);
  return (
    <section ref={panel} class="quotes-popover" role="dialog" aria-label={messages.quotes.label}>
      <header>
        <h2 dir="auto">{cardTitle(card)}</h2>
        <Button label={messages.close} shortcut="Esc" icon="close" onClick={onClose} />
      </header>
      {card.quotes.map((quote) => (
        <Quote quote={quote} onShowPassage={onShowPassage} />
      ))}
    </section>
  );
}

interface QuoteProps {
  readonly quote: CardQuote;
  readonly onShowPassage?: QuotesPopoverProps["onShowPassage"];
}

/** A quote with its source. The text is a button if the page can go to the passage. */
export function Quote({ quote: { text, source, page, section, link }, onShowPassage }: QuoteProps) {
  const hasPassage = onShowPassage !== undefined && link !== undefined;
  return (
    <figure>
      {text !== "" && (
        <blockquote dir="auto">
          {hasPassage ? (
            <button
              type="button"
              class="passage-link"
              title={messages.quotes.goToPassage}
              onClick={() => onShowPassage(link)}
            >
              {text}
            </button>
          ) : (
            text
          )}
        </blockquote>
      )}
      <figcaption dir="auto">
        {[source, section && messages.quoted(section), page && messages.quotes.page(page)]
          .filter(Boolean)
          .join(messages.listSeparator)}
      </figcaption>
    </figure>
  );
}
