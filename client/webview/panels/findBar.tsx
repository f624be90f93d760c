/** Where one types what to look for. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../ui/toolbar.tsx";
import type { Finding } from "./useFind.ts";

interface FindBarProps {
  readonly finding: Finding;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

export function FindBar({ finding, onStep, onClose }: FindBarProps) {
  const { words, hits, hit, asked, look } = finding;
  const count = hits.length;
  const at = hit === undefined ? 0 : hits.indexOf(hit) + 1;
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
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
        onInput={({ currentTarget }) => look(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <output>{told}</output>
      <Button label="Previous" keys="Shift+Enter" icon="previous" disabled={count === 0} onClick={() => onStep(-1)} />
      <Button label="Next" keys="Enter" icon="next" disabled={count === 0} onClick={() => onStep(1)} />
      <Button label="Close" keys="Esc" icon="close" onClick={onClose} />
    </search>
  );
}
