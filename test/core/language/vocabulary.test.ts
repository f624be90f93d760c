import { expect, test } from "vitest";
import { isSide, oppositeSide } from "../../../server/core/language/vocabulary.ts";

test("a step is for or against its target", () => {
  expect(["for", "against", "by", "answers", ""].filter(isSide)).toEqual(["for", "against"]);
  expect(oppositeSide("for")).toBe("against");
  expect(oppositeSide("against")).toBe("for");
});
