/** Detects the language of a picture, which screen readers need. */
import type { Picture } from "../../core/picture/model.ts";

/** Scripts that are used by one language only, or mainly. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Devanagari}/gu, "hi"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Greek}/gu, "el"],
];

/** Returns the language tag of the map, or else of the language whose script makes up most of the text, or else `en`. */
export function detectLanguage({ language, cards }: Picture): string {
  if (language !== undefined) return language;
  const text = cards.map(({ layout }) => layout.card.text).join(" ");
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const found = scripts.find(([script]) => (text.match(script)?.length ?? 0) * 2 > letters);
  const isJapanese = found?.[1] === "zh" && /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  return isJapanese ? "ja" : (found?.[1] ?? "en");
}
