import { expect, test } from "vitest";
import { isArticleName } from "../../../server/core/strings/articleName.ts";

test("texts, pages, documents, e-mails and subtitles can be articles, files about the folder cannot", () => {
  expect(
    ["a.txt", "a.md", "a.htm", "a.pdf", "a.docx", "a.eml", "a.srt", "a.odt", "a.epub", "a.mhtml", "a.mht"].every(
      isArticleName,
    ),
  ).toBe(true);
  expect(["README.md", "licence.txt", "a.xlsx", "a.argmap"].some(isArticleName)).toBe(false);
});
