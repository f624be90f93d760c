/** Renders the documents: with anchors, links between the pages of the site, and maps beside their text. */
import MarkdownIt from "markdown-it";
import { escapeXml } from "../../server/core/strings/escapeXml.ts";
import { isMapFence } from "../../server/markdown/mapFence.ts";
import { renderHtml } from "../../server/markdown/renderHtml.ts";
import { relativeLink } from "./page.ts";
import { playgroundLink } from "./playgroundLink.ts";
import { linkTarget, sitePath } from "./sitePaths.ts";

export interface PageHeading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}

export interface RenderedDocument {
  readonly title: string;
  /** The first paragraph as plain text. */
  readonly description: string;
  readonly headings: readonly PageHeading[];
  readonly html: string;
}

/** Renders a document. `path` is its path in the project. */
export function renderDocument(path: string, text: string): RenderedDocument {
  const page = sitePath(path);
  const markdown = new MarkdownIt({ linkify: false });
  const tokens = markdown.parse(text, {});
  const headings: PageHeading[] = [];
  const anchors = new Anchors();
  for (const [index, token] of tokens.entries()) {
    if (token.type === "heading_open") {
      const words = plainText(tokens[index + 1]?.children ?? []);
      const heading = { level: Number(token.tag.slice(1)), text: words, anchor: anchors.create(words) };
      headings.push(heading);
      token.attrSet("id", heading.anchor);
    }
    // The corner of a table heads nothing.
    if (token.type.startsWith("th_") && tokens[index + (token.nesting === 1 ? 1 : -1)]?.content === "")
      token.tag = "td";
    // The policy of the pages forbids inline styles.
    const [, side] = /^text-align:(\w+)$/.exec(`${token.attrGet("style") ?? ""}`) ?? [];
    if (side !== undefined) token.attrs = [["class", `align-${side}`]];
    for (const child of token.children ?? []) {
      const name = child.type === "link_open" ? "href" : "src";
      const target = linkTarget(path, `${child.attrGet(name) ?? "https:"}`);
      if (target !== undefined) child.attrSet(name, relativeLink(page, target));
    }
  }
  const { rules } = markdown.renderer;
  rules["heading_close"] = (all, index) => {
    const anchor = all[index - 2]?.attrGet("id") ?? "";
    const level = all[index]?.tag ?? "h2";
    return level === "h1"
      ? `</${level}>\n`
      : `<a class="anchor" href="#${anchor}" aria-hidden="true" tabindex="-1">#</a></${level}>\n`;
  };
  rules["table_open"] = () => '<div class="table" tabindex="0"><table>\n';
  rules["table_close"] = () => "</table></div>\n";
  rules["fence"] = (all, index) => fenceHtml(page, all[index]?.info ?? "", all[index]?.content ?? "");
  const paragraph = tokens.findIndex(({ type }) => type === "paragraph_open");
  return {
    title: headings[0]?.text ?? page,
    description: plainText(tokens[paragraph + 1]?.children ?? []),
    headings,
    html: markdown.renderer.render(tokens, markdown.options, {}),
  };
}

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

/** Returns the words of a paragraph or heading, without marks. */
const plainText = (tokens: readonly Token[]): string =>
  tokens.map(({ type, content }) => (type === "softbreak" ? " " : content)).join("");

/** The anchors of a document, made from its headings as on GitHub. */
class Anchors {
  readonly #counts = new Map<string, number>();

  create(heading: string): string {
    const anchor = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-");
    const count = this.#counts.get(anchor) ?? 0;
    this.#counts.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  }
}

/**
 * Returns a code block. Below the text of a map is its picture, which the reader can fold and zoom; below a wrong one are its
 * mistakes. Without scripts, the picture is a drawing.
 */
function fenceHtml(page: string, info: string, content: string): string {
  const code = `<pre tabindex="0"><code>${escapeXml(content)}</code></pre>`;
  if (!isMapFence(info)) return `${code}\n`;
  const { picture, messages } = renderHtml(content);
  const isWrong = /\bwrong\b/.test(info);
  const link = `<a class="open" href="${relativeLink(page, playgroundLink(content))}">Open in the playground</a>`;
  const shown = picture === undefined || isWrong ? "" : mapElement(page, content, picture);
  const caption = `<figcaption>${isWrong ? "<strong>Wrong</strong> " : ""}${link}</figcaption>`;
  return `<figure class="map">${code}${shown}${messages}${caption}</figure>\n`;
}

/** Elements for the many small maps of the reference would take long to load. */
const drawnOnly = new Set(["docs/reference.html"]);

/** What a map imports is in another block, and “</” could end the script that contains the map. */
const mapElement = (page: string, content: string, picture: string): string =>
  drawnOnly.has(page) || /^import\b|<\//m.test(content)
    ? picture
    : `<argument-map><script type="text/argmap">\n${content}</script>${picture}</argument-map>`;
