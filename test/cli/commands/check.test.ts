import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { writePdf } from "../../support/pdf/writePdf.ts";
import { argmap } from "../../support/programs/argmapCli.ts";
import { root } from "../../support/root.ts";

const readme = join(root, "README.md");

/** Returns the elements of an XML document with their attributes, in document order. Throws if it is not well formed. */
function parseXml(text: string): readonly (readonly [name: string, attributes: Readonly<Record<string, string>>])[] {
  const elements: (readonly [string, Readonly<Record<string, string>>])[] = [];
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push(name);
        elements.push([name, attributes]);
      },
      onclosetag: (name) => {
        if (open.pop() !== name) throw new Error(`The element ${name} is not closed.`);
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return elements;
}

const invalid = "claim keep: 保留。\n  reason for 收費 by drip: It pays.\n";

test("prints each problem with its line and carets under its range, and exits with 1", () => {
  const { status, out } = argmap(["check", "a.argmap"], { "a.argmap": invalid });
  expect(status).toBe(1);
  expect(out).toContain("a.argmap:2:14 error “收費” is not defined.");
  // Each of the two characters is two terminal columns wide.
  expect(out).toContain("2 |   reason for 收費 by drip: It pays.\n  |              ^^^^\n");
  expect(out.trimEnd().split("\n").at(-1)).toBe("1 map: 2 errors.");
});

test("checks the maps that match a pattern", () => {
  const files = {
    "a1.argmap": "claim a: A.\n  reason: B.\n",
    "a2.argmap": "claim a: A.\n  reason: B.\n",
    "b.argmap": invalid,
  };
  expect(argmap(["check", "a?.argmap"], files)).toMatchObject({ status: 0, out: "2 maps, no problems.\n" });
});

test("checks a map once that is named twice, by its first name", () => {
  const { out } = argmap(["check", "./a.argmap", "a.argmap", "."], { "a.argmap": "claim a: A.\n" });
  expect(out).toMatch(/^\.\/a\.argmap:1:7 hint .*\n1 map: 1 hint\.\n$/s);
});

test.each([2, 50])("says which of %i maps cannot be read, checks the others, and exits with 1", (count) => {
  const maps = Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`map${n}.argmap`, "claim: It stays.\n  reason: It works.\n"]),
  );
  const { status, out, err } = argmap(["check", "."], { ...maps, "bad.argmap": new Uint8Array([0xe4]) });
  expect(status).toBe(1);
  expect(out).toBe(`${count} maps, no problems.\n`);
  expect(err).toMatch(/^argmap check: .*bad\.argmap is not in UTF-8\. Save it as UTF-8\.\n$/);
});

test("exits with 2 if no map can be read, and says why", () => {
  const bad = argmap(["check", "bad.argmap"], { "bad.argmap": new Uint8Array([0xe4]) });
  expect(bad.status).toBe(2);
  expect(bad.err).toMatch(/^argmap check: .*bad\.argmap is not in UTF-8\. Save it as UTF-8\.\n/);
  const large = argmap(["check", "."], { "large.argmap": new Uint8Array(33 * 1024 * 1024).fill(0x20) });
  expect(large.status).toBe(2);
  expect(large.err).toMatch(/large\.argmap is too large: it has 33 MB\. A map has at most 32 MB\.\n/);
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

test.each([
  ["check", "a.argmap"],
  ["report", "sources", "a.argmap"],
])("does not choose between --json and --format: %s", (...args) => {
  const { status, out, err } = argmap([...args, "--json", "--format", "text"], { "a.argmap": "claim a: A.\n" });
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toContain("option '--json' cannot be used with option '--format <format>'");
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

test("exits with 1 if there are more warnings than --max-warnings allows", () => {
  const files = { "a.argmap": "claim a: A.\n  reasn: B.\n" };
  expect(argmap(["check", "a.argmap", "--max-warnings", "1"], files).status).toBe(0);
  expect(argmap(["check", "a.argmap", "--max-warnings", "0"], files)).toMatchObject({
    status: 1,
    err: expect.stringContaining("more warnings than --max-warnings 0 allows: 1"),
  });
});

test("prints colors only on a terminal, so none here", () => {
  expect(argmap(["check", "a.argmap"], { "a.argmap": invalid }).out).not.toContain("\u001b");
});

describe("--fix", () => {
  const fixable = "claim a: A.\n  likelihood: likly\n  reason: B.\n";

  test("writes the changes of “Fix All”, and prints the problems that are left", () => {
    const { status, out, folder } = argmap(["check", "--fix", "a.argmap"], { "a.argmap": `${fixable}stray\n` });
    expect(readFileSync(join(folder, "a.argmap"), "utf8")).toBe(`${fixable.replace("likly", "likely")}stray\n`);
    expect(status).toBe(1);
    expect(out).not.toContain("likly");
  });

  test("changes nothing without it", () => {
    const { folder } = argmap(["check", "a.argmap"], { "a.argmap": fixable });
    expect(readFileSync(join(folder, "a.argmap"), "utf8")).toBe(fixable);
  });
});

describe("--format", () => {
  const files = { "a, b.argmap": invalid, "c.argmap": "claim a: A.\n  reason: B.\n" };

  test("sarif: a log with a rule and a place for each result", () => {
    const { status, out } = argmap(["check", ".", "--format", "sarif"], files);
    expect(status).toBe(1);
    const { version, runs } = JSON.parse(out);
    expect(version).toBe("2.1.0");
    const [{ results, tool, artifacts, columnKind }] = runs;
    expect(columnKind).toBe("utf16CodeUnits");
    expect(artifacts).toHaveLength(2);
    expect(results[0]).toMatchObject({
      ruleId: "unknown-name",
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "a,%20b.argmap" },
            region: { startLine: 2, startColumn: 14, endLine: 2, endColumn: 16 },
          },
        },
      ],
    });
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe("unknown-name");
  });

  test("github: one workflow command for each problem, with escaped properties", () => {
    const { out } = argmap(["check", ".", "--format", "github"], files);
    expect(out.split("\n")[0]).toMatch(
      /^::error file=a%2C b\.argmap,line=2,endLine=2,col=14,endColumn=16,title=unknown-name::“收費” is not defined/,
    );
  });

  test("junit: one test case for each map, which fails if it has errors or warnings", () => {
    const { out } = argmap(["check", ".", "--format", "junit"], files);
    const [, suite, ...cases] = parseXml(out);
    expect(suite).toEqual(["testsuite", { name: "argmap check", tests: "2", failures: "1" }]);
    expect(cases).toEqual([
      ["testcase", { name: "a, b.argmap", classname: "argmap" }],
      ["failure", { message: expect.stringContaining("is not defined"), type: "unknown-name" }],
      ["testcase", { name: "c.argmap", classname: "argmap" }],
    ]);
  });
});
