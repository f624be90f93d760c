/** The words that a card rests on, opened by the sign in its corner. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Card } from "../../server/language/tree.ts";

export function Quotes({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const close = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => close.current?.focus(), [card.id]);
  return (
    <section class="words" role="dialog" aria-label="Quotes" onKeyDown={({ key }) => key === "Escape" && onClose()}>
      <header>
        <h2 dir="auto">{card.text || card.name || card.kind}</h2>
        <button ref={close} type="button" aria-label="Close" title="Close" onClick={onClose}>
          ×
        </button>
      </header>
      {card.quotes.map(({ text, source, page }) => (
        <figure>
          {text !== "" && <blockquote dir="auto">{text}</blockquote>}
          <figcaption dir="auto">{[source, page && `p. ${page}`].filter(Boolean).join(", ")}</figcaption>
        </figure>
      ))}
    </section>
  );
}
