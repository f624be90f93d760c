/**
 * Words of other languages for the words of Argmap, which are English. A line that begins with one is not read; it gets a
 * hint with the English word. Add a language here: nothing else depends on the list.
 */
import type { AttributeKey, ClauseWord, Keyword } from "../vocabulary.ts";

/** The words of one language, separated by commas. */
interface Translation {
  readonly keywords: { readonly [K in Keyword]?: string };
  readonly clauses: { readonly [W in ClauseWord]?: string };
  readonly keys: { readonly [K in AttributeKey]?: string };
  /** Words that begin the object of a sentence, as in “Grund für den Abbau”, and are no names after a clause word. */
  readonly articles: string;
}

/** A word of another language, by the subtag of the language. */
export interface TranslatedKeyword {
  readonly keyword: Keyword;
  readonly language: string;
}

const TRANSLATIONS: Readonly<Record<string, Translation>> = {
  de: {
    keywords: {
      map: "Karte, Argumentkarte, Argumentationskarte",
      import: "Einbinden, Importiere",
      source: "Quelle, Quellen",
      speaker: "Sprecher, Sprecherin, Redner, Rednerin",
      question: "Frage, Fragen, Streitfrage",
      claim: "These, Thesen, Behauptung, Behauptungen, Aussage, Aussagen, Schlussfolgerung, Folgerung, Fazit",
      reason:
        "Grund, Gründe, Begründung, Begründungen, Argumente, Pro-Argument, Beleg, Belege, Dafür, Stütze, " +
        "weil, denn",
      objection:
        "Einwand, Einwände, Einwurf, Gegenargument, Gegenargumente, Gegengrund, Gegengründe, Kontra, Contra-Argument, " +
        "Widerlegung, Entgegnung, Erwiderung, Kritik, Dagegen",
      premise: "Prämisse, Prämissen, Voraussetzung, Voraussetzungen",
      assumption: "Annahme, Annahmen",
      quote: "Zitat, Zitate",
    },
    clauses: {
      by: "von, durch, laut",
      for: "für, fuer",
      against: "gegen, wider",
      answers: "beantwortet",
      contradicts: "widerspricht",
      "accepted-by": "akzeptiert-von, angenommen-von",
      "rejected-by": "abgelehnt-von",
    },
    keys: {
      author: "Autor, Autorin, Autoren, Verfasser, Verfasserin",
      date: "Datum, Jahr",
      language: "Sprache",
      note: "Anmerkung, Anmerkungen, Notiz, Notizen, Hinweis, Kommentar",
      publisher: "Verlag, Herausgeber, Zeitung, Zeitschrift",
      file: "Datei",
      reliability: "Zuverlässigkeit, Verlässlichkeit",
      role: "Rolle, Funktion, Beruf, Amt",
      affiliation: "Zugehörigkeit, Partei, Organisation",
      tags: "Schlagwort, Schlagworte, Schlagwörter, Stichwort, Stichworte",
      likelihood: "Wahrscheinlichkeit",
      scheme: "Schema, Argumentationsschema",
      strength: "Stärke, Gewicht",
      page: "Seite, Seiten",
      section: "Abschnitt, Kapitel, Überschrift",
      occurrence: "Vorkommen",
      title: "Titel",
    },
    articles: "der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines",
  },
  fr: {
    keywords: {
      map: "carte",
      import: "importer",
      speaker: "orateur, oratrice, locuteur, locutrice, intervenant, intervenante",
      claim: "thèse, thèses, affirmation, affirmations, assertion",
      reason: "raison, raisons, preuve, preuves, pour, motif, motifs, parce que",
      objection: "contre-argument, contre-arguments, contre, réplique, critique, argument contre",
      premise: "prémisse, prémisses",
      assumption: "hypothèse, hypothèses, supposition, suppositions, présupposé",
    },
    clauses: {
      by: "par, selon",
      for: "pour",
      against: "contre",
      answers: "répond-à",
      contradicts: "contredit",
      "accepted-by": "accepté-par",
      "rejected-by": "rejeté-par",
    },
    keys: {
      author: "auteur, autrice, auteurs",
      date: "année",
      language: "langue",
      note: "remarque, remarques, commentaire",
      publisher: "éditeur, éditrice, journal, revue",
      file: "fichier",
      reliability: "fiabilité",
      role: "rôle, fonction, métier",
      affiliation: "parti, organisation",
      tags: "étiquette, étiquettes, mots-clés",
      likelihood: "probabilité, vraisemblance",
      scheme: "schéma, schème",
      strength: "force, poids",
      section: "chapitre",
      title: "titre",
      status: "statut",
    },
    articles: "le, la, les, l’, un, une, des, du, de",
  },
  es: {
    keywords: {
      map: "mapa",
      import: "importar",
      source: "fuente, fuentes",
      speaker: "orador, oradora, hablante",
      question: "pregunta, preguntas, cuestión",
      claim: "tesis, afirmación, afirmaciones, conclusión, aserción, postura",
      reason:
        "razón, razones, argumento, argumentos, argumento a favor, justificación, prueba, pruebas, motivo, motivos, " +
        "a favor, porque",
      objection:
        "objeción, objeciones, contraargumento, contraargumentos, contra, en contra, argumento en contra, réplica, " +
        "refutación, crítica",
      premise: "premisa, premisas",
      assumption: "supuesto, supuestos, suposición, suposiciones, hipótesis",
      quote: "cita, citas",
    },
    clauses: {
      by: "por, según",
      for: "para",
      against: "contra",
      answers: "responde",
      contradicts: "contradice",
      "accepted-by": "aceptado-por",
      "rejected-by": "rechazado-por",
    },
    keys: {
      author: "autor, autora, autores",
      date: "fecha, año",
      language: "idioma, lengua",
      note: "nota, notas, comentario, observación",
      publisher: "editorial, periódico, revista",
      file: "archivo, fichero",
      reliability: "fiabilidad",
      role: "rol, función, cargo, profesión",
      affiliation: "afiliación, partido, organización",
      tags: "etiqueta, etiquetas",
      likelihood: "probabilidad",
      scheme: "esquema",
      strength: "fuerza, peso",
      page: "página, páginas",
      section: "sección, capítulo, apartado",
      occurrence: "aparición",
      title: "título",
      status: "estado",
    },
    articles: "el, la, los, las, un, una, unos, unas, del, lo",
  },
  zh: {
    keywords: {
      map: "论证图, 論證圖, 地图, 地圖",
      import: "导入, 匯入",
      source: "来源, 來源, 出处, 出處",
      speaker: "发言人, 發言人, 发言者, 發言者, 说话人, 說話人",
      question: "问题, 問題, 议题, 議題",
      claim: "论点, 論點, 主张, 主張, 观点, 觀點, 论断, 論斷, 结论, 結論, 命题, 命題, 论题, 論題",
      reason: "理由, 原因, 论据, 論據, 论证, 論證, 依据, 依據, 证据, 證據, 支持, 赞成, 贊成, 正方",
      objection: "反对, 反對, 反对意见, 反對意見, 反驳, 反駁, 异议, 異議, 反方, 反论, 反論, 质疑, 質疑",
      premise: "前提",
      assumption: "假设, 假設, 假定",
      quote: "引文, 引用, 引述, 引语, 引語",
    },
    clauses: { for: "支持", against: "反对, 反對", contradicts: "矛盾于" },
    keys: {
      author: "作者",
      date: "日期, 时间, 時間",
      language: "语言, 語言",
      note: "注, 备注, 備註, 注释, 註釋, 说明, 說明",
      publisher: "出版社, 出版者",
      url: "网址, 網址, 链接, 鏈接",
      file: "文件, 檔案",
      role: "职务, 職務, 角色",
      tags: "标签, 標籤",
      likelihood: "可能性, 概率",
      strength: "强度, 強度",
      page: "页, 頁, 页码, 頁碼",
      section: "章节, 章節, 小节, 小節, 节, 節",
      occurrence: "出现, 出現",
      title: "标题, 標題",
      status: "状态, 狀態",
    },
    articles: "",
  },
};

const keywordsByWord = new Map<string, TranslatedKeyword>();
const clausesByWord = new Map<string, ClauseWord>();
const keysByWord = new Map<string, AttributeKey>();
const articles = new Set<string>();
for (const [language, translation] of Object.entries(TRANSLATIONS)) {
  // A word of two languages, such as “These” and “thèse”, is the same keyword in both.
  addWords(translation.keywords, (word, keyword) => {
    if (!keywordsByWord.has(word)) keywordsByWord.set(word, { keyword, language });
  });
  addWords(translation.clauses, (word, clause) => clausesByWord.set(word, clause));
  addWords(translation.keys, (word, key) => keysByWord.set(word, key));
  for (const article of split(translation.articles)) articles.add(article);
}

/** Returns the keyword for a word or phrase of another language; undefined if it is none. */
export const translatedKeyword = (phrase: string): TranslatedKeyword | undefined => {
  const word = fold(phrase);
  return keywordsByWord.get(word) ?? keywordsByWord.get(word.replace(CHINESE_NUMBER, ""));
};

/** Returns the clause word for a word of another language; undefined if it is none. */
export const translatedClauseWord = (word: string): ClauseWord | undefined => clausesByWord.get(fold(word));

/** Returns the key for a word of another language; undefined if it is none. */
export const translatedKey = (word: string): AttributeKey | undefined => keysByWord.get(fold(word));

/** Whether a word is an article of another language. */
export const isForeignArticle = (word: string): boolean => articles.has(word.toLowerCase());

/** Returns the words with which lines begin in a language, with their keywords: for completion. */
export function keywordsIn(language: string): ReadonlyMap<Keyword, readonly string[]> {
  const words = new Map<Keyword, readonly string[]>();
  addAll(TRANSLATIONS[language.toLowerCase().split("-")[0] ?? ""]?.keywords ?? {}, (list, keyword) =>
    words.set(keyword, list),
  );
  return words;
}

/** `理由一：`, the first reason. */
const CHINESE_NUMBER = /[一二三四五六七八九十]+$/u;

/** Ignores case and accents, which are often left out. */
function fold(word: string): string {
  return word
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();
}

function split(words: string): readonly string[] {
  return words === "" ? [] : words.split(", ");
}

function addAll<K extends string>(
  words: { readonly [P in K]?: string },
  add: (list: readonly string[], to: K) => void,
) {
  // The keys of the object are those of its type: the tables above are literals.
  for (const [to, list] of Object.entries(words) as [K, string][]) add(split(list), to);
}

function addWords<K extends string>(words: { readonly [P in K]?: string }, add: (word: string, to: K) => void): void {
  addAll(words, (list, to) => {
    for (const word of list) add(fold(word), to);
  });
}
