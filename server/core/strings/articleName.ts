/** The names of files that maps can quote. */

/** The extensions of texts, which editors show as they are. */
const TEXT_EXTENSIONS = ["txt", "md", "markdown", "html", "htm", "xhtml", "vtt", "srt"];

/** The extensions of documents, which editors cannot show as text. */
export const documentExtensions: readonly string[] = [
  "docx",
  "docm",
  "odt",
  "ott",
  "epub",
  "eml",
  "mht",
  "mhtml",
  "pdf",
];

/** The extensions of all files that maps can quote. */
export const articleExtensions: readonly string[] = [...TEXT_EXTENSIONS, ...documentExtensions];

/** Files about the folder itself, which nobody maps. */
const ABOUT_FOLDER = /^(readme|license|licence|changelog|contributing|notice)\b/i;

/** Whether a file could be an article, by its name. */
export const isArticleName = (name: string): boolean =>
  hasExtension(name, articleExtensions) && !ABOUT_FOLDER.test(name);

/** Whether a file is a document that editors cannot show as text, by its name. */
export const isDocumentName = (name: string): boolean => hasExtension(name, documentExtensions);

const hasExtension = (name: string, extensions: readonly string[]): boolean =>
  extensions.includes(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "");

/** Returns a glob for all files with one of these extensions, in upper or lower case. */
export const globOf = (extensions: readonly string[]): string =>
  `**/*.{${extensions.map((one) => [...one].map((letter) => `[${letter}${letter.toUpperCase()}]`).join("")).join(",")}}`;
