/** The pages of the documents in `docs/`, and the page that lists them. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { escapeXml } from "../../server/core/strings/escapeXml.ts";
import { type PageHeading, type RenderedDocument, renderDocument } from "./markdown.ts";
import { relativeLink, type SitePage } from "./page.ts";
import { sitePath } from "./sitePaths.ts";

/** The order in which the documents are listed. A document that is missing here comes last. */
const groups: readonly { readonly title: string; readonly names: readonly string[] }[] = [
  { title: "Learn", names: ["language", "sources", "weighing", "reference"] },
  { title: "Use", names: ["editors", "export", "formats", "corpora", "command-line", "assistants"] },
  { title: "Build", names: ["library", "web-pages"] },
];

interface Document extends RenderedDocument {
  readonly path: string;
  readonly name: string;
}

/** Returns the pages of all documents, and of their list. */
export function documentPages(root: string): readonly SitePage[] {
  const documents = globSync("docs/*.md", { cwd: root })
    .sort()
    .map((source): Document => {
      const path = source.replaceAll("\\", "/");
      const rendered = renderDocument(path, readFileSync(join(root, path), "utf8"));
      return { ...rendered, path: sitePath(path), name: basename(path, ".md") };
    });
  const listed = groupDocuments(documents);
  return [listPage(listed), ...documents.map((document) => documentPage(document, listed))];
}

type DocumentGroup = { readonly title: string; readonly documents: readonly Document[] };

function groupDocuments(documents: readonly Document[]): readonly DocumentGroup[] {
  const known = new Set(groups.flatMap(({ names }) => names));
  const others = documents.filter(({ name }) => !known.has(name));
  const grouped = groups.map(({ title, names }) => ({
    title,
    documents: names.flatMap((name) => documents.filter((document) => document.name === name)),
  }));
  return others.length === 0 ? grouped : [...grouped, { title: "More", documents: others }];
}

const LIST = "docs/index.html";

const listPage = (listed: readonly DocumentGroup[]): SitePage => ({
  path: LIST,
  title: "Documents – Argmap",
  description: "All documents of Argmap: the language, its reference, mapping and weighing, formats, and the library.",
  section: "documents",
  content: `<main id="content" class="page prose" tabindex="-1">
<h1>Documents</h1>
${listed
  .map(
    ({ title, documents }) => `<h2>${title}</h2>
<ul class="cards">${documents
      .map(
        (document) =>
          `<li><a href="${relativeLink(LIST, document.path)}">${escapeXml(document.title)}</a><p>${escapeXml(
            firstSentence(document.description),
          )}</p></li>`,
      )
      .join("")}</ul>`,
  )
  .join("\n")}
</main>`,
});

const documentPage = (document: Document, listed: readonly DocumentGroup[]): SitePage => ({
  path: document.path,
  title: `${document.title} – Argmap`,
  description: firstSentence(document.description),
  section: "documents",
  head: document.html.includes("<argument-map>") ? `<script type="module" src="../element.js"></script>\n` : "",
  content: `<div class="document">
<nav class="documents" aria-label="Documents">${listed
    .map(
      ({ title, documents }) =>
        `<h2>${title}</h2><ul>${documents
          .map(({ path, title: name }) => {
            const mark = path === document.path ? ' aria-current="page"' : "";
            return `<li><a href="${relativeLink(document.path, path)}"${mark}>${escapeXml(name)}</a></li>`;
          })
          .join("")}</ul>`,
    )
    .join("")}</nav>
<main id="content" class="prose" tabindex="-1">
${withContents(document)}</main>
<aside class="contents">${contentsHtml(document.headings, "On this page, beside the text")}</aside>
</div>`,
});

/** Returns the text of a document with its contents below the title, for narrow windows. */
function withContents({ html, headings }: Document): string {
  const end = html.indexOf("</h1>") + "</h1>".length;
  const contents = `<details class="contents"><summary>On this page</summary>${contentsHtml(headings, "On this page")}</details>`;
  return html.slice(0, end) + (end < "</h1>".length ? "" : contents) + html.slice(end);
}

/** Returns the links to the sections of a document, and to those below them if that is not too long. */
function contentsHtml(headings: readonly PageHeading[], label: string): string {
  const shown = headings.filter(({ level }) => level === 2 || level === 3);
  const items = shown.map(
    ({ level, text, anchor }) => `<li class="level-${level}"><a href="#${anchor}">${escapeXml(text)}</a></li>`,
  );
  return shown.length === 0 ? "" : `<nav aria-label="${label}"><h2>On this page</h2><ul>${items.join("")}</ul></nav>`;
}

const firstSentence = (text: string): string => (/^.*?[.!?](?= |$)/.exec(text)?.[0] ?? text).replace(/:$/, ".");
