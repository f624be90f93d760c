/** The order of a dialogue in AIF. */
import { expect, test } from "vitest";
import { exportText, importText, roundTrip } from "../../../support/formats/convert.ts";

/** Ann asks, Bo agrees to what Cy says later, and Cy says two things at once before Bo answers. */
const network = {
  nodes: [
    { nodeID: "1", type: "I", text: "it rained" },
    { nodeID: "2", type: "I", text: "it was cold" },
    { nodeID: "3", type: "I", text: "it was warm" },
    { nodeID: "4", type: "CA", text: "Default Conflict" },
    { nodeID: "11", type: "L", text: "Ann : so?" },
    { nodeID: "12", type: "L", text: "Bo : yes" },
    { nodeID: "13", type: "L", text: "Cy : it was wet and cold" },
    { nodeID: "14", type: "L", text: "Bo : it was warm" },
    { nodeID: "21", type: "TA", text: "" },
    { nodeID: "22", type: "TA", text: "" },
    { nodeID: "23", type: "TA", text: "" },
    { nodeID: "31", type: "YA", text: "Agreeing" },
    { nodeID: "32", type: "YA", text: "Asserting" },
    { nodeID: "33", type: "YA", text: "Asserting" },
    { nodeID: "34", type: "YA", text: "Asserting" },
  ],
  edges: [
    ["11", "21"],
    ["21", "12"],
    ["12", "22"],
    ["22", "13"],
    ["13", "23"],
    ["23", "14"],
    ["12", "31"],
    ["31", "1"],
    ["13", "32"],
    ["32", "1"],
    ["13", "33"],
    ["33", "2"],
    ["14", "34"],
    ["34", "3"],
    ["3", "4"],
    ["4", "2"],
  ].map(([fromID, toID]) => ({ fromID, toID })),
};

const turns = (text: string): readonly string[] => text.match(/x-turn: \d+/gu) ?? [];

test("counts what is said of propositions, and keeps the turns after out and in", async () => {
  const { text } = await importText(JSON.stringify(network), "aif");
  expect(turns(text)).toEqual(["x-turn: 1", "x-turn: 1", "x-turn: 2"]);
  expect(await roundTrip(text, "aif")).toBe(text);
  expect(await roundTrip(text, "jsonld")).toBe(text);
});

test("writes what is said in one turn as one locution", async () => {
  const { text } = await importText(JSON.stringify(network), "aif");
  const { content } = await exportText(text, "aif");
  expect(String(content).match(/"Cy : it was wet and cold"/gu)).toHaveLength(1);
});
