/** Which words of an article are cited, and which entries rest on none. */
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { buildTree, plainTree } from "../../../server/core/tree/buildTree.ts";
import { articleLenses } from "../../../server/features/articles/requests/codeLens.ts";
import { coverage } from "../../../server/features/articles/requests/coverage.ts";
import { articleHover } from "../../../server/features/articles/requests/hover.ts";
import { locateQuote } from "../../../server/features/articles/requests/locateQuote.ts";
import { passages } from "../../../server/features/articles/requests/passages.ts";
import { sourceText } from "../../../server/features/articles/requests/sourceText.ts";
import { map } from "../../support/markedMap.ts";
import { openArticles, replaceArticle } from "../../support/openArticles.ts";
import { type OpenWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

const source = map`
  import: sources.argmap
  claim keep: The charge should stay.
    quote report: Nitrogen dioxide fell
    reason: It works.
      quote report: fell by a fifth. Traffic fell¦
    objection: Only in winter.
    reason: The gist.
      premise: It was mild.
      assumption: Nothing else.
  === sources.argmap
  source report: Streets for whom?
    file: a.txt
  === other.argmap
  source s: S
    file: a.txt
  claim: Nobody knows.
    quote: Nobody knows.
  === a.txt
  Nitrogen dioxide fell by a fifth.
  Traffic fell by a third.

  Nobody knows.
`;

/** The paragraphs of an article, of each what is cited in brackets. */
function shown(at: OpenWorkspace, uri: string): readonly string[] {
  const [article] = coverage(at.workspace, uri)?.articles ?? [];
  const file = article?.uri ?? "";
  const text = TextDocument.create(file, "", 0, at.files[file] ?? "");
  return (article?.paragraphs ?? []).map(({ range, cited }) => {
    let words = "";
    let from = range.start;
    for (const one of cited) {
      words += `${text.getText({ start: from, end: one.start })}[${text.getText(one)}]`;
      from = one.end;
    }
    return words + text.getText({ start: from, end: range.end });
  });
}

describe("coverage", () => {
  test("of a map is what it and the maps that it imports cite", async () => {
    const at = await openArticles(source);
    expect(shown(at, at.uri)).toEqual([
      "[Nitrogen dioxide fell by a fifth.\nTraffic fell] by a third.",
      "Nobody knows.",
    ]);
    expect(coverage(at.workspace, at.uri)?.articles[0]).toMatchObject({
      title: "Streets for whom?",
      counts: { paragraphs: 2, cited: 1 },
    });
  });

  test("words that a quote leaves out are not cited: neither marked nor told of", async () => {
    const at = await openArticles(map`
      source: S
        file: a.txt
      claim: C
        reason: R
          quote: One here [begins] it … Then end two … and three.¦
      === a.txt
      Start one. One here it goes.

      Left out.

      Then this. Then end two and more, and threefold, and three.
    `);
    const article = `${at.folder}a.txt`;
    const cited = [
      "Start one. [One here it] goes.",
      "Left out.",
      "Then this. [Then end two] and more, and threefold, [and three.]",
    ];
    expect(shown(at, article)).toEqual(cited);
    expect(coverage(at.workspace, article)?.articles[0]?.counts).toMatchObject({ paragraphs: 3, cited: 2 });
    expect(passages(at.workspace, article)?.passages.map(({ range }) => range.start.line)).toEqual([0, 4, 4]);
    expect(articleLenses(at.workspace, article).map(({ range }) => range.start.line)).toEqual([0, 4]);
    const hoverAt = (line: number) =>
      articleHover(at.workspace, article, { line, character: 13 }, { markdown: false })?.contents;
    expect(hoverAt(0)).toMatchObject({ value: expect.stringContaining("reason") });
    expect(hoverAt(2)).toBeUndefined();
  });

  test("of an article is what any map cites", async () => {
    const at = await openArticles(source);
    expect(shown(at, `${at.folder}a.txt`)[1]).toBe("[Nobody knows.]");
  });

  test("lists the entries that rest on no words, but none that need none", async () => {
    const at = await openArticles(source);
    expect(coverage(at.workspace, at.uri)).toMatchObject({
      entries: 4,
      unquoted: [
        { uri: at.uri, kind: "objection", text: "Only in winter.", range: { start: { line: 5 } } },
        { kind: "premise", text: "It was mild." },
      ],
    });
  });

  test("follows an edit, of the quote and of the article", async () => {
    const at = await openArticles(source);
    typeAtCursor(at, " by a third");
    expect(shown(at, at.uri)[0]).toBe("[Nitrogen dioxide fell by a fifth.\nTraffic fell by a third].");
    const article = `${at.folder}a.txt`;
    at.workspace.sources.open(article, "Nobody knows.");
    await replaceArticle(at, article, "Nobody knows.");
    expect(coverage(at.workspace, at.uri)?.articles[0]?.counts).toMatchObject({ paragraphs: 1, cited: 0 });
  });

  test("is nothing of a file that is neither, and is told of broken maps", async () => {
    const at = await openArticles("source\n  file: a.txt\nquote\nclaim a b c\n  quote:\n=== a.txt\nIt fell.\n");
    expect(coverage(at.workspace, `${at.folder}b.txt`)).toBeNull();
    expect(coverage(at.workspace, at.uri)?.articles).toHaveLength(1);
  });

  test("parts a text by blank lines, and by lines so long that nobody breaks them by hand", async () => {
    const long = "空气变好了。".repeat(40);
    const at = await openArticles(`source s: S\n  file: a.txt\n=== a.txt\n${long}\n${long}\none\ntwo\n\nthree`);
    expect(coverage(at.workspace, at.uri)?.articles[0]?.paragraphs.map(({ range }) => range.end.line)).toEqual([
      0, 1, 3, 5,
    ]);
  });
});

describe("passages in use", () => {
  test("are told once each, with the kinds of entry that cite them, in order", async () => {
    const at = await openArticles(map`
      source s: S
        file: a.html
      claim: Claim.
        quote: It fell
        reason: Reason.
          quote: It fell
      claim: Other.
        quote: and it rose
      === a.html
      <p>It <b>fell</b> and it rose.
    `);
    expect(passages(at.workspace, `${at.folder}a.html`)).toEqual({
      uri: `${at.folder}a.html`,
      passages: [
        {
          range: { start: { line: 0, character: 3 }, end: { line: 0, character: 13 } },
          kinds: ["claim", "reason"],
        },
        {
          range: { start: { line: 0, character: 18 }, end: { line: 0, character: 29 } },
          kinds: ["claim"],
        },
      ],
    });
    expect(passages(at.workspace, `${at.folder}b.html`)).toBeNull();
    // The same article as its reader sees it.
    const reader = passages(at.workspace, "argmap-source:///maps/a.html")?.passages;
    expect(reader?.map(({ range }) => [range.start.character, range.end.character])).toEqual([
      [0, 7],
      [8, 19],
    ]);
  });
});

test("the text of an article is what its reader sees, with the pages it has", async () => {
  const at = await openArticles(
    "claim k: K.\n=== a.html\n<p>It <b>fell</b>.</p><p>Then.</p>\n=== b.txt\nOne.\n\fTwo.\n",
  );
  expect(await sourceText(at.workspace, `${at.folder}a.html`)).toEqual({
    uri: "argmap-source:///maps/a.html",
    file: `${at.folder}a.html`,
    text: "It fell.\n\nThen.",
    pages: [],
  });
  expect((await sourceText(at.workspace, "argmap-source:/maps/b.txt")).pages).toMatchObject([
    { label: "1", range: { start: { line: 0 }, end: { line: 1, character: 1 } } },
    { label: "2", range: { start: { line: 1, character: 1 } } },
  ]);
  await expect(sourceText(at.workspace, "argmap-source:/maps/c.pdf")).rejects.toThrow("The file does not exist.");
});

test("a quote on a card leads to its passage, also from a map that imports it", async () => {
  const at = await openArticles(map`
    import: other.argmap
    reason for keep: It fell.
      quote: It fell
    === other.argmap
    source s: S
      file: a.txt
    source nowhere: N
    claim keep: Stay.
      quote s: It rose
      quote nowhere: It rose
    === a.txt
    It fell.
    It rose.
  `);
  const file = at.workspace.get(at.uri)?.file;
  if (file === undefined) throw new Error("The map is not open.");
  const links = plainTree(buildTree(file, () => [])).cards.flatMap(({ quotes }) => quotes.map(({ link }) => link));
  expect(links).toEqual([expect.stringMatching(/^file:.*#\d+$/), undefined, undefined]);
  const [link = ""] = links;
  expect(locateQuote(at.workspace, at.uri, link)).toEqual({
    uri: `${at.folder}a.txt`,
    range: { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } },
  });
  expect(locateQuote(at.workspace, at.uri, "99")).toBeNull();
  expect(locateQuote(at.workspace, at.uri, "x")).toBeNull();
});
