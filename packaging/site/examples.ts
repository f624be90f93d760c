/** The page of the examples: a card for each map, with a link into the playground. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MapFile, mapLanguage, mapTitle } from "../../server/core/language/map.ts";
import { escapeXml } from "../../server/core/strings/escapeXml.ts";
import { renderDocument } from "./markdown.ts";
import { relativeLink, type SitePage } from "./page.ts";

const PAGE = "examples/index.html";

/** Returns the page that lists the examples. */
export function examplesPage(root: string): SitePage {
  const { html, title } = renderDocument("examples/README.md", readFileSync(join(root, "examples/README.md"), "utf8"));
  return {
    path: PAGE,
    title: `${title} – Argmap`,
    description:
      "Argument maps to look at and to change: of whole articles, of public debates, and of decisions to weigh.",
    section: "examples",
    content: `<main id="content" class="page prose" tabindex="-1">\n${tablesToCards(root, html)}</main>`,
  };
}

/** A table of maps, as README.md has them, and a row of it. */
const table = /<div class="table" tabindex="0"><table>.*?<tbody>(.*?)<\/tbody>.*?<\/div>/gs;
const row = /<tr>\s*<td><a href="([^"]*\.argmap)">.*?<\/a><\/td>\s*<td>(.*?)<\/td>\s*<\/tr>/gs;

/** Returns the page with lists of cards instead of tables, which have no room on a phone. */
const tablesToCards = (root: string, html: string): string =>
  html.replaceAll(table, (_, rows: string) => {
    const cards = rows.replaceAll(row, (_row, path: string, words: string) => cardHtml(root, path, words));
    return `<ul class="cards">${cards}</ul>`;
  });

/** The playground loads an example by its name, with the articles and the maps that it needs. */
function cardHtml(root: string, path: string, words: string): string {
  const text = readFileSync(join(root, "examples", path), "utf8");
  const map = new MapFile(path, text);
  const open = `<a class="open" href="${relativeLink(PAGE, `playground/index.html#example=${path}`)}">Open in the playground</a>`;
  const links = [open, `<a href="${path}" download>Download</a>`];
  const language = mapLanguage(map);
  const heading = `<h2${language ? ` lang="${escapeXml(language)}"` : ""}>${escapeXml(mapTitle(map) ?? path)}</h2>`;
  return `<li class="several">${heading}<p>${words}.</p><p class="links">${links.join("")}</p></li>\n`;
}
