/** The two ways in which a client takes a longer text. What a map says goes through `text` and is never markup. */

/** How a text is marked up. */
export interface Markup {
  readonly kind: "markdown" | "plaintext";
  /** Words of a map, or any others that are to be read as they are. */
  readonly text: (words: string) => string;
  readonly strong: (words: string) => string;
  /** Something as it is typed in a map. */
  readonly typed: (words: string) => string;
  readonly quoted: (words: string) => string;
  readonly link: (words: string, href: string) => string;
  /** A line of a list. */
  readonly item: (marked: string) => string;
  /** A stretch on its own, of code of the language. */
  readonly block: (words: string) => string;
}

export const markdown: Markup = {
  kind: "markdown",
  text: escapeMarkdown,
  strong: (words) => `**${escapeMarkdown(words)}**`,
  typed: (words) => `\`${words.replaceAll("`", "ˋ")}\``,
  quoted: (words) => `> ${escapeMarkdown(words).replaceAll("\n", "\n> ")}`,
  link: (words, href) => `[${escapeMarkdown(words)}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`,
  item: (marked) => `- ${marked}`,
  block: (words) => `\`\`\`argmap\n${words.replaceAll("`", "ˋ")}\n\`\`\``,
};

export const plaintext: Markup = {
  kind: "plaintext",
  text: (words) => words,
  strong: (words) => words,
  typed: (words) => words,
  quoted: (words) => `“${words}”`,
  link: (words, href) => `${words}: ${href}`,
  item: (marked) => `- ${marked}`,
  block: (words) => words,
};

/**
 * Text as Markdown that shows just this text: no emphasis, link, picture, list, code, HTML or entity comes of it, nor
 * what GitHub's dialect makes into a link by itself. Full stops, commas and brackets stay as they are, so that clients
 * that show Markdown unread show it readable.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*_{}[\]<>#|~&$@]/g, "\\$&")
      // Addresses become links by themselves where `http://` or `www.` can be seen.
      .replace(/:(?=\/\/)/g, "\\:")
      .replace(/(?:mailto|xmpp):/gi, (scheme) => `${scheme.slice(0, -1)}\\:`)
      .replace(/(www)\./gi, "$1\\.")
      // What makes a list, a rule or a heading does so at the beginning of a line only.
      .replace(/^([^\S\n]*)([-+=:])/gm, "$1\\$2")
      .replace(/^([^\S\n]*\d+)([.)])/gm, "$1\\$2")
      .replace(/^[^\S\n]+/gm, "")
  );
}
