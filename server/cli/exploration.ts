/** The part of a map that the user asks for: a focused branch, a depth, a filter. */
import { applyExploration, type ExploredTree, type Filter, foldBelowLevel, noFilter } from "../core/picture/explore.ts";
import { type FacetValue, filterFacets } from "../core/picture/filterFacets.ts";
import { stableKeys } from "../core/picture/stableKeys.ts";
import { joinList } from "../core/strings/english.ts";
import type { Gap } from "../core/tree/gaps.ts";
import type { Card, CardId, CardKind, Tree } from "../core/tree/tree.ts";
import { UsageError } from "./usageError.ts";

/** The options of the command line that choose the part of a map. */
export interface ExplorationOptions {
  /** The name of an entry. */
  readonly focus?: string;
  /** The number of levels. */
  readonly depth?: number;
  readonly speaker: readonly string[];
  readonly tag: readonly string[];
  readonly kind: readonly CardKind[];
  readonly gap: readonly Gap[];
  /** The names of questions. */
  readonly question: readonly string[];
  /** Whether cards that do not match are dimmed, not hidden. */
  readonly dim?: boolean;
}

/** The shown part of a map, and the same as fields of a page's saved view, which identifies cards by their stable keys. */
export interface ExploredMap {
  readonly explored: ExploredTree;
  readonly savedView: Readonly<Record<string, unknown>>;
}

/** Applies what the user asks for. Throws {@link UsageError} if the map has no such entry, speaker or tag. */
export function exploreMap(tree: Tree, options: ExplorationOptions): ExploredMap {
  const focus = options.focus === undefined ? undefined : namedCard(tree, options.focus);
  const questions = options.question.map((name) => namedCard(tree, name, "question"));
  const facets = filterFacets(tree);
  const filter: Filter = {
    ...noFilter,
    speakers: knownValues(options.speaker, facets.speakers, "speaker"),
    tags: knownValues(options.tag, facets.tags, "tag"),
    kinds: new Set(options.kind),
    gaps: new Set(options.gap),
    questions: new Set(questions.map(({ id }) => id)),
    hidesNonMatches: options.dim !== true,
  };
  const whole = { folded: new Set<CardId>(), unfolded: new Set<CardId>(), openTexts: new Set<CardId>() };
  const branch = { ...whole, focus: focus?.id, filter: noFilter };
  const folded =
    options.depth === undefined
      ? whole.folded
      : foldBelowLevel(applyExploration(tree, branch).tree, Math.max(1, options.depth));
  const explored = applyExploration(tree, { ...branch, folded, filter });
  const { kinds, gaps, speakers, tags } = filter;
  const keyOf = stableKeys(tree);
  const savedView = {
    ...(focus && { focus: keyOf(focus.id) }),
    folded: [...folded].flatMap((id) => keyOf(id) ?? []),
    filter: {
      speakers: [...speakers],
      tags: [...tags],
      kinds: [...kinds],
      gaps: [...gaps],
      questions: questions.flatMap(({ id }) => keyOf(id) ?? []),
      hides: filter.hidesNonMatches,
    },
  };
  return { explored, savedView };
}

/** Returns the card of a named entry. Throws {@link UsageError} if there is none. */
function namedCard(tree: Tree, name: string, kind?: CardKind): Card {
  const card = tree.cards.find((one) => one.name === name && one.form !== "reference");
  if (card !== undefined && (kind === undefined || card.kind === kind)) return card;
  throw new UsageError(`No ${kind ?? "entry"} in the map is named “${name}”.`);
}

/** Returns the values. Throws {@link UsageError} if the map does not have one of them. */
function knownValues(
  asked: readonly string[],
  known: readonly FacetValue<string>[],
  facet: string,
): ReadonlySet<string> {
  const values = known.map(({ value }) => value);
  const unknown = asked.find((value) => !values.includes(value));
  if (unknown === undefined) return new Set(asked);
  const advice =
    values.length === 0 ? `The map has no ${facet}s.` : `Write ${joinList(values.slice(0, MAX_SUGGESTED), "or")}.`;
  throw new UsageError(`No ${facet} in the map is called “${unknown}”. ${advice}`);
}

const MAX_SUGGESTED = 8;
