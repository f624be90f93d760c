/** The templates of new maps. They are snippets too, so that they can be typed into an empty map. */
import snippets from "../snippets/argmap.json" with { type: "json" };

export interface MapTemplate {
  readonly label: string;
  readonly detail: string;
  /** A codicon. */
  readonly icon: string;
  /** Whether the map is about one article, whose source is filled in if the article is known. */
  readonly isOfArticle: boolean;
  /** The text in VS Code's snippet syntax. Its first placeholder is the title of the map. */
  readonly snippet: string;
}

const template = (label: keyof typeof snippets, icon: string): MapTemplate => {
  const { description, body } = snippets[label];
  return {
    label,
    detail: description,
    icon,
    isOfArticle: label === "Article and its speakers",
    snippet: body.join("\n"),
  };
};

/** The templates in the order in which they are offered, the simplest first. */
export const templates: readonly MapTemplate[] = [
  template("Pro and con", "list-tree"),
  template("Article and its speakers", "quote"),
  template("Competing answers", "question"),
  template("Premises and conclusion", "combine"),
];

/** The snippet with the title filled in, if there is one. */
export const withTitle = (snippet: string, title: string): string =>
  title === "" ? snippet : snippet.replace(/\$\{1:Title\}/, () => escapeSnippet(title));

/** The part of the template of an article from its speakers on, with the name of the source filled in. */
export const speakersPart = (snippet: string, source: string): string =>
  snippet.slice(snippet.indexOf("speaker ")).replaceAll(/\$\{2:article\}/g, () => escapeSnippet(source));

/** Escapes what has a meaning in a snippet. */
export const escapeSnippet = (text: string): string => text.replaceAll(/[\\$}]/g, "\\$&");

/** The text of a template as it is before anything is filled in. */
export const plainText = (snippet: string): string =>
  snippet.replaceAll(/\$\{\d+:([^}]*)\}/g, "$1").replaceAll(/\$\d+/g, "");

/** The file name for a title: its words, without what file systems forbid. `map` if none is left. */
export function fileNameFor(title: string): string {
  const words =
    title
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let name = "";
  for (const word of words) {
    const longer = name === "" ? word : `${name}-${word}`;
    if (longer.length > MAX_NAME_LENGTH && name !== "") break;
    name = longer.slice(0, MAX_NAME_LENGTH);
  }
  return name || "map";
}

const MAX_NAME_LENGTH = 40;
