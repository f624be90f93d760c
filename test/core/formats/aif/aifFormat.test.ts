/** Exporting a map to AIF, and importing argument networks. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanMap } from "../../../support/arbitraries/cleanMaps.ts";
import { exportText, formattingEdits, importText, problemsIn, roundTrip } from "../../../support/formats/convert.ts";
import { describeMap } from "../../../support/formats/describeGraph.ts";
import { dedent } from "../../../support/maps/dedent.ts";
import { runs } from "../../../support/runs.ts";

describe.each(["aif", "xaif"])("out to %s and in again", (format) => {
  test("keeps claims, steps and speakers", () =>
    fc.assert(
      fc.asyncProperty(cleanMap, async (map) => {
        const back = await roundTrip(map, format);
        expect(describeMap(back)).toEqual(describeMap(map));
        expect(formattingEdits(back)).toBe(0);
        expect(problemsIn(back).filter((code) => !problemsIn(map).includes(code))).toEqual([]);
      }),
      { numRuns: runs(60) },
    ));

  test("keeps undercuts, contradictions, restatements, schemes and votes", async () => {
    const map = dedent(`
      speaker lind: Maja Lind
      speaker roy: Arun Roy

      claim keep by roy, accepted-by lind: The charge should stay.
        reason by roy:
          scheme: expert-opinion
          premise: The office says that the air got cleaner.
          premise: The office knows.
          objection by lind: The office wants to keep the charge.
      claim drop contradicts keep by lind, rejected-by roy: The charge should go.
      claim stay restates keep: Let us go on with the charge.
    `);
    const back = await roundTrip(map, "xaif");
    expect(describeMap(back)).toEqual(describeMap(map));
    expect(back).toContain("scheme: expert-opinion");
    expect(back).toMatch(/accepted-by maja-lind/);
    expect(back).toMatch(/rejected-by arun-roy/);
  });
});

/** A short dialogue: Ann says a, Bo attacks it with b and says so in other words; a colleague agrees. */
const network = {
  nodes: [
    { nodeID: 1, type: "I", text: "the charge works" },
    { nodeID: 2, type: "I", text: "the winter was mild" },
    { nodeID: 3, type: "I", text: "it was not cold" },
    { nodeID: 4, type: "CA", text: "Default Conflict" },
    { nodeID: 5, type: "MA", text: "Default Rephrase" },
    { nodeID: 12, type: "L", text: "Bo : well, the winter was mild" },
    { nodeID: 11, type: "L", text: "Ann Lee : The charge works" },
    { nodeID: 13, type: "L", text: "Bo : it was not cold" },
    { nodeID: 14, type: "L", text: "Cy : yes" },
    { nodeID: 15, type: "L", text: "Cy : hm" },
    { nodeID: 21, type: "TA", text: "" },
    { nodeID: 22, type: "TA", text: "" },
    { nodeID: 31, type: "YA", text: "Asserting" },
    { nodeID: 32, type: "YA", text: "Asserting" },
    { nodeID: 33, type: "YA", text: "Asserting" },
    { nodeID: 34, type: "YA", text: "Disagreeing" },
    { nodeID: 35, type: "YA", text: "Agreeing" },
    { nodeID: 40, type: "PA", text: "Preference" },
  ],
  edges: [
    [2, 4],
    [4, 1],
    [3, 5],
    [5, 2],
    [11, 21],
    [21, 12],
    [12, 22],
    [22, 13],
    [11, 31],
    [31, 1],
    [12, 32],
    [32, 2],
    [13, 33],
    [33, 3],
    [21, 34],
    [34, 4],
    [14, 35],
    [35, 2],
  ].map(([fromID, toID], at) => ({ edgeID: at, fromID, toID })),
  locutions: [],
};

test("reads a dialogue in its order, with the words of those who say something else than the proposition", async () => {
  const { text, omissions } = await importText(JSON.stringify(network), "aif", "Debate");
  expect(text).toBe(
    `${dedent(`
      map: Debate

      source dialogue: The dialogue

      speaker ann-lee: Ann Lee
      speaker bo: Bo
      speaker cy: Cy

      claim by ann-lee: the charge works
        x-turn: 1
        objection by bo:
          premise winter-mild accepted-by cy: the winter was mild
            quote dialogue: well, the winter was mild
              x-turn: 2

      claim by bo restates winter-mild: it was not cold
        x-turn: 3
    `).trimEnd()}\n`,
  );
  expect(problemsIn(text)).toEqual([]);
  expect(omissions).toEqual([
    { what: "locutions without a content", where: ["“Cy : hm”"] },
    { what: "preferences", where: ["node 40"] },
  ]);
});

test("reads inferences in a circle, and lists those that lead nowhere", async () => {
  const nodes = [
    { nodeID: "a", type: "I", text: "One." },
    { nodeID: "b", type: "I", text: "Two." },
    { nodeID: "ra1", type: "RA", text: "RA" },
    { nodeID: "ra2", type: "RA", text: "RA" },
    { nodeID: "ra3", type: "RA", text: "RA" },
  ];
  const edges = [
    ["a", "ra1"],
    ["ra1", "b"],
    ["b", "ra2"],
    ["ra2", "a"],
    ["a", "ra3"],
  ].map(([fromID, toID]) => ({ fromID, toID }));
  const { text, omissions } = await importText(JSON.stringify({ AIF: { nodes, edges } }), "xaif");
  expect(text).toMatch(/One\./);
  expect(text).toMatch(/Two\./);
  expect(problemsIn(text).filter((code) => code !== "circular-argument")).toEqual([]);
  expect(omissions).toEqual([{ what: "inferences without premises or a target", where: ["node ra3"] }]);
});

test.each([
  ["no network", '{"a": 1}', "The JSON is not an AIF network: nodes is missing or has the wrong type."],
  [
    "a node without a type",
    '{"nodes": [{"nodeID": "1"}], "edges": []}',
    "nodes[0].type is missing or has the wrong type.",
  ],
  ["a cut-off file", '{"nodes": [\n{"nodeID": "1", "te', "The JSON ends too early: the file may be cut off."],
])("says what is wrong with %s", async (_, text, message) => {
  await expect(importText(text, "aif")).rejects.toThrow(message);
});

test("lists what a network cannot hold", async () => {
  const map = dedent(`
    map: The charge
    # Pro
    question q: Should it stay?
    claim keep answers q: Yes.
      likelihood: likely
      reason: It works.
  `);
  const { omissions } = await exportText(map, "aif");
  expect(omissions.map(({ what }) => what)).toEqual([
    "titles of maps",
    "headings",
    "questions",
    "attributes “likelihood”",
    "answers to questions",
  ]);
});

test("lists nodes whose id another node has", async () => {
  const nodes = [
    { nodeID: "1", type: "I", text: "It rained." },
    { nodeID: "1", type: "I", text: "It fell." },
    { nodeID: "2", type: "I", text: "Twice the same." },
    { nodeID: "2", type: "I", text: "Twice the same." },
  ];
  const { omissions } = await importText(JSON.stringify({ nodes, edges: [], locutions: [] }), "aif");
  expect(omissions).toEqual([{ what: "nodes with the id of another node", where: ["“It rained.”"] }]);
});
