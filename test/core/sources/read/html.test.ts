/** What a reader sees of a file, and that each word of it leads back to its place in the file. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Article, toFileRange, toTextRange } from "../../../../server/core/sources/article.ts";
import { decode } from "../../../../server/core/sources/read/decode.ts";
import { readHtml } from "../../../../server/core/sources/read/html.ts";
import { readMarkdown } from "../../../../server/core/sources/read/markdown.ts";
import { formatOf, readText } from "../../../../server/core/sources/readSource.ts";

/** What the file has in the place of words that a reader sees. */
function written(article: Article, words: string): string {
  const start = article.text.indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  const { start: from, end: to } = toFileRange(article, { start, end: start + words.length });
  return article.fileText.slice(from, to);
}

describe("HTML is read", () => {
  test.each([
    ["in paragraphs", "<h1>Wind</h1><p>One.<p>Two.<div>Three.</div>", "Wind\n\nOne.\n\nTwo.\n\nThree."],
    [
      "with white space made one space",
      "<p>\n  It  was\n  <b>mild</b> , they\tsaid.\n</p>",
      "It was mild , they said.",
    ],
    ["without space where there is none", "<p>It <b>got</b>ten <i>mild</i>.", "It gotten mild."],
    ["with what entities stand for", "<p>Smith&nbsp;&amp; Sons &lt;1&gt; caf&#233;</p>", "Smith\u00a0& Sons <1> café"],
    [
      "without what is not shown",
      "<title>T</title><style>p{}</style><p>a<script>if(1<2)x()</script>b<!-- c -->d",
      "abd",
    ],
    [
      "without what is hidden",
      '<p>a<span hidden>b<i>c</i></span>d</p><p style="color:red; display: none">e</p>f',
      "ad\n\nf",
    ],
    ["with line breaks", "<p>a<br>b<br/>\nc", "a\nb\nc"],
    ["with cells parted", "<table><tr><td>a<td>b<tr><td>c</table>d", "a\tb\nc\n\nd"],
    ["with the marks of quotations", "<p>She said <q>it <b>fell</b></q>, so.", "She said “it fell”, so."],
    [
      "with buttons and the words of drawings apart",
      "<button>Cut</button><button>it</button><svg><text>fell</text><text>rose</text></svg>",
      "Cut\tit\tfell\trose",
    ],
    [
      "with drawings in the midst of words",
      'It <a href="/x">fell<svg><path d="M0 0"/></svg></a>, they said',
      "It fell, they said",
    ],
    [
      "without how words are read or formulas written",
      "<ruby>空气<rp>(</rp><rt>kōng qì</rt><rp>)</rp>好<rt>hǎo</ruby>了 <math><semantics><mi>x</mi><annotation>x^{}</annotation></semantics></math>",
      "空气好了 x",
    ],
    ["with code as it stands", "<pre>a\n  b</pre>c", "a\n  b\n\nc"],
    ["however torn it is", "<div><p>a</b></p></div></div>b<p hidden>c</p>d < e <", "a\n\nb\n\nd < e <"],
  ])("%s", (_how, html, text) => expect(readHtml(html).text).toBe(text));

  test.each([
    ['<script src="a.js"/><title/><style/><textarea/>It fell.', "It fell."],
    ['a<div style="display:none"/>b<p/>c<span hidden="hidden"/>d<br/>e<hr/>f', "a\n\nb\n\ncd\ne\n\nf"],
    ["<p>It fell <![CDATA[by < a\n &amp; half]]>.</p>", "It fell by < a &amp; half."],
  ])("as XHTML, where an element may end itself: %s", (html, text) => expect(readHtml(html, "xhtml").text).toBe(text));

  test("with the way back to the file", () => {
    const xhtml = readHtml("<p>It <br/><![CDATA[fell & rose]]> twice</p>", "xhtml");
    expect(written(xhtml, "fell & rose")).toBe("fell & rose");
    expect(written(xhtml, "It\nfell")).toBe("It <br/><![CDATA[fell");
    const page = readHtml("<p>Smith&nbsp;&amp; Sons\n   <b>sold</b> it.</p>\n<p>Twice.</p>");
    expect(written(page, "& Sons sold it")).toBe("&amp; Sons\n   <b>sold</b> it");
    expect(written(page, "mith\u00a0&")).toBe("mith&nbsp;&amp;");
    expect(written(page, "it.\n\nTwice")).toBe("it.</p>\n<p>Twice");
    expect(written(page, "Twice.")).toBe("Twice.");
  });
});

describe("Markdown is read", () => {
  test.each([
    ["in paragraphs", "# Wind #\n\nOne\ntwo.\n\n* Three\n  four\n* Five", "Wind\n\nOne two.\n\nThree four\n\nFive"],
    ["without its marks", "An *it* and **bold** `co de` ~~no~~ \\*not\\*", "An it and bold co de no *not*"],
    [
      "with the words of links",
      'A [link](http://x.y "t"), [one][r], <http://a.b>\n\n[r]: http://c',
      "A link, one, http://a.b",
    ],
    ["without pictures and footnote marks", "a ![alt](b.png)c[^1]\n\n[^1]: Said *so*.", "a c\n\nSaid so."],
    ["with quotations", "> One\n> two\n\nthree", "One two\n\nthree"],
    [
      "with quoted lines that are empty",
      "> One.\n>\n> Two.\r\n>\r\n> > Three\n> >\n> > four.\n>\n",
      "One.\n\nTwo.\n\nThree\n\nfour.",
    ],
    ["with lists in quotations", "> - One\n>\n>   two\n>\n> three", "One\n\ntwo\n\nthree"],
    [
      "with footnotes in quotations",
      "> a[^1] b\n>\n> [^1]: Said\n>   so.\n>\n>     Twice.\n\nc",
      "a b\n\nSaid so.\n\nTwice.\n\nc",
    ],
    [
      "with HTML in quotations, be it torn by their lines",
      "> <div>\n> a\n>\n> b\n> </div>\n>\n> c <b\n> class='x'>d</b> <!-- e\n> f -->\n> g",
      "a\n\nb\n\nc d g",
    ],
    ["with code in quotations", "> ```\n> a\n>\n>   b\n> ```\n>\n> c `d\n> e`", "a\n  b\n\nc d e"],
    ["with lists of tasks", "- [ ] One [ ] two\n- [x] Three\n\n  [x] four", "One [ ] two\n\nThree\n\n[x] four"],
    ["with line breaks", "one  \ntwo\\\nthree", "one\ntwo\nthree"],
    ["with entities", "Smith &amp; Sons", "Smith & Sons"],
    [
      "with HTML in it",
      "a <b>b</b><br>c\n\n<div>\nd <i>e</i> &lt;\n</div>\n\n> <p>f\n> g</p>",
      "a b\nc\n\nd e <\n\nf g",
    ],
    ["with code as it stands", "```js\na\n\n  b\n```\n\n    c", "a\n  b\n\nc"],
    ["with tables", "| a | b |\n|---|---|\n| c | `d` |", "a\tb\nc\td"],
    ["without front matter", "---\ntitle: x\n---\n\na", "a"],
  ])("%s", (_how, markdown, text) => expect(readMarkdown(markdown).text).toBe(text));

  test("with the way back to the file", () => {
    const apart = readMarkdown("> One\n>\n> two <i\n> a>three</i>.");
    expect(written(apart, "One\n\ntwo")).toBe("One\n>\n> two");
    expect(written(apart, "two three.")).toBe("two <i\n> a>three</i>.");
    const page = readMarkdown("> It *got* [milder](http://x.y)\r\n> by \\* a &amp; b.\n\nOnce.");
    expect(written(page, "got milder by")).toBe("got* [milder](http://x.y)\r\n> by");
    expect(written(page, "* a & b")).toBe("* a &amp; b");
    expect(written(page, "Once.")).toBe("Once.");
  });
});

const pieces = fc.array(
  fc.constantFrom(
    ..."a,b ,é,\n,\n\n,  ,&amp;,&,<b>,</b>,<p>,</p>,<br>,<td>,<q>,</q>,<p/>,<i/>,<script/>,<![CDATA[,]]>,<pre>,</pre>,<p hidden>,<script>,</script>,<!--,-->".split(
      ",",
    ),
    ..."*,**,_,`,[,](x),> ,* ,1. ,# ,- [ ] ,```\n,|,|-|\n,\n>,\n> > ,\\,\r\n,\t,---\n,    ,~~,[^1],[^1]: ,![,\u00ad,😀".split(
      ",",
    ),
  ),
  { maxLength: 40 },
);

test.each([
  ["HTML", (text: string) => readHtml(text)],
  ["XHTML", (text: string) => readHtml(text, "xhtml")],
  ["Markdown", readMarkdown],
] as const)("whatever %s is read, all that is seen of it stands in the file, in order", (_name, read) => {
  fc.assert(
    fc.property(pieces, (all) => {
      const file = all.join("");
      const { text, segments, fileText } = read(file);
      expect(fileText).toBe(file);
      let [end, to] = [0, 0];
      for (const run of segments) {
        expect(run.start).toBeGreaterThanOrEqual(end);
        expect(run.from).toBeGreaterThanOrEqual(to);
        expect(run.end).toBeGreaterThan(run.start);
        // What stands between was put in, and is white space.
        expect(text.slice(end, run.start).trim()).toBe("");
        const [seen, there] = [text.slice(run.start, run.end), file.slice(run.from, run.to)];
        if (seen.length === there.length) expect(there.replace(/\s/g, " ")).toBe(seen.replace(/\s/g, " "));
        else expect(seen.length).toBeLessThanOrEqual(2);
        [end, to] = [run.end, run.to];
      }
      expect(text.length).toBe(end);
    }),
  );
});

test("a passage leads to the file and back", () => {
  fc.assert(
    fc.property(pieces, fc.nat(), fc.nat(), (all, a, b) => {
      const article = readHtml(all.join(""));
      const [run] = article.segments.slice(a % Math.max(1, article.segments.length));
      const last =
        article.segments[
          Math.max(
            article.segments.indexOf(run ?? { start: 0, end: 0, from: 0, to: 0 }),
            b % Math.max(1, article.segments.length),
          )
        ];
      if (run === undefined || last === undefined) return;
      const passage = { start: run.start, end: last.end };
      expect(toTextRange(article, toFileRange(article, passage))).toEqual(passage);
    }),
  );
});

test("bytes are read in the encodings of Unicode, and nothing else is taken for text", () => {
  const utf16 = (text: string, high: 0 | 1): Uint8Array =>
    Uint8Array.from(
      [...`\ufeff${text}`].flatMap((one) => {
        const [low, up] = [one.charCodeAt(0) & 0xff, one.charCodeAt(0) >> 8];
        return high === 0 ? [low, up] : [up, low];
      }),
    );
  expect(decode(new TextEncoder().encode("\ufeffCafé"))).toBe("Café");
  expect(decode(utf16("风 é", 0))).toBe("风 é");
  expect(decode(utf16("风 é", 1))).toBe("风 é");
  expect(decode(Uint8Array.from([0x43, 0x61, 0x66, 0xe9]))).toBeUndefined();
  expect(decode(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toBeUndefined();
});

test("how a file is read goes by the end of its name", async () => {
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
