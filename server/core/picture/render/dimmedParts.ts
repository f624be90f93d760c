import { premisesEdgeKey } from "../layout/edges.ts";
import type { Picture } from "../model.ts";

/** The lines and frames that are drawn pale because of dimmed cards. */
export interface DimmedParts {
  readonly edges: ReadonlySet<string>;
  /** By the steps that the premises belong to. */
  readonly frames: ReadonlySet<string>;
  readonly crossLinks: ReadonlySet<string>;
}

const NOTHING: DimmedParts = { edges: new Set(), frames: new Set(), crossLinks: new Set() };

/**
 * Returns what goes with the dimmed cards: the lines that lead to them, frames of which all premises are dimmed, and lines
 * between two claims of which one is dimmed.
 */
export function dimmedParts({ cards, frames, crossLinks }: Picture, dimmed: ReadonlySet<string>): DimmedParts {
  if (dimmed.size === 0) return NOTHING;
  const shownSteps = new Set<string>();
  for (const { id, parent, layout } of cards)
    if (parent !== undefined && layout.card.relation === "premise" && !dimmed.has(id)) shownSteps.add(parent);
  const dimmedFrames = frames.flatMap(({ step }) => (shownSteps.has(step) ? [] : [step]));
  return {
    edges: new Set([...dimmed, ...dimmedFrames.map(premisesEdgeKey)]),
    frames: new Set(dimmedFrames),
    crossLinks: new Set(crossLinks.flatMap(({ key, a, b }) => (dimmed.has(a) || dimmed.has(b) ? [key] : []))),
  };
}
