import { describe, expect, test } from "vitest";
import { readMarkdown } from "../../../../../server/core/articles/read/markup/markdown.ts";
import { fileTextOf } from "../../../../support/maps/fileTextOf.ts";

describe("reads Markdown", () => {
  test.each([
    ["in paragraphs", "# Wind #\n\nOne\ntwo.\n\n* Three\n  four\n* Five", "Wind\n\nOne two.\n\nThree four\n\nFive"],
    ["without markup", "An *it* and **bold** `co de` ~~no~~ \\*not\\*", "An it and bold co de no *not*"],
    [
      "with the text of links",
      'A [link](http://x.y "t"), [one][r], <http://a.b>\n\n[r]: http://c',
      "A link, one, http://a.b",
    ],
    ["without images and footnote references", "a ![alt](b.png)c[^1]\n\n[^1]: Said *so*.", "a c\n\nSaid so."],
    ["with block quotes", "> One\n> two\n\nthree", "One two\n\nthree"],
    [
      "with blank lines in block quotes",
      "> One.\n>\n> Two.\r\n>\r\n> > Three\n> >\n> > four.\n>\n",
      "One.\n\nTwo.\n\nThree\n\nfour.",
    ],
    ["with lists in block quotes", "> - One\n>\n>   two\n>\n> three", "One\n\ntwo\n\nthree"],
    [
      "with footnotes in block quotes",
      "> a[^1] b\n>\n> [^1]: Said\n>   so.\n>\n>     Twice.\n\nc",
      "a b\n\nSaid so.\n\nTwice.\n\nc",
    ],
    [
      "with HTML in block quotes, including tags over several lines",
      "> <div>\n> a\n>\n> b\n> </div>\n>\n> c <b\n> class='x'>d</b> <!-- e\n> f -->\n> g",
      "a\n\nb\n\nc d g",
    ],
    ["with code in block quotes", "> ```\n> a\n>\n>   b\n> ```\n>\n> c `d\n> e`", "a\n  b\n\nc d e"],
    ["with task lists", "- [ ] One [ ] two\n- [x] Three\n\n  [x] four", "One [ ] two\n\nThree\n\n[x] four"],
    ["with line breaks", "one  \ntwo\\\nthree", "one\ntwo\nthree"],
    ["with entities", "Smith &amp; Sons", "Smith & Sons"],
    ["with HTML", "a <b>b</b><br>c\n\n<div>\nd <i>e</i> &lt;\n</div>\n\n> <p>f\n> g</p>", "a b\nc\n\nd e <\n\nf g"],
    ["with code unchanged", "```js\na\n\n  b\n```\n\n    c", "a\n  b\n\nc"],
    ["with tables", "| a | b |\n|---|---|\n| c | `d` |", "a\tb\nc\td"],
    ["without front matter", "---\ntitle: x\n---\n\na", "a"],
  ])("%s", (_case, markdown, text) => expect(readMarkdown(markdown).text).toBe(text));

  test("with a mapping to the file", () => {
    const quotation = readMarkdown("> One\n>\n> two <i\n> a>three</i>.");
    expect(fileTextOf(quotation, "One\n\ntwo")).toBe("One\n>\n> two");
    expect(fileTextOf(quotation, "two three.")).toBe("two <i\n> a>three</i>.");
    const page = readMarkdown("> It *got* [milder](http://x.y)\r\n> by \\* a &amp; b.\n\nOnce.");
    expect(fileTextOf(page, "got milder by")).toBe("got* [milder](http://x.y)\r\n> by");
    expect(fileTextOf(page, "* a & b")).toBe("* a &amp; b");
    expect(fileTextOf(page, "Once.")).toBe("Once.");
  });
});
