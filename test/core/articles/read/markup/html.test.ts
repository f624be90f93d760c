import { describe, expect, test } from "vitest";
import { readHtml } from "../../../../../server/core/articles/read/markup/html.ts";
import { fileTextOf } from "../../../../support/maps/fileTextOf.ts";

describe("reads HTML", () => {
  test.each([
    ["in paragraphs", "<h1>Wind</h1><p>One.<p>Two.<div>Three.</div>", "Wind\n\nOne.\n\nTwo.\n\nThree."],
    ["with white space collapsed", "<p>\n  It  was\n  <b>mild</b> , they\tsaid.\n</p>", "It was mild , they said."],
    ["without spaces at tags", "<p>It <b>got</b>ten <i>mild</i>.", "It gotten mild."],
    ["with entities decoded", "<p>Smith&nbsp;&amp; Sons &lt;1&gt; caf&#233;</p>", "Smith\u00a0& Sons <1> café"],
    [
      "without invisible elements",
      "<title>T</title><style>p{}</style><p>a<script>if(1<2)x()</script>b<!-- c -->d",
      "abd",
    ],
    [
      "without hidden elements",
      '<p>a<span hidden>b<i>c</i></span>d</p><p style="color:red; display: none">e</p>f',
      "ad\n\nf",
    ],
    ["with line breaks", "<p>a<br>b<br/>\nc", "a\nb\nc"],
    ["with table cells separated", "<table><tr><td>a<td>b<tr><td>c</table>d", "a\tb\nc\n\nd"],
    ["with quotation marks for q elements", "<p>She said <q>it <b>fell</b></q>, so.", "She said “it fell”, so."],
    [
      "with buttons and SVG texts separated",
      "<button>Cut</button><button>it</button><svg><text>fell</text><text>rose</text></svg>",
      "Cut\tit\tfell\trose",
    ],
    ["with SVG inside text", 'It <a href="/x">fell<svg><path d="M0 0"/></svg></a>, they said', "It fell, they said"],
    [
      "without ruby annotations and formula sources",
      "<ruby>空气<rp>(</rp><rt>kōng qì</rt><rp>)</rp>好<rt>hǎo</ruby>了 <math><semantics><mi>x</mi><annotation>x^{}</annotation></semantics></math>",
      "空气好了 x",
    ],
    ["with preformatted text unchanged", "<pre>a\n  b</pre>c", "a\n  b\n\nc"],
    ["with malformed markup", "<div><p>a</b></p></div></div>b<p hidden>c</p>d < e <", "a\n\nb\n\nd < e <"],
  ])("%s", (_case, html, text) => expect(readHtml(html).text).toBe(text));

  test.each([
    ['<script src="a.js"/><title/><style/><textarea/>It fell.', "It fell."],
    ['a<div style="display:none"/>b<p/>c<span hidden="hidden"/>d<br/>e<hr/>f', "a\n\nb\n\ncd\ne\n\nf"],
    ["<p>It fell <![CDATA[by < a\n &amp; half]]>.</p>", "It fell by < a &amp; half."],
  ])("as XHTML, with self-closing elements and CDATA: %s", (html, text) =>
    expect(readHtml(html, "xhtml").text).toBe(text),
  );

  test("with a mapping to the file", () => {
    const xhtml = readHtml("<p>It <br/><![CDATA[fell & rose]]> twice</p>", "xhtml");
    expect(fileTextOf(xhtml, "fell & rose")).toBe("fell & rose");
    expect(fileTextOf(xhtml, "It\nfell")).toBe("It <br/><![CDATA[fell");
    const page = readHtml("<p>Smith&nbsp;&amp; Sons\n   <b>sold</b> it.</p>\n<p>Twice.</p>");
    expect(fileTextOf(page, "& Sons sold it")).toBe("&amp; Sons\n   <b>sold</b> it");
    expect(fileTextOf(page, "mith\u00a0&")).toBe("mith&nbsp;&amp;");
    expect(fileTextOf(page, "it.\n\nTwice")).toBe("it.</p>\n<p>Twice");
    expect(fileTextOf(page, "Twice.")).toBe("Twice.");
  });
});
