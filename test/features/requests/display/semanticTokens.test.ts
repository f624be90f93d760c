import fc from "fast-check";
import { expect, test } from "vitest";
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver";
import {
  semanticTokens,
  semanticTokensDelta,
  semanticTokensRange,
  tokensLegend,
} from "../../../../server/features/requests/display/semanticTokens.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

/** Encoded tokens as strings of the word, its type and its modifiers. */
function decode({ workspace, uri }: OpenWorkspace, data: readonly number[]): readonly string[] {
  const lines = workspace.get(uri)?.file.syntax.lines;
  const words: string[] = [];
  let [line, start] = [0, 0];
  for (let offset = 0; offset < data.length; offset += 5) {
    const [deltaLine = 0, deltaStart = 0, length = 0, type = 0, modifierBits = 0] = data.slice(offset, offset + 5);
    start = deltaLine === 0 ? start + deltaStart : deltaStart;
    line += deltaLine;
    const word = lines?.at(line)?.scanned.raw.slice(start, start + length);
    const modifiers = tokensLegend.tokenModifiers.filter((_, bit) => (modifierBits & (1 << bit)) !== 0);
    words.push([word, tokensLegend.tokenTypes[type], ...modifiers].join(" "));
  }
  return words;
}

const tokensOf = async (source: string): Promise<readonly string[]> => {
  const opened = await openWorkspace(source);
  return decode(opened, semanticTokens(opened.workspace, opened.uri).data);
};

test("marks keywords, names by the kind of their entry, keys, listed values and comments, but not text", async () => {
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

test("marks names of other files, prefixes and duplicate definitions", async () => {
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

test("works in a map with errors", async () => {
  expect(await tokensOf("claim a b c: x\nreason for lost: R.\nstray\n  x\nquote")).toEqual([
    "claim keyword",
    "a class definition",
    "reason reason",
    "for keyword",
    "lost variable reference",
    "quote keyword",
  ]);
});

test("a comment token begins at the slashes, also after a byte-order mark", async () => {
  expect(await tokensOf("\uFEFF// a\nclaim a: A.\n  // b \n")).toEqual([
    "// a comment",
    "claim keyword",
    "a class definition",
    "// b comment",
  ]);
});

test("marks all but the first definition of a name as deprecated, separately for prefixes", async () => {
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

test("tokens of any text are in order, do not overlap and stay on their lines", async () => {
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
      async (texts, lineEnd) => {
        const { workspace, uri } = await openWorkspace(texts.join(lineEnd));
        const { data } = semanticTokens(workspace, uri);
        let [line, start, end] = [0, 0, 0];
        for (let offset = 0; offset < data.length; offset += 5) {
          const [deltaLine = 0, deltaStart = 0, length = 0] = data.slice(offset, offset + 3);
          if (deltaLine > 0) [start, end] = [0, 0];
          line += deltaLine;
          start += deltaStart;
          expect(length).toBeGreaterThan(0);
          expect(start).toBeGreaterThanOrEqual(end);
          end = start + length;
          expect(end).toBeLessThanOrEqual(texts[line]?.length ?? 0);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("a range request returns only the tokens of its lines", async () => {
  const opened = await openWorkspace("claim a: A.\nclaim b: B.\nclaim c: C.\n");
  const range = { start: { line: 1, character: 3 }, end: { line: 1, character: 5 } };
  expect(decode(opened, semanticTokensRange(opened.workspace, opened.uri, range).data)).toEqual([
    "claim keyword",
    "b class definition",
  ]);
});

test("applying a delta to the previous tokens gives the new tokens, after any edit", async () => {
  const opened = await openWorkspace(
    "claim keep: It stays.\nreason for keep: So.\n  // why\n  premise fell: It fell.\n",
  );
  const { workspace, uri } = opened;
  const text = () => workspace.get(uri)?.file.syntax.text ?? "";
  let { resultId = "", data } = semanticTokens(workspace, uri);
  fc.assert(
    fc.property(fc.nat(100), fc.constantFrom("x", "\n", "claim a: A.\n", ":", " for keep", ""), (seed, typed) => {
      const lines = text().split("\n");
      const line = seed % lines.length;
      const character = seed % ((lines[line]?.length ?? 0) + 1);
      typeAtCursor({ ...opened, cursor: { line, character } }, typed);
      const delta: SemanticTokens | SemanticTokensDelta = semanticTokensDelta(workspace, uri, resultId);
      if (!("edits" in delta)) throw new Error("The server returned all tokens instead of a delta.");
      const updated = [...data];
      for (const edit of delta.edits) updated.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
      data = updated;
      resultId = delta.resultId ?? "";
      expect(data).toEqual(
        semanticTokensRange(workspace, uri, {
          start: { line: 0, character: 0 },
          end: { line: 1e6, character: 0 },
        }).data,
      );
    }),
    { numRuns: 200 },
  );
});

test("returns all tokens for an unknown result id, and after the file was closed", async () => {
  const { workspace, uri } = await openWorkspace("claim a: A.\n");
  const { resultId = "" } = semanticTokens(workspace, uri);
  expect(semanticTokensDelta(workspace, uri, "other")).toHaveProperty("data");
  workspace.close(uri);
  await workspace.whenAllLoaded();
  expect(semanticTokensDelta(workspace, uri, resultId)).toHaveProperty("data");
});
