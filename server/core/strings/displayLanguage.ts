/** Chooses one of the languages that pictures and the page have words in. */

/** The languages, by their primary language subtag. */
export const displayLanguages = ["en", "de", "zh", "fr", "es"] as const;
export type DisplayLanguage = (typeof displayLanguages)[number];

/** Returns the language for a language tag, such as `de` for `de-AT`; English if there are no words in its language. */
export function displayLanguage(tag: string): DisplayLanguage {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    // The Chinese words are in simplified characters.
    if (language === "zh" && script !== "Hans") return "en";
    return displayLanguages.find((one) => one === language) ?? "en";
  } catch {
    // The tag is not well formed. In a map, a check reports that.
    return "en";
  }
}

/**
 * Returns the script that the page of a language needs before its own, as a path in the folder of the page: `messages/de.js`.
 * Undefined for English, whose messages are in the page itself.
 */
export function messagesScript(tag: string): string | undefined {
  const language = displayLanguage(tag);
  return language === "en" ? undefined : `messages/${language}.js`;
}
