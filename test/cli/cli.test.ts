/** The built command line, as somebody in a terminal uses it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { pdfOf } from "../pdf.ts";

// Only what never comes takes as long, however slow the machine.
vi.setConfig({ testTimeout: 60_000 });

const program = join(import.meta.dirname, "../../dist/server/cli.cjs");
const readme = join(import.meta.dirname, "../../README.md");

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `argmap` with these words in a folder with these files. */
function argmap(
  words: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Ran & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "argmap-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr, folder };
}

const wrong = "claim keep: 保留。\n  reason for 收費 by drip: It pays.\n";

test("check shows each problem with its line and a caret under what it marks, and ends with 1", () => {
  const { status, out } = argmap(["check", "a.argmap"], { "a.argmap": wrong });
  expect(status).toBe(1);
  expect(out).toContain("a.argmap:2:14 error Nothing here is named “收費”.");
  // Each of the two characters is two columns wide.
  expect(out).toContain("2 |   reason for 收費 by drip: It pays.\n  |              ^^^^\n");
  expect(out.trimEnd().split("\n").at(-1)).toBe("1 map: 2 errors.");
});

test("check ends with 0 where all is well, also with hints only", () => {
  expect(argmap(["check", "a.argmap"], { "a.argmap": "claim a: A.\n  reason: B.\n" })).toMatchObject({
    status: 0,
    out: "1 map, no problems.\n",
  });
  const { status, out } = argmap(["check", "."], { "a.argmap": "claim a: A.\n" });
  expect(status).toBe(0);
  expect(out).toMatch(/1 map: \d hints?\./);
});

const citing = `source pdf: A report
  file: a.pdf
source page: A page
  file: b.htm
source letter: A letter
  file: ../c.txt
claim keep: It stays.
  reason: It works.
    quote pdf: The air got cleaner in spring
      page: 2
    quote page: The air got cleaner in spring
`;

test("check reads the articles that maps quote, however they are written, and ends", () => {
  const { status, out } = argmap(["check", "a.argmap"], {
    "a.argmap": citing,
    "a.pdf": pdfOf([["Streets for whom?"], ["The air got clea-", "ner in spring."], ["The end"]]),
    "b.htm": "<p>The air <b>got</b> dirty in spring.",
  });
  expect(status).toBe(1);
  expect(out).toContain("The nearest there: “The air got dirty in spring” (“dirty” for “cleaner”).");
  expect(out).toContain("(unreadable-source)");
  expect(out.trimEnd().split("\n").at(-1)).toBe("1 map: 2 errors, 1 hint.");
});

test("check --json prints the same, counted from 1", () => {
  const { status, out } = argmap(["check", "--json", "a.argmap"], { "a.argmap": wrong });
  expect(status).toBe(1);
  expect(JSON.parse(out)[0]).toMatchObject({
    file: "a.argmap",
    line: 2,
    column: 14,
    endColumn: 16,
    severity: "error",
    code: "unknown-name",
  });
});

test("control characters do not reach the terminal, and a long line is shown around its problem", () => {
  const { out } = argmap(["check", "a.argmap"], { "a.argmap": `\u001b[31mred\n${"x".repeat(100_000)}\n` });
  expect(out).not.toContain("\u001b");
  expect(out.length).toBeLessThan(3000);
});

test.each([
  [["check"], "Name the maps to check."],
  [["check", "none.argmap"], "none.argmap does not exist."],
  [["check", "--what", "a.argmap"], "--what"],
  [["toString"], "There is no command “toString”."],
  [[], "Say what to do."],
  [["render"], "Name one map to draw."],
  [["render", "a.argmap", "--theme", "blue"], "There is no theme “blue”"],
  [["render", "a.argmap", "-o", "none/a.svg"], "none/a.svg cannot be written"],
])("wrong use ends with 2 and says what is wrong: %j", (words, sentence) => {
  const { status, err } = argmap(words, { "a.argmap": "claim a: A.\n" });
  expect(status).toBe(2);
  expect(err).toContain(sentence);
});

test.each([[["--help"]], [["check", "--help"]], [["render", "-h"]]])("help is help: %j", (words) => {
  expect(argmap(words)).toMatchObject({ status: 0, out: expect.stringContaining("argmap check FILES") });
});

test("render writes the picture of a map as SVG", () => {
  const files = { "a.argmap": "map: <Title>\nclaim a: A & B.\n  reason: C.\n" };
  const { status, folder } = argmap(["render", "a.argmap", "-o", "a.svg"], files);
  expect(status).toBe(0);
  const svg = readFileSync(join(folder, "a.svg"), "utf8");
  expect(svg).toMatch(/^<svg [^>]*xmlns=/);
  expect(svg).toContain("&lt;Title&gt;");
  expect(svg).toContain("A &amp; B.");
  expect(argmap(["render", "a.argmap", "--down"], files).out).not.toBe(svg);
});

test("the taste in the README checks clean", () => {
  const taste = /```argmap\n(.*?)```/s.exec(readFileSync(readme, "utf8"))?.[1] ?? "";
  expect(taste).not.toBe("");
  expect(argmap(["check", "a.argmap"], { "a.argmap": taste })).toMatchObject({
    status: 0,
    out: "1 map, no problems.\n",
  });
});
