import type { WeighingWords } from "./weighingWords.ts";

/** English. */
export const words: WeighingWords = {
  language: "en",
  quotation: "“{text}”",
  sentence: "{text}.",
  lists: {
    entries: { separator: ", ", last: " and " },
    clauses: { separator: ", ", last: " and " },
  },
  percentage: "{number}%",

  terms: {
    impossible: { name: "impossible", sentence: "It is impossible" },
    "almost-no-chance": { name: "almost no chance", sentence: "It has almost no chance" },
    "very-unlikely": { name: "very unlikely", sentence: "It is very unlikely" },
    unlikely: { name: "unlikely", sentence: "It is unlikely" },
    even: { name: "even chance", sentence: "It has a roughly even chance" },
    likely: { name: "likely", sentence: "It is likely" },
    "very-likely": { name: "very likely", sentence: "It is very likely" },
    "almost-certain": { name: "almost certain", sentence: "It is almost certain" },
    certain: { name: "certain", sentence: "It is certain" },
  },
  strengthTerms: { weak: "weak", moderate: "moderate", strong: "strong", conclusive: "conclusive" },
  likelihood: {
    full: "{term} ({share})",
    fullOpen: "{term} ({share}, undecided {open})",
    onlyOpen: "{share}, undecided {open}",
    undecided: "undecided",
    badge: "≈ {term} {share}",
    badgeOpen: "≈ {share} · ? {open}",
    stated: "“{value}” ({share})",
  },

  standing: { stands: "It stands", falls: "It falls", undecided: "It is undecided" },
  restated: {
    stands: "It says the same as {main}, which stands",
    falls: "It says the same as {main}, which falls",
    undecided: "It says the same as {main}, which is undecided",
  },
  because: "{sentence} because {causes}",
  causes: {
    supposed: "that is what you suppose",
    granted: "the map takes it for granted",
    grantedAs: "the map takes it to be {value}",
    grantedUnlikely: "the map takes it for granted, if only as {value}",
    open: "the map leaves it open",
    rejected: "the map rejects it",
    notAttacked: "nobody objects to it",
    restsOnItself: "it rests on itself",
    restsOnItselfThrough: "it rests on itself, through {entries}",
    attacksItself: "it attacks itself",
    attackedThrough: "the objections to it lead back to it, through {entries}",
  },
  listCauses: {
    reasonsStand: { one: "the reason {entries} stands", other: "the reasons {entries} stand" },
    reasonsFall: { one: "its only reason {entries} falls", other: "all its reasons fall ({entries})" },
    reasonsUndecided: { one: "the reason {entries} is undecided", other: "the reasons {entries} are undecided" },
    premisesStand: { one: "its premise {entries} stands", other: "its premises {entries} stand" },
    premisesFall: { one: "its premise {entries} falls", other: "its premises {entries} fall" },
    premisesUndecided: { one: "its premise {entries} is undecided", other: "its premises {entries} are undecided" },
    objectionsSucceed: { one: "the objection {entries} succeeds", other: "the objections {entries} succeed" },
    objectionsUndecided: {
      one: "the objection {entries} is undecided",
      other: "the objections {entries} are undecided",
    },
    objectionsFall: { one: "the objection {entries} falls", other: "the objections {entries} fall" },
    rivalsStand: { one: "{entries} contradicts it and stands", other: "{entries} contradict it and stand" },
    rivalsUndecided: {
      one: "{entries} contradicts it and is undecided",
      other: "{entries} contradict it and are undecided",
    },
    otherAnswersStand: { one: "the rival answer {entries} stands", other: "the rival answers {entries} stand" },
    otherAnswersUndecided: {
      one: "the rival answer {entries} is undecided",
      other: "the rival answers {entries} are undecided",
    },
    otherAnswersFall: {
      one: "one answer must be true and the only other one, {entries}, falls",
      other: "one answer must be true and all others fall ({entries})",
    },
  },
  undercuts: {
    objectionsSucceed: {
      one: "the objection {entries} to the inference succeeds",
      other: "the objections {entries} to the inference succeed",
    },
    objectionsUndecided: {
      one: "the objection {entries} to the inference is undecided",
      other: "the objections {entries} to the inference are undecided",
    },
    objectionsFall: {
      one: "the objection {entries} to the inference falls",
      other: "the objections {entries} to the inference fall",
    },
  },
  outweighed: {
    byReason: {
      one: "the reason {reason} is stronger than the objection {entries}{strengths}",
      other: "the reason {reason} is stronger than the objections {entries}{strengths}",
    },
    byNamedReason: {
      one: "is stronger than the objection {entries}{strengths}",
      other: "is stronger than the objections {entries}{strengths}",
    },
    byOther: {
      one: "a reason is stronger than the objection {entries}{strengths}",
      other: "a reason is stronger than the objections {entries}{strengths}",
    },
    notOutweighed: {
      one: "no reason for it is stronger than the objection {entries}{strengths}",
      other: "no reason for it is stronger than the objections {entries}{strengths}",
    },
  },
  strengths: { one: " ({first})", only: " (only {first})", against: " ({first} against {second})" },
  contradiction: {
    equal: "{rival} contradicts it and has equally strong reasons",
    noReasons: "{rival} contradicts it and has no reasons either",
    rivalStronger: "{rival} contradicts it and has the stronger reason {reason}{strength}",
  },
  rivalAnswer: {
    equal: "the rival answer {rival} has equally strong reasons",
    noReasons: "the rival answer {rival} has no reasons either",
    rivalStronger: "the rival answer {rival} has the stronger reason {reason}{strength}",
  },
  effects: {
    succeeds: "{sentence}, and {effects}",
    fails: "{sentence}, but {effects}",
    bringsDown: "it brings {target} down",
    undecided: "it is undecided whether that brings {target} down",
    reasonIsStronger: "the reason {reason} for {target} is stronger",
  },

  likelihoodSentence: {
    neverStands: "It never stands, but is undecided in {open} of the cases",
    factors: "{sentence}: {factors}",
    forIt: "{sentence}. For it: {entries}",
    againstIt: "{sentence}. Against it: {entries}",
  },
  factors: {
    restsOn: "it rests on {entries}",
    strength: "its strength is {value}",
    states: "the map states {value}",
  },
  weighedEntries: {
    reasons: { one: "the reason {entries}", other: "the reasons {entries}" },
    objections: { one: "the objection {entries}", other: "the objections {entries}" },
    rivals: { one: "the contradicting claim {entries}", other: "the contradicting claims {entries}" },
    answers: { one: "the other answer {entries}", other: "the other answers {entries}" },
    share: "{entry} ({share})",
    openShare: "{entry} (undecided {share})",
    others: { one: "{count} other", other: "{count} others" },
  },

  withoutIt: {
    stands: "Without it, {conclusion} would stand",
    falls: "Without it, {conclusion} would fall",
    undecided: "Without it, {conclusion} would be undecided",
    likelihood: "Without it, {conclusion} would be {after} instead of {before}",
  },

  standingTerms: { stands: "stands", falls: "falls", undecided: "undecided" },
  tables: {
    titles: {
      positions: "Positions",
      answers: "Competing answers",
      assumptions: "Key assumptions",
      sources: "Sources",
    },
    headings: {
      statement: "Statement",
      for: "For",
      against: "Against",
      evidence: "Evidence",
      likelihood: "Likelihood",
      diagnosticity: "Diagnosticity",
      evidenceAgainst: "Evidence against",
      weighed: "Weighed",
      assumption: "Assumption",
      kind: "Kind",
      importance: "Importance",
      forEachConclusion: "For each conclusion",
      fallsIfFalse: "Falls if it is false",
      source: "Source",
      reliability: "Reliability",
      citedBy: "Cited by",
      conclusions: "Conclusions that rest on it",
      onItAlone: "On it alone",
      fallWithoutIt: "Fall without it",
    },
    kinds: { claim: "Claim", premise: "Premise", assumption: "Assumption", reason: "Reason", objection: "Objection" },
    stances: {
      holds: "holds",
      accepts: "accepts",
      rejects: "rejects",
      objects: "objects",
      "argues for": "argues for",
      again: "again",
    },
    tones: {
      "strongly-for": "strongly for",
      for: "for",
      neutral: "neutral",
      against: "against",
      "strongly-against": "strongly against",
    },
    reliabilities: {
      A: "completely reliable",
      B: "usually reliable",
      C: "fairly reliable",
      D: "not usually reliable",
      E: "unreliable",
      F: "reliability cannot be judged",
    },
    examples: "{count} entries, such as {entries}",
    quoted: "“{entry}”",
    changeOfMind: "{speaker} seems to have changed their mind: first {first}, later {second}.",
    inconsistency: "{speaker} is for {first} and for {second}, which contradict each other.",
    withoutSource: {
      one: "This conclusion rests on no source: {entries}.",
      other: "These conclusions rest on no source: {entries}.",
    },
    answersNote:
      "A cell says how much likelier the answer is if the evidence is true than if it is false. Diagnosticity is the difference between the answers that the evidence speaks for most and least. “Evidence against” adds up what speaks against an answer, each piece multiplied by its own likelihood: the answer with the lowest sum is the hardest to refute.",
    assumptionsNote:
      "Importance: how much likelier the conclusion is if the assumption is true than if it is false; the largest for any conclusion.",
  },
};
