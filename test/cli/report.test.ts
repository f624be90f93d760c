import { expect, test } from "vitest";
import { argmap } from "../support/programs/argmapCli.ts";

const files = {
  "a.argmap": `claim keep: The charge should stay.
  reason air: It makes the air cleaner.
    premise less: There is less nitrogen dioxide.
    premise healthy: That is healthy.
      likelihood: 50%
  objection trade: The shops lost customers.
    objection: So did all shops.
claim other: This hangs on nothing.
`,
};

test("prints what the conclusions hang on, the most important first, and what would fall with it", () => {
  const { status, out } = argmap(["report", "assumptions", "a.argmap"], files);
  expect(status).toBe(0);
  expect(out).toBe(
    [
      "4: premise healthy “That is healthy.”",
      "    +100% for “keep”. If it is false, “keep” no longer stands.",
      "3: premise less “There is less nitrogen dioxide.”",
      "    +50% for “keep”. If it is false, “keep” no longer stands.",
      "6: objection trade “The shops lost customers.”",
      "    −50% for “keep”.",
      "7: objection “So did all shops.”",
      "    +50% for “keep”. If it is false, “keep” no longer stands.",
      "",
    ].join("\n"),
  );
});

test("prints the same as JSON", () => {
  const { out } = argmap(["report", "assumptions", "a.argmap", "--json"], files);
  expect(JSON.parse(out)).toMatchObject({
    map: "a.argmap",
    assumptions: [
      {
        name: "healthy",
        line: 4,
        kind: "premise",
        importance: [{ name: "keep", line: 1, value: 1 }],
        carries: [{ name: "keep", line: 1 }],
      },
      { name: "less", importance: [{ value: 0.5 }] },
      { name: "trade", importance: [{ value: -0.5 }], carries: [] },
      { name: null, line: 7, importance: [{ value: 0.5 }] },
    ],
  });
});

test("says so if no conclusion hangs on anything, and which tables there are", () => {
  expect(argmap(["report", "assumptions", "a.argmap"], { "a.argmap": "claim a: A.\n" }).out).toBe(
    "No conclusion depends on an assumption.\n",
  );
  expect(argmap(["report", "guesses", "a.argmap"], files)).toMatchObject({
    status: 2,
    err: expect.stringContaining("The only one is “assumptions”."),
  });
});
