import { useEffect, useMemo } from "preact/hooks";
import type { WeighedCards } from "../../../server/core/picture/render/weighing.ts";
import type { Card, CardId } from "../../../server/core/tree/tree.ts";
import { originalCard } from "../state/fullCard.ts";
import type { PageSession } from "../state/session.ts";
import { createMarks, lineWeightsOf, type MarkOf } from "./standingMark.ts";
import { clearSuppositions, cycleSupposition, cycleWeighing, explainCard, shownWeights, suppose } from "./weighing.ts";

/** Changes what is weighed, and redraws the page. */
export type UpdateWeighing = (change: (session: PageSession) => PageSession) => void;

/** Provides the evaluation and its actions to the components of the page. */
export interface Weighing {
  readonly markOf: MarkOf;
  /** How much conclusions depend on each card, if lines show it. */
  readonly lineWeights: WeighedCards["lineWeights"];
  /** Switches from off to standing and likelihood. */
  readonly cycle: () => void;
  /** Supposes that the entry of a card is true, then that it is false, then neither. */
  readonly cycleSupposition: (card: CardId) => void;
  /** Supposes that entries are true or false; undefined ends a supposition. */
  readonly suppose: (changes: readonly (readonly [card: CardId, isTrue: boolean | undefined])[]) => void;
  /** Returns what is supposed of a card's entry. */
  readonly supposed: (card: Card) => boolean | undefined;
  /** Ends all suppositions; false if there are none. */
  readonly clear: () => boolean;
}

/** Whether something can be supposed of a card's entry. */
export const canSuppose = ({ kind }: Card): boolean => kind !== "question";

/** Returns the weighing; undefined if there is no server. */
export function useWeighing(session: PageSession, update: UpdateWeighing | undefined): Weighing | undefined {
  const { tree, viewOptions, weighing } = session;
  const weights = shownWeights(session);
  const markOf = useMemo(
    () => createMarks(weights, viewOptions.weighing, weighing.suppositions),
    [weights, viewOptions.weighing, weighing.suppositions],
  );
  const lineWeights = useMemo(() => lineWeightsOf(tree, weights), [tree, weights]);
  if (update === undefined) return undefined;
  return {
    markOf,
    lineWeights,
    cycle: () => update(cycleWeighing),
    cycleSupposition(id) {
      const card = tree && originalCard(tree, id);
      if (card && canSuppose(card)) update((before) => cycleSupposition(before, card.referencedCard ?? card.id));
    },
    suppose: (changes) => update((before) => suppose(before, changes)),
    supposed: (card) => weighing.suppositions.get(card.referencedCard ?? card.id),
    clear() {
      const hasSuppositions = weighing.suppositions.size > 0;
      if (hasSuppositions) update(clearSuppositions);
      return hasSuppositions;
    },
  };
}

/** Asks why the entry of a card stands or not, for as long as its details are shown. */
export function useExplanation(card: Card | undefined, update: UpdateWeighing | undefined): void {
  const explained = card && (card.referencedCard ?? card.id);
  useEffect(() => update?.((session) => explainCard(session, explained)), [explained]);
}
