/**
 * The words of the language as data: keywords, clause words and attribute keys, and where each is allowed.
 * The grammar, the checks, completion and the reference page follow these tables.
 */

/** The words that an entry can begin with. */
export const keywords = [
  "map",
  "import",
  "source",
  "speaker",
  "question",
  "claim",
  "reason",
  "objection",
  "premise",
  "assumption",
  "quote",
] as const;
export type Keyword = (typeof keywords)[number];

export const clauseWords = [
  "by",
  "for",
  "against",
  "answers",
  "contradicts",
  "restates",
  "accepted-by",
  "rejected-by",
] as const;
export type ClauseWord = (typeof clauseWords)[number];

/**
 * Where a name is mentioned: after a clause word, in a bare premise, or as the source of a quote. `unknown`: in a head that
 * cannot be read.
 */
export type ReferenceRole = ClauseWord | "premise" | "quote" | "unknown";

export const attributeKeys = [
  "author",
  "date",
  "language",
  "note",
  "publisher",
  "url",
  "file",
  "encoding",
  "reliability",
  "role",
  "affiliation",
  "tags",
  "likelihood",
  "confidence",
  "scheme",
  "strength",
  "page",
  "section",
  "occurrence",
  "title",
  "status",
  "answers",
] as const;
export type AttributeKey = (typeof attributeKeys)[number];

/** Keys whose values change the argument itself: which answers contradict each other, and when a speaker said something. */
export const graphKeys: ReadonlySet<string> = new Set<AttributeKey>(["answers", "date"]);

/** The kinds of entries that a name can refer to. */
export type NameKind = "claim" | "step" | "question" | "source" | "speaker" | "prefix";

/** The rules for a keyword: the parts that an entry may have, and its possible parents. */
export interface KeywordRules {
  /** Whether the name in the head defines the entry, refers to a source, or is not allowed. */
  readonly name: "defines" | "refers" | "none";
  /** The kind of name that the entry defines. */
  readonly kind: NameKind | undefined;
  readonly clauses: readonly ClauseWord[];
  readonly attributes: readonly AttributeKey[];
  /** Whether the entry may be at column 0. */
  readonly canBeTopLevel: boolean;
  /** The keywords of the entries that it may be indented under. */
  readonly allowedParents: readonly Keyword[];
}

const claimLike = ["claim", "premise", "assumption"] as const;
/** The keywords of steps. */
export const stepKeywords = ["reason", "objection"] as const;
const statementAttributes = ["title", "tags", "status", "likelihood", "confidence", "date", "note"] as const;
const stepAttributes = ["title", "tags", "scheme", "strength", "date", "note"] as const;

/** For each keyword, what its entries can contain and where they can be. */
export const keywordRules: { readonly [K in Keyword]: KeywordRules } = {
  map: {
    name: "none",
    kind: undefined,
    clauses: [],
    attributes: ["author", "date", "language", "note"],
    canBeTopLevel: true,
    allowedParents: [],
  },
  import: { name: "defines", kind: "prefix", clauses: [], attributes: [], canBeTopLevel: true, allowedParents: [] },
  source: {
    name: "defines",
    kind: "source",
    clauses: [],
    attributes: ["author", "date", "publisher", "url", "file", "encoding", "reliability", "note"],
    canBeTopLevel: true,
    allowedParents: [],
  },
  speaker: {
    name: "defines",
    kind: "speaker",
    clauses: [],
    attributes: ["role", "affiliation", "url", "note"],
    canBeTopLevel: true,
    allowedParents: [],
  },
  question: {
    name: "defines",
    kind: "question",
    clauses: ["by"],
    attributes: ["answers", "tags", "note"],
    canBeTopLevel: true,
    allowedParents: ["question", ...claimLike, ...stepKeywords],
  },
  claim: {
    name: "defines",
    kind: "claim",
    clauses: ["by", "answers", "contradicts", "restates", "accepted-by", "rejected-by"],
    attributes: statementAttributes,
    canBeTopLevel: true,
    allowedParents: ["question"],
  },
  reason: {
    name: "defines",
    kind: "step",
    clauses: ["by", "for", "against"],
    attributes: stepAttributes,
    canBeTopLevel: true,
    allowedParents: [...claimLike, ...stepKeywords],
  },
  objection: {
    name: "defines",
    kind: "step",
    clauses: ["by", "for", "against"],
    attributes: stepAttributes,
    canBeTopLevel: true,
    allowedParents: [...claimLike, ...stepKeywords, "quote", "question"],
  },
  premise: {
    name: "defines",
    kind: "claim",
    clauses: ["by", "contradicts", "restates", "accepted-by", "rejected-by"],
    attributes: statementAttributes,
    canBeTopLevel: false,
    allowedParents: stepKeywords,
  },
  assumption: {
    name: "defines",
    kind: "claim",
    clauses: ["contradicts", "restates", "accepted-by", "rejected-by"],
    attributes: statementAttributes,
    canBeTopLevel: false,
    allowedParents: stepKeywords,
  },
  quote: {
    name: "refers",
    kind: undefined,
    clauses: [],
    attributes: ["page", "section", "occurrence", "note"],
    canBeTopLevel: false,
    allowedParents: [...claimLike, ...stepKeywords],
  },
};

/** The kinds of names that may follow each clause word. */
export const clauseTargets: { readonly [W in ClauseWord]: readonly NameKind[] } = {
  by: ["speaker", "source"],
  for: ["claim", "step"],
  against: ["claim", "step", "question"],
  answers: ["question"],
  contradicts: ["claim"],
  restates: ["claim"],
  "accepted-by": ["speaker", "source"],
  "rejected-by": ["speaker", "source"],
};

const keywordSet: ReadonlySet<string> = new Set(keywords);
const clauseWordSet: ReadonlySet<string> = new Set(clauseWords);
const attributeKeySet: ReadonlySet<string> = new Set(attributeKeys);

/** Whether a word is a keyword. Keywords are lower-case. */
export const isKeyword = (word: string): word is Keyword => keywordSet.has(word);
/** Returns the keyword that a word at the left edge is a misspelling of: one with capitals, or in the plural. */
export function misspeltKeyword(word: string): Keyword | undefined {
  const lowerCase = word.toLowerCase();
  if (isKeyword(lowerCase)) return lowerCase;
  const singular = lowerCase.replace(/s$/, "");
  return isKeyword(singular) ? singular : undefined;
}
/** Whether a word is a clause word, and therefore not a valid name. */
export const isClauseWord = (word: string): word is ClauseWord => clauseWordSet.has(word);
/** Whether a word is an attribute key of the language. (Custom keys start with `x-`.) */
export const isAttributeKey = (word: string): word is AttributeKey => attributeKeySet.has(word);

/** Whether an entry is a claim in the wide sense, which can be used again as a premise. */
export const isClaimLike = (keyword: Keyword): keyword is "claim" | "premise" | "assumption" =>
  keyword === "claim" || keyword === "premise" || keyword === "assumption";
/** Whether an entry is a step of the argument: an inference for or against something. */
export const isStep = (keyword: Keyword): keyword is StepKeyword => keyword === "reason" || keyword === "objection";
/** Whether an entry under a step is one of its premises. */
export const isPremiseLike = (keyword: Keyword): keyword is "premise" | "assumption" =>
  keyword === "premise" || keyword === "assumption";

export type StepKeyword = (typeof stepKeywords)[number];
/** Returns the other kind of step. */
export const oppositeStep = (step: StepKeyword): StepKeyword => (step === "reason" ? "objection" : "reason");

/** Whether a step speaks for its target or against it. The words are also the clause words of the targets. */
export type Side = "for" | "against";
/** The side that a step takes on the entry that it is indented under. */
export const sideOf = (keyword: StepKeyword): Side => (keyword === "reason" ? "for" : "against");
/** The step that takes a side on the entry that it is indented under. */
export const stepOnSide = (side: Side): StepKeyword => (side === "for" ? "reason" : "objection");
/** The other side. */
export const oppositeSide = (side: Side): Side => (side === "for" ? "against" : "for");
/** Whether a word is a clause word before the targets of a step. */
export const isSide = (word: string): word is Side => word === "for" || word === "against";
