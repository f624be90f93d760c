/** How the page leaves a map, as JSON that is kept for it, and taken up again from what may have been anything. Pure. */
import * as v from "valibot";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { type CardMapping, findByKey, missingCardKey, stableKeys } from "./cardKeys.ts";
import { defaultViewOptions, type ViewOptions } from "./viewOptions.ts";

/** Where the picture's 0, 0 lies in the window, and how large a pixel of it is. */
export interface ViewTransform {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

const stringList = v.optional(v.array(v.string()), []);
const cardKindSchema = v.picklist(["question", "claim", "premise", "assumption", "reason", "objection"]);

const savedViewSchema = v.object({
  placement: v.optional(v.object({ x: v.number(), y: v.number(), k: v.pipe(v.number(), v.gtValue(0)) })),
  shape: v.optional(v.picklist(["tree", "outline"]), "tree"),
  direction: v.optional(v.picklist(["right", "down"]), "right"),
  legend: v.optional(v.boolean(), false),
  folded: stringList,
  open: stringList,
  focus: v.optional(v.string()),
  selected: v.optional(v.string()),
  /** What the filter spares: not in it, as it may be long where all else of a filter is short. */
  spared: stringList,
  filter: v.optional(
    v.object({
      speakers: stringList,
      tags: stringList,
      kinds: v.optional(v.array(cardKindSchema), []),
      questions: stringList,
      hides: v.optional(v.boolean(), false),
    }),
  ),
});
export type SavedView = v.InferOutput<typeof savedViewSchema>;

/** What is to be kept. Cards are named by landmarks. */
export function saveView(viewOptions: ViewOptions, tree: Tree, placement: ViewTransform | undefined): SavedView {
  const { exploration, shape, direction, legend, selected } = viewOptions;
  const { folded, openTexts, focus, filter } = exploration;
  const stableKey = stableKeys(tree);
  const keyOf = (card: CardId): string | undefined => missingCardKey(card) ?? stableKey(card);
  const keysOf = (cards: ReadonlySet<CardId>): string[] => [...cards].flatMap((card) => keyOf(card) ?? []);
  return {
    placement,
    shape,
    direction,
    legend,
    folded: keysOf(folded),
    open: keysOf(openTexts),
    focus: focus && keyOf(focus),
    selected: selected && keyOf(selected),
    spared: keysOf(filter.exempt),
    filter: {
      speakers: [...filter.speakers],
      tags: [...filter.tags],
      kinds: [...filter.kinds],
      questions: keysOf(filter.questions),
      hides: filter.hides,
    },
  };
}

/** What was kept, for a tree; from the beginning where it is nothing that a page has left. */
export function restoreView(
  saved: unknown,
  tree: Tree,
): { readonly viewOptions: ViewOptions; readonly placement: ViewTransform | undefined } {
  const parsed = v.safeParse(savedViewSchema, saved);
  if (!parsed.success) return { viewOptions: defaultViewOptions, placement: undefined };
  const { placement, shape, direction, legend, folded, open, focus, selected, spared, filter } = parsed.output;
  const findCard = findByKey(tree);
  const cards = (keys: readonly string[]): ReadonlySet<CardId> => new Set(keys.flatMap((key) => findCard(key) ?? []));
  const exploration = {
    folded: cards(folded),
    openTexts: cards(open),
    focus: focus === undefined ? undefined : findCard(focus),
    filter: {
      speakers: new Set(filter?.speakers),
      tags: new Set(filter?.tags),
      kinds: new Set(filter?.kinds),
      questions: cards(filter?.questions ?? []),
      hides: filter?.hides ?? false,
      exempt: cards(spared),
    },
  };
  const viewOptions = {
    exploration,
    shape,
    direction,
    legend,
    selected: selected === undefined ? undefined : findCard(selected),
  };
  return { viewOptions, placement };
}

/** The choice with every card replaced by its successor in another tree of the same map. What does not change is the same. */
export function remapCards(viewOptions: ViewOptions, mapCard: CardMapping): ViewOptions {
  const mapSet = (ids: ReadonlySet<CardId>): ReadonlySet<CardId> => {
    const next = new Set([...ids].flatMap((id) => mapCard(id) ?? []));
    return next.size === ids.size && [...next].every((id) => ids.has(id)) ? ids : next;
  };
  const mapOptional = (id: CardId | undefined): CardId | undefined => (id === undefined ? undefined : mapCard(id));
  const { folded, openTexts, focus, filter } = viewOptions.exploration;
  const [questions, exempt] = [mapSet(filter.questions), mapSet(filter.exempt)];
  const exploration = {
    folded: mapSet(folded),
    openTexts: mapSet(openTexts),
    focus: mapOptional(focus),
    filter: questions === filter.questions && exempt === filter.exempt ? filter : { ...filter, questions, exempt },
  };
  return { ...viewOptions, exploration, selected: mapOptional(viewOptions.selected) };
}
