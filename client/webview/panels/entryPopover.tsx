/** The details of an entry that its card has no room for. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Card } from "../../../server/core/tree/tree.ts";
import { Quote } from "./quotesPopover.tsx";
import type { EntryPopoverState } from "./useEntryPopover.ts";

interface EntryPopoverProps extends EntryContentProps {
  readonly popover: EntryPopoverState;
}

/** The entry details as a dialog. It scrolls when it is higher than the window. */
export function EntryPopover({ popover, ...entry }: EntryPopoverProps) {
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (popover.isOpenedByKey) section.current?.focus({ preventScroll: true });
  }, [popover.isOpenedByKey, popover.shownCard]);
  return (
    <section
      ref={section}
      class="entry-popover"
      role="dialog"
      aria-label="Entry details"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll a focused dialog
      tabIndex={0}
      onPointerEnter={popover.keepOpen}
      onPointerLeave={() => popover.onPointerOver(undefined)}
      // It stays open while the user works in another window.
      onBlur={() => document.hasFocus() && popover.hide()}
    >
      <EntryContent {...entry} />
    </section>
  );
}

interface EntryContentProps {
  /** The card to describe. For a reference card, the card that it refers to. */
  readonly card: Card;
  /** Who holds the entry. */
  readonly speakers: readonly string[];
}

function EntryContent({ card, speakers }: EntryContentProps) {
  const {
    kind,
    relation,
    text,
    name,
    title,
    date,
    status,
    answerLimit,
    acceptedBy,
    rejectedBy,
    tags,
    scheme,
    note,
    file,
  } = card;
  const { likelihood, confidence, strength, quotes, problems } = card;
  return (
    <article class={`entry ${kind}`}>
      <h2>
        {kind}
        {name !== undefined && <span class="name"> {name}</span>}
      </h2>
      {title !== undefined && (
        <p class="title" dir="auto">
          {title}
        </p>
      )}
      {text.split(/\n\s*\n/).map((paragraph) => paragraph !== "" && <p dir="auto">{paragraph}</p>)}
      <dl>
        <Field label="Held by" value={speakers.join(", ")} />
        <Field label="Accepted by" value={acceptedBy.join(", ")} />
        <Field label="Rejected by" value={rejectedBy.join(", ")} />
        <Field label="Answers that can be true" value={answerLimit?.replaceAll("-", " ")} />
        <Field label="Date" value={date} />
        <Field label="Status" value={status} />
        <Field label="Likelihood" value={likelihood?.label} />
        <Field label="Confidence" value={confidence} />
        <Field label="Strength" value={strength?.label} />
        <Field label="Scheme" value={scheme} />
        <Field label="Tags" value={tags.join(", ")} />
        <Field label="Note" value={note} />
        <Field label="Imported from" value={file} />
        <Field label="Attacks" value={relation === "undercut" ? "the inference (undercut)" : undefined} />
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

/** A labelled value, or nothing when the entry has no such value. */
const Field = ({ label, value }: { readonly label: string; readonly value: string | undefined }) =>
  value === undefined || value === "" ? null : (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  );
