import { useLayoutEffect, useRef } from "preact/hooks";
import type { Box } from "../../../server/core/picture/geometry/box.ts";
import type { PlacedCard } from "../../../server/core/picture/model.ts";
import { keyName, pageCommandFor } from "../input/keyBindings.ts";
import { messages } from "../messages/messages.ts";
import { clampToWindow } from "../ui/clampToWindow.ts";
import { LiveRegion } from "../ui/liveRegion.tsx";
import { useOnViewChange } from "../viewport/useOnViewChange.ts";
import type { Viewport } from "../viewport/useViewport.ts";
import type { Draft } from "./draft.ts";

interface InlineEditorProps {
  readonly draft: Draft;
  readonly card: PlacedCard;
  /** The bounds of the picture, with the card. */
  readonly bounds: Box;
  readonly viewport: Viewport;
  /** Whether the draft has been submitted and is not finished yet. */
  readonly isSubmitted: boolean;
  /** The newer text of the card that the draft would overwrite; undefined if there is no conflict. */
  readonly conflictingText: string | undefined;
  readonly onInput: (text: string) => void;
  readonly onCommit: () => void;
  readonly onOverwrite: () => void;
  readonly onDiscard: () => void;
}

/** Below this zoom the text is too small to read while typing. */
const MIN_READABLE_ZOOM = 0.6;
/** The zoom that the picture is enlarged to in that case. */
const EDITING_ZOOM = 0.9;

/** A text field over the card that it edits, in the card's font and size and at the zoom of the picture. */
export function InlineEditor({
  draft,
  card,
  bounds,
  viewport,
  isSubmitted,
  conflictingText,
  onInput,
  onCommit,
  onOverwrite,
  onDiscard,
}: InlineEditorProps) {
  const { zoomController } = viewport;
  const field = useRef<HTMLTextAreaElement>(null);
  const conflictPanel = useRef<HTMLElement>(null);
  const { textBox } = card.layout;

  useLayoutEffect(() => {
    const zoom = zoomController.current;
    if (zoom !== undefined && zoom.transform.k < MIN_READABLE_ZOOM) {
      zoom.moveToCenter(card.x + card.width / 2, card.y + card.height / 2);
      zoom.zoomBy(EDITING_ZOOM / zoom.transform.k);
    } else zoom?.revealInFrame(card, bounds);
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(draft.text.length, draft.text.length);
  }, []);

  useOnViewChange(viewport, () => {
    const { current } = field;
    if (current === null || zoomController.current === undefined) return;
    const { x, y, k } = zoomController.current.transform;
    const left = x + (card.x + textBox.x) * k;
    const { fontFamily } = getComputedStyle(document.body);
    const top = y + (card.y + textBox.y - baselineOffset(fontFamily, textBox)) * k;
    current.style.width = `${textBox.width + WRAP_SLACK}px`;
    current.style.font = `${textBox.weight} ${textBox.size}px/${textBox.line}px ${fontFamily}`;
    current.style.height = "0";
    current.style.height = `${current.scrollHeight}px`;
    current.style.transform = `translate(${left}px, ${top}px) scale(${k})`;
    if (conflictPanel.current) placeNear(conflictPanel.current, { x: left, y: top, height: current.offsetHeight * k });
  });

  function onKeyDown(event: KeyboardEvent): void {
    // The keys of the search work here, too: the field then loses the focus, which submits the draft.
    const command = pageCommandFor(keyName(event) ?? "");
    if (command === "find" && event.key !== "/") return;
    if (command === "next" || command === "previous") return;
    event.stopPropagation();
    // During composition with an input method, Enter accepts a candidate.
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

  const conflictMessage = conflictingText === "" ? messages.editor.textRemoved : messages.editor.textChanged;
  const kind = draft.type === "new" ? draft.kind : card.layout.card.kind;
  return (
    <>
      <textarea
        ref={field}
        class="inline-editor"
        dir="auto"
        rows={1}
        aria-label={draft.type === "new" ? messages.editor.newEntry(kind) : messages.editor.textOf(kind)}
        placeholder={draft.type === "new" ? messages.editor.placeholders[draft.kind] : ""}
        readOnly={isSubmitted}
        value={draft.text}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={onCommit}
      />
      <LiveRegion text={conflictingText === undefined ? undefined : `${conflictMessage} ${conflictingText}`} />
      {conflictingText !== undefined && (
        <section ref={conflictPanel} class="conflict-panel" aria-label={conflictMessage} onKeyDown={onConflictKeyDown}>
          <p>{conflictMessage}</p>
          {conflictingText !== "" && <blockquote dir="auto">{conflictingText}</blockquote>}
          <footer>
            <button type="button" class="text-button" onClick={onOverwrite}>
              {messages.editor.overwrite}
            </button>
            <button type="button" class="text-button" onClick={onDiscard}>
              {messages.editor.discard}
            </button>
          </footer>
        </section>
      )}
    </>
  );
}

/** Pixels between the field and the conflict panel, and around the panel. */
const PANEL_GAP = 8;

/** Places an element below a box in the window, or above it if there is no room. */
function placeNear(element: HTMLElement, { x, y, height }: Pick<Box, "x" | "y" | "height">): void {
  const { offsetWidth, offsetHeight } = element;
  const below = y + height + PANEL_GAP;
  const top =
    below + offsetHeight + PANEL_GAP > innerHeight ? Math.max(PANEL_GAP, y - offsetHeight - PANEL_GAP) : below;
  const left = clampToWindow(x, offsetWidth, innerWidth, PANEL_GAP);
  element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}

/** Pixels added to the width of the field, because a browser breaks lines slightly earlier than the measured width. */
const WRAP_SLACK = 2;

let measureContext: CanvasRenderingContext2D | null = null;

/** Returns the distance from the top of a line to its baseline, in pixels. */
function baselineOffset(family: string, { line, size, weight }: PlacedCard["layout"]["textBox"]): number {
  measureContext ??= document.createElement("canvas").getContext("2d");
  if (measureContext === null) return line;
  // As in the style sheet; other modes of text rendering have other font metrics.
  measureContext.textRendering = "geometricPrecision";
  measureContext.font = `${weight} ${size}px ${family}`;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = measureContext.measureText("x");
  // Browsers round the ascent and the descent to whole pixels.
  return (line - Math.round(ascent) - Math.round(descent)) / 2 + Math.round(ascent);
}
