/** Where one types what to look for. */
import { useEffect, useRef } from "preact/hooks";
import { Button } from "./controls.tsx";

interface FindBarProps {
  readonly words: string;
  /** How many cards say it, and at which of them the user is, from 1; 0: at none yet. */
  readonly count: number;
  readonly at: number;
  /** Grows each time the user asks to find, also where the bar is open already. */
  readonly asked: number;
  readonly onWords: (words: string) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

export function FindBar({ words, count, at, asked, onWords, onStep, onClose }: FindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const told = words.trim() === "" ? "" : count === 0 ? "nothing" : at === 0 ? `${count} found` : `${at} of ${count}`;
  return (
    <search class="panel find">
      <input
        ref={input}
        type="text"
        aria-label="Find in the map"
        placeholder="Find"
        dir="auto"
        spellcheck={false}
        value={words}
        onInput={({ currentTarget }) => onWords(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <output>{told}</output>
      <Button label="Previous" keys="Shift+Enter" icon="previous" disabled={count === 0} onClick={() => onStep(-1)} />
      <Button label="Next" keys="Enter" icon="next" disabled={count === 0} onClick={() => onStep(1)} />
      <Button label="Close" keys="Esc" icon="close" onClick={onClose} />
    </search>
  );
}
