import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { MapFile } from "../../../server/core/language/map.ts";
import type { Range } from "../../../server/core/language/syntax.ts";
import {
  type FormatOptions,
  formatting,
  onTypeFormatting,
  rangeFormatting,
} from "../../../server/features/requests/formatting.ts";
import { map } from "../../support/markedMap.ts";
import { workspaceWith } from "../../support/memoryFileSystem.ts";
import { openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";
import { root } from "../../support/root.ts";

const uri = "file:///map.argmap";
const two: FormatOptions = { lineWidth: 0, tabSize: 2, insertSpaces: true };

const applied = (text: string, edits: ReturnType<typeof formatting>): string =>
  TextDocument.applyEdits(TextDocument.create(uri, "argmap", 1, text), edits);
const format = (text: string, options: Partial<FormatOptions> = {}): string =>
  applied(text, formatting(workspaceWith(text, uri), uri, { ...two, ...options }));
const formatRange = (text: string, range: Range): string =>
  applied(text, rangeFormatting(workspaceWith(text, uri), uri, range, two));

/** All that is read of a text, where it stands aside. */
function readingOf(text: string): unknown {
  const file = new MapFile(uri, text);
  const entries = [...file.syntax.lines].flatMap((line) => (line.owner?.line === line ? [line.owner] : []));
  return {
    entries: entries.map(({ head, parent, text: said, attributes }) => ({
      head: [
        head.keyword,
        head.form,
        head.name?.text,
        head.clauses.map(({ word, names }) => [word, names.map((one) => [one.prefix, one.text])]),
      ],
      parent: parent === undefined ? -1 : entries.indexOf(parent),
      said,
      attributes: attributes.map(({ key, value }) => [key, value]),
    })),
    strays: [...file.syntax.strays].map(({ scanned }) => scanned.raw.trim()).sort(),
    headings: [...file.syntax.lines].filter(({ scanned }) => scanned.kind === "heading").length,
  };
}

test("indents each level by one step, puts one space where one belongs, and keeps comments and one blank line", () => {
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

test("indents by tabs where the editor does, and changes spaces into tabs", () => {
  const text = "claim a: A.\n  reason: R.\n    premise b: B.\n";
  expect(format(text, { insertSpaces: false })).toBe("claim a: A.\n\treason: R.\n\t\tpremise b: B.\n");
});

test("breaks long text at the width, indents what goes on, and leaves paths and addresses whole", () => {
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

test("breaks Chinese between characters, and not before a full stop", () => {
  const text = "claim 保留: 老城区的收费应当保留，因为空气更清洁。\n";
  const wide = format(text, { lineWidth: 24 });
  expect(wide).toBe("claim 保留: 老城区的收费\n  应当保留，因为空气更清\n  洁。\n");
  expect(readingOf(wide)).toEqual(readingOf(text));
});

test("never begins a broken line with what would be read as something else", () => {
  const text = "claim a: It is so for this reason: they say so, and // is a mark, and note: here.\n";
  for (let lineWidth = 12; lineWidth < 60; lineWidth++) {
    expect(readingOf(format(text, { lineWidth }))).toEqual(readingOf(text));
  }
});

test("leaves alone what cannot be read", () => {
  const text = "claim keep: It stays.\nstray   prose\n  reason a  b c: Broken   head.\nclaim : x\n   \n";
  expect(format(text)).toBe("claim keep: It stays.\nstray   prose\n  reason a  b c: Broken   head.\nclaim: x\n\n");
});

test("keeps CRLF and a byte-order mark, and ends the file as the editor wants it", () => {
  expect(format("\uFEFFclaim a:A.\r\n\r\n\r\n  reason:R.", { insertFinalNewline: true })).toBe(
    "\uFEFFclaim a: A.\r\n\r\n  reason: R.\r\n",
  );
  expect(format("claim a: A.\n\n\n\n", { trimFinalNewlines: true })).toBe("claim a: A.\n");
});

test("keeps the blank line that parts the comment on the first entry from the beginning of the file", () => {
  for (const start of ["", "\uFEFF"]) {
    expect(format(`${start}\n// on a\nclaim a: A.\n`)).toBe(`${start}\n// on a\nclaim a: A.\n`);
    expect(format(`${start}  \r\n\r\n// on a\r\nclaim a: A.\r\n`)).toBe(`${start}\r\n// on a\r\nclaim a: A.\r\n`);
  }
});

test("leaves one byte-order mark before a first line that cannot be read, belongs to nothing, or is a comment", () => {
  for (const text of ["\uFEFFstray prose\n", "\uFEFF  stray prose\n", "\uFEFF  // note\n"]) {
    expect(format(text)).toBe(text);
  }
});

test("formats Chinese names and full-width spaces", () => {
  expect(format("claim　保留　by　林: 应当保留。\n   reason：x\n   reason 空气 by 林,王:更清洁。\n")).toBe(
    "claim 保留 by 林: 应当保留。\n  reason：x\n  reason 空气 by 林, 王: 更清洁。\n",
  );
});

test("in a range moves what stands wrong among lines that stand right, and nothing else", () => {
  const text = "claim a: A.\n  reason: R.\n     premise b:B.\nclaim c:C.\n";
  const lines = (start: number, end: number): Range => ({
    start: { line: start, character: 0 },
    end: { line: end, character: 0 },
  });
  expect(formatRange(text, lines(2, 3))).toBe("claim a: A.\n  reason: R.\n    premise b: B.\nclaim c:C.\n");
  // Were this one moved alone, the premise would no longer stand under it as it does.
  const wrong = "claim a: A.\n    reason: R.\n       premise b:B.\n";
  expect(formatRange(wrong, lines(2, 3))).toBe("claim a: A.\n    reason: R.\n       premise b: B.\n");
});

test("after Enter tidies the line above and moves nothing", async () => {
  const at = await openWorkspace("claim keep: It stays.\n   reason   air:Cleaner.  ¦\n");
  typeAtCursor(at, "\n   ");
  const edits = onTypeFormatting(at.workspace, at.uri, { line: 2, character: 3 }, "\n", two);
  const text = at.workspace.get(at.uri)?.file.syntax.text ?? "";
  expect(applied(text, edits)).toBe("claim keep: It stays.\n   reason air: Cleaner.\n   \n");
});

test("formats the text as it is during an edit", async () => {
  const at = await openWorkspace("claim keep:It stays.\n¦");
  typeAtCursor(at, "   reason:New.\n");
  const edits = formatting(at.workspace, at.uri, two);
  expect(applied(at.workspace.get(at.uri)?.file.syntax.text ?? "", edits)).toBe(
    "claim keep: It stays.\n   reason: New.\n".replace("   ", "  "),
  );
});

test("formats one file and leaves what it imports alone", async () => {
  const at = await openWorkspace(map`
    import:air.argmap
    reason for fell:¦So.
    === air.argmap
    claim fell:It fell.
  `);
  expect(applied(at.files[at.uri] ?? "", formatting(at.workspace, at.uri, two))).toBe(
    "import: air.argmap\nreason for fell: So.\n",
  );
});

test("finds the examples tidy", () => {
  const folder = join(root, "examples");
  for (const name of readdirSync(folder).filter((one) => one.endsWith(".argmap"))) {
    const text = readFileSync(join(folder, name), "utf8");
    expect(format(text)).toBe(text);
  }
});

const lines = readdirSync(join(root, "examples"))
  .filter((name) => name.endsWith(".argmap"))
  .flatMap((name) => readFileSync(join(root, "examples", name), "utf8").split("\n"));
/** A line of an example, cut anywhere, indented anyhow. */
const torn = fc
  .tuple(fc.constantFrom(...lines), fc.nat(90), fc.nat(7), fc.constantFrom("", "", "", "\t", "\\", ":", "//", "  "))
  .map(([line, end, indent, start]) => " ".repeat(indent) + start + line.trimStart().slice(0, end));

test("whatever it is given, is read as before, and a second time there is nothing left to do", () => {
  fc.assert(
    fc.property(
      fc.array(torn, { minLength: 1, maxLength: 20 }),
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom("", "", "\uFEFF"),
      fc.constantFrom(0, 0, 20, 60),
      fc.boolean(),
      (texts, end, mark, lineWidth, insertSpaces) => {
        const text = mark + texts.join(end);
        const once = format(text, { lineWidth, insertSpaces });
        expect(readingOf(once)).toEqual(readingOf(text));
        expect(format(once, { lineWidth, insertSpaces })).toBe(once);
      },
    ),
    { numRuns: 2000 },
  );
});

test("whatever range it is given, is read as before", () => {
  fc.assert(
    fc.property(fc.array(torn, { minLength: 1, maxLength: 12 }), fc.nat(12), fc.nat(6), (texts, from, count) => {
      const text = texts.join("\n");
      const range = { start: { line: from, character: 0 }, end: { line: from + count, character: 0 } };
      expect(readingOf(formatRange(text, range))).toEqual(readingOf(text));
    }),
    { numRuns: 1000 },
  );
});
