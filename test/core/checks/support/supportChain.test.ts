/** Long cycles of claims have short messages, and the search does not take time quadratic in their length. */
import { expect, test } from "vitest";
import { checkMap } from "../../../support/maps/expectProblems.ts";
import { skipsLongInput } from "../../../support/runs.ts";

/** A map of claims each of which rests on the next, and has an objection that does too. */
const cycleOfClaims = (length: number): string =>
  Array.from({ length }, (_, index) => {
    const next = `premise c${(index + 1) % length}`;
    return `claim c${index}: x\n  reason: y\n    ${next}\n  objection: z\n    ${next}\n`;
  }).join("");

test("a message describes a long cycle by its first steps and its length", async () => {
  const { problems } = await checkMap(cycleOfClaims(100));
  const circularArgument = problems.find(({ code }) => code === "circular-argument");
  expect(circularArgument?.message).toMatch(
    /^This argument rests on its own conclusion: “c0” rests on the reason under “c0”, .*, the reason under “c3” rests on “c4” and 192 more steps\. /u,
  );
  expect(circularArgument?.related.length).toBe(8);
  const attacks = problems.filter(({ code }) => code === "self-attack");
  expect(attacks.length).toBe(100);
  for (const { message, related } of attacks) {
    expect(message.length).toBeLessThan(800);
    expect(related.length).toBe(8);
  }
});

test.skipIf(skipsLongInput)("in a very long cycle only the first self-attacks are searched and reported", async () => {
  const { problems } = await checkMap(cycleOfClaims(1000));
  const attacks = problems.filter(({ code }) => code === "self-attack");
  expect(attacks.length).toBeGreaterThan(20);
  expect(attacks.length).toBeLessThan(200);
  const lines = new Set(attacks.map(({ at }) => at.line));
  const document = attacks[0]?.entry?.document;
  const objections = [...(document?.entries.values() ?? [])].filter(({ head }) => head.keyword === "objection");
  expect(objections.slice(0, attacks.length).every(({ line }) => lines.has(line))).toBe(true);
});
