/** Long rings of claims: what is said of them is short, and finding it does not grow with their square. */
import { expect, test } from "vitest";
import { checkMap } from "../../../support/expectProblems.ts";

/** Claims each of which rests on the next and has an objection that does. */
const ring = (length: number): string =>
  Array.from({ length }, (_, index) => {
    const next = `premise c${(index + 1) % length}`;
    return `claim c${index}: x\n  reason: y\n    ${next}\n  objection: z\n    ${next}\n`;
  }).join("");

test("a long ring is told by its first steps and its length", async () => {
  const { problems } = await checkMap(ring(100));
  const circle = problems.find(({ code }) => code === "circular-argument");
  expect(circle?.message).toMatch(
    /^This argument rests on its own conclusion: “c0” rests on the reason under “c0”, .*, the reason under “c3” rests on “c4” and 192 more steps\. /u,
  );
  expect(circle?.related.length).toBe(8);
  const attacks = problems.filter(({ code }) => code === "self-attack");
  expect(attacks.length).toBe(100);
  for (const { message, related } of attacks) {
    expect(message.length).toBeLessThan(800);
    expect(related.length).toBe(8);
  }
});

test("a ring of any length is told in time: some objections of a tangle stand for all", async () => {
  const { problems } = await checkMap(ring(1000));
  const attacks = problems.filter(({ code }) => code === "self-attack");
  expect(attacks.length).toBeGreaterThan(20);
  expect(attacks.length).toBeLessThan(200);
  // Those that come first in the text, however the knot was gone through.
  const lines = new Set(attacks.map(({ at }) => at.line));
  const first = attacks[0]?.entry?.document;
  const expected = [...(first?.entries.values() ?? [])].filter(({ head }) => head.keyword === "objection");
  expect(expected.slice(0, attacks.length).every(({ line }) => lines.has(line))).toBe(true);
});
