/** The frame that all pages of the site share: the head with its policy, the header, the footer. */
import { posix } from "node:path";
import { escapeXml } from "../../server/core/strings/escapeXml.ts";

/** The parts of the site that the header leads to. */
const sections = [
  { id: "home", title: "Argmap", path: "index.html" },
  { id: "playground", title: "Playground", path: "playground/index.html" },
  { id: "documents", title: "Documents", path: "docs/index.html" },
  { id: "examples", title: "Examples", path: "examples/index.html" },
] as const;

export type SiteSection = (typeof sections)[number]["id"];

/** A page of the site. Its `content` and `head` are HTML, the other texts are not. */
export interface SitePage {
  /** The path from the root of the site, such as `docs/language.html`. */
  readonly path: string;
  readonly title: string;
  /** What search engines show below the title. */
  readonly description: string;
  readonly section: SiteSection;
  readonly content: string;
  /** Further elements of the head, such as scripts and style sheets. */
  readonly head?: string;
  /** Directives of the content security policy that replace those of `pagePolicy`. */
  readonly policy?: Readonly<Record<string, string>>;
}

/** Only files of the site are loaded; there are no inline scripts and styles. */
export const pagePolicy: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/** Returns the link from one page to another, both as paths from the root of the site. Links work at any address. */
export function relativeLink(from: string, to: string): string {
  const [path = "", anchor] = to.split("#");
  const target = path === from && anchor !== undefined ? "" : posix.relative(posix.dirname(from), path);
  return anchor === undefined ? target : `${target}#${anchor}`;
}

/** Returns the path from a page to the root of the site: `../` for a page in a folder. */
export const rootOf = (path: string): string => "../".repeat(path.split("/").length - 1);

/** Returns the header of the site, with a link to the main content for users of a keyboard. */
export function siteHeader(path: string, current: SiteSection): string {
  const links = sections.map(({ id, title, path: target }) => {
    const mark = id === current ? ' aria-current="true"' : "";
    const brand = id === "home" ? ' class="site-brand"' : "";
    const icon = id === "home" ? `<img src="${rootOf(path)}icon.svg" alt="" width="22" height="22">` : "";
    return `<a href="${relativeLink(path, target)}"${brand}${mark}>${icon}${title}</a>`;
  });
  return `<a class="skip-link" href="#content">Skip to the content</a>
<header class="site-header"><nav aria-label="Site">${links.join("")}</nav></header>`;
}

/** Returns the HTML of a page. */
export function pageHtml(page: SitePage): string {
  const { path, title, description, section, content, head = "", policy = {} } = page;
  const root = rootOf(path);
  const directives = Object.entries({ ...pagePolicy, ...policy }).map(([name, sources]) => `${name} ${sources}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${directives.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(title)}</title>
<meta name="description" content="${escapeXml(description)}">
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}site.css">
<script type="module" src="${root}register.js"></script>
${head}</head>
<body>
${siteHeader(path, section)}
${content}
</body>
</html>
`;
}
