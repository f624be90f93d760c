import type { WeighingWords } from "./weighingWords.ts";

/** German. The clauses end in their verb, as they follow “weil”. */
export const words: WeighingWords = {
  language: "de",
  quotation: "„{text}“",
  sentence: "{text}.",
  lists: {
    entries: { separator: ", ", last: " und " },
    clauses: { separator: ", ", last: " und " },
  },
  percentage: "{number}\u00a0%",

  terms: {
    impossible: { name: "ausgeschlossen", sentence: "Das ist ausgeschlossen" },
    "almost-no-chance": { name: "so gut wie ausgeschlossen", sentence: "Das ist so gut wie ausgeschlossen" },
    "very-unlikely": { name: "sehr unwahrscheinlich", sentence: "Das ist sehr unwahrscheinlich" },
    unlikely: { name: "unwahrscheinlich", sentence: "Das ist unwahrscheinlich" },
    even: { name: "etwa gleich wahrscheinlich", sentence: "Das ist so wahrscheinlich wie sein Gegenteil" },
    likely: { name: "wahrscheinlich", sentence: "Das ist wahrscheinlich" },
    "very-likely": { name: "sehr wahrscheinlich", sentence: "Das ist sehr wahrscheinlich" },
    "almost-certain": { name: "so gut wie sicher", sentence: "Das ist so gut wie sicher" },
    certain: { name: "sicher", sentence: "Das ist sicher" },
  },
  strengthTerms: { weak: "schwach", moderate: "mittel", strong: "stark", conclusive: "zwingend" },
  likelihood: {
    full: "{term} ({share})",
    fullOpen: "{term} ({share}, unentschieden {open})",
    onlyOpen: "{share}, unentschieden {open}",
    undecided: "unentschieden",
    badge: "≈ {term} {share}",
    badgeOpen: "≈ {share} · ? {open}",
    stated: "„{value}“ ({share})",
  },

  standing: { stands: "Das hat Bestand", falls: "Das fällt", undecided: "Das ist unentschieden" },
  restated: {
    stands: "Das sagt dasselbe wie {main}, was Bestand hat",
    falls: "Das sagt dasselbe wie {main}, was fällt",
    undecided: "Das sagt dasselbe wie {main}, was unentschieden ist",
  },
  because: "{sentence}, weil {causes}",
  causes: {
    supposed: "Sie es so annehmen",
    granted: "die Karte es voraussetzt",
    grantedAs: "die Karte dafür {value} angibt",
    grantedUnlikely: "die Karte es voraussetzt, wenn auch nur mit {value}",
    open: "die Karte es offenlässt",
    rejected: "die Karte es verwirft",
    notAttacked: "niemand etwas dagegen einwendet",
    restsOnItself: "es auf sich selbst beruht",
    restsOnItselfThrough: "es über {entries} auf sich selbst beruht",
    attacksItself: "es sich selbst angreift",
    attackedThrough: "die Einwände dagegen über {entries} darauf zurückführen",
  },
  listCauses: {
    reasonsStand: { one: "der Grund {entries} Bestand hat", other: "die Gründe {entries} Bestand haben" },
    reasonsFall: { one: "der einzige Grund dafür, {entries}, fällt", other: "alle Gründe dafür fallen ({entries})" },
    reasonsUndecided: {
      one: "der Grund {entries} unentschieden ist",
      other: "die Gründe {entries} unentschieden sind",
    },
    premisesStand: { one: "die Prämisse {entries} Bestand hat", other: "die Prämissen {entries} Bestand haben" },
    premisesFall: { one: "die Prämisse {entries} fällt", other: "die Prämissen {entries} fallen" },
    premisesUndecided: {
      one: "die Prämisse {entries} unentschieden ist",
      other: "die Prämissen {entries} unentschieden sind",
    },
    objectionsSucceed: { one: "der Einwand {entries} Erfolg hat", other: "die Einwände {entries} Erfolg haben" },
    objectionsUndecided: {
      one: "der Einwand {entries} unentschieden ist",
      other: "die Einwände {entries} unentschieden sind",
    },
    objectionsFall: { one: "der Einwand {entries} fällt", other: "die Einwände {entries} fallen" },
    rivalsStand: {
      one: "{entries} dem widerspricht und Bestand hat",
      other: "{entries} dem widersprechen und Bestand haben",
    },
    rivalsUndecided: {
      one: "{entries} dem widerspricht und unentschieden ist",
      other: "{entries} dem widersprechen und unentschieden sind",
    },
    otherAnswersStand: {
      one: "die andere Antwort {entries} Bestand hat",
      other: "die anderen Antworten {entries} Bestand haben",
    },
    otherAnswersUndecided: {
      one: "die andere Antwort {entries} unentschieden ist",
      other: "die anderen Antworten {entries} unentschieden sind",
    },
    otherAnswersFall: {
      one: "eine Antwort wahr sein muss und die einzige andere, {entries}, fällt",
      other: "eine Antwort wahr sein muss und alle anderen fallen ({entries})",
    },
  },
  undercuts: {
    objectionsSucceed: {
      one: "der Einwand {entries} gegen den Schluss Erfolg hat",
      other: "die Einwände {entries} gegen den Schluss Erfolg haben",
    },
    objectionsUndecided: {
      one: "der Einwand {entries} gegen den Schluss unentschieden ist",
      other: "die Einwände {entries} gegen den Schluss unentschieden sind",
    },
    objectionsFall: {
      one: "der Einwand {entries} gegen den Schluss fällt",
      other: "die Einwände {entries} gegen den Schluss fallen",
    },
  },
  outweighed: {
    byReason: {
      one: "der Grund {reason} stärker ist als der Einwand {entries}{strengths}",
      other: "der Grund {reason} stärker ist als die Einwände {entries}{strengths}",
    },
    byNamedReason: {
      one: "stärker ist als der Einwand {entries}{strengths}",
      other: "stärker ist als die Einwände {entries}{strengths}",
    },
    byOther: {
      one: "ein Grund stärker ist als der Einwand {entries}{strengths}",
      other: "ein Grund stärker ist als die Einwände {entries}{strengths}",
    },
    notOutweighed: {
      one: "kein Grund dafür stärker ist als der Einwand {entries}{strengths}",
      other: "kein Grund dafür stärker ist als die Einwände {entries}{strengths}",
    },
  },
  strengths: { one: " ({first})", only: " (nur {first})", against: " ({first} gegenüber {second})" },
  contradiction: {
    equal: "{rival} dem widerspricht und gleich starke Gründe hat",
    noReasons: "{rival} dem widerspricht und ebenfalls keine Gründe hat",
    rivalStronger: "{rival} dem widerspricht und den stärkeren Grund {reason}{strength} hat",
  },
  rivalAnswer: {
    equal: "die andere Antwort {rival} gleich starke Gründe hat",
    noReasons: "die andere Antwort {rival} ebenfalls keine Gründe hat",
    rivalStronger: "die andere Antwort {rival} den stärkeren Grund {reason}{strength} hat",
  },
  effects: {
    succeeds: "{sentence}, und {effects}",
    fails: "{sentence}, aber {effects}",
    bringsDown: "das bringt {target} zu Fall",
    undecided: "es ist unentschieden, ob das {target} zu Fall bringt",
    reasonIsStronger: "der Grund {reason} für {target} ist stärker",
  },

  likelihoodSentence: {
    neverStands: "Das hat in keinem Fall Bestand, ist aber in {open} der Fälle unentschieden",
    factors: "{sentence}: {factors}",
    forIt: "{sentence}. Dafür: {entries}",
    againstIt: "{sentence}. Dagegen: {entries}",
  },
  factors: {
    restsOn: "es beruht auf {entries}",
    strength: "die Stärke ist {value}",
    states: "die Karte gibt {value} an",
  },
  weighedEntries: {
    reasons: { one: "der Grund {entries}", other: "die Gründe {entries}" },
    objections: { one: "der Einwand {entries}", other: "die Einwände {entries}" },
    rivals: { one: "die widersprechende These {entries}", other: "die widersprechenden Thesen {entries}" },
    answers: { one: "die andere Antwort {entries}", other: "die anderen Antworten {entries}" },
    share: "{entry} ({share})",
    openShare: "{entry} (unentschieden {share})",
    others: { one: "{count} anderes", other: "{count} andere" },
  },

  withoutIt: {
    stands: "Ohne das hätte {conclusion} Bestand",
    falls: "Ohne das fiele {conclusion}",
    undecided: "Ohne das wäre {conclusion} unentschieden",
    likelihood: "Ohne das wäre {conclusion} {after} statt {before}",
  },

  standingTerms: { stands: "hat Bestand", falls: "fällt", undecided: "unentschieden" },
  tables: {
    titles: {
      positions: "Positionen",
      answers: "Konkurrierende Antworten",
      assumptions: "Zentrale Annahmen",
      sources: "Quellen",
    },
    headings: {
      statement: "Aussage",
      for: "Dafür",
      against: "Dagegen",
      evidence: "Beleg",
      likelihood: "Wahrscheinlichkeit",
      diagnosticity: "Trennschärfe",
      evidenceAgainst: "Was dagegenspricht",
      weighed: "Abgewogen",
      assumption: "Annahme",
      kind: "Art",
      importance: "Gewicht",
      forEachConclusion: "Für jede Schlussfolgerung",
      fallsIfFalse: "Fällt, wenn sie falsch ist",
      source: "Quelle",
      reliability: "Zuverlässigkeit",
      citedBy: "Zitiert von",
      conclusions: "Schlussfolgerungen, die darauf beruhen",
      onItAlone: "Auf ihr allein",
      fallWithoutIt: "Fallen ohne sie",
    },
    kinds: {
      claim: "These",
      premise: "Prämisse",
      assumption: "Annahme",
      reason: "Grund",
      objection: "Einwand",
      question: "Frage",
      source: "Quelle",
      speaker: "Sprecher",
    },
    unwritten: "{kind} (ohne Text)",
    stances: {
      holds: "vertritt es",
      accepts: "akzeptiert es",
      rejects: "lehnt es ab",
      objects: "wendet etwas ein",
      "argues for": "spricht dafür",
      again: "erneut",
    },
    tones: {
      "strongly-for": "stark dafür",
      for: "dafür",
      neutral: "neutral",
      against: "dagegen",
      "strongly-against": "stark dagegen",
    },
    reliabilities: {
      A: "völlig zuverlässig",
      B: "meist zuverlässig",
      C: "ziemlich zuverlässig",
      D: "meist nicht zuverlässig",
      E: "unzuverlässig",
      F: "Zuverlässigkeit nicht zu beurteilen",
    },
    examples: "{count} Einträge, zum Beispiel {entries}",
    quoted: "„{entry}“",
    changeOfMind: "{speaker} scheint die Meinung geändert zu haben: erst {first}, später {second}.",
    inconsistency: "{speaker} ist für {first} und für {second}, die einander widersprechen.",
    withoutSource: {
      one: "Diese Schlussfolgerung beruht auf keiner Quelle: {entries}.",
      other: "Diese Schlussfolgerungen beruhen auf keiner Quelle: {entries}.",
    },
    answersNote:
      "Eine Zelle sagt, wie viel wahrscheinlicher die Antwort ist, wenn der Beleg wahr ist, als wenn er falsch ist. Die Trennschärfe ist der Unterschied zwischen den Antworten, für die der Beleg am meisten und am wenigsten spricht. „Was dagegenspricht“ zählt zusammen, was gegen eine Antwort spricht, jeden Beleg mal seine eigene Wahrscheinlichkeit: Die Antwort mit der kleinsten Summe ist am schwersten zu widerlegen.",
    assumptionsNote:
      "Gewicht: wie viel wahrscheinlicher die Schlussfolgerung ist, wenn die Annahme wahr ist, als wenn sie falsch ist; das größte für irgendeine Schlussfolgerung.",
  },
};
