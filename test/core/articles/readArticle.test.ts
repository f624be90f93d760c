import { expect, test } from "vitest";
import { formatOf, readText } from "../../../server/core/articles/readArticle.ts";

test("chooses the format by the extension of the file", async () => {
  expect(["a.txt", "b.MD", "c.htm", "d.HTML", "e.pdf", "f", "g.html.txt", "h.xhtml"].map(formatOf)).toEqual([
    "plain",
    "markdown",
    "html",
    "html",
    "pdf",
    "plain",
    "plain",
    "xhtml",
  ]);
  expect((await readText("a.txt", "*a* <b>\n\n b")).text).toBe("*a* <b>\n\n b");
  expect((await readText("a.md", "*a*")).text).toBe("a");
  expect((await readText("a.html", "<b>a")).text).toBe("a");
  expect((await readText("a.xhtml", "<title/>a")).text).toBe("a");
});
