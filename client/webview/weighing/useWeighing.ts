import { useEffect, useMemo } from "preact/hooks";
import type { WeighedCards } from "../../../server/core/picture/render/weighing.ts";
import type { Card, CardId } from "../../../server/core/tree/tree.ts";
import { originalCard } from "../state/fullCard.ts";
import type { PageSession } from "../state/session.ts";
import type { WeighingMode } from "../state/viewOptions.ts";
import { createMarks, lineWeightsOf, type MarkOf } from "./standingMark.ts";
import {
  clearSuppositions,
  cycleSupposition,
  cycleWeighing,
  explainCard,
  shownWeights,
  suppose,
  toggleWeighing,
} from "./weighing.ts";

/** Changes what is weighed, and redraws the page. */
export type UpdateWeighing = (change: (session: PageSession) => PageSession) => void;

/** Provides the evaluation and its actions to the components of the page. */
export interface Weighing {
  readonly markOf: MarkOf;
  /** How much conclusions depend on each card, if lines show it. */
  readonly lineWeights: WeighedCards["lineWeights"];
  /** Switches from off to standing and likelihood; in an exported page, off and on again. */
  readonly cycle: () => void;
  /** The mode that `cycle` leaves in a page with a server. */
  readonly cycledMode: WeighingMode;
  /** Whether the user can suppose something, which needs a server. */
  readonly canSuppose: boolean;
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

/** The mode before each. */
const previousModes = { standing: "off", likelihood: "standing", importance: "likelihood" } as const;

/** Returns the weighing; undefined if there is neither a server nor an exported weighing. */
export function useWeighing(
  session: PageSession,
  update: UpdateWeighing | undefined,
  exported: Exclude<WeighingMode, "off"> | undefined,
): Weighing | undefined {
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
    cycle: () =>
      update((before) => (exported === undefined ? cycleWeighing(before) : toggleWeighing(before, exported))),
    cycledMode:
      exported === undefined
        ? viewOptions.weighing
        : viewOptions.weighing === "off"
          ? previousModes[exported]
          : "importance",
    canSuppose: exported === undefined,
    cycleSupposition(id) {
      const card = exported === undefined && tree ? originalCard(tree, id) : undefined;
      if (card && canSuppose(card)) update((before) => cycleSupposition(before, card.referencedCard ?? card.id));
    },
    suppose: (changes) => update((before) => suppose(before, changes)),
    supposed: (card) => weighing.suppositions.get(card.referencedCard ?? card.id),
    clear() {
      const hasSuppositions = exported === undefined && weighing.suppositions.size > 0;
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
