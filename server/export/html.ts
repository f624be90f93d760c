/** A map as one page that keeps being explored, with no network and no editor. */

import { createHash } from "node:crypto";
import { escapeXml } from "../core/text/escapeXml.ts";
import type { CardQuote, Tree } from "../core/tree/tree.ts";

export interface HtmlPageOptions {
  /** The page's own script and style sheet. */
  readonly script: string;
  readonly style: string;
  readonly tree: Tree;
  /** How the page was left when it was exported. */
  readonly left: unknown;
}

/** The document. Its policy lets nothing run or load but what is in it. */
export function standaloneHtml({ script, style, tree, left }: HtmlPageOptions): string {
  const [code, sheet] = [
    script.replaceAll(/<\/(script)/gi, "<\\/$1").replaceAll("<!--", "<\\!--"),
    style.replaceAll("</", "<\\/"),
  ];
  const policy = [
    "default-src 'none'",
    `script-src '${hash(code)}'`,
    `style-src '${hash(sheet)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(tree.title ?? "Argument map")}</title>
<style>${sheet}</style>
</head>
<body>
<div id="root"></div>
<script type="application/json" id="map">${json({ tree: withoutQuoteLinks(tree), left })}</script>
<script>${code}</script>
</body>
</html>
`;
}

/** What a policy knows a script or style sheet by. */
const hash = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** JSON that no reader of HTML takes for anything else. */
const json = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** A quote's link is for the editor on this machine, and may tell of its folders. */
const withoutQuoteLinks = (tree: Tree): Tree => ({
  ...tree,
  cards: tree.cards.map((card) => ({ ...card, quotes: card.quotes.map(withoutLink) })),
});
const withoutLink = ({ text, source, page }: CardQuote): CardQuote => ({ text, source, page });
