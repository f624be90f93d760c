/** The style sheets and the code that refers to their classes by name. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { themes } from "../../../server/core/picture/theme.ts";
import { root } from "../../support/root.ts";

const textOf = (...patterns: readonly string[]): string =>
  patterns
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .map((path) => readFileSync(join(root, path), "utf8"))
    .join("\n");

/** Kinds of entries, severities of problems, levels of headings and sides of cells, from which classes are made. */
const computedClasses = [
  ...["reason", "objection", "question", "error", "warning"],
  ...["level-3", "align-right", "align-center"],
];

test.each([
  [
    "client/webview/styles/*.css",
    [
      "client/webview/**/*.{ts,tsx}",
      "server/core/picture/render/*.ts",
      "server/core/tables/table.ts",
      "server/export/html.ts",
    ],
  ],
  ["client/element/*.css", ["client/element/*.ts", "server/core/picture/render/*.ts"]],
  ["packaging/site/*.css", ["packaging/site/*.ts", "server/markdown/renderBlock.ts"]],
  ["{client,server/markdown}/*.css", ["server/markdown/renderBlock.ts"]],
])("%s has no rule for a class that no code uses", (styles, sources) => {
  const rules = textOf(styles).replaceAll(/\/\*[\s\S]*?\*\/|:[^{};]*;|@import[^;]*;/g, "");
  const classes = new Set([...rules.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = ""]) => name));
  expect(classes.size).toBeGreaterThan(3);
  const code = textOf(...sources);
  const unused = [...classes].filter(
    (name) =>
      !/^(vscode|fill|stroke)-/.test(name) &&
      !computedClasses.includes(name) &&
      !new RegExp(`["'\`\\s.]${name}["'\`\\s]`).test(code),
  );
  expect(unused).toEqual([]);
});

test.each([
  ["client/webview/styles/page.css", "--"],
  ["client/markdown.css", "--argmap-"],
  ["server/markdown/colors.css", "--argmap-"],
])("%s defines every color of the picture", (path, prefix) => {
  const defined = new Set([...textOf(path).matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  expect(Object.keys(themes.light).filter((name) => !defined.has(`${prefix}${name}`))).toEqual([]);
});
