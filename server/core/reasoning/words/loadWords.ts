/** Finds the words of a language, which are loaded when they are first used. */
import { type DisplayLanguage, displayLanguage } from "../../strings/displayLanguage.ts";
import type { WeighingWords } from "./weighingWords.ts";

const loaders: Readonly<Record<DisplayLanguage, () => Promise<{ readonly words: WeighingWords }>>> = {
  en: () => import("./enWords.ts"),
  de: () => import("./deWords.ts"),
  es: () => import("./esWords.ts"),
  fr: () => import("./frWords.ts"),
  zh: () => import("./zhWords.ts"),
};

/** Returns the words for a language tag; those in English if there are none in its language. */
export const loadWeighingWords = async (tag = "en"): Promise<WeighingWords> =>
  (await loaders[displayLanguage(tag)]()).words;
