/** The quiet marks below a card's text: who holds, grants and denies it, how likely or strong it is, its tags, its file. */
import type { Card, Rating } from "../../tree/tree.ts";
import type { Standing } from "../layout/cardTree.ts";
import { cut, wrap } from "../text/wrap.ts";
import type { Colour } from "../theme.ts";

/** What is drawn before the words of a mark. */
export type Lead =
  /** A bar that is filled as far as a step carries. */
  | { readonly kind: "strength"; readonly share: number }
  /** A dot on the way from impossible to certain. */
  | { readonly kind: "likelihood"; readonly share: number }
  /** A sheet of paper. */
  | { readonly kind: "file" };

export interface FootItem {
  readonly text: string;
  readonly colour: Colour;
  readonly lead?: Lead;
  /** Whether it stands in a box of its own, as tags do. */
  readonly boxed?: boolean;
  /** What it is, in words, for whoever points at it. */
  readonly title?: string;
}

/** Widths in pixels: of what leads, of the gap after it, of a box's two sides, between items. */
export const leadWidth = { strength: 28, likelihood: 28, file: 8 } as const;
const leadGap = 5;
export const boxSide = 6;
const between = 10;

/** First who says so, then what is said of it. */
export function footOf({ card, speakers, file }: Standing): readonly (readonly FootItem[])[] {
  const names = (mark: string, people: readonly string[], colour: Colour): FootItem[] =>
    people.length === 0 ? [] : [{ text: `${mark} ${people.join(", ")}`, colour }];
  return [
    [
      ...names("—", speakers, "muted"),
      ...names("✓", card.acceptedBy, "reason"),
      ...names("✗", card.rejectedBy, "objection"),
    ],
    [
      ...ratings(card),
      ...card.tags.map((text): FootItem => ({ text, colour: "muted", boxed: true })),
      ...(file === undefined
        ? []
        : [{ text: file, colour: "muted", lead: { kind: "file" }, title: `From the file ${file}` } as const]),
    ],
  ];
}

function ratings({ likelihood, confidence, strength }: Card): readonly FootItem[] {
  const item = (kind: "likelihood" | "strength", { words, share }: Rating, title: string): FootItem => ({
    text: kind === "likelihood" && words.endsWith("%") ? `${words} likely` : words,
    colour: "muted",
    title: `${title}: ${words}`,
    ...(share === undefined ? {} : { lead: { kind, share } }),
  });
  return [
    ...(likelihood ? [item("likelihood", likelihood, "Likelihood")] : []),
    ...(confidence
      ? [{ text: `${confidence} confidence`, colour: "muted" as const, title: `Confidence in this: ${confidence}` }]
      : []),
    ...(strength ? [item("strength", strength, "Strength of this step")] : []),
  ];
}

/** A piece of an item in its line. */
export interface Placed {
  readonly text: string;
  readonly colour: Colour;
  readonly lead: Lead | undefined;
  readonly boxed: boolean;
  readonly title: string | undefined;
  /** How far from the beginning of the line it begins, its lead and box included, and how wide it is. */
  readonly at: number;
  readonly width: number;
  /** How far from there its words begin. */
  readonly indent: number;
}

/** Items side by side as long as they fit; one that is too long for a line is wrapped; each group begins a line. */
export function flow(
  groups: readonly (readonly FootItem[])[],
  limit: number,
  widthOf: (text: string) => number,
): readonly (readonly Placed[])[] {
  const lines: Placed[][] = [];
  for (const items of groups) {
    let line: Placed[] | undefined;
    let end = 0;
    for (const { text, colour, lead, boxed = false, title } of items) {
      const indent = boxed ? boxSide : lead === undefined ? 0 : leadWidth[lead.kind] + leadGap;
      const around = boxed ? 2 * boxSide : indent;
      // The title of a file is cut, all else wrapped.
      const room = limit - around;
      const whole = lead?.kind === "file" ? cut(text, room, widthOf) : text;
      wrap(whole, room, widthOf).forEach((part, index) => {
        const width = part.width + around;
        const apart = end + (boxed && line?.at(-1)?.boxed ? 5 : between);
        if (line === undefined || apart + width > limit) {
          line = [];
          lines.push(line);
          end = 0;
        } else end = apart;
        line.push({
          text: part.text,
          colour,
          lead: index === 0 ? lead : undefined,
          boxed,
          title,
          at: end,
          width,
          indent,
        });
        end += width;
      });
    }
  }
  return lines;
}
