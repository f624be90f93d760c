import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { articleLenses } from "../../../../server/features/articles/requests/codeLens.ts";
import { coverage } from "../../../../server/features/articles/requests/coverage.ts";
import { articleHover } from "../../../../server/features/articles/requests/hover.ts";
import { passages } from "../../../../server/features/articles/requests/passages.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { openArticles, replaceArticle } from "../../../support/workspaces/openArticles.ts";
import { type OpenWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

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

/** The paragraphs of an article, with the cited parts in brackets. */
function markedParagraphs(at: OpenWorkspace, uri: string): readonly string[] {
  const [article] = coverage(at.workspace, uri)?.articles ?? [];
  const file = article?.uri ?? "";
  const text = TextDocument.create(file, "", 0, at.files[file] ?? "");
  return (article?.paragraphs ?? []).map(({ range, cited }) => {
    let marked = "";
    let from = range.start;
    for (const one of cited) {
      marked += `${text.getText({ start: from, end: one.start })}[${text.getText(one)}]`;
      from = one.end;
    }
    return marked + text.getText({ start: from, end: range.end });
  });
}

test("covers the passages that a map and its imports cite", async () => {
  const at = await openArticles(source);
  expect(markedParagraphs(at, at.uri)).toEqual([
    "[Nitrogen dioxide fell by a fifth.\nTraffic fell] by a third.",
    "Nobody knows.",
  ]);
  expect(coverage(at.workspace, at.uri)?.articles[0]).toMatchObject({
    title: "Streets for whom?",
    counts: { paragraphs: 2, cited: 1 },
  });
});

test("does not cover text that a quote leaves out", async () => {
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
  expect(markedParagraphs(at, article)).toEqual(cited);
  expect(coverage(at.workspace, article)?.articles[0]?.counts).toMatchObject({ paragraphs: 3, cited: 2 });
  expect(passages(at.workspace, article)?.passages.map(({ range }) => range.start.line)).toEqual([0, 4, 4]);
  expect(articleLenses(at.workspace, article).map(({ range }) => range.start.line)).toEqual([0, 4]);
  const hoverAt = (line: number) =>
    articleHover(at.workspace, article, { line, character: 13 }, { markdown: false })?.contents;
  expect(hoverAt(0)).toMatchObject({ value: expect.stringContaining("reason") });
  expect(hoverAt(2)).toBeUndefined();
});

test("covers the passages of an article that any map cites", async () => {
  const at = await openArticles(source);
  expect(markedParagraphs(at, `${at.folder}a.txt`)[1]).toBe("[Nobody knows.]");
});

test("lists the entries without a quote that could have one", async () => {
  const at = await openArticles(source);
  expect(coverage(at.workspace, at.uri)).toMatchObject({
    entries: 4,
    unquoted: [
      { uri: at.uri, kind: "objection", text: "Only in winter.", range: { start: { line: 5 } } },
      { kind: "premise", text: "It was mild." },
    ],
  });
});

test("follows an edit of the quote and of the article", async () => {
  const at = await openArticles(source);
  typeAtCursor(at, " by a third");
  expect(markedParagraphs(at, at.uri)[0]).toBe("[Nitrogen dioxide fell by a fifth.\nTraffic fell by a third].");
  const article = `${at.folder}a.txt`;
  at.workspace.sources.open(article, "Nobody knows.");
  await replaceArticle(at, article, "Nobody knows.");
  expect(coverage(at.workspace, at.uri)?.articles[0]?.counts).toMatchObject({ paragraphs: 1, cited: 0 });
});

test("is null for other files, and works with syntax errors in the map", async () => {
  const at = await openArticles("source\n  file: a.txt\nquote\nclaim a b c\n  quote:\n=== a.txt\nIt fell.\n");
  expect(coverage(at.workspace, `${at.folder}b.txt`)).toBeNull();
  expect(coverage(at.workspace, at.uri)?.articles).toHaveLength(1);
});

test("separates paragraphs at blank lines and at very long lines", async () => {
  const long = "空气变好了。".repeat(40);
  const at = await openArticles(`source s: S\n  file: a.txt\n=== a.txt\n${long}\n${long}\none\ntwo\n\nthree`);
  expect(coverage(at.workspace, at.uri)?.articles[0]?.paragraphs.map(({ range }) => range.end.line)).toEqual([
    0, 1, 3, 5,
  ]);
});
