import { expect, test } from "vitest";
import { checkMap, expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

/** The messages for invalid values, by key. */
const messages: Readonly<Record<string, string>> = {
  likelihood:
    "“likelihood” must be a percentage such as 70%, a range such as 55-80%, or one of almost-no-chance, very-unlikely, unlikely, even, likely, very-likely or almost-certain.",
  confidence: "“confidence” must be one of low, moderate or high.",
  tags: "“tags” must be words separated by commas, as in “air, old-town”.",
  date: "“date” must be a year, a month or a day, as in “2024”, “2024-05” or “2024-05-17”.",
  reliability: "“reliability” must be an Admiralty rating: A, B, C, D, E or F.",
  url: "“url” must be an address that starts with “https://” or “http://”.",
  file: "“file” must be a path relative to the map’s folder, with “/” between folders, as in “texts/report.txt”.",
  page: "“page” must be a number, a range or a time, as in “12”, “12–14” or “00:12:31”.",
  language: "“language” must be a language tag, as in “en”, “de-AT” or “zh-Hans”.",
};

test("suggests the nearest allowed word", async () => {
  const [problem] = await expectProblem(
    "malformed-value",
    `
    claim keep: It should stay.
      likelihood: ‹Very likely›
  `,
    "“likelihood” must be a percentage such as 70%, a range such as 55-80%, or one of almost-no-chance, very-unlikely, unlikely, even, likely, very-likely or almost-certain. Did you mean “very-likely”?",
  );
  expect(problem?.suggestions).toEqual(["very-likely"]);
});

test.each([
  ["likelihood", "120%"],
  ["likelihood", "often"],
  ["confidence", "half"],
  ["tags", "?"],
])(
  "reports an invalid value: %s: %s",
  async (key, value) =>
    void (await expectProblem(
      "malformed-value",
      `
  claim keep: It should stay.
    ${key}: ‹${value}›
`,
      messages[key] ?? "",
    )),
);

test.each([
  ["date", "2023-02-29"],
  ["date", "1900-02-29"],
  ["date", "2024-13"],
  ["date", "in March 2025"],
  ["reliability", "G"],
  ["url", "ftp://example.org"],
  ["file", "/home/report.txt"],
  ["file", "C:/report.txt"],
])(
  "reports an invalid value of a source: %s: %s",
  async (key, value) =>
    void (await expectProblem(
      "malformed-value",
      `
  source report: A report
    ${key}: ‹${value}›
`,
      messages[key] ?? "",
    )),
);

test.each(["twelve", "14-12", "12, 14"])(
  "reports an invalid value: page: %s",
  async (value) =>
    void (await expectProblem(
      "malformed-value",
      `
  source report: A report
  claim keep: It should stay.
    quote:
      page: ‹${value}›
`,
      messages["page"] ?? "",
    )),
);

test.each(["english", "e", "zh_Hans"])(
  "reports an invalid value: language: %s",
  async (value) =>
    void (await expectProblem(
      "malformed-value",
      `
  map: Title
    language: ‹${value}›
`,
      messages["language"] ?? "",
    )),
);

test("reports a missing value", () =>
  expectProblem(
    "malformed-value",
    `
  source report: A report
    ‹date›:
`,
    "“date” has no value. Write a year, a month or a day, as in “2024”, “2024-05” or “2024-05-17”.",
  ));

test("accepts valid values, and any text where the key allows it", () =>
  expectNoProblem(
    "malformed-value",
    `
    map: Title
      language: zh-Hans
      date: 2024
    source report: A report
      date: 2024-02-29
      url: https://example.org/a?b#c
      file: texts/report 1.txt
      reliability: A
      author: anyone, at all
    source other: Another
      date: 2024-02
      url: http://example.org
    claim keep: It should stay.
      likelihood: 72.5 %
      confidence: high
      tags: air, 空气, old-town
      reason: Because.
        strength: 80%
        scheme: whatever
      quote report: x
        page: 12–14
      quote report: x
        page: xii
  `,
  ));

test.each([
  ["likelihood", "0.72", ["72%"]],
  ["likelihood", "70", ["70%"]],
  ["likelihood", "~70%", ["70%"]],
  ["likelihood", "about 70 per cent", ["70%"]],
  ["likelihood", "0.07", ["7%"]],
  ["likelihood", "55 to 80", ["55-80%"]],
  ["likelihood", "0.55-0.8", ["55-80%"]],
  ["likelihood", "80-55%", ["55-80%"]],
  ["likelihood", "170", []],
  ["date", "12 March 2024", ["2024-03-12"]],
  ["date", "March 12th, 2024", ["2024-03-12"]],
  ["date", "Sept. 2024", ["2024-09"]],
  ["date", "Sep. 2024", ["2024-09"]],
  ["date", "12.3.2024", ["2024-03-12"]],
  ["date", "2024/3/12", ["2024-03-12"]],
  ["date", "3/4/2024", ["2024-04-03", "2024-03-04"]],
  ["date", "3/14/2024", ["2024-03-14"]],
  ["date", "30 February 2024", []],
  ["status", "Accepted", ["accepted"]],
])("suggests what an invalid value was meant as: %s: %s", async (key, value, suggestions) => {
  const { problems } = await checkMap(`claim keep: It should stay.\n  ${key}: ${value}\n`);
  const found = problems.filter(({ code }) => code === "malformed-value");
  expect(found.map((problem) => problem.suggestions)).toEqual([suggestions]);
});

test("accepts ranges, dates and status of a statement", () =>
  expectNoProblem(
    "malformed-value",
    `
    claim keep: It should stay.
      title: Keep it
      status: open
      date: 2024-05
      likelihood: 55-80%
    claim drop: It should go.
      likelihood: 5 – 20 %
  `,
  ));

test.each([
  ["likelihood", "70 per cent", ["70%"]],
  ["likelihood", "probable", ["likely"]],
  ["likelihood", "very probable", ["very-likely"]],
  ["likelihood", "improbable", ["unlikely"]],
  ["likelihood", "50/50", ["even"]],
  ["confidence", "medium", ["moderate"]],
  ["strength", "very strong", ["strong"]],
  ["strength", "0.5", ["50%"]],
  ["date", "May 17, 2024", ["2024-05-17"]],
  ["url", "example.com", ["https://example.com"]],
  ["url", "www.example.org/a?b=c", ["https://www.example.org/a?b=c"]],
  ["tags", "air quality", ["air-quality", "air, quality"]],
  ["tags", "air quality, health", ["air-quality, health"]],
  ["tags", "#air #old-town", ["air, old-town"]],
  ["tags", "air,,health", ["air, health"]],
  ["tags", "空气，交通", ["空气, 交通"]],
  ["page", "p. 12", ["12"]],
  ["page", "pp. 12–14", ["12–14"]],
  ["file", "texts\\report.txt", ["texts/report.txt"]],
  ["reliability", "b", ["B"]],
])("suggests the value that was meant: %s: %s", async (key, value, suggestions) => {
  const owner =
    { strength: "reason", page: "quote" }[key] ??
    (["date", "url", "file", "reliability"].includes(key) ? "source" : "claim");
  const { problems } = await checkMap(
    `claim a: A.\n  reason: R.\n    quote: “q”\n`.replace(
      new RegExp(`(( *)${owner}.*\n)`),
      `$1$2  ${key}: ${value}\n`,
    ) + (owner === "source" ? `source s: S\n  ${key}: ${value}\n` : ""),
  );
  expect(problems.find(({ code }) => code === "malformed-value")?.suggestions).toEqual(suggestions);
});
