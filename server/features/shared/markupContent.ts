/**
 * LSP markup content, as Markdown or plain text. All text from a map goes through `Markup.text` or another function that
 * escapes it, so that it never becomes markup.
 */
import { escapeMarkdown } from "../../core/strings/escapeMarkdown.ts";
import { type Mark, readInlineMarkup, withoutMarkup } from "../../core/strings/inlineMarkup.ts";

/** Functions that write one kind of markup. All but `listItem` take unescaped text. */
export interface Markup {
  readonly kind: "markdown" | "plaintext";
  /** Text to be shown as it is. */
  readonly text: (text: string) => string;
  /** The text of an entry, with its emphasis, code and links. */
  readonly entryText: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly code: (text: string) => string;
  readonly blockquote: (text: string) => string;
  /** A quotation on one line, with one part of it emphasized. */
  readonly passage: (before: string, emphasized: string, after: string) => string;
  readonly link: (text: string, href: string) => string;
  /** A list item, from content that is markup already. */
  readonly listItem: (content: string) => string;
  /** A block of Argmap code. */
  readonly codeBlock: (code: string) => string;
}

/** Markdown as VS Code and other clients render it. */
export const markdown: Markup = {
  kind: "markdown",
  text: escapeMarkdown,
  entryText: toMarkdown,
  strong: (text) => `**${escapeMarkdown(text)}**`,
  code: (text) => `\`${text.replaceAll("`", "ˋ")}\``,
  blockquote: (text) => `> ${escapeMarkdown(text).replaceAll("\n", "\n> ")}`,
  passage: (before, emphasized, after) => `> ${escapeInline(before)}${bold(emphasized)}${escapeInline(after)}`,
  link: (text, href) => `[${escapeMarkdown(text)}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`,
  listItem: (content) => `- ${content}`,
  codeBlock: (code) => `\`\`\`argmap\n${code.replaceAll("`", "ˋ")}\n\`\`\``,
};

/** Plain text, for clients that do not render Markdown. */
export const plaintext: Markup = {
  kind: "plaintext",
  text: (text) => text,
  entryText: withoutMarkup,
  strong: (text) => text,
  code: (text) => text,
  blockquote: (text) => `“${text}”`,
  passage: (before, emphasized, after) => `“${before}[${emphasized}]${after}”`,
  link: (text, href) => `${text}: ${href}`,
  listItem: (content) => `- ${content}`,
  codeBlock: (code) => code,
};

/** Escapes part of a line, keeping the white space at both ends. */
function escapeInline(text: string): string {
  const trimmed = text.trim();
  const at = text.indexOf(trimmed);
  return trimmed === "" ? text : text.slice(0, at) + escapeMarkdown(trimmed) + text.slice(at + trimmed.length);
}

/** Matches from the first letter or digit to the last. */
const FIRST_TO_LAST_LETTER = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su;

/**
 * Bold text. CommonMark recognizes `**` beside punctuation only in some contexts, so punctuation at either end stays
 * outside the asterisks.
 */
const bold = (text: string): string => emphasized(text, "**");

function emphasized(text: string, mark: "*" | "**"): string {
  const found = FIRST_TO_LAST_LETTER.exec(text);
  if (found === null) return escapeInline(text);
  const [words] = found;
  const after = text.slice(found.index + words.length);
  return `${escapeInline(text.slice(0, found.index))}${mark}${escapeMarkdown(words)}${mark}${escapeInline(after)}`;
}

/** Writes the text of an entry with its marks, each as Markdown of its own: nothing else in the text becomes markup. */
function toMarkdown(source: string): string {
  const { text, marks } = readInlineMarkup(source);
  if (marks.length === 0) return escapeMarkdown(text);
  const borders = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return borders
    .slice(1)
    .map((end, index) => {
      const start = borders[index] ?? 0;
      return partToMarkdown(
        text.slice(start, end),
        marks.filter((mark) => mark.start <= start && end <= mark.end),
      );
    })
    .join("");
}

/** Writes a part of a text whose words all have the same marks. A link or code keeps no further mark. */
function partToMarkdown(text: string, marks: readonly Mark[]): string {
  const has = (kind: Mark["kind"]): boolean => marks.some((mark) => mark.kind === kind);
  const href = marks.find((mark) => mark.kind === "link")?.href;
  if (href !== undefined) return markdown.link(text, href);
  if (has("code")) return markdown.code(text);
  if (has("strong")) return emphasized(text, "**");
  return has("emphasis") ? emphasized(text, "*") : escapeInline(text);
}
