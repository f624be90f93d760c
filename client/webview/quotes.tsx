/** The words that a card rests on, opened by the sign in its corner. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Card, CardQuote } from "../../server/language/tree.ts";
import { Button } from "./controls.tsx";

export function Quotes({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => box.current?.querySelector("button")?.focus({ preventScroll: true }), [card.id]);
  return (
    <section ref={box} class="words" role="dialog" aria-label="Quotes">
      <header>
        <h2 dir="auto">{card.text || card.name || card.kind}</h2>
        <Button label="Close" keys="Esc" icon="close" onClick={onClose} />
      </header>
      {card.quotes.map((quote) => (
        <Quoted quote={quote} />
      ))}
    </section>
  );
}

/** What is quoted, and where from. */
export const Quoted = ({ quote: { text, source, page } }: { readonly quote: CardQuote }) => (
  <figure>
    {text !== "" && <blockquote dir="auto">{text}</blockquote>}
    <figcaption dir="auto">{[source, page && `p. ${page}`].filter(Boolean).join(", ")}</figcaption>
  </figure>
);
