/** Explanations of keywords, clauses, attributes and values, for hovers, completions and signature help. */

import { schemes } from "../../core/language/attributes/schemes.ts";
import {
  answerLimits,
  confidences,
  likelihoods,
  occurrences,
  reliabilities,
  reliabilityMeanings,
  scaleValue,
  statuses,
  strengths,
  valueForms,
} from "../../core/language/attributes/values.ts";
import { type AttributeKey, type ClauseWord, type Keyword, keywordRules } from "../../core/language/vocabulary.ts";
import { joinList, withArticle } from "../../core/strings/english.ts";

export interface Explanation {
  /** The syntax, such as `claim name: text`. */
  readonly form: string;
  /** One to three sentences for the user. */
  readonly meaning: string;
}

export const keywordExplanations: { readonly [K in Keyword]: Explanation } = {
  map: { form: "map: title", meaning: "Gives the map its title. Write it once, before all other entries." },
  import: {
    form: "import prefix: path.argmap",
    meaning:
      "Makes the names of another map available as “prefix.name”. Without a prefix, they are available as “name”.",
  },
  source: {
    form: "source name: title",
    meaning: "A text that the map quotes. If it has a “file” attribute, every quote is checked against that file.",
  },
  speaker: {
    form: "speaker name: full name",
    meaning:
      "A person or organization whose views the map reports. Refer to it after “by”, “accepted-by” or “rejected-by”.",
  },
  question: {
    form: "question name by speaker: text",
    meaning:
      "A question that the map discusses. Claims under it are answers, and questions under it are subquestions. Under any other entry it is a critical question, which neither supports nor attacks that entry.",
  },
  claim: {
    form: "claim name by speaker answers question: text",
    meaning: "A statement that is argued for or against. To reuse it as a premise elsewhere, write “premise name”.",
  },
  reason: {
    form: "reason name by speaker for target: text",
    meaning:
      "An argument for the entry it is under and for the entries after “for”; against those after “against”. Write its premises under it. Without premises, its own text is its only premise.",
  },
  objection: {
    form: "objection name by speaker against target: text",
    meaning:
      "An argument against the entry it is under and against the entries after “against”; for those after “for”. Against a claim, it says that the claim is false. Against a reason or objection with premises, it says that the conclusion does not follow, even if the premises are true.",
  },
  premise: {
    form: "premise name by speaker: text",
    meaning:
      "A claim that a reason or objection rests on, jointly with its other premises. To reuse a claim from elsewhere, write “premise name” without a colon.",
  },
  assumption: {
    form: "assumption name: text",
    meaning: "An unstated premise: no speaker says it, but the reason or objection needs it.",
  },
  quote: {
    form: "quote source: words",
    meaning:
      "Words of a source that support the entry they are under. If there is only one source, you can omit its name. Write “…” for omitted words.",
  },
};

export const clauseExplanations: { readonly [W in ClauseWord]: Explanation } = {
  by: {
    form: "by speaker",
    meaning:
      "Who says this: one or more speakers or sources. Entries under this one inherit it, except objections, questions, assumptions and claims under a question.",
  },
  for: {
    form: "for target",
    meaning: "The claims, reasons or objections that this step supports, in addition to the entry it is under.",
  },
  against: {
    form: "against target",
    meaning:
      "The claims, reasons, objections or questions that this step attacks, in addition to the entry it is under.",
  },
  answers: { form: "answers question", meaning: "The questions that this claim answers." },
  contradicts: {
    form: "contradicts claim",
    meaning: "Claims that cannot be true together with this one. Write it on one of the two claims; it holds for both.",
  },
  restates: {
    form: "restates claim",
    meaning:
      "Claims that say the same in other words. All wordings are one statement: reasons, objections and uses of one count for all.",
  },
  "accepted-by": {
    form: "accepted-by speaker",
    meaning:
      "Speakers or sources that accept this claim but did not put it forward. Entries under the claim do not inherit this.",
  },
  "rejected-by": {
    form: "rejected-by speaker",
    meaning:
      "Speakers or sources that reject this claim without arguing against it here. Entries under the claim do not inherit this.",
  },
};

export const attributeMeanings: { readonly [K in AttributeKey]: string } = {
  author: "The author of the map or source.",
  date: "The date of writing or publication; of a statement, reason or objection, the date when it was said.",
  language: "The language of the map, as a tag such as `de`. The picture’s labels are drawn in it.",
  note: "Your own comment. It is not part of the argument.",
  publisher: "The publisher of the source.",
  url: "The web address of the source or speaker.",
  encoding: "The encoding of the file, if it is not UTF-8 and a page does not declare it.",
  file: "The file with the text of the source. Every quote is checked against it.",
  reliability: "How reliable the source is.",
  role: "The position or function of the speaker.",
  affiliation: "The organization that the speaker belongs to or speaks for.",
  tags: "Labels to find and filter entries by.",
  likelihood: "How likely the claim is to be true.",
  confidence: "How confident you are in the likelihood, given the sources.",
  scheme: "The deductive rules and argumentation schemes that the step uses, separated by commas.",
  strength: "How strongly the premises, if true, support the conclusion.",
  answers:
    "How many of the answers can be true. With at-most-one and exactly-one, they contradict each other without being written so.",
  page: "The page in the source. A quote with a page may have no words.",
  section: "The heading of the section that the words are in. A quote with a section may have no words.",
  occurrence:
    "Which of the passages is meant if the source has the words several times: the first, the last, or one by its number. Counted on the page and in the section, if these are given.",
  title: "A few words that name the entry in the picture and wherever it is referred to.",
  status:
    "Whether the map takes the claim for granted (accepted), gives it up (rejected) or leaves it undecided (open). It counts where the claim has no reasons.",
};

/** A value from the fixed list of an attribute key, with its meaning if the word itself is not clear. */
export interface ListedValue {
  readonly value: string;
  readonly meaning: string | undefined;
}

const likelihoodRanges = ["1–5%", "5–20%", "20–45%", "45–55%", "55–80%", "80–95%", "95–99%"];
const strengthMeanings = strengths.map((word) => `${Math.round((scaleValue("strength", word) ?? 0) * 100)}%`);

const withoutMeanings = (values: readonly string[]): readonly ListedValue[] =>
  values.map((value) => ({ value, meaning: undefined }));
const withMeanings = (values: readonly string[], meanings: readonly string[]): readonly ListedValue[] =>
  values.map((value, index) => ({ value, meaning: meanings[index] }));

const listedValuesByKey: ReadonlyMap<string, readonly ListedValue[]> = new Map<AttributeKey, readonly ListedValue[]>([
  ["likelihood", withMeanings(likelihoods, likelihoodRanges)],
  ["confidence", withoutMeanings(confidences)],
  ["strength", withMeanings(strengths, strengthMeanings)],
  ["scheme", withoutMeanings(schemes)],
  ["status", withoutMeanings(statuses)],
  ["answers", withoutMeanings(answerLimits)],
  ["occurrence", withoutMeanings(occurrences)],
  ["reliability", withMeanings(reliabilities, reliabilityMeanings)],
]);

/** The fixed list of values of an attribute key; empty if the key takes other values. */
export const listedValues = (key: string): readonly ListedValue[] => listedValuesByKey.get(key) ?? [];

/** A sentence that says where entries of a keyword are allowed. */
export function placementSentence(keyword: Keyword): string {
  const { canBeTopLevel, allowedParents } = keywordRules[keyword];
  const target = keyword === "reason" ? " with “for”" : keyword === "objection" ? " with “against”" : "";
  const parents = allowedParents.map(withArticle);
  const placements = [
    ...(parents.length === 0 ? [] : [`under ${joinList(parents, "or")}`]),
    ...(canBeTopLevel ? [`at the top level${target}`] : []),
  ];
  return `Allowed ${placements.join(", or ")}.`;
}

/** A sentence that describes the values of an attribute key; undefined if the key takes any text. */
export function valueFormSentence(key: AttributeKey): string | undefined {
  const form = valueForms.get(key);
  return form === undefined ? undefined : `Value: ${form.description}.`;
}
