/** A whole entry in words: all that is said of it, which its card in the picture has no room for. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Card } from "../../../server/core/tree/tree.ts";
import { Quote } from "./quotesPopover.tsx";
import type { EntryPopoverState } from "./useEntryPopover.ts";

interface EntryPopoverProps extends EntryContentProps {
  readonly hover: EntryPopoverState;
}

/** The box with a whole entry. It may be longer than the window is high: then wheel and keys move on in it. */
export function EntryPopover({ hover, ...entry }: EntryPopoverProps) {
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (hover.isOpenedByKey) section.current?.focus({ preventScroll: true });
  }, [hover.isOpenedByKey, hover.shownCard]);
  return (
    <section
      ref={section}
      class="hover"
      role="dialog"
      aria-label="Whole entry"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
      tabIndex={0}
      onPointerEnter={hover.keepOpen}
      onPointerLeave={() => hover.onPointerOver(undefined)}
      // Whoever goes on to another window comes back to it.
      onBlur={() => document.hasFocus() && hover.hide()}
    >
      <EntryContent {...entry} />
    </section>
  );
}

interface EntryContentProps {
  /** What is shown: for a card that refers to another one, that one. */
  readonly card: Card;
  readonly speakers: readonly string[];
}

function EntryContent({ card, speakers }: EntryContentProps) {
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
        <Field of="Held by" words={speakers.join(", ")} />
        <Field of="Accepted by" words={acceptedBy.join(", ")} />
        <Field of="Rejected by" words={rejectedBy.join(", ")} />
        <Field of="Likelihood" words={likelihood?.words} />
        <Field of="Confidence" words={confidence} />
        <Field of="Strength" words={strength?.words} />
        <Field of="Scheme" words={scheme} />
        <Field of="Tags" words={tags.join(", ")} />
        <Field of="Note" words={note} />
        <Field of="From" words={file} />
        <Field of="As" words={relation === "undercut" ? "objection to the step itself" : undefined} />
      </dl>
      {quotes.map((quote) => (
        <Quote quote={quote} />
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
const Field = ({ of: label, words: value }: { readonly of: string; readonly words: string | undefined }) =>
  value === undefined || value === "" ? null : (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  );
