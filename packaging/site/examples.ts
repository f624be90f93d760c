/** The page of the examples: each map with its picture and a link into the playground. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderDocument } from "./markdown.ts";
import { relativeLink, type SitePage } from "./page.ts";
import { playgroundLink } from "./playgroundLink.ts";

const PAGE = "examples/index.html";

/** Returns the page that lists the examples. */
export function examplesPage(root: string): SitePage {
  const { html, title, description } = renderDocument(
    "examples/README.md",
    readFileSync(join(root, "examples/README.md"), "utf8"),
  );
  return {
    path: PAGE,
    title: `${title} – Argmap`,
    description: `${title}: maps of articles and of public debates. ${description}`,
    section: "examples",
    content: `<main id="content" class="page prose" tabindex="-1">
${html.replaceAll(/<a href="([\w/-]+\.argmap)">.*?<\/a>/g, (link, map: string) => link + openLink(root, map))}</main>`,
  };
}

/** A map in several files cannot be in an address, so it has no link into the playground. */
function openLink(root: string, path: string): string {
  const map = readFileSync(join(root, "examples", path), "utf8");
  if (/^import:/m.test(map)) return "";
  return `<br><a class="open" href="${relativeLink(PAGE, playgroundLink(map))}">Open in the playground</a>`;
}
