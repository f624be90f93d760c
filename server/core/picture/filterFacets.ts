/** The facets that a filter offers. */
import type { Gap } from "../tree/gaps.ts";
import type { Card, CardId, CardKind, Tree } from "../tree/tree.ts";
import { holdersByCard } from "./explore.ts";

/** The values that a filter can choose from in each facet, the most frequent first. */
export interface FilterFacets {
  readonly speakers: readonly FacetValue<string>[];
  readonly tags: readonly FacetValue<string>[];
  readonly kinds: readonly FacetValue<CardKind>[];
  /** The gaps of cards. */
  readonly gaps: readonly FacetValue<Gap>[];
  /** In preorder, with the sizes of their branches. */
  readonly questions: readonly FacetValue<Card>[];
}

/** A value with the number of cards that have it. */
export interface FacetValue<Value> {
  readonly value: Value;
  readonly count: number;
}

/** The facets of a tree. */
export function filterFacets(tree: Tree): FilterFacets {
  const holders = holdersByCard(tree);
  const speakers = new Map<string, number>();
  const tags = new Map<string, number>();
  const kinds = new Map<CardKind, number>();
  const gaps = new Map<Gap, number>();
  const countValue = <Value>(counts: Map<Value, number>, value: Value): unknown =>
    counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const card of tree.cards) {
    countValue(kinds, card.kind);
    for (const gap of card.gaps) countValue(gaps, gap);
    for (const tag of new Set(card.tags)) countValue(tags, tag);
    const names = [...(holders.get(card.id) ?? []), ...card.acceptedBy, ...card.rejectedBy];
    for (const name of new Set(names)) countValue(speakers, name);
  }
  const branchSizes = new Map<CardId, number>();
  for (const { card, parent } of tree.positions.toReversed()) {
    const size = (branchSizes.get(card) ?? 0) + 1;
    branchSizes.set(card, size);
    if (parent !== undefined) branchSizes.set(parent, (branchSizes.get(parent) ?? 0) + size);
  }
  return {
    speakers: byFrequency(speakers),
    tags: byFrequency(tags),
    kinds: byFrequency(kinds),
    gaps: byFrequency(gaps),
    questions: tree.cards
      .filter(({ kind, relation, form }) => kind === "question" && relation !== "critical" && form === "full")
      .map((value) => ({ value, count: branchSizes.get(value.id) ?? 1 })),
  };
}

const byFrequency = <Value>(counts: ReadonlyMap<Value, number>): readonly FacetValue<Value>[] =>
  [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
