import { matchesGlob } from "node:path";
import { expect, test } from "vitest";
import { isBinary } from "../../../server/core/articles/article.ts";
import { formatOf } from "../../../server/core/articles/readArticle.ts";
import { articleExtensions, globOf, isArticleName, isDocumentName } from "../../../server/core/strings/articleName.ts";

test("texts, pages, documents, e-mails and subtitles can be articles, files about the folder cannot", () => {
  expect(
    ["a.txt", "a.md", "a.htm", "a.pdf", "a.docx", "a.eml", "a.srt", "a.odt", "a.epub", "a.mhtml", "a.mht"].every(
      isArticleName,
    ),
  ).toBe(true);
  expect(["README.md", "licence.txt", "a.xlsx", "a.argmap"].some(isArticleName)).toBe(false);
});

test.each(articleExtensions)(
  "a file with the extension %s is a document if its reader needs the bytes",
  (extension) => {
    const name = `The Trial.${extension.toUpperCase()}`;
    expect(isDocumentName(name)).toBe(isBinary(formatOf(name)));
  },
);

test("every format but plain text has an extension that articles can have", () => {
  expect(articleExtensions.filter((extension) => formatOf(`a.${extension}`) === "plain")).toEqual(["txt"]);
});

test("a glob matches extensions in upper and lower case", () => {
  const glob = globOf(["pdf", "txt"]);
  expect(["folder/a.pdf", "a.PDF", "b.Txt"].every((path) => matchesGlob(path, glob))).toBe(true);
  expect(["a.md", "a.pdfx"].some((path) => matchesGlob(path, glob))).toBe(false);
});
