import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tableKinds } from "../../../server/core/tables/table.ts";
import { argmap } from "../../support/programs/argmapCli.ts";
import { root } from "../../support/root.ts";

const files = {
  "a.argmap": `map: The charge <in town>
speaker ann: Ann
claim keep by ann: The charge should stay.
  reason air: It makes the air cleaner.
    premise less: There is less nitrogen dioxide.
    premise healthy: That is healthy.
      likelihood: 50%
  objection trade: The shops lost customers.
    objection: So did all shops.
claim other: This depends on nothing.
`,
};

test("prints what the conclusions depend on, the most important first, and what would fall with it", () => {
  const { status, out } = argmap(["report", "assumptions", "a.argmap"], files);
  expect(status).toBe(0);
  expect(out).toContain(
    `Key assumptions

6: premise healthy: That is healthy.
    Kind: Premise
    Likelihood: 50%
    Importance: +100%
    For each conclusion: The charge should stay +100%
    Falls if it is false: The charge should stay
5: premise less: There is less nitrogen dioxide.
`,
  );
});

test("prints the same as JSON, with the numbers and the entries that each cell leads to", () => {
  const { out } = argmap(["report", "assumptions", "a.argmap", "--json"], files);
  expect(JSON.parse(out)).toMatchObject({
    map: "a.argmap",
    tables: [
      {
        kind: "assumptions",
        columns: [{ heading: "Assumption" }, {}, {}, {}, {}, {}],
        rows: [
          [
            { text: "That is healthy.", entries: [{ name: "healthy", line: 6, kind: "premise" }] },
            { text: "Premise", entries: [] },
            { text: "50%", value: 0.5 },
            { text: "+100%", value: 1 },
            { entries: [{ name: "keep", line: 3, kind: "claim" }] },
            { text: "The charge should stay" },
          ],
          [{ text: "There is less nitrogen dioxide." }, {}, {}, {}, {}, {}],
          [{ text: "The shops lost customers." }, {}, {}, { text: "−50%", value: 0.5 }, {}, { text: "" }],
          [{ entries: [{ name: null, line: 9, kind: "objection" }] }, {}, {}, {}, {}, {}],
        ],
      },
    ],
  });
});

test("prints who takes which position, as CSV without a byte-order mark", () => {
  const { out } = argmap(["report", "positions", "a.argmap", "--format", "csv"], files);
  expect(out.split("\r\n").slice(0, 2)).toEqual(["Statement,For,Against,Ann", "The charge should stay.,1,0,holds"]);
});

test("respects suppositions", () => {
  const { out } = argmap(["report", "assumptions", "a.argmap", "--suppose", "healthy=false"], files);
  expect(out).not.toContain("no longer");
  expect(out).toContain("6: premise healthy: That is healthy.\n    Kind: Premise\n    Likelihood: 0%\n");
});

describe("chooses the format by the file name extension", () => {
  const written = (name: string): Buffer => {
    const { status, out, folder } = argmap(["report", "assumptions", "a.argmap", "-o", name], files);
    expect(status).toBe(0);
    expect(out).toBe("");
    return readFileSync(join(folder, name));
  };

  test("CSV that Excel reads as UTF-8", () => {
    expect(written("a.csv").toString()).toMatch(/^\ufeffAssumption,Kind,/);
  });

  test("Markdown and HTML, with the title of the map escaped", () => {
    expect(written("a.md").toString()).toContain("| That is healthy. | Premise | 50% |");
    expect(written("a.html").toString()).toContain("<h1>Key assumptions: The charge &lt;in town&gt;</h1>");
  });

  test("a Word document", () => {
    expect(written("a.DOCX").subarray(0, 4).toString("latin1")).toBe("PK\x03\x04");
  });
});

test("says so where a table is empty", () => {
  const map = { "a.argmap": "claim a: A.\n" };
  expect(argmap(["report", "assumptions", "a.argmap"], map).out).toBe("No conclusion depends on an assumption.\n");
  expect(argmap(["report", "sources", "a.argmap"], map).out).toContain("No source is defined.");
});

test("the tables of the guide are those of the example", () => {
  const guide = readFileSync(join(root, "docs/weighing.md"), "utf8");
  const shown = /## Tables\n.*?\n## /s.exec(guide)?.[0].match(/^\|.*$/gm) ?? [];
  const example = readFileSync(join(root, "examples/bridge.argmap"));
  const printed = tableKinds.map(
    (kind) => argmap(["report", kind, "a.argmap", "--format", "markdown"], { "a.argmap": example }).out,
  );
  const lines = new Set(printed.join("").split("\n"));
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.filter((line) => !lines.has(line))).toEqual([]);
});

test.each([
  [["guesses", "a.argmap"], "Name a table: positions, answers, assumptions or sources."],
  [["answers", "a.argmap", "--format", "xml"], "argument 'xml' is invalid. Allowed choices are text, csv"],
  [["answers", "a.argmap", "-o", "a.xml"], "Name a file that ends in .txt, .csv, .md,"],
  [["answers", "a.argmap", "-o", "none/a.csv"], "Cannot write none/a.csv: Its folder does not exist.\n"],
  [["answers", "a.argmap", "--format", "docx"], "A Word document needs a file. Name it with -o FILE."],
])("refuses %j with a reason", (args, message) => {
  expect(argmap(["report", ...args], files)).toMatchObject({ status: 2, err: expect.stringContaining(message) });
});
