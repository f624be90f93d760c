import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { MapFile } from "../../../../server/core/language/map.ts";
import type { Range } from "../../../../server/core/language/syntax.ts";
import {
  type FormatOptions,
  formatting,
  onTypeFormatting,
  rangeFormatting,
} from "../../../../server/features/requests/editing/formatting.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { root } from "../../../support/root.ts";
import { workspaceWith } from "../../../support/workspaces/memoryFileSystem.ts";
import { openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

const uri = "file:///map.argmap";
const twoSpaces: FormatOptions = { lineWidth: 0, tabSize: 2, insertSpaces: true };

const apply = (text: string, edits: ReturnType<typeof formatting>): string =>
  TextDocument.applyEdits(TextDocument.create(uri, "argmap", 1, text), edits);
const format = (text: string, options: Partial<FormatOptions> = {}): string =>
  apply(text, formatting(workspaceWith(text, uri), uri, { ...twoSpaces, ...options }));
const formatRange = (text: string, range: Range): string =>
  apply(text, rangeFormatting(workspaceWith(text, uri), uri, range, twoSpaces));

/** Everything the parser reads from a text, without positions. */
function readingOf(text: string): unknown {
  const file = new MapFile(uri, text);
  const entries = [...file.syntax.lines].flatMap((line) => (line.owner?.line === line ? [line.owner] : []));
  return {
    entries: entries.map(({ head, parent, text: entryText, attributes }) => ({
      head: [
        head.keyword,
        head.form,
        head.name?.text,
        head.clauses.map(({ word, names }) => [word, names.map((name) => [name.prefix, name.text])]),
      ],
      parent: parent === undefined ? -1 : entries.indexOf(parent),
      text: entryText,
      attributes: attributes.map(({ key, value }) => [key, value]),
    })),
    strays: [...file.syntax.strays].map(({ scanned }) => scanned.raw.trim()).sort(),
    headings: [...file.syntax.lines].filter(({ scanned }) => scanned.kind === "heading").length,
  };
}

test("indents by depth, normalizes spaces, and keeps comments and single blank lines", () => {
  expect(
    format(map`
      map:Should it stay?
      //  about
      speaker   lind :Maja Lind


      claim keep   by lind,roy  answers q :It should stay.  
            // why
            reason air:Cleaner air.
               note:  measured
               More of it.
                  premise   fell
      #   Against
      objection   against keep , air:   It costs.
    `),
  ).toBe(map`
    map: Should it stay?
    //  about
    speaker lind: Maja Lind

    claim keep by lind, roy answers q: It should stay.
      // why
      reason air: Cleaner air.
        note: measured
        More of it.
        premise fell
    # Against
    objection against keep, air: It costs.
  `);
});

test("indents with tabs if the editor does", () => {
  const text = "claim a: A.\n  reason: R.\n    premise b: B.\n";
  expect(format(text, { insertSpaces: false })).toBe("claim a: A.\n\treason: R.\n\t\tpremise b: B.\n");
});

test("wraps long text and indents continuation lines, but not paths and addresses", () => {
  const text = map`
    source report: A report on the old town and its many streets
      url: https://example.org/a/very/long/address/that/goes/on
      note: Written in the spring of the second year of the trial.
    claim keep: It should stay, as all that was measured speaks for it.
      And more of it.
  `;
  expect(format(text, { lineWidth: 40 })).toBe(map`
    source report: A report on the old town
      and its many streets
      url: https://example.org/a/very/long/address/that/goes/on
      note: Written in the spring of the
        second year of the trial.
    claim keep: It should stay, as all that
      was measured speaks for it. And more
      of it.
  `);
});

test("wraps Chinese between characters, but not before a full stop", () => {
  const text = "claim 保留: 老城区的收费应当保留，因为空气更清洁。\n";
  const wide = format(text, { lineWidth: 24 });
  expect(wide).toBe("claim 保留: 老城区的收费\n  应当保留，因为空气更清\n  洁。\n");
  expect(readingOf(wide)).toEqual(readingOf(text));
});

test("never begins a wrapped line with something that is not read as text", () => {
  const text = "claim a: It is so for this reason: they say so, and // is a mark, and note: here.\n";
  for (let lineWidth = 12; lineWidth < 60; lineWidth++) {
    expect(readingOf(format(text, { lineWidth }))).toEqual(readingOf(text));
  }
});

test("leaves lines with syntax errors alone", () => {
  const text = "claim keep: It stays.\nstray   prose\n  reason a  b c: Broken   head.\nclaim : x\n   \n";
  expect(format(text)).toBe("claim keep: It stays.\nstray   prose\n  reason a  b c: Broken   head.\nclaim: x\n\n");
});

test("keeps CRLF and the byte-order mark, and applies the final newline options", () => {
  expect(format("\uFEFFclaim a:A.\r\n\r\n\r\n  reason:R.", { insertFinalNewline: true })).toBe(
    "\uFEFFclaim a: A.\r\n\r\n  reason: R.\r\n",
  );
  expect(format("claim a: A.\n\n\n\n", { trimFinalNewlines: true })).toBe("claim a: A.\n");
});

test("keeps the blank line before a comment at the start of the file", () => {
  for (const start of ["", "\uFEFF"]) {
    expect(format(`${start}\n// on a\nclaim a: A.\n`)).toBe(`${start}\n// on a\nclaim a: A.\n`);
    expect(format(`${start}  \r\n\r\n// on a\r\nclaim a: A.\r\n`)).toBe(`${start}\r\n// on a\r\nclaim a: A.\r\n`);
  }
});

test("keeps the byte-order mark before a comment or a line with an error", () => {
  for (const text of ["\uFEFFstray prose\n", "\uFEFF  stray prose\n", "\uFEFF  // note\n"]) {
    expect(format(text)).toBe(text);
  }
});

test("formats Chinese names and full-width spaces", () => {
  expect(format("claim　保留　by　林: 应当保留。\n   reason：x\n   reason 空气 by 林,王:更清洁。\n")).toBe(
    "claim 保留 by 林: 应当保留。\n  reason：x\n  reason 空气 by 林, 王: 更清洁。\n",
  );
});

test("in a range, changes indentation only if the lines around can stay", () => {
  const text = "claim a: A.\n  reason: R.\n     premise b:B.\nclaim c:C.\n";
  const lines = (start: number, end: number): Range => ({
    start: { line: start, character: 0 },
    end: { line: end, character: 0 },
  });
  expect(formatRange(text, lines(2, 3))).toBe("claim a: A.\n  reason: R.\n    premise b: B.\nclaim c:C.\n");
  // Moving only this line would change its parent.
  const wrong = "claim a: A.\n    reason: R.\n       premise b:B.\n";
  expect(formatRange(wrong, lines(2, 3))).toBe("claim a: A.\n    reason: R.\n       premise b: B.\n");
});

test("on Enter, formats the line above without moving it", async () => {
  const opened = await openWorkspace("claim keep: It stays.\n   reason   air:Cleaner.  ¦\n");
  typeAtCursor(opened, "\n   ");
  const edits = onTypeFormatting(opened.workspace, opened.uri, { line: 2, character: 3 }, "\n", twoSpaces);
  const text = opened.workspace.get(opened.uri)?.file.syntax.text ?? "";
  expect(apply(text, edits)).toBe("claim keep: It stays.\n   reason air: Cleaner.\n   \n");
});

test("reflects edits", async () => {
  const opened = await openWorkspace("claim keep:It stays.\n¦");
  typeAtCursor(opened, "   reason:New.\n");
  const edits = formatting(opened.workspace, opened.uri, twoSpaces);
  expect(apply(opened.workspace.get(opened.uri)?.file.syntax.text ?? "", edits)).toBe(
    "claim keep: It stays.\n   reason: New.\n".replace("   ", "  "),
  );
});

test("formats one file and not its imports", async () => {
  const opened = await openWorkspace(map`
    import:air.argmap
    reason for fell:¦So.
    === air.argmap
    claim fell:It fell.
  `);
  expect(apply(opened.files[opened.uri] ?? "", formatting(opened.workspace, opened.uri, twoSpaces))).toBe(
    "import: air.argmap\nreason for fell: So.\n",
  );
});

test("leaves the examples unchanged", () => {
  const folder = join(root, "examples");
  for (const name of readdirSync(folder).filter((fileName) => fileName.endsWith(".argmap"))) {
    const text = readFileSync(join(folder, name), "utf8");
    expect(format(text)).toBe(text);
  }
});

const lines = readdirSync(join(root, "examples"))
  .filter((name) => name.endsWith(".argmap"))
  .flatMap((name) => readFileSync(join(root, "examples", name), "utf8").split("\n"));
/** A line of an example with a random end, indentation and start. */
const mangledLine = fc
  .tuple(fc.constantFrom(...lines), fc.nat(90), fc.nat(7), fc.constantFrom("", "", "", "\t", "\\", ":", "//", "  "))
  .map(([line, end, indent, start]) => " ".repeat(indent) + start + line.trimStart().slice(0, end));

test("never changes the meaning of a text, and is idempotent", () => {
  fc.assert(
    fc.property(
      fc.array(mangledLine, { minLength: 1, maxLength: 20 }),
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom("", "", "\uFEFF"),
      fc.constantFrom(0, 0, 20, 60),
      fc.boolean(),
      (texts, lineEnd, byteOrderMark, lineWidth, insertSpaces) => {
        const text = byteOrderMark + texts.join(lineEnd);
        const once = format(text, { lineWidth, insertSpaces });
        expect(readingOf(once)).toEqual(readingOf(text));
        expect(format(once, { lineWidth, insertSpaces })).toBe(once);
      },
    ),
    { numRuns: 2000 },
  );
});

test("never changes the meaning of a text when it formats a range", () => {
  fc.assert(
    fc.property(fc.array(mangledLine, { minLength: 1, maxLength: 12 }), fc.nat(12), fc.nat(6), (texts, from, count) => {
      const text = texts.join("\n");
      const range = { start: { line: from, character: 0 }, end: { line: from + count, character: 0 } };
      expect(readingOf(formatRange(text, range))).toEqual(readingOf(text));
    }),
    { numRuns: 1000 },
  );
});

test("keeps a step under its claim even if the editor asks for an indentation of nothing", () => {
  expect(format("claim a: A.\n    reason: B.\n", { tabSize: 0 })).toBe("claim a: A.\n reason: B.\n");
});
