/** The messages between server and client about what stands in a map. */
import * as v from "valibot";
import { cardId } from "./schemas.ts";

const standing = v.picklist(["stands", "falls", "undecided"]);
export type CardStanding = v.InferOutput<typeof standing>;

/** Cards that the user supposes to be true or false. */
export const suppositions = v.array(v.object({ card: cardId, isTrue: v.boolean() }));
export type CardSuppositions = v.InferOutput<typeof suppositions>;

/** The language tag of the words in an answer; by default English. */
const language = v.optional(v.string());

/** The client's command that supposes an entry true or false in the preview, for code actions. */
export const SUPPOSE_COMMAND = "argmap.suppose";
export const supposeArgument = v.object({ card: cardId, isTrue: v.boolean() });
export type SupposeArgument = v.InferOutput<typeof supposeArgument>;

/** What to evaluate in a map. */
export const weighedQuestion = v.object({
  suppositions,
  /** Whether likelihoods are wanted too, which take longer. */
  withLikelihoods: v.boolean(),
  /** Whether the weights of lines are wanted too, which take longer still. */
  withLineWeights: v.optional(v.boolean()),
});
export type WeighedQuestion = v.InferOutput<typeof weighedQuestion>;

/** Requests what stands in the map with this URI. Answered by `weighResult`; null if the map is not loaded. */
export const WEIGH = "argmap/weigh";
export const weighParams = v.object({
  uri: v.string(),
  ...weighedQuestion.entries,
  language,
  /** The `revision` of an answer that the client has, to the same suppositions and about the same values. */
  knownRevision: v.optional(v.number()),
});
export type WeighParams = v.InferOutput<typeof weighParams>;

const cardWeight = v.object({
  /** A card that shows its entry in full. */
  card: cardId,
  standing,
  /** The standing without suppositions, if it is another. */
  standingBefore: v.optional(standing),
  /** For an objection that stands: it succeeds, or a stronger reason outweighs it. Absent if that is undecided. */
  effect: v.optional(v.picklist(["succeeds", "outweighed"])),
  likelihood: v.optional(
    v.object({
      /** The share of worlds in which the entry stands, from 0 to 1. */
      stands: v.number(),
      /** The share of worlds in which it is undecided, from 0 to 1. */
      open: v.number(),
      /** The standard error of `stands`; 0 if it is exact. */
      error: v.number(),
      /** In words: the term of ICD 203 and the percentage. */
      label: v.string(),
      /** The same for a card, where there is little room. */
      badge: v.string(),
      /** The percentage without suppositions, if it is another. */
      percentageBefore: v.optional(v.string()),
    }),
  ),
  /** How much some conclusion depends on the entry, from 0 to 1. */
  lineWeight: v.optional(v.number()),
});
export type CardWeight = v.InferOutput<typeof cardWeight>;

export const weighResult = v.object({
  /** Identifies the state of the argument. Typing inside a text does not change it. */
  revision: v.number(),
  /** Null if the argument is still that of `knownRevision`. */
  weights: v.nullable(v.array(cardWeight)),
});
export type WeighResult = v.InferOutput<typeof weighResult>;

/** Requests what stands in a map and why, for an exported page. Answered by `weighedPage`; null if the map is not loaded. */
export const WEIGH_PAGE = "argmap/weighPage";
export const weighPageParams = v.object({ uri: v.string(), ...weighedQuestion.entries, language });
export type WeighPageParams = v.InferOutput<typeof weighPageParams>;

/** Requests why the entry of a card stands or not. Answered by `standingExplanation`; null if the entry has no standing. */
export const EXPLAIN_STANDING = "argmap/explainStanding";
export const explainStandingParams = v.object({
  uri: v.string(),
  card: cardId,
  suppositions,
  /** Whether likelihoods are to be explained too. */
  withLikelihoods: v.optional(v.boolean()),
  language,
});
export type ExplainStandingParams = v.InferOutput<typeof explainStandingParams>;

/** An entry that a sentence names: a link to its card. */
const cardLink = v.object({ card: cardId, label: v.string() });

const sentence = v.array(v.union([v.string(), cardLink]));

export const standingExplanation = v.object({
  standing,
  sentence,
  /** Explains the likelihood of the entry. */
  likelihoodSentence: v.optional(sentence),
  /**
   * The effect on conclusions if the entry fell: sentences that begin with “Without it”. Undefined if this and the changes are left
   * out, as in the exported page of a large map.
   */
  withoutIt: v.optional(v.array(sentence)),
  /** The smallest sets of suppositions about other entries that would change the standing. */
  changes: v.array(v.array(v.object({ ...cardLink.entries, isTrue: v.boolean() }))),
});
export type StandingExplanation = v.InferOutput<typeof standingExplanation>;

export const weighedPage = v.object({
  weights: v.array(cardWeight),
  explanations: v.array(v.object({ ...standingExplanation.entries, card: cardId })),
});
export type WeighedPage = v.InferOutput<typeof weighedPage>;
