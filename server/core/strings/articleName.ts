/** The extensions of files that maps can quote. */
const ARTICLE_NAME = /\.(txt|md|markdown|html?|xhtml|vtt|srt|docx|docm|odt|ott|epub|eml|mht|mhtml|pdf)$/i;
/** Files about the folder itself, which nobody maps. */
const ABOUT_FOLDER = /^(readme|license|licence|changelog|contributing|notice)\b/i;

/** Whether a file could be an article, by its name. */
export const isArticleName = (name: string): boolean => ARTICLE_NAME.test(name) && !ABOUT_FOLDER.test(name);
