import type { WeighingWords } from "./weighingWords.ts";

/** French. A no-break space precedes a colon, and is inside quotation marks. “Car” needs no elision. */
export const words: WeighingWords = {
  language: "fr",
  quotation: "«\u00a0{text}\u00a0»",
  sentence: "{text}.",
  lists: {
    entries: { separator: ", ", last: " et " },
    clauses: { separator: ", ", last: " et " },
  },
  percentage: "{number}\u202f%",

  terms: {
    impossible: { name: "impossible", sentence: "C’est impossible" },
    "almost-no-chance": { name: "quasi exclu", sentence: "C’est quasi exclu" },
    "very-unlikely": { name: "très improbable", sentence: "C’est très improbable" },
    unlikely: { name: "improbable", sentence: "C’est improbable" },
    even: { name: "une chance sur deux", sentence: "Il y a environ une chance sur deux" },
    likely: { name: "probable", sentence: "C’est probable" },
    "very-likely": { name: "très probable", sentence: "C’est très probable" },
    "almost-certain": { name: "quasi certain", sentence: "C’est quasi certain" },
    certain: { name: "certain", sentence: "C’est certain" },
  },
  strengthTerms: { weak: "faible", moderate: "moyenne", strong: "grande", conclusive: "décisive" },
  likelihood: {
    full: "{term} ({share})",
    fullOpen: "{term} ({share}, indécis {open})",
    onlyOpen: "{share}, indécis {open}",
    undecided: "indécis",
    badge: "≈ {term} {share}",
    badgeOpen: "≈ {share} · ? {open}",
    stated: "«\u00a0{value}\u00a0» ({share})",
  },

  standing: { stands: "Cela tient", falls: "Cela tombe", undecided: "C’est indécis" },
  restated: {
    stands: "Cela dit la même chose que {main}, qui tient",
    falls: "Cela dit la même chose que {main}, qui tombe",
    undecided: "Cela dit la même chose que {main}, qui est indécis",
  },
  because: "{sentence}, car {causes}",
  causes: {
    supposed: "vous le supposez ainsi",
    granted: "la carte le tient pour acquis",
    grantedAs: "la carte indique {value}",
    grantedUnlikely: "la carte le tient pour acquis, mais seulement à {value}",
    open: "la carte le laisse ouvert",
    rejected: "la carte le rejette",
    notAttacked: "personne n’y objecte",
    restsOnItself: "cela repose sur soi-même",
    restsOnItselfThrough: "cela repose sur soi-même, à travers {entries}",
    attacksItself: "cela s’attaque soi-même",
    attackedThrough: "les objections y ramènent, à travers {entries}",
  },
  listCauses: {
    reasonsStand: { one: "la raison {entries} tient", other: "les raisons {entries} tiennent" },
    reasonsFall: { one: "sa seule raison, {entries}, tombe", other: "toutes ses raisons tombent ({entries})" },
    reasonsUndecided: { one: "la raison {entries} est indécise", other: "les raisons {entries} sont indécises" },
    premisesStand: { one: "sa prémisse {entries} tient", other: "ses prémisses {entries} tiennent" },
    premisesFall: { one: "sa prémisse {entries} tombe", other: "ses prémisses {entries} tombent" },
    premisesUndecided: { one: "sa prémisse {entries} est indécise", other: "ses prémisses {entries} sont indécises" },
    objectionsSucceed: { one: "l’objection {entries} l’emporte", other: "les objections {entries} l’emportent" },
    objectionsUndecided: {
      one: "l’objection {entries} est indécise",
      other: "les objections {entries} sont indécises",
    },
    objectionsFall: { one: "l’objection {entries} tombe", other: "les objections {entries} tombent" },
    rivalsStand: { one: "{entries} le contredit et tient", other: "{entries} le contredisent et tiennent" },
    rivalsUndecided: {
      one: "{entries} le contredit et reste indécis",
      other: "{entries} le contredisent et restent indécis",
    },
    otherAnswersStand: {
      one: "la réponse rivale {entries} tient",
      other: "les réponses rivales {entries} tiennent",
    },
    otherAnswersUndecided: {
      one: "la réponse rivale {entries} est indécise",
      other: "les réponses rivales {entries} sont indécises",
    },
    otherAnswersFall: {
      one: "une réponse doit être vraie et la seule autre, {entries}, tombe",
      other: "une réponse doit être vraie et toutes les autres tombent ({entries})",
    },
  },
  undercuts: {
    objectionsSucceed: {
      one: "l’objection {entries} à l’inférence l’emporte",
      other: "les objections {entries} à l’inférence l’emportent",
    },
    objectionsUndecided: {
      one: "l’objection {entries} à l’inférence est indécise",
      other: "les objections {entries} à l’inférence sont indécises",
    },
    objectionsFall: {
      one: "l’objection {entries} à l’inférence tombe",
      other: "les objections {entries} à l’inférence tombent",
    },
  },
  outweighed: {
    byReason: {
      one: "la raison {reason} est plus forte que l’objection {entries}{strengths}",
      other: "la raison {reason} est plus forte que les objections {entries}{strengths}",
    },
    byNamedReason: {
      one: "est plus forte que l’objection {entries}{strengths}",
      other: "est plus forte que les objections {entries}{strengths}",
    },
    byOther: {
      one: "une raison est plus forte que l’objection {entries}{strengths}",
      other: "une raison est plus forte que les objections {entries}{strengths}",
    },
    notOutweighed: {
      one: "aucune raison n’est plus forte que l’objection {entries}{strengths}",
      other: "aucune raison n’est plus forte que les objections {entries}{strengths}",
    },
  },
  strengths: {
    one: " (force {first})",
    only: " (force {first} seulement)",
    against: " (force {first} contre {second})",
  },
  contradiction: {
    equal: "{rival} le contredit et a des raisons aussi fortes",
    noReasons: "{rival} le contredit et n’a pas de raisons non plus",
    rivalStronger: "{rival} le contredit et a la raison la plus forte, {reason}{strength}",
  },
  rivalAnswer: {
    equal: "la réponse rivale {rival} a des raisons aussi fortes",
    noReasons: "la réponse rivale {rival} n’a pas de raisons non plus",
    rivalStronger: "la réponse rivale {rival} a la raison la plus forte, {reason}{strength}",
  },
  effects: {
    succeeds: "{sentence}, et {effects}",
    fails: "{sentence}, mais {effects}",
    bringsDown: "cela fait tomber {target}",
    undecided: "on ne sait pas si cela fait tomber {target}",
    reasonIsStronger: "la raison {reason} pour {target} est plus forte",
  },

  likelihoodSentence: {
    neverStands: "Cela ne tient jamais, mais reste indécis dans {open} des cas",
    factors: "{sentence}\u00a0: {factors}",
    forIt: "{sentence}. Pour\u00a0: {entries}",
    againstIt: "{sentence}. Contre\u00a0: {entries}",
  },
  factors: {
    restsOn: "cela repose sur {entries}",
    strength: "sa force est {value}",
    states: "la carte indique {value}",
  },
  weighedEntries: {
    reasons: { one: "la raison {entries}", other: "les raisons {entries}" },
    objections: { one: "l’objection {entries}", other: "les objections {entries}" },
    rivals: { one: "la thèse contraire {entries}", other: "les thèses contraires {entries}" },
    answers: { one: "l’autre réponse {entries}", other: "les autres réponses {entries}" },
    share: "{entry} ({share})",
    openShare: "{entry} (indécis {share})",
    others: { one: "{count} autre", other: "{count} autres" },
  },

  withoutIt: {
    stands: "Sans cela, {conclusion} tiendrait",
    falls: "Sans cela, {conclusion} tomberait",
    undecided: "Sans cela, {conclusion} serait indécis",
    likelihood: "Sans cela, {conclusion} serait {after} au lieu de {before}",
  },

  standingTerms: { stands: "tient", falls: "tombe", undecided: "indécis" },
  tables: {
    titles: {
      positions: "Prises de position",
      answers: "Réponses rivales",
      assumptions: "Hypothèses clés",
      sources: "Sources citées",
    },
    headings: {
      statement: "Énoncé",
      for: "Pour",
      against: "Contre",
      evidence: "Indice",
      likelihood: "Probabilité",
      diagnosticity: "Pouvoir discriminant",
      evidenceAgainst: "Indices contraires",
      weighed: "Pesé",
      assumption: "Hypothèse",
      kind: "Type",
      importance: "Importance",
      forEachConclusion: "Pour chaque conclusion",
      fallsIfFalse: "Tombe si elle est fausse",
      source: "Source",
      reliability: "Fiabilité",
      citedBy: "Citée par",
      conclusions: "Conclusions qui reposent sur elle",
      onItAlone: "Sur elle seule",
      fallWithoutIt: "Tombent sans elle",
    },
    kinds: {
      claim: "Thèse",
      premise: "Prémisse",
      assumption: "Hypothèse",
      reason: "Raison",
      objection: "Objection",
    },
    stances: {
      holds: "le soutient",
      accepts: "l’accepte",
      rejects: "le rejette",
      objects: "y objecte",
      "argues for": "plaide pour",
      again: "de nouveau",
    },
    tones: {
      "strongly-for": "fortement pour",
      for: "pour",
      neutral: "neutre",
      against: "contre",
      "strongly-against": "fortement contre",
    },
    reliabilities: {
      A: "totalement fiable",
      B: "habituellement fiable",
      C: "assez fiable",
      D: "habituellement pas fiable",
      E: "pas fiable",
      F: "fiabilité impossible à juger",
    },
    examples: "{count} entrées, comme {entries}",
    quoted: "«\u00a0{entry}\u00a0»",
    changeOfMind: "{speaker} semble avoir changé d’avis\u00a0: d’abord {first}, puis {second}.",
    inconsistency: "{speaker} est pour {first} et pour {second}, qui se contredisent.",
    withoutSource: {
      one: "Cette conclusion ne repose sur aucune source\u00a0: {entries}.",
      other: "Ces conclusions ne reposent sur aucune source\u00a0: {entries}.",
    },
    answersNote:
      "Une cellule dit combien la réponse est plus probable si l’indice est vrai que s’il est faux. Le pouvoir discriminant est la différence entre les réponses que l’indice favorise le plus et le moins. «\u00a0Indices contraires\u00a0» additionne ce qui parle contre une réponse, chaque indice multiplié par sa propre probabilité\u00a0: la réponse dont la somme est la plus basse est la plus difficile à réfuter.",
    assumptionsNote:
      "Importance\u00a0: combien la conclusion est plus probable si l’hypothèse est vraie que si elle est fausse\u00a0; la plus grande pour une conclusion.",
  },
};
