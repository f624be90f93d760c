/** From a quote to its passage, and from a passage to the entries that cite it. */
import { describe, expect, test } from "vitest";
import { articleHighlights } from "../../../server/features/articles/requests/highlights.ts";
import { codeLens, resolveCodeLens } from "../../../server/features/requests/codeLens.ts";
import { definition } from "../../../server/features/requests/definition.ts";
import { documentLinks } from "../../../server/features/requests/documentLinks.ts";
import { highlights } from "../../../server/features/requests/highlights.ts";
import { hover } from "../../../server/features/requests/hover.ts";
import { references } from "../../../server/features/requests/references.ts";
import { readPdf } from "../../../server/node/pdfReader.ts";
import { expectLinks } from "../../support/expectLinks.ts";
import { map } from "../../support/markedMap.ts";
import { memoryFileSystem, workspaceOn } from "../../support/memoryFileSystem.ts";
import { openArticles, replaceArticle } from "../../support/openArticles.ts";
import { typeAtCursor } from "../../support/openWorkspace.ts";
import { writePdf } from "../../support/writePdf.ts";

const options = { markdown: true, referenceUri: undefined };

const cited = map`
  source report: Streets for whom?
    author: City Office
    file: trial.txt
  claim keep: The charge should stay.
    reason fell: Nitrogen dioxide fell.
      quote report: nitrogen dioxide
        fell by 21 per cent
    objection: Only in winter.
      quote report: fell by 21 per cent
  === trial.txt
  In the first year ⟦nitrogen dioxide
  fell by 21 per ce¦nt⟧. That is a lot.

  Nobody knows why.
`;

describe("definition of a quote", () => {
  test("leads from its words, be they on several lines, to the passage", () =>
    expectLinks(
      definition,
      map`
        source report: A report
          file: a.txt
        claim keep: It should stay.
          quote report: ⟨nitrogen di¦oxide
            fell⟩
        === a.txt
        In the first year ⟦nitrogen
        dioxide fell⟧ by 21 per cent.
      `,
    ));

  test("leads from its source and its keyword there too, and to the source where it is not found", async () => {
    const from = (quote: string, source: string, article: string) => map`
      source ${source}: A report
        file: a.txt
      claim keep: It should stay.
        ${quote}
      === a.txt
      ${article}
    `;
    await expectLinks(definition, from("quote ⟨rep¦ort⟩: It fell.", "report", "⟦It fell.⟧ By 21 per cent."));
    await expectLinks(definition, from("⟨quo¦te⟩: It fell.", "report", "⟦It fell.⟧ By 21 per cent."));
    await expectLinks(definition, from("quote ⟨rep¦ort⟩: It rose.", "⟦report⟧", "It fell. By 21 per cent."));
    await expectLinks(definition, from("quote report: It ro¦se.", "report", "It fell. By 21 per cent."));
  });

  test("leads to all passages, where there are several, each in its paragraph", async () => {
    const { workspace, uri, cursor } = await openArticles(map`
      source report: A report
        file: a.txt
      claim keep: It should stay.
        quote report: It fe¦ll
      === a.txt
      It fell by a tenth.

      Then we waited.
      It fell by a fifth.
    `);
    expect(definition(workspace, uri, cursor)).toMatchObject([
      { targetRange: { start: { line: 0, character: 0 }, end: { line: 0, character: 19 } } },
      {
        targetRange: { start: { line: 2, character: 0 }, end: { line: 3, character: 19 } },
        targetSelectionRange: { start: { line: 3, character: 0 }, end: { line: 3, character: 7 } },
      },
    ]);
  });

  test("leads into the file's own text, of HTML and Markdown too, and in Chinese", async () => {
    await expectLinks(
      definition,
      map`
        source report: A report
          file: a.html
        claim keep: It should stay.
          quote report: ⟨fe¦ll & rose⟩
        === a.html
        <p>It <b>⟦fell</b> &amp; rose⟧.</p>
      `,
    );
    await expectLinks(
      definition,
      map`
        source 报告: 报告
          file: a.md
        claim 保留: 应该保留。
          quote 报告: ⟨空气变¦好了⟩
        === a.md
        去年老城的*⟦空气*变好
        了⟧许多。
      `,
    );
  });

  test("leads to the text that is shown of a PDF", async () => {
    const [main, pdf] = ["file:///maps/main.argmap", "file:///maps/a.pdf"];
    const workspace = workspaceOn({ ...memoryFileSystem({ [pdf]: writePdf([["It rose."], ["It fell."]]) }), readPdf });
    workspace.open(main, "source s: S\n  file: a.pdf\nclaim k: K.\n  quote: It fell\n", 1);
    await workspace.whenIdle();
    const [link] = definition(workspace, main, { line: 3, character: 10 });
    expect(link).toMatchObject({
      targetUri: "argmap-source:///maps/a.pdf",
      targetSelectionRange: { start: { character: 0 }, end: { character: 7 } },
    });
    // The way back, from the text that is shown.
    const { start } = link?.targetSelectionRange ?? { start: { line: 0, character: 0 } };
    expect(references(workspace, "argmap-source:///maps/a.pdf", start, true)).toMatchObject([{ uri: main }]);
    expect(JSON.stringify(hover(workspace, main, { line: 3, character: 10 }, options))).toContain("on page 2");
  });
});

describe("definition in an article", () => {
  test("leads to the entries that cite the passage, also from another file", () =>
    expectLinks(
      definition,
      map`
        import: sources.argmap
        claim ⟦keep⟧: The charge should stay.
          quote report: nitrogen dioxide fell
        === sources.argmap
        source report: Streets for whom?
          file: trial.txt
        claim ⟦other⟧: Something else.
          quote: dioxide fell by
        === trial.txt
        In the first year nitrogen ⟨dio¦xide fell by⟩ 21 per cent.
      `,
    ));

  test("leads nowhere beside passages, and in files that no map cites", async () => {
    const at = await openArticles(cited);
    const trial = at.uri;
    expect(definition(at.workspace, trial, { line: 3, character: 3 })).toEqual([]);
    expect(definition(at.workspace, "file:///maps/other.md", { line: 0, character: 0 })).toEqual([]);
    expect(documentLinks(at.workspace, trial)).toEqual([]);
  });

  test("follows an edit of the quote, and of the article", async () => {
    const at = await openArticles(map`
      source report: A report
        file: a.txt
      claim keep: It should stay.
        quote report: It fell¦
      === a.txt
      It fell by a fifth.

      It rose.
    `);
    const article = "file:///maps/a.txt";
    const at0 = () => definition(at.workspace, article, { line: 0, character: 10 }).length;
    expect(at0()).toBe(0);
    typeAtCursor(at, " by a");
    expect(at0()).toBe(1);
    at.workspace.sources.open(article, "Well.\n\nIt fell by a fifth.");
    await replaceArticle(at, article, "Well.\n\nIt fell by a fifth.");
    expect(at0()).toBe(0);
    expect(definition(at.workspace, article, { line: 2, character: 3 })).toHaveLength(1);
  });

  test("is answered of broken maps", async () => {
    const { workspace, uri, cursor } = await openArticles(
      "source\n  file: a.txt\nquote\nquote: \nclaim a\n  quote b c: x\n  quote: fell\n=== a.txt\nIt fe¦ll.",
    );
    expect(definition(workspace, uri, cursor)).toHaveLength(1);
  });
});

describe("references and highlights in an article", () => {
  test("are the entries that cite the passage, and the passages", async () => {
    const { workspace, uri, cursor } = await openArticles(cited);
    expect(references(workspace, uri, cursor, true).map(({ range }) => range.start.line)).toEqual([4, 7]);
    expect(highlights(workspace, uri, cursor)).toEqual([
      { range: { start: { line: 0, character: 18 }, end: { line: 1, character: 19 } }, kind: 1 },
      { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 19 } }, kind: 1 },
    ]);
    expect(articleHighlights(workspace, uri, { line: 3, character: 0 })).toEqual([]);
  });
});

describe("hover", () => {
  test("on a quote shows it in its paragraph, with its source and a link", async () => {
    const { workspace, cursor, uri } = await openArticles(map`
      source report: Streets *for* whom?
        author: City Office
        file: a.txt
      claim keep: It should stay.
        quote report: nitrogen dio¦xide fell
      === a.txt
      # In the <b>first</b> year, he said,
      “nitrogen dioxide fell” by 21 per cent.
    `);
    expect(hover(workspace, uri, cursor, options)?.contents).toEqual({
      kind: "markdown",
      value: [
        "**Streets \\*for\\* whom?**, City Office",
        "> \\# In the \\<b\\>first\\</b\\> year, he said, “**nitrogen dioxide fell**” by 21 per cent.",
        "[Open the passage](<file:///maps/a.txt#L2,2-2,23>)",
      ].join("\n\n"),
    });
    expect(hover(workspace, uri, cursor, { ...options, markdown: false })?.contents).toMatchObject({
      value: expect.stringContaining("he said, “[nitrogen dioxide fell]” by"),
    });
  });

  test("on a quote says the page, and in how many more places it stands", async () => {
    const { workspace, cursor, uri } = await openArticles(
      map`
        source report: A report
          file: a.txt
        claim keep: It should stay.
          quote: It fe¦ll
        === a.txt
        It fell.FIt fell. It fell.FIt fell. It fell.
      `.replaceAll("F", "\f"),
    );
    const told = JSON.stringify(hover(workspace, uri, cursor, options)?.contents);
    expect(told).toContain("Open the passage on page 1");
    expect(told).toContain("These words stand in 2 more places.");
  });

  test("on a quote that is not found says what a quote is, as before", async () => {
    const { workspace, cursor, uri } = await openArticles(map`
      source report: A report
        file: a.txt
      claim keep: It should stay.
        quote report: It ro¦se
      === a.txt
      It fell.
    `);
    expect(JSON.stringify(hover(workspace, uri, cursor, options))).not.toContain("Open the passage");
  });

  test("in an article lists the entries that cite the passage, with links", async () => {
    const { workspace, uri, cursor } = await openArticles(cited);
    const answer = hover(workspace, uri, cursor, options);
    expect(answer?.contents).toEqual({
      kind: "markdown",
      value: [
        "**reason** `fell`",
        "keep",
        "Nitrogen dioxide fell.",
        "[Open in main.argmap](<file:///maps/main.argmap#L5,10-5,14>)",
        "**objection**",
        "keep",
        "Only in winter.",
        "[Open in main.argmap](<file:///maps/main.argmap#L8,3-8,12>)",
      ].join("\n\n"),
    });
    expect(answer?.range).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: 19 } });
    expect(hover(workspace, uri, { line: 3, character: 2 }, options)).toBeNull();
  });
});

describe("code lenses of an article", () => {
  test("stand above each paragraph that is cited, and show what cites it", async () => {
    const { workspace, uri } = await openArticles(cited);
    const [lens, ...others] = codeLens(workspace, uri);
    expect(others).toEqual([]);
    expect(lens?.range.start).toEqual({ line: 0, character: 0 });
    const resolved = lens && resolveCodeLens(workspace, lens, { canShowReferences: true });
    expect(resolved?.command).toMatchObject({
      title: "1 reason, 1 objection",
      command: "argmap.showReferences",
      arguments: [{ uri, places: [{ range: { start: { line: 4 } } }, { range: { start: { line: 7 } } }] }],
    });
    expect(lens && resolveCodeLens(workspace, lens, { canShowReferences: false }).command).toEqual({
      title: "1 reason, 1 objection",
      command: "",
    });
  });

  test("say nothing when what they told of is gone", async () => {
    const at = await openArticles(cited);
    const [lens] = codeLens(at.workspace, at.uri);
    await replaceArticle(at, at.uri, "Nothing of that.");
    expect(lens && resolveCodeLens(at.workspace, lens, { canShowReferences: true }).command).toEqual({
      title: "",
      command: "",
    });
  });
});

test.each(["6", "本"])("a quote of a single character leads to it: %s", async (quote) => {
  const { workspace, uri, cursor } = await openArticles(map`
    source report: A report
      file: a.txt
    claim keep: It should stay.
      quote report: ¦${quote}
    === a.txt
    It is 6 in 本.
  `);
  expect(definition(workspace, uri, cursor)).toHaveLength(1);
});

describe("when the article changes so that a quote is not there any more", () => {
  const before =
    "In spring it fell by a third in the north. In autumn it fell by a tenth in the south. In winter nobody counted.";
  // The spring comes nearer to the words of the quote than what is where they stood.
  const after = before.replace("by a third", "by a tenzh").replace("it fell by a tenth in", "it sank by a tenth in");
  const start = () =>
    openArticles(map`
      source report: A report
        file: a.txt
      claim keep: It should stay.
        quote report: it fell by a te¦nth
      === a.txt
      ${before}
    `);

  test("definition, hover and the first offer lead to what is in its place now", async () => {
    const at = await start();
    const { workspace, cursor, uri } = at;
    const [article = ""] = Object.keys(at.files).filter((one) => one.endsWith("a.txt"));
    workspace.sources.open(article, `${before}\n`);
    await workspace.whenIdle();
    await replaceArticle(at, article, `A foreword.\n\n${after}\n`);
    const place = after.indexOf("it sank");
    expect(definition(workspace, uri, cursor)).toMatchObject([
      {
        targetUri: article,
        targetSelectionRange: {
          start: { line: 2, character: place },
          end: { line: 2, character: place + "it sank by a tenth".length },
        },
      },
    ]);
    expect(hover(workspace, uri, cursor, options)?.contents).toMatchObject({
      value: expect.stringMatching(/not in the source any more.*\*\*it sank by a tenth\*\*/s),
    });
    const problem = workspace.problemsOf(uri).find(({ code }) => code === "quote-not-found");
    expect(problem?.suggestions[0]).toBe("it sank by a tenth");
  });

  test("nothing leads to another sentence when the passage is deleted", async () => {
    const at = await start();
    const { workspace, cursor, uri } = at;
    const [article = ""] = Object.keys(at.files).filter((one) => one.endsWith("a.txt"));
    const whole =
      "They met. So it fell by a tenth. In summer counts began late. All that is left is a tent by the sea.";
    workspace.sources.open(article, whole);
    await workspace.whenIdle();
    await replaceArticle(at, article, whole.replace("So it fell by a tenth. ", ""));
    expect(definition(workspace, uri, cursor)).toEqual([]);
    const problem = workspace.problemsOf(uri).find(({ code }) => code === "quote-not-found");
    expect(problem?.suggestions).toEqual([]);
    expect(problem?.message).toContain("no passage is similar");
  });

  test("it is found again as before when the words come back", async () => {
    const at = await start();
    const { workspace, cursor, uri } = at;
    const [article = ""] = Object.keys(at.files).filter((one) => one.endsWith("a.txt"));
    workspace.sources.open(article, before);
    await replaceArticle(at, article, after);
    await replaceArticle(at, article, before);
    expect(workspace.problemsOf(uri).map(({ code }) => code)).not.toContain("quote-not-found");
    expect(definition(workspace, uri, cursor)).toHaveLength(1);
  });
});
