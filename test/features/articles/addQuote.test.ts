/** From a selection in an article to an edit of a map. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Range } from "vscode-languageserver";
import { articleActions } from "../../../server/features/articles/requests/codeActions.ts";
import { newMap } from "../../../server/features/articles/requests/newMap.ts";
import { pasteQuote } from "../../../server/features/articles/requests/pasteQuote.ts";
import { targets } from "../../../server/features/articles/requests/quoteTargets.ts";
import { quoteInMap } from "../../../server/features/articles/shared/quoteInMap.ts";
import { entryData } from "../../../server/features/shared/entryData.ts";
import { workspaceEdit } from "../../../server/features/textEdits/workspaceEdit.ts";
import { readPdf } from "../../../server/node/pdfReader.ts";
import { type QuoteAddition, selectionCommands } from "../../../server/protocol/articles.ts";
import type { Workspace } from "../../../server/workspace/workspace.ts";
import { applyWorkspaceEdit } from "../../support/applyEdit.ts";
import { map } from "../../support/markedMap.ts";
import { memoryFileSystem, workspaceOn } from "../../support/memoryFileSystem.ts";
import { openArticles } from "../../support/openArticles.ts";
import type { OpenWorkspace } from "../../support/openWorkspace.ts";
import { writePdf } from "../../support/writePdf.ts";

const isArticle = (uri: string): boolean => !uri.endsWith(".argmap");

interface How {
  readonly text?: string;
  readonly lineWidth?: number;
  /** What comes of another file than the map. */
  readonly of?: string;
}

/** Adds what stands in ⟦ ⟧ in the article under the entry at ¦; gives the map then, with ¦ where the cursor belongs. */
async function encoded(source: string, add: QuoteAddition, { text, lineWidth = 0, of }: How = {}): Promise<string> {
  const at = await openArticles(source);
  const article = Object.keys(at.files).find(isArticle) ?? "";
  const file = at.workspace.get(at.uri)?.file;
  const target = source.includes("¦") ? file?.syntax.resolvePosition(at.cursor).line.owner : undefined;
  const { edit, cursor } = await quoteInMap(
    at.workspace,
    {
      article,
      version: undefined,
      selections: at.targets.map(({ range }) => range),
      map: at.uri,
      target: target && entryData(target),
      add,
      text,
    },
    lineWidth,
  );
  const texts = applyWorkspaceEdit(at.workspace, edit);
  if (of !== undefined) return texts[`${at.folder}${of}`] ?? "";
  return withCursor(texts[cursor.uri] ?? "", cursor.range);
}

function withCursor(text: string, { start }: Range): string {
  const lines = text.split("\n");
  const line = lines[start.line] ?? "";
  lines[start.line] = `${line.slice(0, start.character)}¦${line.slice(start.character)}`;
  return lines.join("\n");
}

describe("a passage is added", () => {
  test("as a quote under an entry: after its other quotes, before its reasons", async () => {
    expect(
      await encoded(
        map`
          source report: A report
            file: a.txt

          claim k¦eep: The charge
              should stay.
            tags: air
            quote report: It rose.
              page: 3
            reason: It works.
          === a.txt
          It rose. ⟦It fell
          by a fifth.⟧
        `,
        "quote",
      ),
    ).toBe(map`
      source report: A report
        file: a.txt

      claim keep: The charge
          should stay.
        tags: air
        quote report: It rose.
          page: 3
        quote report: It fell by a fifth.¦
        reason: It works.
    `);
  });

  test("with a new entry under an entry, after all that stands there, the cursor where its words are missing", async () => {
    const source = map`
      source report: A report
        file: a.txt

      claim ke¦ep: The charge should stay.
          reason: It works.
              objection: Only in winter.

      claim drop: It should go.
      === a.txt
      ⟦It fell⟧ by a fifth.
    `;
    const expected = (words: string) => map`
      source report: A report
        file: a.txt

      claim keep: The charge should stay.
          reason: It works.
              objection: Only in winter.
          objection: ${words}
              quote report: It fell

      claim drop: It should go.
    `;
    expect(await encoded(source, "objection")).toBe(expected("¦"));
    expect(await encoded(source, "objection", { text: "It fell too\n little." })).toBe(
      expected("It fell too little.¦"),
    );
  });

  test("as a claim at the end of the map, and under a question", async () => {
    const article = "=== a.txt\n⟦It fell⟧ by a fifth.\n";
    expect(await encoded(`source report: A report\n  file: a.txt\nclaim keep: Stay.\n\n\n${article}`, "claim")).toBe(
      "source report: A report\n  file: a.txt\nclaim keep: Stay.\n\nclaim: ¦\n  quote report: It fell\n\n\n",
    );
    expect(await encoded(`source report: A report\n  file: a.txt\nquestion w¦hy: Why?\n${article}`, "claim")).toBe(
      "source report: A report\n  file: a.txt\nquestion why: Why?\n  claim: ¦\n    quote report: It fell\n",
    );
  });

  test("as a premise, in Chinese, indented as the map is, with the line ends it has", async () => {
    const source =
      "source 报告: 报告\n\tfile: a.txt\nclaim 保留: 应该保留。\n\treason 空¦气: 空气。\n=== a.txt\n去年⟦空气变好\n了许多⟧。\n";
    expect(await encoded(source, "premise")).toBe(
      "source 报告: 报告\n\tfile: a.txt\nclaim 保留: 应该保留。\n\treason 空气: 空气。\n\t\tpremise: ¦\n\t\t\tquote 报告: 空气变好了许多\n",
    );
  });

  test("broken into lines where the user wants that, each read as the words that it is", async () => {
    const text = await encoded(
      map`
        source report: A report
          file: a.txt
        claim ke¦ep: Stay.
        === a.txt
        ⟦He gave many a good reason: it fell by a fifth, and note: nobody denies it.⟧
      `,
      "quote",
      { lineWidth: 30 },
    );
    expect(text.split("\n").every((line) => line.length <= 31)).toBe(true);
    const { workspace } = await openArticles(text.replace("¦", ""));
    const [quote] = [...(workspace.get("file:///maps/main.argmap")?.file.entriesOf("quote") ?? [])];
    expect(quote?.text).toBe("He gave many a good reason: it fell by a fifth, and note: nobody denies it.");
  });

  test("of several selections as one quote", async () => {
    expect(
      await encoded(
        "source s: S\n  file: a.txt\nclaim k¦: K.\n=== a.txt\n⟦It fell⟧ by a fifth, ⟦and it rose⟧ later.\n",
        "quote",
      ),
    ).toBe("source s: S\n  file: a.txt\nclaim k: K.\n  quote s: It fell … and it rose¦\n");
  });

  test.each([
    ["a step that is not chosen", "claim keep: Stay.\n", "reason", "Choose what the reason is to stand under"],
    ["a quote under a question", "question wh¦y: Why?\n", "quote", "A quote cannot stand under a question."],
    ["a claim under a claim", "claim ke¦ep: Stay.\n", "claim", "A claim cannot stand under a claim."],
    ["a quote under the use of a claim", "claim k: K.\n  reason:\n    premi¦se k\n", "quote", "cannot stand under"],
  ] as const)("not as %s", async (_, text, add, message) => {
    await expect(encoded(`${text}=== a.txt\n⟦It fell⟧.\n`, add)).rejects.toThrow(message);
  });

  test("not where nothing is selected, nor from what is no text, a map or not there", async () => {
    await expect(encoded("claim k¦: K.\n=== a.txt\nIt⟦ … ⟧fell.\n", "quote")).rejects.toThrow("Select the words");
  });

  test("a source without a name that is imported by way of another map keeps its quotes: no second one is added", async () => {
    const source = map`
      import: middle.argmap
      claim k¦: K.
        quote: It rose
      === middle.argmap
      import: far.argmap
      claim m: M.
      === far.argmap
      source: Far
        file: far.txt
      === a.txt
      ⟦It fell⟧.
      === far.txt
      It rose.
    `;
    await expect(encoded(source, "quote")).rejects.toThrow(
      "Quotes in main.argmap name no source, as they are from the only one there is, that of far.argmap.",
    );
  });

  test("an entry that stands under a source by mistake gets its quote all the same", async () => {
    const source = map`
      source b: B
        file: b.txt
        claim k¦: K.
      === a.txt
      ⟦It fell⟧.
      === b.txt
      It rose.
    `;
    expect(await encoded(source, "quote")).toContain("  claim k: K.\n    quote a: It fell");
    const ask = async (article: string) =>
      quoteInMap(
        (await openArticles("claim k: K.\n=== b.txt\n\0\n")).workspace,
        {
          article,
          selections: [zero],
          add: "claim",
          version: 1,
          map: "file:///maps/main.argmap",
          target: undefined,
          text: "",
        },
        0,
      );
    await expect(ask("file:///maps/b.txt")).rejects.toThrow("This file is not text in UTF-8, so it cannot be read.");
    await expect(ask("file:///maps/c.txt")).rejects.toThrow("There is no such file.");
    await expect(ask("file:///maps/main.argmap")).rejects.toThrow("This is a map");
  });
});

const zero: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

describe("the source of the article", () => {
  test("is added where the map has none, after the others, with what the article says of itself", async () => {
    expect(
      await encoded(
        map`
          map: A map
          source other: Another
            date: 2024
          speaker lind: Maja Lind
          claim ke¦ep: Stay.
          === sub/The%20Trial.html
          <title>Streets for &amp; whom?</title><meta name="author" content="City Office">
          <meta property="article:published_time" content="2025-03-14T10:00:00Z">
          <body><p>⟦It fell⟧ by a fifth.</p>
        `,
        "quote",
      ),
    ).toBe(map`
      map: A map
      source other: Another
        date: 2024

      source the-trial: Streets for & whom?
        author: City Office
        date: 2025-03-14
        file: sub/The Trial.html

      speaker lind: Maja Lind
      claim keep: Stay.
        quote the-trial: It fell¦
    `);
  });

  test("is added to an empty map", async () => {
    expect(await encoded("=== main.argmap\n=== a.md\n# The *Trial*\n\n⟦It fell⟧.\n", "claim")).toBe(
      "source a: The Trial\n  file: a.md\n\nclaim: ¦\n  quote a: It fell\n",
    );
  });

  test("leaves quotes that name none with the source that they have", async () => {
    expect(await encoded("source: Old\nclaim k¦: K.\n  quote: so it is\n=== a.txt\n⟦It fell⟧.\n", "quote")).toBe(
      "source source: Old\n\nsource a: It fell.\n  file: a.txt\n\nclaim k: K.\n  quote source: so it is\n  quote a: It fell¦\n",
    );
  });

  test("gives theirs a name where it has none, for whoever imports it too", async () => {
    const source = map`
      source: Old
      claim k¦: K.
      === other.argmap
      import m: main.argmap
      claim o: O.
        quote: so it is
      === a.txt
      ⟦It fell⟧.
    `;
    expect(await encoded(source, "quote")).toContain("source source: Old\n");
    expect(await encoded(source, "quote", { of: "other.argmap" })).toContain("  quote m.source: so it is\n");
  });

  test("leaves them with it also where that takes an import", async () => {
    expect(
      await encoded(
        map`
          import: middle.argmap
          claim k¦: K.
            quote: so it is
            quote: so it was
          === middle.argmap
          import: deep.argmap
          === deep.argmap
          source old: Old
          === a.txt
          ⟦It fell⟧.
        `,
        "quote",
      ),
    ).toBe(map`
      import: middle.argmap
      import: deep.argmap

      source a: It fell.
        file: a.txt

      claim k: K.
        quote old: so it is
        quote old: so it was
        quote a: It fell¦
    `);
  });

  test("is named as the map can name it, imported if need be", async () => {
    expect(
      await encoded(
        "import s: sources.argmap\nclaim k¦: K.\n=== sources.argmap\nsource trial: T\n  file: a.txt\n=== a.txt\n⟦It fell⟧.\n",
        "quote",
      ),
    ).toBe("import s: sources.argmap\nclaim k: K.\n  quote s.trial: It fell¦\n");
  });

  test("need not be named where it is the only one and has no name", async () => {
    expect(await encoded("source: T\n  file: a.txt\nclaim k¦: K.\n=== a.txt\n⟦It fell⟧.\n", "quote")).toBe(
      "source: T\n  file: a.txt\nclaim k: K.\n  quote: It fell¦\n",
    );
  });
});

test("the title of XHTML is read behind an element that ends itself", async () => {
  expect(
    await encoded(
      'claim k¦: K.\n=== a.xhtml\n<head><script src="a.js"/><title>Air</title></head><body><div/>⟦It fell⟧.</body>\n',
      "quote",
    ),
  ).toBe("source a: Air\n  file: a.xhtml\n\nclaim k: K.\n  quote a: It fell¦\n");
});

test("a quote from a PDF says its page", async () => {
  const pdf = "file:///maps/a.pdf";
  const main = "file:///maps/main.argmap";
  const files = memoryFileSystem({ [pdf]: writePdf([["It fell."], ["It rose.", "It fell."]]) });
  const workspace = workspaceOn({ ...files, readPdf });
  workspace.open(main, "claim k: K.\n", 1);
  workspace.sources.articleAt(pdf);
  await workspace.whenIdle();
  const read = workspace.sources.articleAt(pdf);
  const text = read.state === "found" ? read.article.text : "";
  const before = text.slice(0, text.lastIndexOf("It fell")).split("\n");
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const selections = [{ start, end: { line: start.line, character: start.character + 7 } }];
  const target = [...(workspace.get(main)?.file.entriesOf("claim") ?? [])].map(entryData)[0];
  const article = "argmap-source:///maps/a.pdf";
  const { edit } = await quoteInMap(
    workspace,
    { article, selections, target, add: "quote", version: undefined, map: undefined, text: undefined },
    0,
  );
  expect(applyWorkspaceEdit(workspace, edit)[main]).toBe(
    "source a: It fell.\n  file: a.pdf\n\nclaim k: K.\n  quote a: It fell\n    page: 2\n",
  );
});

test("whatever is selected, the quote in the map is found, and nothing else of the map changes", async () => {
  const word = fc.constantFrom(
    ..."It fell by a fifth. reason: note: // x-y: “so” claim … 空气 变好 - # quote".split(" "),
  );
  const article = fc.array(fc.tuple(word, fc.constantFrom(" ", "\n", "\n\n")), { minLength: 1, maxLength: 30 });
  const indent = fc.constantFrom("  ", "\t", "    ");
  await fc.assert(
    fc.asyncProperty(article, fc.nat(), fc.nat(), indent, fc.constantFrom(0, 20), async (parts, a, b, step, width) => {
      const text = parts.flat().join("");
      const lines = text.split("\n");
      const place = (at: number) => {
        const line = at % lines.length;
        return { line, character: Math.floor(at / lines.length) % ((lines[line]?.length ?? 0) + 1) };
      };
      const [start, end] = [place(a), place(b)].sort((x, y) => x.line - y.line || x.character - y.character);
      if (start === undefined || end === undefined) return;
      const main = `claim k: K.\n${step}reason r: R.\n${step}${step}objection: O.\nclaim l: L.\n`;
      const at = await openArticles(`${main}=== a.txt\n${text}`);
      const reason = [...(at.workspace.get(at.uri)?.file.entriesOf("reason") ?? [])][0];
      const asked = quoteInMap(
        at.workspace,
        {
          article: `${at.folder}a.txt`,
          selections: [{ start, end }],
          target: reason && entryData(reason),
          add: "objection",
          text: "New",
          version: undefined,
          map: undefined,
        },
        width,
      );
      const { edit } = await asked.catch(() => ({ edit: undefined }));
      if (edit === undefined) return;
      const now = applyWorkspaceEdit(at.workspace, edit)[at.uri] ?? "";
      const after = await openArticles(`${now}=== a.txt\n${text}`);
      const file = after.workspace.get(after.uri)?.file;
      const quote = [...(file?.entriesOf("quote") ?? [])];
      expect(quote).toHaveLength(1);
      expect(quote[0]?.parent?.text).toBe("New");
      expect(quote[0]?.parent?.parent?.text).toBe("R.");
      const errors = after.workspace.problemsOf(after.uri).filter(({ severity }) => severity === "error");
      expect(errors.map(({ code }) => code)).toEqual([]);
      expect(
        now
          .split("\n")
          .filter((line) => main.split("\n").includes(line))
          .join("\n"),
      ).toContain(main.trim());
    }),
    { numRuns: 150 },
  );
});

describe("words pasted with their article", () => {
  const article = "=== a.txt\nIt rose. ⟦It fell⟧ by a fifth.\n";
  const pasted = async (text: string, words = "It fell"): Promise<string | null> => {
    const at = await openArticles(`source s: S\n  file: a.txt\n${text}${article}`);
    const to = { uri: at.uri, position: at.cursor };
    const selections = at.targets.map(({ range }) => range);
    const answer = await pasteQuote(at.workspace, { article: `${at.folder}a.txt`, selections, text: words, to }, 0);
    return answer === null ? null : answer.text;
  };

  test("are a quote under what they are pasted at", async () => {
    expect(await pasted("claim k: K.\n  ¦\n")).toBe("quote s: It fell");
    expect(await pasted("claim k: K.\n¦\n")).toBe("  quote s: It fell");
    expect(await pasted("claim k: K.¦\n")).toBe("\n  quote s: It fell");
    expect(await pasted("claim k: K.\n  reason: R.\n    ¦\n")).toBe("quote s: It fell");
  });

  /** The map when the words have been pasted. */
  async function after(text: string): Promise<string> {
    const at = await openArticles(`source s: S\n  file: a.txt\n${text}${article}`);
    const { cursor } = at;
    const selections = at.targets.map(({ range }) => range);
    const params = { article: `${at.folder}a.txt`, selections, text: "It fell", to: { uri: at.uri, position: cursor } };
    const answer = await pasteQuote(at.workspace, params, 0);
    if (answer === null) return "";
    const insertion = { uri: at.uri, range: { start: cursor, end: cursor }, newText: answer.text };
    const others = (answer.edit?.documentChanges ?? []).flatMap((change) =>
      "edits" in change ? change.edits.flatMap((one) => ("newText" in one ? [{ ...one, uri: at.uri }] : [])) : [],
    );
    return applyWorkspaceEdit(at.workspace, workspaceEdit(at.workspace, [...others, insertion]))[at.uri] ?? "";
  }

  test.each(["", "  ", "    ", "      ", "        ", "\t"])(
    "go under the entry above, and take nothing over, on a line with white space %j",
    async (white) => {
      const head = "claim k: K.\n  reason: R.\n    premise: It is needed.\n";
      const rest = "      quote s: by a fifth\n        page: 1\n  reason: Q.\n";
      const text = `${head}${white}¦\n${rest}`;
      expect(await after(text)).toBe(`source s: S\n  file: a.txt\n${head}      quote s: It fell\n${rest}`);
    },
  );

  test("stay what they are where a quote would take over the lines below", async () => {
    expect(await pasted("claim k: K.\n  quote s: It rose\n  ¦\n    page: 1\n")).toBeNull();
    expect(await pasted("claim k: K.\n  quote s: It rose¦\n    page: 1\n")).toBeNull();
    expect(await pasted("claim k: K that\n  ¦\n  goes on.\n")).toBeNull();
    expect(await pasted("claim k: K.\n  question: Q?\n¦\n    reason: R.\n")).toBeNull();
  });

  test("are words only, where the head of a quote stands there", async () => {
    expect(await pasted("claim k: K.\n  quote s: ¦\n")).toBe("It fell");
  });

  test("stay what they are in the middle of a line, under nothing, and when the article says something else", async () => {
    expect(await pasted("claim k: ¦K.\n")).toBeNull();
    expect(await pasted("question q: Q?\n  ¦\n")).toBeNull();
    expect(await pasted("claim k: K.\n  ¦\n", "It rose")).toBeNull();
  });

  test("bring the source along that the map does not have", async () => {
    const at = await openArticles(`claim k: K.\n  ¦\n${article}`);
    const selections = at.targets.map(({ range }) => range);
    const to = { uri: at.uri, position: at.cursor };
    const answer = await pasteQuote(at.workspace, { article: `${at.folder}a.txt`, selections, text: "It fell", to }, 0);
    expect(answer?.edit && applyWorkspaceEdit(at.workspace, answer.edit)[at.uri]).toBe(
      "source a: It rose. It fell by a fifth.\n  file: a.txt\n\nclaim k: K.\n  \n",
    );
  });
});

describe("targets", () => {
  const shown = (workspace: Workspace, article: string, query?: string) =>
    targets(workspace, article, query).maps.map(({ title, cites, entries }) => [
      title,
      cites,
      ...entries.map(({ kind, name, text, path, add }) => [kind, name, text, path, add.join()].join("|")),
    ]);
  const source = map`
    claim other: Something else.
    === b.argmap
    map: The trial
    source s: S
      file: a.txt
    question why: Why?
      claim keep: The charge should stay.
        reason: It works.
    === a.txt
    It fell.
  `;

  test("are the entries of all maps, those first that cite the article", async () => {
    const { workspace, folder } = await openArticles(source);
    expect(shown(workspace, `${folder}a.txt`)).toEqual([
      [
        "The trial",
        true,
        "question|why|Why?||claim,objection",
        "claim|keep|The charge should stay.|why|quote,reason,objection",
        "reason||It works.|why › keep|quote,reason,objection,premise",
      ],
      ["main.argmap", false, "claim|other|Something else.||quote,reason,objection"],
    ]);
  });

  test("with a query are those that match, by name before words", async () => {
    const { workspace, folder } = await openArticles(
      "claim: It works.\nclaim work: It should stay.\nclaim: It fell.\n=== a.txt\nIt fell.\n",
    );
    const found = shown(workspace, `${folder}a.txt`, "ork");
    expect(found.flat().filter((one) => typeof one === "string" && one.includes("|"))).toEqual([
      "claim|work|It should stay.||quote,reason,objection",
      "claim||It works.||quote,reason,objection",
    ]);
  });
});

describe("a new map", () => {
  const made = (at: OpenWorkspace, article: string) => newMap(at.workspace, `${at.folder}${article}`);

  test("stands beside the article, its source filled in, under a name that no file has", async () => {
    const at = await openArticles(
      "claim k: K.\n=== Trial-2.argmap\nclaim k: K.\n=== trial.argmap\nclaim k: K.\n=== trial.txt\n\n  Streets for whom?\nIt fell.\n",
    );
    expect(await made(at, "trial.txt")).toEqual({
      uri: "file:///maps/trial-3.argmap",
      content: "map: Streets for whom?\n\nsource trial: Streets for whom?\n  file: trial.txt\n\n",
      cursor: { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } },
    });
  });

  test("takes what front matter and headings say", async () => {
    const at = await openArticles(
      'claim k: K.\n=== 老城.md\n---\ntitle: "The Trial"\nauthor: Lind\ndate: 2025-3\n---\n# Other\n',
    );
    expect((await made(at, "老城.md")).content).toBe(
      "map: The Trial\n\nsource 老城: The Trial\n  author: Lind\n  date: 2025-03\n  file: 老城.md\n\n",
    );
  });

  test("is not made of an article that is in no file", async () => {
    const { workspace } = await openArticles("claim k: K.\n");
    workspace.sources.open("untitled:Untitled-1", "It fell.");
    await expect(newMap(workspace, "untitled:Untitled-1")).rejects.toThrow("Save the article first");
  });
});

test("the lightbulb offers what the client has commands for, on selected words of an article in use", async () => {
  const { workspace, uri, targets } = await openArticles("source s: S\n  file: a.txt\n=== a.txt\n¦It ⟦fell⟧.\n");
  const commands = new Set<string>(Object.values(selectionCommands));
  const range = targets[0]?.range ?? zero;
  expect(articleActions(workspace, uri, range, { only: undefined, commands }).map(({ title }) => title)).toEqual([
    "Quote in Map…",
    "Add Claim from Selection…",
    "Add Reason from Selection…",
    "Add Objection from Selection…",
    "Add Premise from Selection…",
  ]);
  const few = articleActions(workspace, uri, range, { only: ["refactor"], commands: new Set(["argmap.quoteInMap"]) });
  expect(few).toMatchObject([{ command: { command: "argmap.quoteInMap", arguments: [{ uri, range }] } }]);
  expect(articleActions(workspace, uri, range, { only: ["quickfix"], commands })).toEqual([]);
  expect(articleActions(workspace, uri, zero, { only: undefined, commands })).toEqual([]);
  expect(articleActions(workspace, "file:///maps/b.txt", range, { only: undefined, commands })).toEqual([]);
});
