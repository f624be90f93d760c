/** Words written over the card that they are of: in its font and size, at the zoom of the picture. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Box } from "../../../server/core/picture/geometry/box.ts";
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import type { AddableKind } from "../../../server/core/tree/cardRules.ts";
import { keyName, pageCommandFor } from "../input/keyBindings.ts";
import { LiveRegion } from "../ui/liveRegion.tsx";
import type { Viewport } from "../viewport/useViewport.ts";
import type { Draft } from "./draft.ts";

interface InlineEditorProps {
  readonly draft: Draft;
  readonly card: PlacedCard;
  readonly viewport: Viewport;
  /** Whether it has been handed in and the answer is still to come. */
  readonly isSubmitted: boolean;
  /** What the text has become meanwhile by other hands; it is asked what is to become of it. */
  readonly conflictingText: string | undefined;
  readonly onInput: (text: string) => void;
  readonly onCommit: () => void;
  readonly onOverwrite: () => void;
  readonly onDiscard: () => void;
}

const PLACEHOLDERS: Readonly<Record<AddableKind, string>> = {
  reason: "What speaks for it?",
  objection: "What speaks against it?",
  premise: "What does it rest on?",
  assumption: "What is taken for granted?",
  claim: "What is the answer?",
  question: "What is to be asked?",
};

export function InlineEditor({
  draft,
  card,
  viewport,
  isSubmitted,
  conflictingText,
  onInput,
  onCommit,
  onOverwrite,
  onDiscard,
}: InlineEditorProps) {
  const { zoomController, onViewChange } = viewport;
  const field = useRef<HTMLTextAreaElement>(null);
  const conflictPanel = useRef<HTMLElement>(null);
  const { textBox } = card.layout;
  /** Below this zoom nobody can read what is written. */
  const minReadableZoom = 0.6;

  useLayoutEffect(() => {
    const zoom = zoomController.current;
    if (zoom !== undefined && zoom.placement.k < minReadableZoom) {
      zoom.centreOn(card.x + card.width / 2, card.y + card.height / 2);
      zoom.zoomBy(0.9 / zoom.placement.k);
    } else zoom?.reveal(card);
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(draft.text.length, draft.text.length);
  }, []);

  useLayoutEffect(() => {
    const updatePosition = (): void => {
      const { current } = field;
      if (current === null || zoomController.current === undefined) return;
      const { x, y, k } = zoomController.current.placement;
      const left = x + (card.x + textBox.x) * k;
      const { fontFamily } = getComputedStyle(document.body);
      const top = y + (card.y + textBox.y - baselineOffset(fontFamily, textBox)) * k;
      current.style.width = `${textBox.width + WRAP_SLACK}px`;
      current.style.font = `${textBox.weight} ${textBox.size}px/${textBox.line}px ${fontFamily}`;
      current.style.height = "0";
      current.style.height = `${current.scrollHeight}px`;
      current.style.transform = `translate(${left}px, ${top}px) scale(${k})`;
      if (conflictPanel.current)
        placeNear(conflictPanel.current, { x: left, y: top, height: current.offsetHeight * k });
    };
    updatePosition();
    return onViewChange(updatePosition);
  });

  function onKeyDown(event: KeyboardEvent): void {
    // Whoever seeks something goes elsewhere, which hands in what is written.
    const command = pageCommandFor(keyName(event) ?? "");
    if (command === "find" && event.key !== "/") return;
    if (command === "next" || command === "previous") return;
    event.stopPropagation();
    // While signs are being composed, Enter takes one of them.
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      if (conflictingText === undefined) onCommit();
      else conflictPanel.current?.querySelector("button")?.focus();
    } else if (event.key === "Escape") onDiscard();
    else return;
    event.preventDefault();
  }

  function onConflictKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === "Escape") field.current?.focus();
  }

  const conflictMessage = `The text has changed meanwhile${conflictingText === "" ? " and is empty now." : ":"}`;
  const kind = draft.of === "new" ? draft.what : card.layout.card.kind;
  return (
    <>
      <textarea
        ref={field}
        class="writing"
        dir="auto"
        rows={1}
        aria-label={draft.of === "new" ? `New ${kind}` : `Text of the ${kind}`}
        placeholder={draft.of === "new" ? PLACEHOLDERS[draft.what] : ""}
        readOnly={isSubmitted}
        value={draft.text}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={onCommit}
      />
      <LiveRegion words={conflictingText === undefined ? undefined : `${conflictMessage} ${conflictingText}`} />
      {conflictingText !== undefined && (
        <section ref={conflictPanel} class="newer" aria-label={conflictMessage} onKeyDown={onConflictKeyDown}>
          <p>{conflictMessage}</p>
          {conflictingText !== "" && <blockquote dir="auto">{conflictingText}</blockquote>}
          <footer>
            <button type="button" class="wordy" onClick={onOverwrite}>
              Replace it by yours
            </button>
            <button type="button" class="wordy" onClick={onDiscard}>
              Keep it
            </button>
          </footer>
        </section>
      )}
    </>
  );
}

/** Between the field and what is asked about it, and around that. */
const PANEL_GAP = 8;

/** Puts an element below a place in the window, or above it where there is no room. */
function placeNear(element: HTMLElement, { x, y, height }: Pick<Box, "x" | "y" | "height">): void {
  const { offsetWidth, offsetHeight } = element;
  const below = y + height + PANEL_GAP;
  const top =
    below + offsetHeight + PANEL_GAP > innerHeight ? Math.max(PANEL_GAP, y - offsetHeight - PANEL_GAP) : below;
  const left = Math.max(PANEL_GAP, Math.min(x, innerWidth - offsetWidth - PANEL_GAP));
  element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}

/** Browsers break a line a hair earlier than it is measured. */
const WRAP_SLACK = 2;

let measureContext: CanvasRenderingContext2D | null = null;

/** How far below the top of a line its baseline is, in pixels. */
function baselineOffset(family: string, { line, size, weight }: PlacedCard["layout"]["textBox"]): number {
  measureContext ??= document.createElement("canvas").getContext("2d");
  if (measureContext === null) return line;
  // As in the style sheet: letters that keep their shape at any zoom have other heights.
  measureContext.textRendering = "geometricPrecision";
  measureContext.font = `${weight} ${size}px ${family}`;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = measureContext.measureText("x");
  // A browser puts lines of text at whole pixels above and below the baseline.
  return (line - Math.round(ascent) - Math.round(descent)) / 2 + Math.round(ascent);
}
