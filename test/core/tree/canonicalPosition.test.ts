import { expect, test } from "vitest";
import type { Entry } from "../../../server/core/language/entry.ts";
import { createIdGenerator } from "../../../server/core/language/entry.ts";
import { MapFile } from "../../../server/core/language/map.ts";
import { CanonicalPositions } from "../../../server/core/tree/canonicalPosition.ts";

const fileWith = (text: string): MapFile => new MapFile("file:///map.argmap", text, createIdGenerator(0));
const nameOf = ({ head }: Entry): string | undefined => head.name?.text;

/** Reasons that each support the next one, and the last the first. */
const circle = (length: number): string =>
  Array.from({ length }, (_, at) => `reason r${at} for r${(at + 1) % length}: Reason ${at}.\n`).join("");

test("the root of an entry is at the top of its branch", () => {
  const file = fileWith("claim a: A.\nreason r for a:\n  premise b\nclaim b: B.\nreason s for b: S.\n");
  const positions = new CanonicalPositions([file]);
  expect(file.syntax.roots.map((entry) => nameOf(positions.rootOf(entry)))).toEqual(["a", "a", "b", "b"]);
});

test("an entry in a circle, or below one, is its own root", () => {
  const file = fileWith(`${circle(3)}reason below for r1: Below.\n`);
  const positions = new CanonicalPositions([file]);
  for (const entry of file.syntax.roots) expect(positions.rootOf(entry)).toBe(entry);
  // In any order.
  const again = new CanonicalPositions([file]);
  for (const entry of file.syntax.roots.toReversed()) expect(again.rootOf(entry)).toBe(entry);
});

test("finds the roots of a large circle with one look at each entry", () => {
  const file = fileWith(circle(500));
  const positions = new CanonicalPositions([file]);
  for (const entry of file.syntax.roots) positions.rootOf(entry);
  expect(positions.lookupCount).toBeLessThanOrEqual(file.syntax.roots.length);
});
