import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writePdf } from "../support/pdf/writePdf.ts";
import { argmap } from "../support/programs/argmapCli.ts";
import { root } from "../support/root.ts";

const readme = join(root, "README.md");

const invalid = "claim keep: 保留。\n  reason for 收費 by drip: It pays.\n";

test("prints each problem with its line and carets under its range, and exits with 1", () => {
  const { status, out } = argmap(["check", "a.argmap"], { "a.argmap": invalid });
  expect(status).toBe(1);
  expect(out).toContain("a.argmap:2:14 error “收費” is not defined.");
  // Each of the two characters is two terminal columns wide.
  expect(out).toContain("2 |   reason for 收費 by drip: It pays.\n  |              ^^^^\n");
  expect(out.trimEnd().split("\n").at(-1)).toBe("1 map: 2 errors.");
});

test("exits with 0 if there are no problems, or only hints", () => {
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

test("reads cited articles of all formats, and exits", () => {
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

test("prints problems as JSON with --json, with lines and columns from 1", () => {
  const { status, out } = argmap(["check", "--json", "a.argmap"], { "a.argmap": invalid });
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

test("replaces control characters, and truncates long lines around the problem", () => {
  const { out } = argmap(["check", "a.argmap"], { "a.argmap": `\u001b[31mred\n${"x".repeat(100_000)}\n` });
  expect(out).not.toContain("\u001b");
  expect(out.length).toBeLessThan(3000);
});

test("finds no problems in the example of the README", () => {
  const example = /```argmap\n(.*?)```/s.exec(readFileSync(readme, "utf8"))?.[1] ?? "";
  expect(example).not.toBe("");
  expect(argmap(["check", "a.argmap"], { "a.argmap": example })).toMatchObject({
    status: 0,
    out: "1 map, no problems.\n",
  });
});
