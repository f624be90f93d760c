import { expect, test, vi } from "vitest";
import { MapFile } from "../../../../../server/core/language/map.ts";
import { checkMap, expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports premises that contradict each other", () =>
  expectProblem(
    "contradictory-premises",
    `
    claim drop: It should go.
      reason: It cannot be right.
        premise little: It changes nothing.
        premise ‹much› contradicts little: It changes all.
  `,
    "“much” and “little” contradict each other, so this step cannot hold. Split it into two steps, or remove one of these premises.",
  ));

test("reports uses of claims that contradict each other", () =>
  expectProblem(
    "contradictory-premises",
    `
    claim little: It changes nothing.
    claim much contradicts little: It changes all.
    claim drop: It should go.
      reason: It cannot be right.
        premise much
        premise ‹little›
  `,
    "“much” and “little” contradict each other, so this step cannot hold. Split it into two steps, or remove one of these premises.",
  ));

test("accepts contradictory premises of different steps", () =>
  expectNoProblem(
    "contradictory-premises",
    `
    claim drop: It should go.
      reason: It is no use.
        premise little: It changes nothing.
      reason: It goes too far.
        premise much contradicts little: It changes all.
  `,
  ));

test("reports two answers to a question that allows only one, and follows an edit of the question", async () => {
  const map = `
    question when: When should it start?
      answers: at-most-one
      claim may: In May.
      claim june: In June.
    claim soon: It starts soon.
      reason: They say so.
        premise may
        premise ‹june›
  `;
  await expectProblem(
    "contradictory-premises",
    map,
    "“may” and “june” contradict each other, so this step cannot hold. Split it into two steps, or remove one of these premises.",
  );
  await expectNoProblem("contradictory-premises", map.replace("at-most-one", "any").replace(/[‹›]/g, ""));
});

test("looks up the uses of a claim once, however many claims contradict it", async () => {
  const lookups = vi.spyOn(MapFile.prototype, "entriesMentioning");
  const lookupsFor = async (count: number): Promise<number> => {
    lookups.mockClear();
    const others = Array.from({ length: count }, (_, at) => `claim c${at} contradicts a: C ${at}.\n`).join("");
    await checkMap(`claim a: A.\n${others}`);
    return lookups.mock.calls.filter(([name]) => name === "a").length;
  };
  try {
    expect(await lookupsFor(200)).toBe(await lookupsFor(100));
  } finally {
    lookups.mockRestore();
  }
});

test("reports the later of two premises, in whichever order the answers are written", async () => {
  const { problems } = await checkMap(`
    question when: When?
      answers: exactly-one
      claim may: In May.
      claim june: In June.
      claim july: In July.
    claim soon: It starts soon.
      reason one: They say so.
        premise july
        premise june
        premise may
      reason two: They say so.
        premise june
  `);
  const found = problems.filter(({ code }) => code === "contradictory-premises");
  expect(
    found.map(({ entry, message }) => `${entry?.head.name?.text}: ${message.split(" contradict")[0]}`).sort(),
  ).toEqual(["may: “may” and “july”", "may: “may” and “june”"]);
});

test("reports each step that uses both, although one of the claims is used in many others", async () => {
  const { problems } = await checkMap(`
    claim little: It changes nothing.
    claim much contradicts little: It changes all.
    claim drop: It should go.
      reason one: It is no use.
        premise little
      reason two: It is no use at all.
        premise little
      reason three: It cannot be right.
        premise much
        premise little
      reason four: It cannot be right at all.
        premise little
        premise little
        premise much
  `);
  const found = problems.filter(({ code }) => code === "contradictory-premises");
  expect(found.map(({ entry }) => `${entry?.parent?.head.name?.text}: ${entry?.head.name?.text}`).sort()).toEqual([
    "four: much",
    "three: little",
  ]);
  expect(found.map(({ message }) => message.split(" contradict")[0])).toEqual([
    "“much” and “little”",
    "“much” and “little”",
  ]);
});

test("does not report a step whose head is still being written", () =>
  expectNoProblem(
    "contradictory-premises",
    `
    claim drop: It should go.
      reason one two: It cannot be right.
        premise little: It changes nothing.
        premise much contradicts little: It changes all.
  `,
  ));
