/** The two ways in which a client takes a longer text. What a map says goes through `text` and is never markup. */

/** How a text is marked up. */
export interface Markup {
  readonly kind: "markdown" | "plaintext";
  /** Words of a map, or any others that are to be read as they are. */
  readonly text: (words: string) => string;
  readonly strong: (words: string) => string;
  /** Something as it is typed in a map. */
  readonly code: (words: string) => string;
  readonly blockquote: (words: string) => string;
  /** Words among those around them, all on one line. */
  readonly passage: (before: string, words: string, after: string) => string;
  readonly link: (words: string, href: string) => string;
  /** A line of a list. */
  readonly listItem: (marked: string) => string;
  /** A stretch on its own, of code of the language. */
  readonly codeBlock: (words: string) => string;
}

export const markdown: Markup = {
  kind: "markdown",
  text: escapeMarkdown,
  strong: (words) => `**${escapeMarkdown(words)}**`,
  code: (words) => `\`${words.replaceAll("`", "ˋ")}\``,
  blockquote: (words) => `> ${escapeMarkdown(words).replaceAll("\n", "\n> ")}`,
  passage: (before, words, after) => `> ${escapeInline(before)}${bold(words)}${escapeInline(after)}`,
  link: (words, href) => `[${escapeMarkdown(words)}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`,
  listItem: (marked) => `- ${marked}`,
  codeBlock: (words) => `\`\`\`argmap\n${words.replaceAll("`", "ˋ")}\n\`\`\``,
};

export const plaintext: Markup = {
  kind: "plaintext",
  text: (words) => words,
  strong: (words) => words,
  code: (words) => words,
  blockquote: (words) => `“${words}”`,
  passage: (before, words, after) => `“${before}[${words}]${after}”`,
  link: (words, href) => `${words}: ${href}`,
  listItem: (marked) => `- ${marked}`,
  codeBlock: (words) => words,
};

/** A piece of a line as Markdown, the white space at its ends kept. */
function escapeInline(text: string): string {
  const trimmed = text.trim();
  const at = text.indexOf(trimmed);
  return trimmed === "" ? text : text.slice(0, at) + escapeMarkdown(trimmed) + text.slice(at + trimmed.length);
}

/** From the first letter or digit to the last. */
const FIRST_TO_LAST_LETTER = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su;

/**
 * Words in bold. Stars count as marks only where they stand beside a letter, whatever stands on their other side: quotation
 * marks and full stops at the ends are left outside.
 */
function bold(text: string): string {
  const found = FIRST_TO_LAST_LETTER.exec(text);
  if (found === null) return escapeInline(text);
  const [emphasised] = found;
  const after = text.slice(found.index + emphasised.length);
  return `${escapeInline(text.slice(0, found.index))}**${escapeMarkdown(emphasised)}**${escapeInline(after)}`;
}

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
