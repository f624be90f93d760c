/** The pages of the site, as HTML. */
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { inflateRawSync } from "node:zlib";
import { Parser } from "htmlparser2";
import { expect, test } from "vitest";
import { pageHtml } from "../../../packaging/site/page.ts";
import { playgroundLink } from "../../../packaging/site/playgroundLink.ts";
import { copiedFiles, sitePages } from "../../../packaging/site/site.ts";
import { root } from "../../support/root.ts";

/** What the tests look at in a page. */
interface ParsedPage {
  readonly path: string;
  readonly anchors: readonly string[];
  readonly links: readonly string[];
  /** Tags, with what a content security policy would forbid. */
  readonly forbidden: readonly string[];
}

function parsePage(path: string, html: string): ParsedPage {
  const parsed = { path, anchors: [] as string[], links: [] as string[], forbidden: [] as string[] };
  const parser = new Parser({
    onopentag(tag, attributes) {
      const { id, href, src } = attributes;
      if (id !== undefined) parsed.anchors.push(id);
      for (const link of [href, src]) if (link !== undefined) parsed.links.push(link);
      // A script of another type is data, which the policy allows.
      const names = Object.keys(attributes).filter((name) => name === "style" || name.startsWith("on"));
      if (
        names.length > 0 ||
        tag === "style" ||
        (tag === "script" && src === undefined && attributes["type"] !== "text/argmap")
      )
        parsed.forbidden.push(tag);
    },
  });
  parser.write(html);
  parser.end();
  return parsed;
}

const pages = sitePages(root);
const parsedPages = new Map(pages.map((page) => [page.path, parsePage(page.path, pageHtml(page))]));

/** Files that the build adds, and the playground, which has tests of its own. */
const built = ["site.css", "register.js", "icon.svg", "element.js", "playground/index.html"];
const files = new Set([...copiedFiles(root), ...built]);

test.each([...parsedPages.values()])("every link of $path leads to a page, an anchor or a file", (page) => {
  for (const link of page.links.filter((link) => !/^https?:/.test(link))) {
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page.path : posix.join(posix.dirname(page.path), path);
    const targetPage = parsedPages.get(target);
    expect(targetPage !== undefined || files.has(target), link).toBe(true);
    if (targetPage !== undefined && anchor !== undefined && anchor !== "content")
      expect(targetPage.anchors, link).toContain(anchor);
  }
});

test("every page has a title and a description of its own, and one element that the skip link leads to", () => {
  expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length);
  expect(new Set(pages.map(({ description }) => description)).size).toBe(pages.length);
  for (const { path, description } of pages) expect(description.length, path).toBeGreaterThan(20);
  for (const { path, anchors } of parsedPages.values()) {
    expect(
      anchors.filter((id) => id === "content"),
      path,
    ).toHaveLength(1);
    expect(new Set(anchors).size, path).toBe(anchors.length);
  }
});

test("no page has inline scripts or styles", () => {
  for (const { path, forbidden } of parsedPages.values()) expect(forbidden, path).toEqual([]);
});

test("a map in a document is shown as text and as a picture, with a link that contains it", () => {
  const language = pages.find(({ path }) => path === "docs/language.html")?.content ?? "";
  expect(language).toContain("<svg");
  const [, packed = ""] = /playground\/index\.html#map=([\w-]+)/.exec(language) ?? [];
  expect(inflateRawSync(Buffer.from(packed, "base64url")).toString()).toContain("claim open by hale: Yes");
});

test("the page of the examples has a card for each map that their README lists", () => {
  const page = pages.find(({ path }) => path === "examples/index.html")?.content ?? "";
  const listed = [...readFileSync(join(root, "examples/README.md"), "utf8").matchAll(/^\| \[.*\]\((.*\.argmap)\)/gm)];
  const opened = [...page.matchAll(/<li class="several">.*?#example=(.*?)"/gs)];
  expect(opened.map(([, path]) => path)).toEqual(listed.map(([, path]) => path));
  expect(page).not.toContain("<table");
});

test("the link into the playground keeps every sign of a map", () => {
  const map = "claim: Größe, 罗晓晴 & <b>\n\treason: “It works.”\r\n";
  const [, packed = ""] = playgroundLink(map).split("#map=");
  expect(packed).toMatch(/^[\w-]+$/);
  expect(inflateRawSync(Buffer.from(packed, "base64url")).toString()).toBe(map);
});
