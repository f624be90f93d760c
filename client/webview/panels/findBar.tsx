/** The search bar. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { messages } from "../messages/messages.ts";
import { Button } from "../ui/toolbar.tsx";
import type { FindState } from "./useFind.ts";

interface FindBarProps {
  readonly find: FindState;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onClose: () => void;
}

/** A text field with the number of results, and buttons that step through them. */
export function FindBar({ find, onStep, onClose }: FindBarProps) {
  const { query, hits, currentHit, focusCount, setQuery } = find;
  const count = hits.length;
  const hitNumber = currentHit === undefined ? 0 : hits.indexOf(currentHit) + 1;
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [focusCount]);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const status =
    query.trim() === ""
      ? ""
      : count === 0
        ? messages.find.noResults
        : hitNumber === 0
          ? messages.find.results(count)
          : messages.find.resultOf(hitNumber, count);
  return (
    <search class="panel find-bar">
      <input
        ref={input}
        type="text"
        aria-label={messages.find.field}
        placeholder={messages.find.label}
        dir="auto"
        spellcheck={false}
        value={query}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <output>{status}</output>
      <Button
        label={messages.find.previous}
        shortcut="Shift+Enter"
        icon="previous"
        isDisabled={count === 0}
        onClick={() => onStep(-1)}
      />
      <Button
        label={messages.find.next}
        shortcut="Enter"
        icon="next"
        isDisabled={count === 0}
        onClick={() => onStep(1)}
      />
      <Button label={messages.close} shortcut="Esc" icon="close" onClick={onClose} />
    </search>
  );
}
