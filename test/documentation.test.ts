/** The documentation names files and sections that exist. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./support/root.ts";

const pages = ["*.md", "docs/*.md", "examples/*.md"].flatMap((pattern) => globSync(pattern, { cwd: root }));
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** The anchors of a page's headings, as GitHub and VS Code make them. */
const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

test.each(pages)("every link of %s leads to a file, and to a section that is in it", (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];
  for (const [link, path = "", anchor] of links) {
    const target = path === "" ? page : join(dirname(page), path);
    expect(existsSync(join(root, target)), link).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(read(target)), link).toContain(anchor);
  }
});

/** Names that stand for several files, and the folder that tests write to. */
const placeholders = /<|^test\/output/;

test("every file and folder that ARCHITECTURE.md names exists", () => {
  const known = ["{server,client,build,packaging,test,docs,syntaxes}/**", "*", ".biome.json"].flatMap((pattern) =>
    globSync(pattern, { cwd: root, exclude: ["**/node_modules/**", "test/output/**"] }),
  );
  const names = [...read("ARCHITECTURE.md").matchAll(/`([\w./<>*-]+(?:\.\w+|\/))`/g)].map(([, name = ""]) => name);
  const missing = names
    .filter((name) => /[/.](ts|tsx|md|json|ohm|mjs)$|\.(ts|tsx|md|ohm|mjs)$|\/$/.test(name) && !placeholders.test(name))
    .map((name) => name.replace(/\/$/, ""))
    .filter((name) => !known.some((path) => `/${path.replaceAll("\\", "/")}`.endsWith(`/${name}`)));
  expect(missing).toEqual([]);
});
