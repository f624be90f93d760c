import { expect, test } from "vitest";
import { argmap } from "../../support/programs/argmapCli.ts";

const charge = `claim keep: The charge should stay.
  reason air: It makes the air cleaner.
    strength: strong
    premise less: There is less nitrogen dioxide.
      likelihood: very-likely
  objection: The shops lost customers.
    objection: So did all shops.
question why: Why?
`;
const files = { "a.argmap": charge };

test("prints every statement and step as JSON, with its standing, likelihood and what decides it", () => {
  const { status, out } = argmap(["evaluate", "a.argmap", "--json"], files);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({
    map: "a.argmap",
    nodes: [
      {
        name: "keep",
        line: 1,
        kind: "claim",
        standing: "stands",
        likelihood: 0.7,
        open: 0,
        error: 0,
        because: ["air"],
      },
      {
        name: "air",
        line: 2,
        kind: "reason",
        standing: "stands",
        likelihood: 0.7,
        open: 0,
        error: 0,
        because: ["less"],
      },
      { name: "less", line: 4, kind: "premise", standing: "stands", likelihood: 0.875, open: 0, error: 0, because: [] },
      { name: null, line: 6, kind: "objection", standing: "falls", likelihood: 0, open: 0, error: 0, because: [] },
      { name: null, line: 7, kind: "objection", standing: "stands", likelihood: 1, open: 0, error: 0, because: [] },
    ],
  });
});

test("explains each standing in a sentence", () => {
  const { status, out } = argmap(["evaluate", "a.argmap"], files);
  expect(status).toBe(0);
  expect(out).toContain(
    "1: claim keep “The charge should stay.”: stands, likely (70%)\n    It stands because the reason “air” stands and the objection “The shops lost customers.” falls.\n",
  );
});

test("supposes entries true or false, also several, also steps without premises", () => {
  const json = (...suppositions: readonly string[]): unknown =>
    JSON.parse(
      argmap(["evaluate", "a.argmap", "--json", ...suppositions.flatMap((one) => ["--suppose", one])], files).out,
    ).nodes.map(({ standing }: { readonly standing: string }) => standing);
  expect(json("less=false")).toEqual(["falls", "falls", "falls", "falls", "stands"]);
  expect(json("less=false", "air=true")).toEqual(["stands", "stands", "falls", "falls", "stands"]);
});

test("says what is wrong with a supposition, and exits with 2", () => {
  const problem = (supposition: string): string => {
    const { status, err } = argmap(["evaluate", "a.argmap", "--suppose", supposition], files);
    expect(status).toBe(2);
    return err;
  };
  expect(problem("less")).toContain("Invalid supposition “less”. Write NAME=true or NAME=false.");
  expect(problem("nobody=true")).toContain("No claim, premise, assumption, reason or objection is named “nobody”.");
  expect(problem("why=true")).toContain("is named “why”.");
});

test("prints a likelihood only where it says more than the standing, and one that is written beside reasons too", () => {
  const map = "claim keep: It stays.\n  likelihood: 60%\n  reason air: It helps.\n";
  expect(argmap(["evaluate", "a.argmap"], { "a.argmap": map }).out).toBe(
    "1: claim keep “It stays.”: stands\n    It stands because the reason “air” stands.\n    The map states “60%”; the reasons decide.\n" +
      "3: reason air “It helps.”: stands\n    It stands because nobody objects to it.\n",
  );
});

test("warns of errors in the map, and exits with 1", () => {
  const map = "claim keep: It stays.\n  reason against nobody: It helps.\n";
  expect(argmap(["evaluate", "a.argmap"], { "a.argmap": map })).toMatchObject({
    status: 1,
    err: "This map has 1 error, so the evaluation may be wrong. Run “argmap check” to see it.\n",
  });
});
