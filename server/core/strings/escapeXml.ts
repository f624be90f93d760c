const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Characters that XML 1.0 and HTML cannot contain, even escaped: controls, unpaired surrogates, two noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const invalidCharacters = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Escapes text for the content and the attributes of SVG and HTML. All text of a map enters markup through this function.
 * Characters that markup cannot contain become U+FFFD.
 */
export function escapeXml(text: string): string {
  return withoutInvalidCharacters(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Replaces the characters that XML and HTML cannot contain, for libraries that escape the others. */
export const withoutInvalidCharacters = (text: string): string => text.replace(invalidCharacters, "\ufffd");
