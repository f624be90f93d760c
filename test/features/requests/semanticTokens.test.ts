import fc from "fast-check";
import { expect, test } from "vitest";
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver";
import {
  semanticTokens,
  semanticTokensDelta,
  semanticTokensRange,
  tokensLegend,
} from "../../../server/features/requests/semanticTokens.ts";
import { map } from "../../support/markedMap.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

/** Tokens as one reads them: the word, its type, its modifiers. */
function read({ workspace, uri }: OpenWorkspace, data: readonly number[]): readonly string[] {
  const lines = workspace.get(uri)?.file.syntax.lines;
  const words: string[] = [];
  let [line, start] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, flags = 0] = data.slice(at, at + 5);
    start = down === 0 ? start + right : right;
    line += down;
    const word = lines?.at(line)?.scanned.raw.slice(start, start + length);
    const own = tokensLegend.tokenModifiers.filter((_, bit) => (flags & (1 << bit)) !== 0);
    words.push([word, tokensLegend.tokenTypes[type], ...own].join(" "));
  }
  return words;
}

const tokensOf = async (source: string): Promise<readonly string[]> => {
  const at = await openWorkspace(source);
  return read(at, semanticTokens(at.workspace, at.uri).data);
};

test("tells keywords, names by what they stand for, keys and listed values, comments; nothing of prose", async () => {
  expect(
    await tokensOf(map`
      // a map
      speaker lind: Maja Lind
      claim keep by lind: It stays, claim or not.
        likelihood: likely
        note: likely
        reason air: Cleaner air.
          premise keep
      # Heading
    `),
  ).toEqual([
    "// a map comment",
    "speaker keyword",
    "lind variable definition",
    "claim keyword",
    "keep class definition",
    "by keyword",
    "lind variable reference",
    "likelihood property",
    "likely enumMember",
    "note property",
    "reason reason",
    "air function definition",
    "premise keyword",
    "keep class reference",
  ]);
});

test("tells what stands in another file, with its prefix, and a definition that does not count", async () => {
  expect(
    await tokensOf(map`
      import p: people.argmap
      claim a by p.林: A.
      claim a: Again.
      === people.argmap
      speaker 林: 林女士
    `),
  ).toEqual([
    "import keyword",
    "p namespace definition",
    "claim keyword",
    "a class definition",
    "by keyword",
    "p namespace reference",
    "林 variable reference external",
    "claim keyword",
    "a class definition deprecated",
  ]);
});

test("tells what can be told of a broken file", async () => {
  expect(await tokensOf("claim a b c: x\nreason for lost: R.\nstray\n  x\nquote")).toEqual([
    "claim keyword",
    "a class definition",
    "reason reason",
    "for keyword",
    "lost variable reference",
    "quote keyword",
  ]);
});

test("a comment begins with its strokes, after a byte-order mark too", async () => {
  expect(await tokensOf("\uFEFF// a\nclaim a: A.\n  // b \n")).toEqual([
    "// a comment",
    "claim keyword",
    "a class definition",
    "// b comment",
  ]);
});

test("tells the definition that counts of any number, a prefix apart from a claim of its name", async () => {
  const lines = await tokensOf(map`
    import a: other.argmap
    claim a: A.
    question a: A?
    import a: other.argmap
    === other.argmap
  `);
  expect(lines.filter((line) => line.startsWith("a "))).toEqual([
    "a namespace definition",
    "a class definition",
    "a interface definition deprecated",
    "a namespace definition deprecated",
  ]);
});

test("whatever stands in a file, tokens follow one another within their lines", async () => {
  const word = fc.constantFrom(
    "claim",
    "reason",
    "premise",
    "by",
    "for",
    "a",
    "a.b",
    "p.",
    "x",
    ",",
    ":",
    "  ",
    "import",
    "//",
    "\t",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.array(word, { maxLength: 9 }).map((words) => words.join(" ")),
        { maxLength: 12 },
      ),
      fc.constantFrom("\n", "\r\n"),
      async (texts, end) => {
        const { workspace, uri } = await openWorkspace(texts.join(end));
        const { data } = semanticTokens(workspace, uri);
        let [line, start, last] = [0, 0, 0];
        for (let at = 0; at < data.length; at += 5) {
          const [down = 0, right = 0, length = 0] = data.slice(at, at + 3);
          if (down > 0) [start, last] = [0, 0];
          line += down;
          start += right;
          expect(length).toBeGreaterThan(0);
          expect(start).toBeGreaterThanOrEqual(last);
          last = start + length;
          expect(last).toBeLessThanOrEqual(texts[line]?.length ?? 0);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("of a range gives just the tokens of its lines", async () => {
  const at = await openWorkspace("claim a: A.\nclaim b: B.\nclaim c: C.\n");
  const range = { start: { line: 1, character: 3 }, end: { line: 1, character: 5 } };
  expect(read(at, semanticTokensRange(at.workspace, at.uri, range).data)).toEqual([
    "claim keyword",
    "b class definition",
  ]);
});

test("whatever is typed, what has changed makes the last answer into the new one", async () => {
  const at = await openWorkspace("claim keep: It stays.\nreason for keep: So.\n  // why\n  premise fell: It fell.\n");
  const text = () => at.workspace.get(at.uri)?.file.syntax.text ?? "";
  let { resultId = "", data } = semanticTokens(at.workspace, at.uri);
  fc.assert(
    fc.property(fc.nat(100), fc.constantFrom("x", "\n", "claim a: A.\n", ":", " for keep", ""), (place, typed) => {
      const lines = text().split("\n");
      const line = place % lines.length;
      const character = place % ((lines[line]?.length ?? 0) + 1);
      typeAtCursor({ ...at, cursor: { line, character } }, typed);
      const now: SemanticTokens | SemanticTokensDelta = semanticTokensDelta(at.workspace, at.uri, resultId);
      if (!("edits" in now)) throw new Error("The last answer was not known.");
      const before = [...data];
      for (const edit of now.edits) before.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
      data = before;
      resultId = now.resultId ?? "";
      expect(data).toEqual(
        semanticTokensRange(at.workspace, at.uri, {
          start: { line: 0, character: 0 },
          end: { line: 1e6, character: 0 },
        }).data,
      );
    }),
    { numRuns: 200 },
  );
});

test("gives all tokens again to a client that has another answer, or comes back after closing the file", async () => {
  const at = await openWorkspace("claim a: A.\n");
  const { resultId = "" } = semanticTokens(at.workspace, at.uri);
  expect(semanticTokensDelta(at.workspace, at.uri, "other")).toHaveProperty("data");
  at.workspace.close(at.uri);
  await at.workspace.whenAllLoaded();
  expect(semanticTokensDelta(at.workspace, at.uri, resultId)).toHaveProperty("data");
});
