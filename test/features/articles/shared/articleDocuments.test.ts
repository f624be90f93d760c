import { describe, expect, test } from "vitest";
import { hover } from "../../../../server/features/requests/display/hover.ts";
import { definition } from "../../../../server/features/requests/navigation/definition.ts";
import { references } from "../../../../server/features/requests/navigation/references.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { writePdf } from "../../../support/pdf/writePdf.ts";
import { expectLinks } from "../../../support/workspaces/expectLinks.ts";
import { memoryFileSystem, workspaceOn } from "../../../support/workspaces/memoryFileSystem.ts";
import { openArticles, replaceArticle } from "../../../support/workspaces/openArticles.ts";

const options = { markdown: true, referenceUri: undefined };

describe("definition of a quote", () => {
  test("leads from the text of a quote, on one or more lines, to the passage", () =>
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

  test("leads from the source name and the keyword to the passage, or to the source if there is none", async () => {
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

  test("leads to all passages, each in its paragraph", async () => {
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

  test("leads into the file itself, for HTML, Markdown and Chinese", async () => {
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

  test("leads to the reader text of a PDF", async () => {
    const [main, pdf] = ["file:///maps/main.argmap", "file:///maps/a.pdf"];
    const workspace = workspaceOn(memoryFileSystem({ [pdf]: writePdf([["It rose."], ["It fell."]]) }));
    workspace.open(main, "source s: S\n  file: a.pdf\nclaim k: K.\n  quote: It fell\n", 1);
    await workspace.whenIdle();
    const [link] = definition(workspace, main, { line: 3, character: 10 });
    expect(link).toMatchObject({
      targetUri: "argmap-source:///maps/a.pdf",
      targetSelectionRange: { start: { character: 0 }, end: { character: 7 } },
    });
    // And back, from the reader text.
    const { start } = link?.targetSelectionRange ?? { start: { line: 0, character: 0 } };
    expect(references(workspace, "argmap-source:///maps/a.pdf", start, true)).toMatchObject([{ uri: main }]);
    expect(JSON.stringify(hover(workspace, main, { line: 3, character: 10 }, options))).toContain("on page 2");
  });
});

test.each(["6", "本"])("a quote of the single character %s leads to it", async (quote) => {
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

describe("after a change of the article that removes a quote", () => {
  const before =
    "In spring it fell by a third in the north. In autumn it fell by a tenth in the south. In winter nobody counted.";
  // The sentence on spring is more similar to the quote than the one that replaced it.
  const after = before.replace("by a third", "by a tenzh").replace("it fell by a tenth in", "it sank by a tenth in");
  const openBefore = () =>
    openArticles(map`
      source report: A report
        file: a.txt
      claim keep: It should stay.
        quote report: it fell by a te¦nth
      === a.txt
      ${before}
    `);

  test("definition, hover and the first suggestion lead to the passage in its place", async () => {
    const at = await openBefore();
    const { workspace, cursor, uri } = at;
    const [article = ""] = Object.keys(at.files).filter((one) => one.endsWith("a.txt"));
    workspace.sources.open(article, `${before}\n`);
    await workspace.whenIdle();
    await replaceArticle(at, article, `A foreword.\n\n${after}\n`);
    const column = after.indexOf("it sank");
    expect(definition(workspace, uri, cursor)).toMatchObject([
      {
        targetUri: article,
        targetSelectionRange: {
          start: { line: 2, character: column },
          end: { line: 2, character: column + "it sank by a tenth".length },
        },
      },
    ]);
    expect(hover(workspace, uri, cursor, options)?.contents).toMatchObject({
      value: expect.stringMatching(/no longer contains this quote.*\*\*it sank by a tenth\*\*/s),
    });
    const problem = workspace.problemsOf(uri).find(({ code }) => code === "quote-not-found");
    expect(problem?.suggestions[0]).toBe("it sank by a tenth");
  });

  test("nothing leads to another sentence if the passage is deleted", async () => {
    const at = await openBefore();
    const { workspace, cursor, uri } = at;
    const [article = ""] = Object.keys(at.files).filter((one) => one.endsWith("a.txt"));
    const original =
      "They met. So it fell by a tenth. In summer counts began late. All that is left is a tent by the sea.";
    workspace.sources.open(article, original);
    await workspace.whenIdle();
    await replaceArticle(at, article, original.replace("So it fell by a tenth. ", ""));
    expect(definition(workspace, uri, cursor)).toEqual([]);
    const problem = workspace.problemsOf(uri).find(({ code }) => code === "quote-not-found");
    expect(problem?.suggestions).toEqual([]);
    expect(problem?.message).toContain("no passage is similar");
  });

  test("the quote is found again if its text returns", async () => {
    const at = await openBefore();
    const { workspace, cursor, uri } = at;
    const [article = ""] = Object.keys(at.files).filter((one) => one.endsWith("a.txt"));
    workspace.sources.open(article, before);
    await replaceArticle(at, article, after);
    await replaceArticle(at, article, before);
    expect(workspace.problemsOf(uri).map(({ code }) => code)).not.toContain("quote-not-found");
    expect(definition(workspace, uri, cursor)).toHaveLength(1);
  });
});
