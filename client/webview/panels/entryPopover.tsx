/** A whole entry in words: all that is said of it, which its card in the picture has no room for. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Card } from "../../../server/core/tree/tree.ts";
import { Quoted } from "./quotesPopover.tsx";
import type { Hover } from "./useEntryPopover.ts";

interface WholeProps extends EntryProps {
  readonly hover: Hover;
}

/** The box with a whole entry. It may be longer than the window is high: then wheel and keys move on in it. */
export function Whole({ hover, ...entry }: WholeProps) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (hover.byKey) box.current?.focus({ preventScroll: true });
  }, [hover.byKey, hover.shown]);
  return (
    <section
      ref={box}
      class="hover"
      role="dialog"
      aria-label="Whole entry"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
      tabIndex={0}
      onPointerEnter={hover.stay}
      onPointerLeave={() => hover.over(undefined)}
      // Whoever goes on to another window comes back to it.
      onBlur={() => document.hasFocus() && hover.hide()}
    >
      <Entry {...entry} />
    </section>
  );
}

interface EntryProps {
  /** What is shown: for a card that refers to another one, that one. */
  readonly card: Card;
  readonly speakers: readonly string[];
}

function Entry({ card, speakers }: EntryProps) {
  const { kind, relation, text, name, acceptedBy, rejectedBy, tags, scheme, note, file } = card;
  const { likelihood, confidence, strength, quotes, problems } = card;
  return (
    <article class={`entry ${kind}`}>
      <h2>
        {kind}
        {name !== undefined && <span class="name"> {name}</span>}
      </h2>
      {text.split(/\n\s*\n/).map((paragraph) => paragraph !== "" && <p dir="auto">{paragraph}</p>)}
      <dl>
        <Said of="Held by" words={speakers.join(", ")} />
        <Said of="Accepted by" words={acceptedBy.join(", ")} />
        <Said of="Rejected by" words={rejectedBy.join(", ")} />
        <Said of="Likelihood" words={likelihood?.words} />
        <Said of="Confidence" words={confidence} />
        <Said of="Strength" words={strength?.words} />
        <Said of="Scheme" words={scheme} />
        <Said of="Tags" words={tags.join(", ")} />
        <Said of="Note" words={note} />
        <Said of="From" words={file} />
        <Said of="As" words={relation === "undercut" ? "objection to the step itself" : undefined} />
      </dl>
      {quotes.map((quote) => (
        <Quoted quote={quote} />
      ))}
      {problems.map(({ severity, message }) => (
        <p class={`problem ${severity}`} dir="auto">
          {message}
        </p>
      ))}
    </article>
  );
}

/** One thing said of an entry; nothing where it is not said. */
const Said = ({ of, words }: { readonly of: string; readonly words: string | undefined }) =>
  words === undefined || words === "" ? null : (
    <div>
      <dt>{of}</dt>
      <dd dir="auto">{words}</dd>
    </div>
  );
