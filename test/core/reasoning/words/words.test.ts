/** What the weighing says in each language. The compiler checks that no language lacks a phrase. */
import { describe, expect, test } from "vitest";
import { de } from "../../../../client/webview/messages/de.ts";
import { en } from "../../../../client/webview/messages/en.ts";
import { es } from "../../../../client/webview/messages/es.ts";
import { fr } from "../../../../client/webview/messages/fr.ts";
import { zh } from "../../../../client/webview/messages/zh.ts";
import { explainEntry } from "../../../../server/core/reasoning/explanations/explainEntry.ts";
import { explainLikelihood } from "../../../../server/core/reasoning/explanations/explainLikelihood.ts";
import { likelihoodBadge, likelihoodLabel } from "../../../../server/core/reasoning/explanations/likelihoodTerm.ts";
import { type Sentence, sentenceText } from "../../../../server/core/reasoning/explanations/sentence.ts";
import { computeLikelihoods } from "../../../../server/core/reasoning/likelihood/likelihood.ts";
import { standingsWithout } from "../../../../server/core/reasoning/sensitivity/withoutEntry.ts";
import { entryLabel } from "../../../../server/core/reasoning/tables/labels.ts";
import { words as english } from "../../../../server/core/reasoning/words/enWords.ts";
import { loadWeighingWords } from "../../../../server/core/reasoning/words/loadWords.ts";
import { displayLanguages } from "../../../../server/core/strings/displayLanguage.ts";
import { argumentOf } from "../../../support/reasoning/argumentFixture.ts";

/** All phrases of a catalog, by their path. A phrase for one entry that is left out is that for several. */
function phrasesOf(value: object, path = ""): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(value).flatMap(
      ([key, part]: [string, unknown]) =>
        typeof part === "string"
          ? [[`${path}${key}`, part] as const]
          : [...phrasesOf(part as object, `${path}${key}.`)], // A catalog has only strings and objects of strings.
    ),
  );
}
const placeholders = (phrase: string): readonly string[] => (phrase.match(/\{\w+\}/g) ?? []).sort();

test.each(displayLanguages)("each phrase in %s has the same values as in English", async (language) => {
  const words = await loadWeighingWords(language);
  const phrases = phrasesOf(words);
  expect(words.language).toBe(language);
  for (const [path, phrase] of phrasesOf(english)) {
    if (path === "language") continue;
    const translated = phrases.get(path) ?? phrases.get(path.replace(/\.one$/, ".other")) ?? "";
    expect(translated.length, path).toBeGreaterThan(0);
    expect(placeholders(translated), path).toEqual(placeholders(phrase));
  }
});

test("the page calls the tables as their titles do", async () => {
  for (const [language, messages] of Object.entries({ en, de, es, fr, zh })) {
    expect((await loadWeighingWords(language)).tables.titles, language).toEqual(messages.tables.kinds);
  }
});

test("an entry without a text is named by its kind, in each language", async () => {
  const { entries } = argumentOf("claim:\n  reason: It works.\n").argument;
  const claim = entries.find((entry) => entry?.head.keyword === "claim");
  const labels = await Promise.all(
    ["en", "de", "es", "fr", "zh"].map(
      async (language) => claim && entryLabel(claim, await loadWeighingWords(language)),
    ),
  );
  expect(labels).toEqual([
    "Claim (unwritten)",
    "These (ohne Text)",
    "Tesis (sin texto)",
    "Thèse (sans texte)",
    "主张（没有文字）",
  ]);
});

test("a language without words has those in English", async () => {
  const tags = ["pt", "not a tag", "zh-Hant", undefined];
  const found = await Promise.all(tags.map((tag) => loadWeighingWords(tag)));
  expect(found.map(({ language }) => language)).toEqual(["en", "en", "en", "en"]);
});

const map = `
  claim keep: The charge should stay.
    reason air: The air got cleaner.
      strength: strong
      premise less: There is less nitrogen dioxide.
      premise healthy: That is healthy.
        likelihood: likely
    objection trade: The shops lost customers.
      strength: weak
`;
const text = (sentence: Sentence): string => sentenceText(sentence, ({ head }) => `<${head.name?.text ?? "?"}>`);

/** What is said about the map above: its claim, its objection, and how likely its reason is. */
async function sentencesIn(language: string): Promise<readonly (string | undefined)[]> {
  const words = await loadWeighingWords(language);
  const { argument, standings, entry } = argumentOf(map);
  const likelihoods = computeLikelihoods(argument.framework, standings.suppositions);
  const likelihood = explainLikelihood(argument, likelihoods, entry("air"), words);
  const standing = (name: string): string =>
    text(explainEntry(argument, standings, entry(name), words)?.sentence ?? []);
  return [
    standing("keep"),
    standing("trade"),
    likelihood && text(likelihood),
    ...standingsWithout(argument, standings, entry("air"), words).map(text),
  ];
}

describe("the sentences of a map", () => {
  test.each([
    [
      "en",
      [
        "It stands because the reason <air> stands and is stronger than the objection <trade> (strong against weak).",
        "It stands because nobody objects to it, but the reason <air> for <keep> is stronger.",
        "It has a roughly even chance (54%): it rests on <healthy> (68%) and its strength is “strong” (80%).",
        "Without it, <keep> would fall.",
      ],
    ],
    [
      "de",
      [
        "Das hat Bestand, weil der Grund <air> Bestand hat und stärker ist als der Einwand <trade> (stark gegenüber schwach).",
        "Das hat Bestand, weil niemand etwas dagegen einwendet, aber der Grund <air> für <keep> ist stärker.",
        "Das ist so wahrscheinlich wie sein Gegenteil (54\u00a0%): es beruht auf <healthy> (68\u00a0%) und die Stärke ist „stark“ (80\u00a0%).",
        "Ohne das fiele <keep>.",
      ],
    ],
    [
      "es",
      [
        "Se sostiene porque la razón <air> se sostiene y es más fuerte que la objeción <trade> (fuerte frente a débil).",
        "Se sostiene porque nadie le opone una objeción, pero la razón <air> a favor de <keep> es más fuerte.",
        "Es tan probable como improbable (54\u00a0%): se apoya en <healthy> (68\u00a0%) y su fuerza es «fuerte» (80\u00a0%).",
        "Sin ello, <keep> caería.",
      ],
    ],
    [
      "fr",
      [
        "Cela tient, car la raison <air> tient et est plus forte que l’objection <trade> (force grande contre faible).",
        "Cela tient, car personne n’y objecte, mais la raison <air> pour <keep> est plus forte.",
        "Il y a environ une chance sur deux (54\u202f%)\u00a0: cela repose sur <healthy> (68\u202f%) et sa force est «\u00a0grande\u00a0» (80\u202f%).",
        "Sans cela, <keep> tomberait.",
      ],
    ],
    [
      "zh",
      [
        "此项成立，因为理由<air>成立，它强于反对<trade>（强对弱）。",
        "此项成立，因为无人反对，但是支持<keep>的理由<air>更强。",
        "此项的可能性各半（54%）：它依据<healthy>（68%），其强度为“强”（80%）。",
        "若无此项，<keep>不成立。",
      ],
    ],
  ])("in %s", async (language, sentences) => {
    expect(await sentencesIn(language)).toEqual(sentences);
  });
});

test.each([
  ["en", "likely (72%, undecided 10%)", "≈ very likely 88%", "≈ 72% · ? 10%"],
  [
    "de",
    "wahrscheinlich (72\u00a0%, unentschieden 10\u00a0%)",
    "≈ sehr wahrscheinlich 88\u00a0%",
    "≈ 72\u00a0% · ? 10\u00a0%",
  ],
  ["es", "probable (72\u00a0%, sin decidir 10\u00a0%)", "≈ muy probable 88\u00a0%", "≈ 72\u00a0% · ? 10\u00a0%"],
  ["fr", "probable (72\u202f%, indécis 10\u202f%)", "≈ très probable 88\u202f%", "≈ 72\u202f% · ? 10\u202f%"],
  ["zh", "可能（72%，未定 10%）", "≈ 很可能 88%", "≈ 72% · ? 10%"],
])("likelihoods in %s are %s, and %s or %s on a card", async (language, label, badge, openBadge) => {
  const words = await loadWeighingWords(language);
  expect(likelihoodLabel(0.72, 0.1, words)).toBe(label);
  expect([likelihoodBadge(0.88, 0, words), likelihoodBadge(0.72, 0.1, words)]).toEqual([badge, openBadge]);
});

test("a likelihood that the map states is in the words of the language, and a percentage as they write it", async () => {
  const { argument, standings, entry } = argumentOf(
    "claim a: A.\n  likelihood: very-likely\nclaim b: B.\n  likelihood: 70%\n",
  );
  const words = await loadWeighingWords("de");
  const sentence = (name: string): string =>
    text(explainEntry(argument, standings, entry(name), words)?.sentence ?? []);
  expect(sentence("a")).toBe("Das hat Bestand, weil die Karte dafür „sehr wahrscheinlich“ (88\u00a0%) angibt.");
  expect(sentence("b")).toBe("Das hat Bestand, weil die Karte dafür 70\u00a0% angibt.");
});
