import { expect, test } from "vitest";
import { checkMap, expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a list once, with the lines that its points go on in", () =>
  expectProblem(
    "list-in-text",
    `
    claim keep: It should stay, for this:
      ‹- The air got
        cleaner.
      - The buses run to time.›
      reason: It pays.
        ‹1. It brings in money.
        2. It costs little.›
  `,
    "This list is one text of the claim. Make each point an entry of its own, such as a reason. If this is text, put a backslash before it.",
  ));

test.each([
  ["Kialo", "1.1. Pro: The air got cleaner.", "1.1.1. Con: The winter was mild."],
  ["Argdown", "+ <Air>: The air got cleaner.", "- [Winter]: The winter was mild."],
])("names the format of text from %s, and reports nothing else about it", async (tool, first, second) => {
  for (const indent of ["  ", ""]) {
    const { problems } = await checkMap(`claim keep: It should stay.\n${indent}${first}\n${indent}${second}\n`);
    const others = problems.filter(({ severity }) => severity !== "hint");
    expect(new Set(others.map(({ message }) => message))).toEqual(
      new Set([
        `This is in the format of ${tool}, which a map cannot contain. Convert it with the quick fix, or import it from a file of its own.`,
      ]),
    );
  }
});

test("accepts one such line, a list in a note, and a dash in a quote", () =>
  expectNoProblem(
    "list-in-text",
    `
    claim keep: There were
      12. In all, that is.
      note: Two points:
        - one
        - two
      quote: “He came
        – said nobody
        – and went”
      \\- one
      \\- two
  `,
  ));
