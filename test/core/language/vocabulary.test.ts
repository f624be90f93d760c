import { expect, test } from "vitest";
import { isSide, oppositeSide, oppositeStep, sideOf, stepOnSide } from "../../../server/core/language/vocabulary.ts";

test("a step is for or against its target", () => {
  expect(["for", "against", "by", "answers", ""].filter(isSide)).toEqual(["for", "against"]);
});

test("a step has an opposite, and a side that names it", () => {
  expect([oppositeStep("reason"), oppositeStep("objection")]).toEqual(["objection", "reason"]);
  expect([oppositeSide("for"), oppositeSide("against")]).toEqual(["against", "for"]);
  expect([stepOnSide("for"), stepOnSide("against")]).toEqual(["reason", "objection"]);
  expect([sideOf("reason"), sideOf("objection")]).toEqual(["for", "against"]);
});
