import { expect, test } from "vitest";
import { classifyFolder } from "../../../client/editor/folderKind.ts";

const kindOf = (...names: readonly string[]) =>
  classifyFolder(names.map((name) => ({ name: name.replace(/\/$/, ""), isFolder: name.endsWith("/") })));

test("a folder with nothing but hidden files is empty", () => {
  expect(kindOf()).toBe("empty");
  expect(kindOf(".git/", ".DS_Store")).toBe("empty");
});

test("a folder whose files are mostly articles is for articles", () => {
  expect(kindOf("interview.txt")).toBe("articles");
  expect(kindOf("paper.PDF", "table.xlsx", "pictures/")).toBe("articles");
});

test("a folder with a program is something else, also with a readme", () => {
  expect(kindOf("README.md", "LICENSE", "package.json", "src/")).toBe("other");
  expect(kindOf("index.html", "main.js", "style.css")).toBe("other");
  expect(kindOf("src/")).toBe("other");
});
