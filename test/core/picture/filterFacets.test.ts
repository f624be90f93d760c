import { expect, test } from "vitest";
import { filterFacets } from "../../../server/core/picture/filterFacets.ts";
import { tollMap } from "../../support/trees/tollTree.ts";

test("facets have the number of cards for each value, most frequent first", () => {
  const facets = filterFacets(tollMap);
  expect(facets.speakers).toEqual([
    { value: "Ann", count: 4 },
    { value: "Bo", count: 2 },
    { value: "Cy", count: 1 },
  ]);
  expect(facets.tags).toEqual([{ value: "health", count: 2 }]);
  expect(facets.questions.map(({ value, count }) => [value.id, count])).toEqual([
    ["q", 7],
    ["q2", 2],
  ]);
});
