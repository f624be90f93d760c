/** `import "argmap/element"` defines `<argument-map>`. This file is shipped as it is; `argumentMapElement.ts` implements it. */

/**
 * An element that draws an argument map: `<argument-map src="talk.argmap"></argument-map>`, or the text of the map within it.
 *
 * Events: `load` when the map has been drawn, and `error` (an `ErrorEvent` with a message) when it cannot be drawn.
 */
export class ArgumentMapElement extends HTMLElement {
  /** The address of the map. Without one, the text within the element is drawn. */
  src: string | null;
  /** The number of levels that are shown at first. If it is undefined, all are; of a map with more than 300 cards, those that fit. */
  depth: number | undefined;
  /** The direction in which a tree grows. If it is undefined, the size of the element decides. */
  direction: "right" | "down" | undefined;
  /** If it is undefined, the width of the element decides. */
  shape: "tree" | "outline" | undefined;
  /** The text of the map. To set it replaces `src` and the text within the element. */
  get text(): string;
  set text(text: string);
  /** Whether the map has been drawn, or cannot be. */
  readonly complete: boolean;
  /** Shows all branches, or only as many levels. */
  unfold(levels?: number): void;
  /** Zooms around the middle of the element. */
  zoomBy(factor: number): void;
  /** Shows the whole picture. */
  fit(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "argument-map": ArgumentMapElement;
  }
}
