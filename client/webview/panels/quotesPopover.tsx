/** The words that a card rests on, opened by the sign in its corner. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Card, CardQuote } from "../../../server/core/tree/tree.ts";
import { Button } from "../ui/toolbar.tsx";

interface QuotesProps {
  readonly card: Card;
  /** Goes to the passage of a quote, by its `link`; undefined where there is no editor to show it. */
  readonly onPassage: ((link: string) => void) | undefined;
  readonly onClose: () => void;
}

export function Quotes({ card, onPassage, onClose }: QuotesProps) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => box.current?.querySelector("button")?.focus({ preventScroll: true }), [card.id]);
  return (
    <section ref={box} class="words" role="dialog" aria-label="Quotes">
      <header>
        <h2 dir="auto">{card.text || card.name || card.kind}</h2>
        <Button label="Close" keys="Esc" icon="close" onClick={onClose} />
      </header>
      {card.quotes.map((quote) => (
        <Quoted quote={quote} onPassage={onPassage} />
      ))}
    </section>
  );
}

interface QuotedProps {
  readonly quote: CardQuote;
  readonly onPassage?: QuotesProps["onPassage"];
}

/** What is quoted, and where from; the words lead to their passage where there is one to go to. */
export function Quoted({ quote: { text, source, page, link }, onPassage }: QuotedProps) {
  const leads = onPassage !== undefined && link !== undefined;
  return (
    <figure>
      {text !== "" && (
        <blockquote dir="auto">
          {leads ? (
            <button
              type="button"
              class="passage"
              title="Show this passage in its article"
              onClick={() => onPassage(link)}
            >
              {text}
            </button>
          ) : (
            text
          )}
        </blockquote>
      )}
      <figcaption dir="auto">{[source, page && `p. ${page}`].filter(Boolean).join(", ")}</figcaption>
    </figure>
  );
}
