/** The built command line, as somebody in a terminal uses it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { chineseFont } from "../support/makeExport.ts";
import { readPdf } from "../support/readPdf.ts";
import { root } from "../support/root.ts";
import { writePdf } from "../support/writePdf.ts";

// Only what never comes takes as long, however slow the machine.
vi.setConfig({ testTimeout: 60_000 });

const program = join(root, "dist/server/cli.cjs");
const readme = join(root, "README.md");

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
  expect(out).toContain("a.argmap:2:14 error “收費” is not defined.");
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

test("annotations prints where each quote stands, by its words with those around and by its position, and with what rests on it", () => {
  const article = "😀 In its first year nitrogen dioxide fell by 21 per cent, and traffic by a third.\n";
  const map =
    "source report: A report\n  file: report.txt\nclaim keep: It stays.\n  reason: It works.\n    quote: “nitrogen dioxide fell”\n    quote: “not there”\n";
  const { status, out, err } = argmap(["annotations", "a.argmap"], { "a.argmap": map, "report.txt": article });
  const [first, ...others] = JSON.parse(out).items;
  expect(JSON.parse(out)["@context"]).toBe("http://www.w3.org/ns/anno.jsonld");
  expect(others).toEqual([]);
  expect(first).toEqual({
    id: "a.argmap#line-5",
    type: "Annotation",
    motivation: "describing",
    body: [
      { type: "TextualBody", purpose: "describing", value: "It works." },
      { type: "TextualBody", purpose: "tagging", value: "reason" },
    ],
    target: {
      source: "report.txt",
      selector: [
        {
          type: "TextQuoteSelector",
          exact: "nitrogen dioxide fell",
          prefix: "😀 In its first year ",
          suffix: " by 21 per cent, and traffic by ",
        },
        { type: "TextPositionSelector", start: 20, end: 41 },
      ],
    },
  });
  expect(err).toBe("1 quote is left out: its words are not in the source.\nSee argmap check.\n");
  expect(status).toBe(1);
});

test("annotations tells quotes that are not in their source from those whose source cannot be read", () => {
  const map =
    "source a: A\n  file: a.txt\nsource b: B\n  file: b.txt\nsource c: C\nclaim keep: It stays.\n  quote a: not\n  quote a: there\n  quote b: any\n  quote c: any\n";
  const { status, out, err } = argmap(["annotations", "a.argmap"], { "a.argmap": map, "a.txt": "Words.\n" });
  expect(JSON.parse(out).items).toEqual([]);
  expect(err).toBe(
    "2 quotes are left out: their words are not in the source.\n2 quotes are left out, being in no source that can be read.\nSee argmap check.\n",
  );
  expect(status).toBe(1);
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
    "a.pdf": writePdf([["Streets for whom?"], ["The air got clea-", "ner in spring."], ["The end"]]),
    "b.htm": "<p>The air <b>got</b> dirty in spring.",
  });
  expect(status).toBe(1);
  expect(out).toContain("The most similar passage is “The air got dirty in spring” (“dirty” for “cleaner”).");
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
  [["render", "a.argmap", "-o", "none/a.pdf"], "none/a.pdf cannot be written"],
  [["render", "a.argmap", "-o", "a.gif"], "There is no picture that ends in “.gif”, only .svg, .pdf and .html."],
  [["render", "a.argmap", "-o", "a.png"], "export it from the preview in VS Code"],
  [["render", "a.argmap", "--direction", "up"], "There is no direction “up”, only right, down."],
  [["render", "a.argmap", "--page", "a5"], "There is no page “a5”, only one, a4, letter."],
  [["render", "b.argmap", "-o", "b.pdf"], "No font on this computer has \u{10fffd}."],
])("wrong use ends with 2 and says what is wrong: %j", (words, sentence) => {
  const { status, err } = argmap(words, { "a.argmap": "claim a: A.\n", "b.argmap": "claim b: \u{10fffd}\n" });
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

test("render writes what the ending of the name says, with every text whole", async () => {
  const text = Array.from({ length: 60 }, (_, n) => `word${n}`).join(" ");
  const files = { "a.argmap": `map: Title\nclaim a: ${text}\n  reason: C.\n` };
  const { status, folder } = argmap(["render", "a.argmap", "-o", "a.PDF", "--page", "a4", "--theme", "dark"], files);
  expect(status).toBe(0);
  const read = await readPdf(readFileSync(join(folder, "a.PDF")));
  expect(read).toMatchObject({ title: "Title", pages: [{ emptyBoxes: 0 }] });
  expect(read.pages[0]?.texts.join(" ")).toContain("word59");
  const page = argmap(["render", "a.argmap", "-o", "a.html"], files);
  expect(page.status).toBe(0);
  const html = readFileSync(join(page.folder, "a.html"), "utf8");
  expect(html).toMatch(/^<!DOCTYPE html>/);
  expect(html).toContain("word59");
  expect(argmap(["render", "a.argmap"], files).out).toContain("word59");
});

test("render takes fonts for a PDF from a folder that is named", async () => {
  const words = ["render", "a.argmap", "-o", "a.pdf", "--fonts", chineseFont];
  const { status, folder } = argmap(words, { "a.argmap": "claim a: 入城费可以继续收。\n" });
  expect(status).toBe(0);
  const read = await readPdf(readFileSync(join(folder, "a.pdf")));
  expect(read.pages[0]?.texts.join("")).toContain("入城费可以继续收。");
});

test("the taste in the README checks clean", () => {
  const taste = /```argmap\n(.*?)```/s.exec(readFileSync(readme, "utf8"))?.[1] ?? "";
  expect(taste).not.toBe("");
  expect(argmap(["check", "a.argmap"], { "a.argmap": taste })).toMatchObject({
    status: 0,
    out: "1 map, no problems.\n",
  });
});
