import { describe, expect, test } from "vitest";
import { contradictionGroupsIn, contradictionsOf } from "../../../../server/core/language/relations/claimRelations.ts";
import {
  mainWordingOf,
  premiseUses,
  stepsOnSide,
  wordingsOf,
} from "../../../../server/core/language/relations/wordings.ts";
import { entryNames, linkedMaps } from "../../../support/maps/linkedMaps.ts";

describe("a statement in several wordings", () => {
  const { file, named } = linkedMaps(`
    claim doom: All is lost.
      objection o: It is not.
    claim x: Something must be done.
      reason r: It must.
        premise decline restates doom: Society is going down.
          reason s: It is falling apart.
      reason t: It must soon.
        premise last
    claim last restates decline: The end is near.
    claim fine contradicts decline: All is well.
    claim a restates b: One.
    claim b restates a: Two.
  `);
  const files = [file];
  test("has one main wording, the first that restates no other", () => {
    expect(entryNames(wordingsOf(named("last"), files))).toEqual(["last", "decline", "doom"]);
    expect(
      ["doom", "decline", "last", "fine", "a", "b"].map((name) => entryNames([mainWordingOf(named(name), files)])[0]),
    ).toEqual(["doom", "doom", "doom", "fine", "a", "a"]);
  });
  test("has the reasons, objections, uses and contradictions of all of them", () => {
    expect(entryNames(stepsOnSide(named("doom"), "for", files))).toEqual(["s"]);
    expect(entryNames(stepsOnSide(named("last"), "against", files))).toEqual(["o"]);
    expect(entryNames(premiseUses(named("doom"), files).map(({ use }) => use.parent))).toEqual(["r", "t"]);
    expect(entryNames(contradictionsOf(named("doom"), files))).toEqual(["fine"]);
    expect(contradictionGroupsIn(files).map(entryNames)).toEqual([["fine", "doom"]]);
  });
});
