import fc from "fast-check";
import { expect, test } from "vitest";
import type { Range } from "vscode-languageserver";
import { quoteInMap } from "../../../../server/features/articles/requests/quoteInMap.ts";
import { entryData } from "../../../../server/features/shared/entryData.ts";
import { writePdf } from "../../../support/pdf/writePdf.ts";
import { addSelection } from "../../../support/workspaces/addSelection.ts";
import { applyWorkspaceEdit } from "../../../support/workspaces/applyEdit.ts";
import { memoryFileSystem, workspaceOn } from "../../../support/workspaces/memoryFileSystem.ts";
import { openArticles } from "../../../support/workspaces/openArticles.ts";

const emptyRange: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

test.each([
  [
    "a reason without a target",
    "claim keep: Stay.\n",
    "reason",
    "Only a claim can be added at the end of a map. Select an entry for the reason.",
  ],
  ["a quote under a question", "question wh¦y: Why?\n", "quote", "A quote cannot be placed under a question."],
  ["a claim under a claim", "claim ke¦ep: Stay.\n", "claim", "A claim cannot be placed under a claim."],
  ["a quote under a bare premise", "claim k: K.\n  reason:\n    premi¦se k\n", "quote", "cannot be placed under"],
] as const)("refuses %s", async (_, text, add, message) => {
  await expect(addSelection(`${text}=== a.txt\n⟦It fell⟧.\n`, add)).rejects.toThrow(message);
});

test("refuses an empty selection, a binary file, a missing file and a map", async () => {
  await expect(addSelection("claim k¦: K.\n=== a.txt\nIt⟦ … ⟧fell.\n", "quote")).rejects.toThrow(
    "Nothing is selected.",
  );
  const quoteFrom = async (article: string) =>
    quoteInMap(
      (await openArticles("claim k: K.\n=== b.txt\n\0\n")).workspace,
      {
        article,
        selections: [emptyRange],
        addition: "claim",
        version: 1,
        map: "file:///maps/main.argmap",
        target: undefined,
        text: "",
      },
      0,
    );
  await expect(quoteFrom("file:///maps/b.txt")).rejects.toThrow("This file is not text, so it cannot be read.");
  await expect(quoteFrom("file:///maps/c.txt")).rejects.toThrow("The file does not exist.");
  await expect(quoteFrom("file:///maps/main.argmap")).rejects.toThrow("This file is a map.");
});

test("adds the page to a quote from a PDF", async () => {
  const pdf = "file:///maps/a.pdf";
  const main = "file:///maps/main.argmap";
  const files = memoryFileSystem({ [pdf]: writePdf([["It fell."], ["It rose.", "It fell."]]) });
  const workspace = workspaceOn(files);
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
    { article, selections, target, addition: "quote", version: undefined, map: undefined, text: undefined },
    0,
  );
  expect(applyWorkspaceEdit(workspace, edit)[main]).toBe(
    "source a: It fell.\n  file: a.pdf\n\nclaim k: K.\n  quote a: It fell\n    page: 2\n",
  );
});

test("writes the speaker of a new entry, who must be in scope, and says what was added to the selection", async () => {
  const source = "speaker wei: Wei\n\nclaim keep: Stay.\n=== a.txt\nIt fell at first. ⟦It fell⟧ again.\n";
  const { workspace, uri, folder, targets } = await openArticles(source);
  const add = (speaker: string) =>
    quoteInMap(
      workspace,
      {
        article: `${folder}a.txt`,
        selections: targets.map(({ range }) => range),
        map: uri,
        addition: "claim",
        text: "So it is.",
        speaker,
        version: undefined,
        target: undefined,
      },
      0,
    );
  const { edit, lengthened } = await add("wei");
  expect(applyWorkspaceEdit(workspace, edit)[uri]).toContain("\nclaim by wei: So it is.\n  quote a: It fell again.\n");
  expect(lengthened).toEqual({ before: "", after: "again." });
  await expect(add("keep")).rejects.toThrow("The selected speaker no longer exists.");
});

test("a quote of any selection is found again, and nothing else in the map changes", async () => {
  const word = fc.constantFrom(
    ..."It fell by a fifth. reason: note: // x-y: “so” claim … 空气 变好 - # quote".split(" "),
  );
  const article = fc.array(fc.tuple(word, fc.constantFrom(" ", "\n", "\n\n")), { minLength: 1, maxLength: 30 });
  const indent = fc.constantFrom("  ", "\t", "    ");
  await fc.assert(
    fc.asyncProperty(article, fc.nat(), fc.nat(), indent, fc.constantFrom(0, 20), async (parts, a, b, step, width) => {
      const text = parts.flat().join("");
      const lines = text.split("\n");
      const position = (choice: number) => {
        const line = choice % lines.length;
        return { line, character: Math.floor(choice / lines.length) % ((lines[line]?.length ?? 0) + 1) };
      };
      const [start, end] = [position(a), position(b)].sort((x, y) => x.line - y.line || x.character - y.character);
      if (start === undefined || end === undefined) return;
      const main = `claim k: K.\n${step}reason r: R.\n${step}${step}objection: O.\nclaim l: L.\n`;
      const at = await openArticles(`${main}=== a.txt\n${text}`);
      const reason = [...(at.workspace.get(at.uri)?.file.entriesOf("reason") ?? [])][0];
      const request = quoteInMap(
        at.workspace,
        {
          article: `${at.folder}a.txt`,
          selections: [{ start, end }],
          target: reason && entryData(reason),
          addition: "objection",
          text: "New",
          version: undefined,
          map: undefined,
        },
        width,
      );
      const { edit } = await request.catch(() => ({ edit: undefined }));
      if (edit === undefined) return;
      const edited = applyWorkspaceEdit(at.workspace, edit)[at.uri] ?? "";
      const after = await openArticles(`${edited}=== a.txt\n${text}`);
      const file = after.workspace.get(after.uri)?.file;
      const quote = [...(file?.entriesOf("quote") ?? [])];
      expect(quote).toHaveLength(1);
      expect(quote[0]?.parent?.text).toBe("New");
      expect(quote[0]?.parent?.parent?.text).toBe("R.");
      const errors = after.workspace.problemsOf(after.uri).filter(({ severity }) => severity === "error");
      expect(errors.map(({ code }) => code)).toEqual([]);
      expect(
        edited
          .split("\n")
          .filter((line) => main.split("\n").includes(line))
          .join("\n"),
      ).toContain(main.trim());
    }),
    { numRuns: 150 },
  );
});
