/** The parts of a picture, as plain data. All lengths and positions are in pixels. */
import type { Card, CardId, CardProblem, Contradiction, Restatement, SectionId } from "../tree/tree.ts";
import type { Box, Direction } from "./geometry/box.ts";
import type { Curve } from "./geometry/curve.ts";
import type { Color } from "./theme.ts";
import type { Weight } from "./typesetting/measure.ts";
import type { StyledRun } from "./typesetting/styledText.ts";
import type { PictureWords } from "./words/pictureWords.ts";

/** The same map as a tree, or as an outline: one column of indented rows. */
export type PictureShape = "tree" | "outline";

/** A laid-out map. */
export interface Picture {
  readonly title: string | undefined;
  /** The language tag of the map; undefined if it gives none. */
  readonly language: string | undefined;
  readonly shape: PictureShape;
  /** The direction in which the tree grows; `down` for an outline. */
  readonly direction: Direction;
  /** The bounding box of the picture with its margin. Its corner need not be at 0, 0. */
  readonly bounds: Box;
  /** In drawing order: outer areas before the areas within them. */
  readonly sectionAreas: readonly SectionArea[];
  /** In preorder: each card is followed by its descendants. */
  readonly cards: readonly PlacedCard[];
  readonly frames: readonly Frame[];
  readonly edges: readonly Edge[];
  readonly crossLinks: readonly CrossLink[];
  /** The title of the map, with author, date and sources, above everything else. Absent if it is not shown. */
  readonly heading?: readonly PlacedText[];
}

/** A card at its position in the picture. */
export interface PlacedCard extends Box {
  readonly id: CardId;
  readonly layout: CardLayout;
  readonly parent: CardId | undefined;
  /** 1 for a root. */
  readonly level: number;
}

/** The frame around linked premises. */
export interface Frame extends Box {
  /** A bracket in an outline, where other rows may come between the premises. */
  readonly form: "frame" | "bracket";
  /** The reason or objection that the premises belong to. */
  readonly step: CardId;
  readonly hue: Hue;
  /** The end of the edge from the step: the distance from the start of the side that it arrives at. */
  readonly anchor: number;
}

/** A line from a card to a child, or to the frame around its premises; or from a step's link to a card that targets the step. */
export interface Edge {
  /** Stable from one picture to the next: the child's id, or the step's id with a suffix for its frame. */
  readonly key: string;
  /**
   * The card that the line connects: of a line to the frame of premises, their step. Undefined for a guide of an outline, which
   * connects several.
   */
  readonly card: CardId | undefined;
  readonly color: Color;
  readonly isDashed: boolean;
  readonly isStrong: boolean;
  /** Start and end. Without `bounds`, the line stays within the box that they span. */
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** The bounding box of a line that leaves the box of its ends, as one does that goes around a card. */
  readonly bounds?: Box;
  /** The `d` attribute of an SVG path. */
  readonly path: string;
  /** The curved part of the path, before a straight line to the end; undefined if the path is straight. */
  readonly curve: Curve | undefined;
}

/** A line between two claims that contradict or restate each other, with a mark on it. Not an edge of the tree. */
export interface CrossLink {
  /** Stable from one picture to the next. */
  readonly key: string;
  readonly kind: (Contradiction | Restatement)["kind"];
  readonly a: CardId;
  readonly b: CardId;
  /** The `d` attribute of an SVG path. */
  readonly path: string;
  readonly curve: Curve;
  /** The bounding box of the line and its mark. */
  readonly box: Box;
  /** The tooltip of the mark. */
  readonly title: string;
  /** The center of the mark. */
  readonly x: number;
  readonly y: number;
}

/** The background area behind neighboring cards of one section. A section may have several. */
export interface SectionArea extends Box {
  /** Stable from one picture to the next while the area's first card stays the same. */
  readonly key: string;
  readonly section: SectionId;
  readonly title: string;
  /** The number of sections that contain this one. */
  readonly depth: number;
  /** The `d` attribute of an SVG path. */
  readonly path: string;
  /** The lines of the title, truncated if there are too many. */
  readonly labels: readonly PlacedText[];
}

/** Selects the color of a card's bar, label and edges. */
export type Hue = "claim" | "reason" | "objection" | "question";

/** The settings for laying out one card. */
export interface CardStyle {
  /** A card of a tree that grows right or down, or a row of an outline. */
  readonly arrangement: "right" | "down" | "row";
  /** The width of a card or a row. */
  readonly width: number;
  /** The number of descendants that are folded. */
  readonly hiddenCount: number;
  /** Whether a long text is shown in full. */
  readonly isExpanded: boolean;
  /** Whether such a text ends with a control that folds it. */
  readonly canFoldTexts: boolean;
  readonly words: PictureWords;
}

/** The size of a card and all that is drawn on it, relative to its top left corner. */
export interface CardLayout {
  readonly card: Card;
  readonly form: Card["form"];
  /** The kind of box to draw: `row` in an outline. */
  readonly body: "card" | "pill" | "row";
  readonly hue: Hue;
  readonly width: number;
  readonly height: number;
  /** Whether this is a question or claim at the root: semi-bold, and a claim has a stronger border. */
  readonly isMain: boolean;
  readonly texts: readonly PlacedText[];
  /** What stands for the card from afar: its title, or else its text. */
  readonly summary: string;
  readonly footerMarks: readonly FooterMark[];
  readonly quotes: QuotesBadge | undefined;
  /** The control that expands or collapses a long text, with its left end and baseline. */
  readonly moreLines:
    | { readonly label: string; readonly x: number; readonly y: number; readonly isExpanded: boolean }
    | undefined;
  readonly controls: readonly CardControl[];
  /** The number of descendants that are folded. */
  readonly hiddenCount: number;
  /** The wavy underline for the worst problem. */
  readonly squiggle:
    | { readonly x: number; readonly y: number; readonly width: number; readonly severity: CardProblem["severity"] }
    | undefined;
  /** The area of the text, for an editor placed over it; `y` is the baseline of the first line. */
  readonly textBox: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly line: number;
    readonly size: number;
    readonly weight: Weight;
  };
  /** The messages of all problems, one per line; empty if there are none. */
  readonly problemMessages: string;
  readonly accessibleLabel: string;
}

/** A line of text. `x` is its start: the left end, or the right end of right-to-left text. */
export interface PlacedText {
  readonly text: string;
  /** The text in its styles. Absent if it has no marks. */
  readonly runs?: readonly StyledRun[] | undefined;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly color: Color;
  readonly rtl: boolean;
  /** The tooltip. */
  readonly title?: string | undefined;
}

/** An icon or a tag's box in a card's footer. `x` is its left end, `y` the baseline of its line. */
export type FooterMark =
  | { readonly kind: "icon"; readonly icon: FooterIcon; readonly x: number; readonly y: number }
  | { readonly kind: "box"; readonly x: number; readonly y: number; readonly width: number };

/** An icon before the text of a footer item. */
export type FooterIcon =
  /** A bar that is filled to `fraction`. */
  | { readonly kind: "strength"; readonly fraction: number }
  /** A dot on a line from impossible (0) to certain (1), or a bar for a range. */
  | { readonly kind: "likelihood"; readonly fraction: number; readonly range?: readonly [from: number, to: number] }
  | { readonly kind: "file" };

/** A clickable part of a card. It may extend beyond the card. */
export interface CardControl {
  readonly kind: "quotes" | "fold" | "more";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The quotation mark with the number of quotes. `x` is its right end, `y` its baseline. */
export interface QuotesBadge {
  readonly x: number;
  readonly y: number;
  readonly color: Color;
  readonly count: number;
  readonly tooltip: string;
}
