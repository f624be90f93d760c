/** Exports a map as a standalone HTML page that works without network and editor. */

import { pictureWords } from "../core/picture/words/languages.ts";
import { bytesToBase64 } from "../core/strings/base64.ts";
import { messagesScript } from "../core/strings/displayLanguage.ts";
import { escapeXml } from "../core/strings/escapeXml.ts";
import type { CardQuote, Tree } from "../core/tree/tree.ts";
import type { ExportedView } from "../protocol/export.ts";

/** The content of the page. */
export interface HtmlPageOptions {
  /** The scripts of the preview page, in the order in which they run: its messages, unless they are English, and the page. */
  readonly scripts: readonly string[];
  /** The style sheet of the preview page. */
  readonly style: string;
  readonly tree: Tree;
  /** The saved view of the page; only the page can interpret it. */
  readonly savedView: unknown;
  /** What stands in the map, and why; undefined if the page cannot show it. */
  readonly weighing: ExportedView["weighing"];
  /** Whether the page shows the title of the map, with author, date and sources. Its tab always shows the title. */
  readonly hasHeading: boolean;
}

/**
 * Returns the HTML document of a view.
 *
 * @param readPart returns the content of a file of the built page, by its name
 */
export async function htmlFile(
  { wholeTree: tree, savedView, weighing, title: hasHeading }: ExportedView,
  readPart: (name: string) => Promise<string>,
): Promise<string> {
  const messages = messagesScript(tree.language ?? "");
  const [style = "", ...scripts] = await Promise.all(
    ["page.css", ...(messages === undefined ? [] : [messages]), "page.js"].map(readPart),
  );
  return standaloneHtml({ scripts, style, tree, savedView, weighing, hasHeading });
}

/** Returns the HTML document. Its content security policy forbids everything that it does not contain. */
export async function standaloneHtml({
  scripts,
  style,
  tree,
  savedView,
  weighing,
  hasHeading,
}: HtmlPageOptions): Promise<string> {
  const [code, sheet] = [
    scripts
      .join("\n")
      .replaceAll(/<\/(script)/gi, "<\\/$1")
      .replaceAll("<!--", "<\\!--"),
    style.replaceAll("</", "<\\/"),
  ];
  const policy = [
    "default-src 'none'",
    `script-src '${await hash(code)}'`,
    `style-src '${await hash(sheet)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${pictureWords(tree.language).language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(tree.title ?? pictureWords(tree.language).untitled)}</title>
<style>${sheet}</style>
</head>
<body${hasHeading ? "" : ' class="is-without-heading"'}>
<div id="root"></div>
<script type="application/json" id="map">${json({ tree: withoutQuoteLinks(tree), savedView, weighing })}</script>
<script>${code}</script>
</body>
</html>
`;
}

/** Returns the hash source of a script or style sheet for the content security policy. */
async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${bytesToBase64(new Uint8Array(digest))}`;
}

/** Returns JSON that is safe inside a script element. */
const json = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Links of quotes work only in the editor on this machine, and may reveal the names of its folders. */
const withoutQuoteLinks = (tree: Tree): Tree => ({
  ...tree,
  cards: tree.cards.map((card) => ({ ...card, quotes: card.quotes.map(withoutLink) })),
});
const withoutLink = ({ text, source, page }: CardQuote): CardQuote => ({ text, source, page });
