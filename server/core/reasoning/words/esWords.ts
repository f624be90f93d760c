import type { WeighingWords } from "./weighingWords.ts";

/** Spanish. */
export const words: WeighingWords = {
  language: "es",
  quotation: "«{text}»",
  sentence: "{text}.",
  lists: {
    entries: { separator: ", ", last: " y " },
    clauses: { separator: ", ", last: " y " },
  },
  percentage: "{number}\u00a0%",

  terms: {
    impossible: { name: "imposible", sentence: "Es imposible" },
    "almost-no-chance": { name: "casi descartado", sentence: "Está casi descartado" },
    "very-unlikely": { name: "muy improbable", sentence: "Es muy improbable" },
    unlikely: { name: "improbable", sentence: "Es improbable" },
    even: { name: "tan probable como improbable", sentence: "Es tan probable como improbable" },
    likely: { name: "probable", sentence: "Es probable" },
    "very-likely": { name: "muy probable", sentence: "Es muy probable" },
    "almost-certain": { name: "casi seguro", sentence: "Es casi seguro" },
    certain: { name: "seguro", sentence: "Es seguro" },
  },
  strengthTerms: { weak: "débil", moderate: "media", strong: "fuerte", conclusive: "concluyente" },
  likelihood: {
    full: "{term} ({share})",
    fullOpen: "{term} ({share}, sin decidir {open})",
    onlyOpen: "{share}, sin decidir {open}",
    undecided: "sin decidir",
    badge: "≈ {term} {share}",
    badgeOpen: "≈ {share} · ? {open}",
    stated: "«{value}» ({share})",
  },

  standing: { stands: "Se sostiene", falls: "Cae", undecided: "Está sin decidir" },
  restated: {
    stands: "Dice lo mismo que {main}, que se sostiene",
    falls: "Dice lo mismo que {main}, que cae",
    undecided: "Dice lo mismo que {main}, que está sin decidir",
  },
  because: "{sentence} porque {causes}",
  causes: {
    supposed: "usted lo supone así",
    granted: "el mapa lo da por sentado",
    grantedAs: "el mapa indica {value}",
    grantedUnlikely: "el mapa lo da por sentado, aunque solo con {value}",
    open: "el mapa lo deja abierto",
    rejected: "el mapa lo rechaza",
    notAttacked: "nadie le opone una objeción",
    restsOnItself: "se apoya en sí mismo",
    restsOnItselfThrough: "se apoya en sí mismo, a través de {entries}",
    attacksItself: "se ataca a sí mismo",
    attackedThrough: "las objeciones en contra vuelven a ello, a través de {entries}",
  },
  listCauses: {
    reasonsStand: { one: "la razón {entries} se sostiene", other: "las razones {entries} se sostienen" },
    reasonsFall: { one: "su única razón, {entries}, cae", other: "todas sus razones caen ({entries})" },
    reasonsUndecided: {
      one: "la razón {entries} está sin decidir",
      other: "las razones {entries} están sin decidir",
    },
    premisesStand: { one: "su premisa {entries} se sostiene", other: "sus premisas {entries} se sostienen" },
    premisesFall: { one: "su premisa {entries} cae", other: "sus premisas {entries} caen" },
    premisesUndecided: {
      one: "su premisa {entries} está sin decidir",
      other: "sus premisas {entries} están sin decidir",
    },
    objectionsSucceed: { one: "la objeción {entries} prospera", other: "las objeciones {entries} prosperan" },
    objectionsUndecided: {
      one: "la objeción {entries} está sin decidir",
      other: "las objeciones {entries} están sin decidir",
    },
    objectionsFall: { one: "la objeción {entries} cae", other: "las objeciones {entries} caen" },
    rivalsStand: {
      one: "{entries} lo contradice y se sostiene",
      other: "{entries} lo contradicen y se sostienen",
    },
    rivalsUndecided: {
      one: "{entries} lo contradice y está sin decidir",
      other: "{entries} lo contradicen y están sin decidir",
    },
    otherAnswersStand: {
      one: "la otra respuesta {entries} se sostiene",
      other: "las otras respuestas {entries} se sostienen",
    },
    otherAnswersUndecided: {
      one: "la otra respuesta {entries} está sin decidir",
      other: "las otras respuestas {entries} están sin decidir",
    },
    otherAnswersFall: {
      one: "una respuesta tiene que ser verdadera y la única otra, {entries}, cae",
      other: "una respuesta tiene que ser verdadera y todas las demás caen ({entries})",
    },
  },
  undercuts: {
    objectionsSucceed: {
      one: "la objeción {entries} a la inferencia prospera",
      other: "las objeciones {entries} a la inferencia prosperan",
    },
    objectionsUndecided: {
      one: "la objeción {entries} a la inferencia está sin decidir",
      other: "las objeciones {entries} a la inferencia están sin decidir",
    },
    objectionsFall: {
      one: "la objeción {entries} a la inferencia cae",
      other: "las objeciones {entries} a la inferencia caen",
    },
  },
  outweighed: {
    byReason: {
      one: "la razón {reason} es más fuerte que la objeción {entries}{strengths}",
      other: "la razón {reason} es más fuerte que las objeciones {entries}{strengths}",
    },
    byNamedReason: {
      one: "es más fuerte que la objeción {entries}{strengths}",
      other: "es más fuerte que las objeciones {entries}{strengths}",
    },
    byOther: {
      one: "una razón es más fuerte que la objeción {entries}{strengths}",
      other: "una razón es más fuerte que las objeciones {entries}{strengths}",
    },
    notOutweighed: {
      one: "ninguna razón es más fuerte que la objeción {entries}{strengths}",
      other: "ninguna razón es más fuerte que las objeciones {entries}{strengths}",
    },
  },
  strengths: { one: " ({first})", only: " (solo {first})", against: " ({first} frente a {second})" },
  contradiction: {
    equal: "{rival} lo contradice y tiene razones igual de fuertes",
    noReasons: "{rival} lo contradice y tampoco tiene razones",
    rivalStronger: "{rival} lo contradice y tiene la razón más fuerte, {reason}{strength}",
  },
  rivalAnswer: {
    equal: "la otra respuesta {rival} tiene razones igual de fuertes",
    noReasons: "la otra respuesta {rival} tampoco tiene razones",
    rivalStronger: "la otra respuesta {rival} tiene la razón más fuerte, {reason}{strength}",
  },
  effects: {
    succeeds: "{sentence}, y {effects}",
    fails: "{sentence}, pero {effects}",
    bringsDown: "hace caer {target}",
    undecided: "está sin decidir si eso hace caer {target}",
    reasonIsStronger: "la razón {reason} a favor de {target} es más fuerte",
  },

  likelihoodSentence: {
    neverStands: "No se sostiene nunca, pero está sin decidir en el {open} de los casos",
    factors: "{sentence}: {factors}",
    forIt: "{sentence}. A favor: {entries}",
    againstIt: "{sentence}. En contra: {entries}",
  },
  factors: {
    restsOn: "se apoya en {entries}",
    strength: "su fuerza es {value}",
    states: "el mapa indica {value}",
  },
  weighedEntries: {
    reasons: { one: "la razón {entries}", other: "las razones {entries}" },
    objections: { one: "la objeción {entries}", other: "las objeciones {entries}" },
    rivals: { one: "la tesis contraria {entries}", other: "las tesis contrarias {entries}" },
    answers: { one: "la otra respuesta {entries}", other: "las otras respuestas {entries}" },
    share: "{entry} ({share})",
    openShare: "{entry} (sin decidir {share})",
    others: { one: "{count} más", other: "{count} más" },
  },

  withoutIt: {
    stands: "Sin ello, {conclusion} se sostendría",
    falls: "Sin ello, {conclusion} caería",
    undecided: "Sin ello, {conclusion} quedaría sin decidir",
    likelihood: "Sin ello, {conclusion} sería {after} en lugar de {before}",
  },

  standingTerms: { stands: "se sostiene", falls: "cae", undecided: "sin decidir" },
  tables: {
    titles: {
      positions: "Posiciones",
      answers: "Respuestas rivales",
      assumptions: "Supuestos clave",
      sources: "Fuentes",
    },
    headings: {
      statement: "Enunciado",
      for: "A favor",
      against: "En contra",
      evidence: "Indicio",
      likelihood: "Probabilidad",
      diagnosticity: "Valor diagnóstico",
      evidenceAgainst: "Indicios en contra",
      weighed: "Sopesado",
      assumption: "Supuesto",
      kind: "Tipo",
      importance: "Importancia",
      forEachConclusion: "Para cada conclusión",
      fallsIfFalse: "Cae si es falso",
      source: "Fuente",
      reliability: "Fiabilidad",
      citedBy: "Citada por",
      conclusions: "Conclusiones que se apoyan en ella",
      onItAlone: "Solo en ella",
      fallWithoutIt: "Caen sin ella",
    },
    kinds: {
      claim: "Tesis",
      premise: "Premisa",
      assumption: "Supuesto",
      reason: "Razón",
      objection: "Objeción",
      question: "Pregunta",
      source: "Fuente",
      speaker: "Hablante",
    },
    unwritten: "{kind} (sin texto)",
    stances: {
      holds: "lo sostiene",
      accepts: "lo acepta",
      rejects: "lo rechaza",
      objects: "objeta",
      "argues for": "argumenta a favor",
      again: "de nuevo",
    },
    tones: {
      "strongly-for": "muy a favor",
      for: "a favor",
      neutral: "neutral",
      against: "en contra",
      "strongly-against": "muy en contra",
    },
    reliabilities: {
      A: "totalmente fiable",
      B: "normalmente fiable",
      C: "bastante fiable",
      D: "normalmente no fiable",
      E: "no fiable",
      F: "no se puede juzgar la fiabilidad",
    },
    examples: "{count} entradas, como {entries}",
    quoted: "«{entry}»",
    changeOfMind: "{speaker} parece haber cambiado de opinión: primero {first}, después {second}.",
    inconsistency: "{speaker} está a favor de {first} y de {second}, que se contradicen.",
    withoutSource: {
      one: "Esta conclusión no se apoya en ninguna fuente: {entries}.",
      other: "Estas conclusiones no se apoyan en ninguna fuente: {entries}.",
    },
    answersNote:
      "Una celda dice cuánto más probable es la respuesta si el indicio es verdadero que si es falso. El valor diagnóstico es la diferencia entre las respuestas que el indicio más y menos favorece. «Indicios en contra» suma lo que habla contra una respuesta, cada indicio multiplicado por su propia probabilidad: la respuesta con la suma más baja es la más difícil de refutar.",
    assumptionsNote:
      "Importancia: cuánto más probable es la conclusión si el supuesto es verdadero que si es falso; la mayor para cualquier conclusión.",
  },
};
