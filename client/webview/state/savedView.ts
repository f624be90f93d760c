/** How the page leaves a map, as JSON that is kept for it, and taken up again from what may have been anything. Pure. */
import * as v from "valibot";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { awaited, byLandmark, landmarksOf, type Successor } from "./cardKeys.ts";
import { type Choice, unchosen } from "./viewOptions.ts";

/** Where the picture's 0, 0 lies in the window, and how large a pixel of it is. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

const strings = v.optional(v.array(v.string()), []);
const kind = v.picklist(["question", "claim", "premise", "assumption", "reason", "objection"]);

const leftSchema = v.object({
  placement: v.optional(v.object({ x: v.number(), y: v.number(), k: v.pipe(v.number(), v.gtValue(0)) })),
  shape: v.optional(v.picklist(["tree", "outline"]), "tree"),
  direction: v.optional(v.picklist(["right", "down"]), "right"),
  legend: v.optional(v.boolean(), false),
  folded: strings,
  open: strings,
  focus: v.optional(v.string()),
  selected: v.optional(v.string()),
  /** What the filter spares: not in it, as it may be long where all else of a filter is short. */
  spared: strings,
  filter: v.optional(
    v.object({
      speakers: strings,
      tags: strings,
      kinds: v.optional(v.array(kind), []),
      questions: strings,
      hides: v.optional(v.boolean(), false),
    }),
  ),
});
export type Left = v.InferOutput<typeof leftSchema>;

/** What is to be kept. Cards are named by landmarks. */
export function leave(choice: Choice, tree: Tree, placement: Placement | undefined): Left {
  const { exploration, shape, direction, legend, selected } = choice;
  const { folded, openTexts, focus, filter } = exploration;
  const found = landmarksOf(tree);
  const nameOf = (card: CardId): string | undefined => awaited(card) ?? found(card);
  const names = (cards: ReadonlySet<CardId>): string[] => [...cards].flatMap((card) => nameOf(card) ?? []);
  return {
    placement,
    shape,
    direction,
    legend,
    folded: names(folded),
    open: names(openTexts),
    focus: focus && nameOf(focus),
    selected: selected && nameOf(selected),
    spared: names(filter.spared),
    filter: {
      speakers: [...filter.speakers],
      tags: [...filter.tags],
      kinds: [...filter.kinds],
      questions: names(filter.questions),
      hides: filter.hides,
    },
  };
}

/** What was kept, for a tree; from the beginning where it is nothing that a page has left. */
export function resume(
  left: unknown,
  tree: Tree,
): { readonly choice: Choice; readonly placement: Placement | undefined } {
  const parsed = v.safeParse(leftSchema, left);
  if (!parsed.success) return { choice: unchosen, placement: undefined };
  const { placement, shape, direction, legend, folded, open, focus, selected, spared, filter } = parsed.output;
  const find = byLandmark(tree);
  const cards = (names: readonly string[]): ReadonlySet<CardId> => new Set(names.flatMap((name) => find(name) ?? []));
  const exploration = {
    folded: cards(folded),
    openTexts: cards(open),
    focus: focus === undefined ? undefined : find(focus),
    filter: {
      speakers: new Set(filter?.speakers),
      tags: new Set(filter?.tags),
      kinds: new Set(filter?.kinds),
      questions: cards(filter?.questions ?? []),
      hides: filter?.hides ?? false,
      spared: cards(spared),
    },
  };
  const choice = {
    exploration,
    shape,
    direction,
    legend,
    selected: selected === undefined ? undefined : find(selected),
  };
  return { choice, placement };
}

/** The choice with every card replaced by its successor in another tree of the same map. What does not change is the same. */
export function carryOver(choice: Choice, successor: Successor): Choice {
  const cards = (ids: ReadonlySet<CardId>): ReadonlySet<CardId> => {
    const next = new Set([...ids].flatMap((id) => successor(id) ?? []));
    return next.size === ids.size && [...next].every((id) => ids.has(id)) ? ids : next;
  };
  const one = (id: CardId | undefined): CardId | undefined => (id === undefined ? undefined : successor(id));
  const { folded, openTexts, focus, filter } = choice.exploration;
  const [questions, spared] = [cards(filter.questions), cards(filter.spared)];
  const exploration = {
    folded: cards(folded),
    openTexts: cards(openTexts),
    focus: one(focus),
    filter: questions === filter.questions && spared === filter.spared ? filter : { ...filter, questions, spared },
  };
  return { ...choice, exploration, selected: one(choice.selected) };
}
