/** Two wordings of one statement are one statement for all checks. */
import { expect, test } from "vitest";
import { checkMap, expectNoProblem, expectProblem } from "../../support/maps/expectProblems.ts";

test("a line with `restates` has no problems of its own", async () => {
  const { problems } = await checkMap(`
    claim doom: All is lost.
      reason: It rains.
    claim act: Something must be done.
      reason: It must.
        premise decline restates doom: Society is going down.
  `);
  expect(problems.map(({ message }) => message)).toEqual([]);
});

test("a reason for one wording supports the other", () =>
  expectNoProblem(
    "unsupported-claim",
    `
    claim doom: All is lost.
    claim end restates doom: The end is near.
      reason: It rains.
  `,
  ));

test("a claim without reasons is reported once", () =>
  expectProblem(
    "unsupported-claim",
    `
    claim ‹doom›: All is lost.
      objection: It is not.
    claim end restates doom: The end is near.
      objection: It never was.
  `,
    "This claim has no reasons. Indent one under it.",
  ));

test("a claim that is only restated is unused, and is used if another wording is", async () => {
  const unused = `
    claim ‹doom›: All is lost.
    claim end restates doom: The end is near.
  `;
  await expectProblem(
    "unused-claim",
    unused,
    "“doom” is never used: it answers no question, has no reasons, and nothing refers to it. Use it as a premise, or give a reason for it.",
  );
  await expectNoProblem(
    "unused-claim",
    `${unused.replaceAll(/[‹›]/g, "")}
    claim act: Something must be done.
      reason: It must.
        premise end
  `,
  );
});

test("an argument that leads back through another wording is circular", async () => {
  const { problems } = await checkMap(`
    claim doom: All is lost.
      reason r: It is.
        premise falls: It falls.
          reason s: So it is.
            premise end restates doom: The end is near.
  `);
  expect(problems.filter(({ code }) => code === "circular-argument").map(({ message }) => message)).toEqual([
    "This argument rests on its own conclusion: “doom” rests on “r”, “r” rests on “falls”, “falls” rests on “s” and “s” rests on “doom”. Remove one of these steps, or give it independent support.",
  ]);
});

test("an objection to another wording of its own premise attacks itself", async () => {
  const { problems } = await checkMap(`
    claim doom: All is lost.
      reason: It rains.
    objection against doom: It is not.
      premise end restates doom: The end is near.
  `);
  expect(problems.map(({ code }) => code)).toContain("self-attack");
});

test("wordings of one statement for and against the same thing are reported", async () => {
  const { problems } = await checkMap(`
    claim keep: It should stay.
      reason: It works.
        premise few: Fewer cars come.
      objection: It hurts.
        premise less restates few: There is less traffic.
  `);
  expect(problems.filter(({ code }) => code === "for-and-against")).toHaveLength(1);
});

test("a speaker who rejects another wording of what they hold is inconsistent", () =>
  expectProblem(
    "inconsistent-speaker",
    `
    speaker lind: Maja Lind
    claim doom by lind: All is lost.
    claim end restates doom, rejected-by ‹lind›: The end is near.
  `,
    "“lind” both holds and rejects this claim in another wording (“doom”). Remove one of these positions.",
  ));
