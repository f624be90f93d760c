/** Words written over the card that they are of: in its font and size, at the zoom of the picture. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Box } from "../../../server/core/picture/geometry/box.ts";
import type { PlacedCard } from "../../../server/core/picture/layout/treeLayout.ts";
import type { Addition } from "../../../server/core/tree/cardRules.ts";
import { keyOf, pageKey } from "../input/keyBindings.ts";
import { Aloud } from "../ui/liveRegion.tsx";
import type { Sight } from "../viewport/useViewport.ts";
import type { Draft } from "./draft.ts";

interface WritingProps {
  readonly draft: Draft;
  readonly card: PlacedCard;
  readonly sight: Sight;
  /** Whether it has been handed in and the answer is still to come. */
  readonly isSent: boolean;
  /** What the text has become meanwhile by other hands; it is asked what is to become of it. */
  readonly newer: string | undefined;
  readonly onType: (text: string) => void;
  readonly onCommit: () => void;
  readonly onReplace: () => void;
  readonly onGiveUp: () => void;
}

const asks: Readonly<Record<Addition, string>> = {
  reason: "What speaks for it?",
  objection: "What speaks against it?",
  premise: "What does it rest on?",
  assumption: "What is taken for granted?",
  claim: "What is the answer?",
  question: "What is to be asked?",
};

export function Writing({ draft, card, sight, isSent, newer, onType, onCommit, onReplace, onGiveUp }: WritingProps) {
  const { view, onMove } = sight;
  const field = useRef<HTMLTextAreaElement>(null);
  const asking = useRef<HTMLElement>(null);
  const { words } = card.face;
  /** Below this zoom nobody can read what is written. */
  const readable = 0.6;

  useLayoutEffect(() => {
    const now = view.current;
    if (now !== undefined && now.placement.k < readable) {
      now.centre(card.x + card.width / 2, card.y + card.height / 2);
      now.zoomBy(0.9 / now.placement.k);
    } else now?.reveal(card);
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(draft.text.length, draft.text.length);
  }, []);

  useLayoutEffect(() => {
    const place = (): void => {
      const { current } = field;
      if (current === null || view.current === undefined) return;
      const { x, y, k } = view.current.placement;
      const left = x + (card.x + words.x) * k;
      const { fontFamily } = getComputedStyle(document.body);
      const top = y + (card.y + words.y - baselineIn(fontFamily, words)) * k;
      current.style.width = `${words.width + slack}px`;
      current.style.font = `${words.weight} ${words.size}px/${words.line}px ${fontFamily}`;
      current.style.height = "0";
      current.style.height = `${current.scrollHeight}px`;
      current.style.transform = `translate(${left}px, ${top}px) scale(${k})`;
      if (asking.current) putBy(asking.current, { x: left, y: top, height: current.offsetHeight * k });
    };
    place();
    return onMove(place);
  });

  function onKeyDown(event: KeyboardEvent): void {
    // Whoever seeks something goes elsewhere, which hands in what is written.
    const does = pageKey(keyOf(event) ?? "");
    if (does === "find" && event.key !== "/") return;
    if (does === "next" || does === "previous") return;
    event.stopPropagation();
    // While signs are being composed, Enter takes one of them.
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      if (newer === undefined) onCommit();
      else asking.current?.querySelector("button")?.focus();
    } else if (event.key === "Escape") onGiveUp();
    else return;
    event.preventDefault();
  }

  function onAskedKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === "Escape") field.current?.focus();
  }

  const changed = `The text has changed meanwhile${newer === "" ? " and is empty now." : ":"}`;
  const what = draft.of === "new" ? draft.what : card.face.card.kind;
  return (
    <>
      <textarea
        ref={field}
        class="writing"
        dir="auto"
        rows={1}
        aria-label={draft.of === "new" ? `New ${what}` : `Text of the ${what}`}
        placeholder={draft.of === "new" ? asks[draft.what] : ""}
        readOnly={isSent}
        value={draft.text}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={onCommit}
      />
      <Aloud words={newer === undefined ? undefined : `${changed} ${newer}`} />
      {newer !== undefined && (
        <section ref={asking} class="newer" aria-label={changed} onKeyDown={onAskedKeyDown}>
          <p>{changed}</p>
          {newer !== "" && <blockquote dir="auto">{newer}</blockquote>}
          <footer>
            <button type="button" class="wordy" onClick={onReplace}>
              Replace it by yours
            </button>
            <button type="button" class="wordy" onClick={onGiveUp}>
              Keep it
            </button>
          </footer>
        </section>
      )}
    </>
  );
}

/** Between the field and what is asked about it, and around that. */
const gap = 8;

/** Puts an element below a place in the window, or above it where there is no room. */
function putBy(element: HTMLElement, { x, y, height }: Pick<Box, "x" | "y" | "height">): void {
  const { offsetWidth, offsetHeight } = element;
  const below = y + height + gap;
  const top = below + offsetHeight + gap > innerHeight ? Math.max(gap, y - offsetHeight - gap) : below;
  const left = Math.max(gap, Math.min(x, innerWidth - offsetWidth - gap));
  element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}

/** Browsers break a line a hair earlier than it is measured. */
const slack = 2;

let context: CanvasRenderingContext2D | null = null;

/** How far below the top of a line its baseline is, in pixels. */
function baselineIn(family: string, { line, size, weight }: PlacedCard["face"]["words"]): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (context === null) return line;
  // As in the style sheet: letters that keep their shape at any zoom have other heights.
  context.textRendering = "geometricPrecision";
  context.font = `${weight} ${size}px ${family}`;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText("x");
  // A browser puts lines of text at whole pixels above and below the baseline.
  return (line - Math.round(above) - Math.round(below)) / 2 + Math.round(above);
}
