/** The view of a map as JSON, which is stored when the user leaves the map and restored when the map is shown again. */
import * as v from "valibot";
import { stableKeys } from "../../../server/core/picture/stableKeys.ts";
import { tableKinds } from "../../../server/core/tables/table.ts";
import { gaps } from "../../../server/core/tree/gaps.ts";
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { type CardMapping, findByKey, missingCardKey } from "./cardKeys.ts";
import { defaultViewOptions, type ViewOptions } from "./viewOptions.ts";

/** The position of the picture's origin in the window, in pixels, and the zoom factor. */
export interface ViewTransform {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

const stringList = v.optional(v.array(v.string()), []);
const cardKindSchema = v.picklist(["question", "claim", "premise", "assumption", "reason", "objection"]);

const savedViewSchema = v.object({
  placement: v.optional(v.object({ x: v.number(), y: v.number(), k: v.pipe(v.number(), v.gtValue(0)) })),
  /** Without a shape or a direction, the panel chooses it. */
  shape: v.optional(v.picklist(["tree", "outline"])),
  direction: v.optional(v.picklist(["right", "down"])),
  table: v.optional(
    v.object({
      isShown: v.boolean(),
      kind: v.picklist(tableKinds),
      sorting: v.optional(v.object({ table: v.number(), column: v.number(), isDescending: v.boolean() })),
    }),
  ),
  legend: v.optional(v.boolean(), false),
  weighing: v.optional(v.picklist(["off", "standing", "likelihood", "importance"]), "off"),
  folded: stringList,
  unfolded: stringList,
  open: stringList,
  focus: v.optional(v.string()),
  selected: v.optional(v.string()),
  /** The cards exempt from the filter. Beside the filter, because the panel drops long fields, and this one can be long. */
  spared: stringList,
  filter: v.optional(
    v.object({
      speakers: stringList,
      tags: stringList,
      kinds: v.optional(v.array(cardKindSchema), []),
      gaps: v.optional(v.array(v.picklist(gaps)), []),
      questions: stringList,
      hides: v.optional(v.boolean(), false),
    }),
  ),
});
export type SavedView = v.InferOutput<typeof savedViewSchema>;

/** Converts a view to JSON. Cards are stored by their keys. */
export function saveView(viewOptions: ViewOptions, tree: Tree, transform: ViewTransform | undefined): SavedView {
  const { exploration, shape, direction, table, legend, weighing, selected } = viewOptions;
  const { folded, unfolded, openTexts, focus, filter } = exploration;
  const stableKey = stableKeys(tree);
  const keyOf = (card: CardId): string | undefined => missingCardKey(card) ?? stableKey(card);
  const keysOf = (cards: ReadonlySet<CardId>): string[] => [...cards].flatMap((card) => keyOf(card) ?? []);
  return {
    placement: transform,
    shape: shape === "automatic" ? undefined : shape,
    direction: direction === "automatic" ? undefined : direction,
    table,
    legend,
    weighing,
    folded: keysOf(folded),
    unfolded: keysOf(unfolded),
    open: keysOf(openTexts),
    focus: focus && keyOf(focus),
    selected: selected && keyOf(selected),
    spared: keysOf(filter.exempt),
    filter: {
      speakers: [...filter.speakers],
      tags: [...filter.tags],
      kinds: [...filter.kinds],
      gaps: [...filter.gaps],
      questions: keysOf(filter.questions),
      hides: filter.hidesNonMatches,
    },
  };
}

/** Restores the view of a tree from stored JSON. Drops cards that are gone; returns the default view if the JSON is invalid. */
export function restoreView(
  saved: unknown,
  tree: Tree,
): { readonly viewOptions: ViewOptions; readonly transform: ViewTransform | undefined } {
  const parsed = v.safeParse(savedViewSchema, saved);
  if (!parsed.success) return { viewOptions: defaultViewOptions, transform: undefined };
  const {
    placement: transform,
    shape = "automatic",
    direction = "automatic",
    table,
    legend,
    weighing,
    folded,
    unfolded,
    open,
    focus,
    selected,
    spared,
    filter,
  } = parsed.output;
  const findCard = findByKey(tree);
  const cards = (keys: readonly string[]): ReadonlySet<CardId> => new Set(keys.flatMap((key) => findCard(key) ?? []));
  const exploration = {
    folded: cards(folded),
    unfolded: cards(unfolded),
    openTexts: cards(open),
    focus: focus === undefined ? undefined : findCard(focus),
    filter: {
      speakers: new Set(filter?.speakers),
      tags: new Set(filter?.tags),
      kinds: new Set(filter?.kinds),
      gaps: new Set(filter?.gaps),
      questions: cards(filter?.questions ?? []),
      hidesNonMatches: filter?.hides ?? false,
      exempt: cards(spared),
    },
  };
  const viewOptions: ViewOptions = {
    exploration,
    shape,
    direction,
    table: table === undefined ? defaultViewOptions.table : { ...table, sorting: table.sorting },
    legend,
    weighing,
    selected: selected === undefined ? undefined : findCard(selected),
  };
  return { viewOptions, transform };
}

/** Replaces every card by the one in a later tree of the same map. Sets that do not change remain the same objects. */
export function remapCards(viewOptions: ViewOptions, mapCard: CardMapping): ViewOptions {
  const mapSet = (ids: ReadonlySet<CardId>): ReadonlySet<CardId> => {
    const next = new Set([...ids].flatMap((id) => mapCard(id) ?? []));
    return next.size === ids.size && [...next].every((id) => ids.has(id)) ? ids : next;
  };
  const mapOptional = (id: CardId | undefined): CardId | undefined => (id === undefined ? undefined : mapCard(id));
  const { folded, unfolded, openTexts, focus, filter } = viewOptions.exploration;
  const [questions, exempt] = [mapSet(filter.questions), mapSet(filter.exempt)];
  const exploration = {
    folded: mapSet(folded),
    unfolded: mapSet(unfolded),
    openTexts: mapSet(openTexts),
    focus: mapOptional(focus),
    filter: questions === filter.questions && exempt === filter.exempt ? filter : { ...filter, questions, exempt },
  };
  return { ...viewOptions, exploration, selected: mapOptional(viewOptions.selected) };
}
