/** The details of an entry that its card has no room for. */

import { useLayoutEffect, useRef } from "preact/hooks";
import type { Card } from "../../../server/core/tree/tree.ts";
import { messages } from "../messages/messages.ts";
import { StandingSection, type StandingSectionProps } from "../weighing/standingSection.tsx";
import { Quote } from "./quotesPopover.tsx";
import { StyledText } from "./styledText.tsx";
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
      aria-label={messages.entry.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll a focused dialog
      tabIndex={0}
      onPointerEnter={popover.keepOpen}
      onPointerLeave={() => popover.onPointerOver(undefined)}
      // It stays open while the user works in another window, or in one of its buttons.
      onFocusOut={({ relatedTarget, currentTarget }) =>
        document.hasFocus() &&
        !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) &&
        popover.hide()
      }
    >
      <EntryContent
        {...entry}
        standing={
          entry.standing && {
            ...entry.standing,
            onSuppose:
              entry.standing.onSuppose &&
              ((changes) => {
                // The button may go with the next explanation, and would take the focus with it.
                section.current?.focus({ preventScroll: true });
                entry.standing?.onSuppose?.(changes);
              }),
          }
        }
      />
    </section>
  );
}

interface EntryContentProps {
  /** The card to describe. For a reference card, the card that it refers to. */
  readonly card: Card;
  /** The speakers who hold the entry. */
  readonly speakers: readonly string[];
  /** The evaluation, while weighing is on. */
  readonly standing: StandingSectionProps | undefined;
}

function EntryContent({ card, speakers, standing }: EntryContentProps) {
  const {
    kind,
    relation,
    text,
    marks,
    name,
    title,
    date,
    status,
    answerLimit,
    otherWordings,
    acceptedBy,
    rejectedBy,
    tags,
    scheme,
    note,
    noteMarks,
    file,
  } = card;
  const { likelihood, confidence, strength, quotes, problems } = card;
  return (
    <article class={`entry ${kind}`}>
      <h2>
        {messages.kinds[kind]}
        {name !== undefined && <span class="name"> {name}</span>}
      </h2>
      {title !== undefined && (
        <p class="title" dir="auto">
          {title}
        </p>
      )}
      <StyledText text={text} marks={marks} />
      <dl>
        <Field label={messages.entry.heldBy} value={speakers.join(messages.listSeparator)} />
        <Field
          label={messages.entry.otherWordings}
          value={otherWordings.map((wording) => [wording.text, ...wording.speakers.slice(0, 1)].join(" — ")).join("\n")}
        />
        <Field label={messages.entry.acceptedBy} value={acceptedBy.join(messages.listSeparator)} />
        <Field label={messages.entry.rejectedBy} value={rejectedBy.join(messages.listSeparator)} />
        <Field label={messages.entry.trueAnswers} value={answerLimit && messages.entry.answerLimits[answerLimit]} />
        <Field label={messages.entry.date} value={date} />
        <Field label={messages.entry.status} value={status} />
        <Field label={messages.entry.likelihood} value={likelihood?.label} />
        <Field label={messages.entry.confidence} value={confidence} />
        <Field label={messages.entry.strength} value={strength?.label} />
        <Field label={messages.entry.scheme} value={scheme} />
        <Field label={messages.entry.tags} value={tags.join(messages.listSeparator)} />
        {note !== undefined && (
          <div>
            <dt>{messages.entry.note}</dt>
            <dd>
              <StyledText text={note} marks={noteMarks} />
            </dd>
          </div>
        )}
        <Field label={messages.entry.importedFrom} value={file} />
        <Field label={messages.entry.attacks} value={attackedPart(relation)} />
      </dl>
      {standing && <StandingSection {...standing} />}
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

/** A labeled value, or nothing when the entry has no such value. */
const Field = ({ label, value }: { readonly label: string; readonly value: string | undefined }) =>
  value === undefined || value === "" ? null : (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  );

/** The target of an objection, if it is not the text of the card above it. */
const attackedPart = (relation: Card["relation"]): string | undefined =>
  relation === "undercut" ? messages.entry.inference : relation === "quote" ? messages.entry.quote : undefined;
