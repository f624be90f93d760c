import { describe, expect, test } from "vitest";
import { checkMap, expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("suggests the key for a misspelt one", async () => {
  const [problem] = await expectProblem(
    "near-key",
    `
    source report: A report
      ‹auhtor›: The office
      ‹dates›: 2024
    claim keep: It should stay.
      ‹likelyhood›: likely
  `,
    "Did you mean “author”? If this is text, put a backslash before it.",
  );
  expect(problem?.suggestions).toEqual(["author"]);
});

test("reports a clause that is written as an attribute", () =>
  expectProblem(
    "near-key",
    `
    speaker lind: Maja Lind
    claim keep: It should stay.
      ‹by›: lind
      ‹accepted-by›: lind
      for: lind
      reason: It works.
        ‹for›: keep
  `,
    "“by” belongs in the head of the claim. Move it before the colon. If this is text, put a backslash before it.",
  ));

test("ignores ordinary words, capitals, keys of other keywords, and escaped text", () =>
  expectNoProblem(
    "near-key",
    `
    source report: A report
      \\auhtor: x
      https://example.org
    claim keep: It should stay.
      data: none
      Dates: one
      rate: high
      pages: 12
      result: the air
      12:30
  `,
  ));

describe("suggests the attribute that a line was meant as", () => {
  test.each([
    ["claim", "credence: 0.7", "likelihood: 70%"],
    ["claim", "probability: 70%", "likelihood: 70%"],
    ["claim", "weight: 3", "x-weight: 3"],
    ["claim", "{credence: 0.7}", "likelihood: 70%"],
    ["claim", "{credence: 0.7, tags: [pro]}", "likelihood: 70%\n  tags: pro"],
    ["claim", "#pro", "tags: pro"],
    ["claim", "#pro #old-town", "tags: pro, old-town"],
    ["claim", "- tags: air", "tags: air"],
    ["claim", "Note: Said in March.", "note: Said in March."],
    ["claim", "tags air, health", "tags: air, health"],
    ["claim", "likelihood likely", "likelihood: likely"],
    ["claim", "likelihood = 70%", "likelihood: 70%"],
    ["claim", "likelihood:70%", "likelihood: 70%"],
    ["claim", "comment: Said in March.", "note: Said in March."],
    ["speaker", "email: a@b", "x-email: a@b"],
    ["speaker", "job: Economist", "role: Economist"],
    ["speaker", "role Economist", "role: Economist"],
    ["speaker", "Role: Economist", "role: Economist"],
    ["source", "link: example.org", "url: https://example.org"],
    ["source", "by: City Office", "author: City Office"],
    ["source", "published: 17 May 2024", "date: 2024-05-17"],
    ["source", "file trial.txt", "file: trial.txt"],
  ])("%s: %s → %s", async (keyword, line, corrected) => {
    const text = `${keyword} keep: ${keyword === "claim" ? "It should stay." : "A name"}\n  `;
    const { problems } = await checkMap(`${text}${line}\n`);
    const [problem] = problems.filter(({ code }) => code === "near-key");
    const raw = problem?.at.line.scanned.raw ?? "";
    expect(raw.slice(0, problem?.at.start) + problem?.suggestions[0] + raw.slice(problem?.at.end)).toBe(
      `  ${corrected}`,
    );
  });

  test("for a reason, a strength; a number without a scale becomes a key of one’s own", async () => {
    const { problems } = await checkMap(
      "claim a: A.\n  reason: R.\n    probability: 0.7\n    weight: 3\n    weight: 0.3\n",
    );
    const found = problems.filter(({ code }) => code === "near-key").map(({ suggestions }) => suggestions);
    expect(found).toEqual([["strength: 70%"], ["x-weight"], ["strength: 30%"]]);
  });
});

test("takes words for keys in the middle of a sentence as prose", () =>
  expectNoProblem(
    "near-key",
    `
    claim keep: It has no
      weight: it is light
    claim drop: Of all that the council of the old town has said in the last years, no
      note was taken of the winter.
  `,
  ));

test("reports a line that is only a clause", () =>
  expectProblem(
    "near-key",
    `
    claim keep: It should stay.
      ‹by lind, accepted-by hale›
      note: N
  `,
    "“by” belongs in the head of the claim. Move it before the colon. If this is text, put a backslash before it.",
  ));

test.each(["by lind and others", "for the buses", "by"])("ignores %s", (line) =>
  expectNoProblem("near-key", `claim keep: It should stay.\n  ${line}\n`),
);

test.each([
  ["Source: BBC", "x-source: BBC"],
  ["Quelle: BBC", "x-quelle: BBC"],
  ["Anmerkung: Nein.", "note: Nein."],
  ["备注：不", "note: 不"],
  ["Wahrscheinlichkeit: 0,7", "likelihood: 70%"],
])("offers the key for %s", async (line, replacement) => {
  const { problems } = await checkMap(`claim keep: It should stay.\n  ${line}\n`);
  const [problem] = problems.filter(({ code }) => code === "near-key");
  const raw = `  ${line}`;
  expect(raw.slice(0, problem?.at.start) + (problem?.suggestions[0] ?? "") + raw.slice(problem?.at.end)).toBe(
    `  ${replacement}`,
  );
});

test("reports keys before the text and the name of an entry, as in YAML", async () => {
  const text = "The text of the claim has no key. Remove “- text:”. If this is text, put a backslash before it.";
  const [problem] = await expectProblem("near-key", "claim keep:\n  ‹- text: ›It should stay.\n", text);
  expect(problem?.suggestions).toEqual([""]);
  const name =
    "A name comes before the colon, as in “claim keep: …”. Move it there. If this is text, put a backslash before it.";
  await expectProblem("near-key", "claim: It should stay.\n  ‹name: keep›\n", name);
  await expectNoProblem("near-key", "claim: It should stay.\n  Name: nobody would say so.\n  Text: none\n");
});
