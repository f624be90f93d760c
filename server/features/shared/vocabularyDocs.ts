/** What the words of the language are for, as hover and completion tell it. */

import { confidences, likelihoods, reliabilities, strengths, valueForms } from "../../core/language/values.ts";
import {
  type AttributeKey,
  type ClauseWord,
  type Keyword,
  keywordRules,
  schemes,
  withArticle,
} from "../../core/language/vocabulary.ts";
import { joinList } from "../../core/text/english.ts";

export interface Explanation {
  /** How it is written. */
  readonly form: string;
  /** What it is for, in a sentence or two. */
  readonly meaning: string;
}

export const keywordExplanations: { readonly [K in Keyword]: Explanation } = {
  map: { form: "map: title", meaning: "Gives the whole map its title. It comes once, before all other entries." },
  import: {
    form: "import prefix: path.argmap",
    meaning:
      "Brings in the names of another file, to be written as “prefix.name”. Without a prefix they come in as they are.",
  },
  source: {
    form: "source name: title",
    meaning: "A text that the map quotes. With a “file”, every quote is looked for in that text.",
  },
  speaker: {
    form: "speaker name: who",
    meaning: "A person or body whose view the map gives; “by”, “accepted-by” and “rejected-by” refer to it.",
  },
  question: {
    form: "question name by speaker: text",
    meaning:
      "What is at issue: claims under it answer it, questions under it are parts of it. Under a claim or a step it is a critical question, which neither supports nor attacks.",
  },
  claim: {
    form: "claim name by speaker answers question: text",
    meaning: "A statement that is argued for or against. It can be used again as a premise, by its name.",
  },
  reason: {
    form: "reason name by speaker for target: text",
    meaning:
      "A step that supports what it stands under, and what it is “for”. Its premises stand under it; without any, its text is its one premise.",
  },
  objection: {
    form: "objection name by speaker against target: text",
    meaning:
      "A step that attacks what it stands under, and what it is “against”: that a claim is false, or that a step with premises does not go through even if they hold.",
  },
  premise: {
    form: "premise name by speaker: text",
    meaning:
      "A claim that a step rests on, together with the other premises of that step. Without a colon, “premise name” uses a claim that stands elsewhere.",
  },
  assumption: {
    form: "assumption name: text",
    meaning: "A premise that nobody states and that the step needs; whoever makes the map supplies it.",
  },
  quote: {
    form: "quote source: words",
    meaning:
      "The words of a source that an entry rests on. The name may be left out where there is only one source; “…” stands for words left out.",
  },
};

export const clauseExplanations: { readonly [W in ClauseWord]: Explanation } = {
  by: {
    form: "by speaker",
    meaning:
      "Whose it is: one or more speakers or sources. It reaches the entries below until one says otherwise; objections, questions, assumptions, and claims under a question, start afresh.",
  },
  for: { form: "for target", meaning: "The claims or steps that a reason supports, beside what it stands under." },
  against: {
    form: "against target",
    meaning: "The claims, steps or questions that an objection attacks, beside what it stands under.",
  },
  answers: { form: "answers question", meaning: "The questions that a claim is an answer to." },
  contradicts: {
    form: "contradicts claim",
    meaning: "Claims that cannot be true together with this one. It holds both ways and need be said only once.",
  },
  "accepted-by": {
    form: "accepted-by speaker",
    meaning: "Who grants a claim without having put it forward. It reaches nothing below.",
  },
  "rejected-by": {
    form: "rejected-by speaker",
    meaning: "Who denies a claim without having argued it here. It reaches nothing below.",
  },
};

export const attributeMeanings: { readonly [K in AttributeKey]: string } = {
  author: "Who made it.",
  date: "When it was made or published.",
  language: "The language that the map is written in.",
  note: "A remark of whoever makes the map. It is no part of the argument.",
  publisher: "Who published it.",
  url: "Where it is found on the web.",
  file: "The text of the source. With it, every quote is looked for there.",
  reliability: "How far the source can be relied on.",
  role: "What the speaker is or does.",
  affiliation: "Whom the speaker belongs to or speaks for.",
  tags: "Words to find the entry by.",
  likelihood: "How likely the claim is to be true.",
  confidence: "How sure that judgement is, given its sources.",
  scheme: "The kind of inference, by the name of an argumentation scheme after Walton, Reed and Macagno.",
  strength: "How far the step carries, its premises granted.",
  page: "The page on which the words stand. A quote with a page may have no words.",
};

/** A value that a key takes, with what it stands for where the word does not say it. */
export interface ListedValue {
  readonly value: string;
  readonly meaning: string | undefined;
}

const likelihoodRanges = ["1–5 %", "5–20 %", "20–45 %", "45–55 %", "55–80 %", "80–95 %", "95–99 %"];
const reliabilityMeanings = [
  "completely reliable",
  "usually reliable",
  "fairly reliable",
  "not usually reliable",
  "unreliable",
  "cannot be judged",
];

const withoutMeanings = (values: readonly string[]): readonly ListedValue[] =>
  values.map((value) => ({ value, meaning: undefined }));
const withMeanings = (values: readonly string[], meanings: readonly string[]): readonly ListedValue[] =>
  values.map((value, index) => ({ value, meaning: meanings[index] }));

const listedValuesByKey: ReadonlyMap<string, readonly ListedValue[]> = new Map<AttributeKey, readonly ListedValue[]>([
  ["likelihood", withMeanings(likelihoods, likelihoodRanges)],
  ["confidence", withoutMeanings(confidences)],
  ["strength", withoutMeanings(strengths)],
  ["scheme", withoutMeanings(schemes)],
  ["reliability", withMeanings(reliabilities, reliabilityMeanings)],
]);

/** The values that a key takes, where they are listed. */
export const listedValues = (key: string): readonly ListedValue[] => listedValuesByKey.get(key) ?? [];

/** Where a keyword may stand, as a sentence made from the rules. */
export function placementSentence(keyword: Keyword): string {
  const { canBeTopLevel, allowedParents } = keywordRules[keyword];
  const target = keyword === "reason" ? ", with “for”" : keyword === "objection" ? ", with “against”" : "";
  const parents = allowedParents.map(withArticle);
  const placements = [
    ...(parents.length === 0 ? [] : [`under ${joinList(parents, "or")}`]),
    ...(canBeTopLevel ? [`at the top level${target}`] : []),
  ];
  return `Stands ${placements.join(", or ")}.`;
}

/** The form that the values of a key have, as a sentence; nothing where any text will do. */
export function valueFormSentence(key: AttributeKey): string | undefined {
  const form = valueForms.get(key);
  return form === undefined ? undefined : `Its value is ${form.description}.`;
}
