/** The server's evaluation of the map, and the user's suppositions. */
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import type { ToPanel } from "../../../server/protocol/preview.ts";
import type {
  CardSuppositions,
  CardWeight,
  StandingExplanation,
  WeighedQuestion,
  WeighResult,
} from "../../../server/protocol/weighing.ts";
import { messages } from "../messages/messages.ts";
import type { CardMapping } from "../state/cardKeys.ts";
import type { ViewOptions, WeighingMode } from "../state/viewOptions.ts";
import { ask, initialQuery, receive, resetQuery, type ServerQuery } from "./serverQuery.ts";

/** The user's suppositions, by cards that show their entries in full. They are not written to the map. */
export type SupposedCards = ReadonlyMap<CardId, boolean>;

interface WeightsQuestion {
  readonly tree: Tree;
  readonly suppositions: SupposedCards;
  readonly mode: WeighingMode;
}

interface Weights extends Omit<WeightsQuestion, "tree"> {
  /** The server's number for the state of the argument. Undefined if the server may have restarted since. */
  readonly revision: number | undefined;
  readonly byCard: ReadonlyMap<CardId, CardWeight>;
}

interface ExplanationQuestion {
  readonly tree: Tree;
  readonly suppositions: SupposedCards;
  readonly card: CardId;
  readonly withLikelihoods: boolean;
}

export interface WeighingState {
  readonly suppositions: SupposedCards;
  readonly weights: ServerQuery<WeightsQuestion, Weights>;
  /** The card whose standing is to be explained. */
  readonly explainedCard: CardId | undefined;
  readonly explanation: ServerQuery<ExplanationQuestion, StandingExplanation>;
}

const NO_SUPPOSITIONS: SupposedCards = new Map();

export const initialWeighing: WeighingState = {
  suppositions: NO_SUPPOSITIONS,
  weights: initialQuery,
  explainedCard: undefined,
  explanation: initialQuery,
};

/** The part of the page's state that weighing depends on. */
export interface WeighedSession {
  readonly map: string | undefined;
  readonly tree: Tree | undefined;
  readonly viewOptions: ViewOptions;
  readonly weighing: WeighingState;
}

/** Forgets what belongs to the map that the page leaves. Answers that are under way are dropped. */
export const resetWeighing = ({ weights, explanation }: WeighingState): WeighingState => ({
  suppositions: NO_SUPPOSITIONS,
  weights: resetQuery(weights),
  explainedCard: undefined,
  explanation: resetQuery(explanation),
});

/** Whether a mode shows how likely cards are. */
export const showsLikelihoods = (mode: WeighingMode): boolean => mode === "likelihood" || mode === "importance";

const nextModes = { off: "standing", standing: "likelihood", likelihood: "importance", importance: "off" } as const;

/** Switches from off to standing, likelihood, importance, and off again, which ends all suppositions. */
export function cycleWeighing<Session extends WeighedSession>(session: Session): Session {
  const weighing = nextModes[session.viewOptions.weighing];
  return {
    ...session,
    viewOptions: { ...session.viewOptions, weighing },
    weighing: weighing === "off" ? resetWeighing(session.weighing) : session.weighing,
  };
}

/** Switches from off to a mode and back, and keeps the suppositions: an exported page cannot suppose them again. */
export function toggleWeighing<Session extends WeighedSession>(session: Session, mode: WeighingMode): Session {
  const weighing = session.viewOptions.weighing === "off" ? mode : "off";
  return { ...session, viewOptions: { ...session.viewOptions, weighing } };
}

/** Supposes that some entries are true or false; undefined ends the supposition about one. Turns weighing on. */
export function suppose<Session extends WeighedSession>(
  session: Session,
  changes: readonly (readonly [card: CardId, isTrue: boolean | undefined])[],
): Session {
  const suppositions = new Map(session.weighing.suppositions);
  for (const [card, isTrue] of changes) {
    if (isTrue === undefined) suppositions.delete(card);
    else suppositions.set(card, isTrue);
  }
  const weighing = session.viewOptions.weighing === "off" ? "standing" : session.viewOptions.weighing;
  return {
    ...session,
    viewOptions: { ...session.viewOptions, weighing },
    weighing: { ...session.weighing, suppositions },
  };
}

/** Supposes that an entry is true, then that it is false, then neither. */
export function cycleSupposition<Session extends WeighedSession>(session: Session, card: CardId): Session {
  const supposed = session.weighing.suppositions.get(card);
  return suppose(session, [[card, supposed === undefined ? true : supposed ? false : undefined]]);
}

/** Ends all suppositions. */
export const clearSuppositions = <Session extends WeighedSession>(session: Session): Session => ({
  ...session,
  weighing: { ...session.weighing, suppositions: NO_SUPPOSITIONS },
});

/** Asks for the explanation of a card's standing; undefined: of none. */
export const explainCard = <Session extends WeighedSession>(
  session: Session,
  explainedCard: CardId | undefined,
): Session =>
  session.weighing.explainedCard === explainedCard
    ? session
    : { ...session, weighing: { ...session.weighing, explainedCard } };

/** Replaces every card by the one in a later tree. The supposition about a card that is gone waits until it reappears. */
export function remapWeighing(weighing: WeighingState, mapCard: CardMapping): WeighingState {
  const mapped = [...weighing.suppositions].flatMap(([card, isTrue]) => {
    const later = mapCard(card);
    return later === undefined ? [] : [[later, isTrue] as const];
  });
  const suppositions = new Map(mapped);
  const isUnchanged = [...weighing.suppositions.keys()].every((card) => suppositions.has(card));
  return {
    ...weighing,
    suppositions: isUnchanged ? weighing.suppositions : suppositions,
    explainedCard: weighing.explainedCard && mapCard(weighing.explainedCard),
  };
}

/** Makes the next request ask for all weights: a restarted server uses the numbers of its revisions again. */
export function forgetRevision(weighing: WeighingState): WeighingState {
  const { answer } = weighing.weights;
  return answer === undefined
    ? weighing
    : { ...weighing, weights: { ...weighing.weights, answer: { ...answer, revision: undefined } } };
}

/** Returns the session with the questions that must be asked now, and the messages that ask them. */
export function askServer<Session extends WeighedSession>(
  session: Session,
): { readonly session: Session; readonly outgoing: readonly ToPanel[] } {
  const { map, tree, weighing, viewOptions } = session;
  const { weighing: mode } = viewOptions;
  if (map === undefined || tree === undefined || mode === "off") return { session, outgoing: [] };
  const { suppositions, explainedCard } = weighing;
  const outgoing: ToPanel[] = [];

  const weights = ask(weighing.weights, { tree, suppositions, mode });
  if (weights !== weighing.weights) {
    const { answer, lastRequestId: requestId } = weights;
    const isComparable = answer?.suppositions === suppositions && answer.mode === mode;
    outgoing.push({
      type: "weigh",
      map,
      requestId,
      ...questionIn(mode, suppositions),
      language: messages.language,
      ...(isComparable && answer.revision !== undefined && { knownRevision: answer.revision }),
    });
  }

  const isExplanationShown = explainedCard !== undefined && weights.answer?.byCard.has(explainedCard) === true;
  const explanation = isExplanationShown
    ? ask(weighing.explanation, { tree, suppositions, card: explainedCard, withLikelihoods: showsLikelihoods(mode) })
    : weighing.explanation;
  if (isExplanationShown && explanation !== weighing.explanation) {
    const { lastRequestId: requestId } = explanation;
    outgoing.push({
      type: "explainStanding",
      map,
      requestId,
      card: explainedCard,
      suppositions: suppositionsMessage(suppositions),
      withLikelihoods: showsLikelihoods(mode),
      language: messages.language,
    });
  }
  if (outgoing.length === 0) return { session, outgoing };
  return { session: { ...session, weighing: { ...weighing, weights, explanation } }, outgoing };
}

/** Returns what the page shows of what stands; undefined while weighing is off. */
export function shownQuestion({ viewOptions, weighing }: WeighedSession): WeighedQuestion | undefined {
  const { weighing: mode } = viewOptions;
  return mode === "off" ? undefined : questionIn(mode, weighing.suppositions);
}

const questionIn = (mode: WeighingMode, suppositions: SupposedCards): WeighedQuestion => ({
  suppositions: suppositionsMessage(suppositions),
  withLikelihoods: showsLikelihoods(mode),
  withLineWeights: mode === "importance",
});

/** Returns suppositions as messages have them. */
export const suppositionsMessage = (suppositions: SupposedCards): CardSuppositions =>
  Array.from(suppositions, ([card, isTrue]) => ({ card, isTrue }));

/**
 * Applies what stands. An answer to other suppositions than the present ones is dropped. An answer about an earlier text is
 * not: it is newer than what is shown, and the next question is asked at once.
 */
export function handleWeights<Session extends WeighedSession>(
  session: Session,
  requestId: number,
  result: WeighResult | null,
): Session {
  const { weighing, viewOptions } = session;
  const weights = receive<WeightsQuestion, Weights>(weighing.weights, requestId, ({ suppositions, mode }, previous) => {
    const isStale = suppositions !== weighing.suppositions || mode !== viewOptions.weighing;
    if (isStale || result === null || result.weights === null) return previous;
    const byCard = new Map(result.weights.map((weight) => [weight.card, weight]));
    return { revision: result.revision, suppositions, mode, byCard };
  });
  return { ...session, weighing: { ...weighing, weights } };
}

/** Applies an explanation. One about another card or other suppositions is never shown: see {@link shownExplanation}. */
export function handleExplanation<Session extends WeighedSession>(
  session: Session,
  requestId: number,
  explanation: StandingExplanation | null,
): Session {
  const { weighing } = session;
  const received = receive<ExplanationQuestion, StandingExplanation>(
    weighing.explanation,
    requestId,
    () => explanation ?? undefined,
  );
  return { ...session, weighing: { ...weighing, explanation: received } };
}

/** Returns the explanation of a card's standing; undefined while weighing is off or there is none yet. */
export function shownExplanation(
  { weighing, viewOptions }: WeighedSession,
  card: CardId,
): StandingExplanation | undefined {
  const { answered, answer } = weighing.explanation;
  const isCurrent = answered?.card === card && answered.suppositions === weighing.suppositions;
  return viewOptions.weighing !== "off" && isCurrent ? answer : undefined;
}

const NO_WEIGHTS: ReadonlyMap<CardId, CardWeight> = new Map();

/** Returns what stands, by card; empty while weighing is off. */
export const shownWeights = ({ weighing, viewOptions }: WeighedSession): ReadonlyMap<CardId, CardWeight> =>
  viewOptions.weighing === "off" ? NO_WEIGHTS : (weighing.weights.answer?.byCard ?? NO_WEIGHTS);
