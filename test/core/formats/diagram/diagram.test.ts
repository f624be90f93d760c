/** Exports that draw or store the argument as a graph, read by the programs that they are for. */
import { Graphviz } from "@hpcc-js/wasm-graphviz";
import fc from "fast-check";
import Graph from "graphology";
import { parse as parseGraphml } from "graphology-graphml";
import { beforeAll, describe, expect, test } from "vitest";
import { parseCsv } from "../../../../server/cli/table/parseCsv.ts";
import { anyMap } from "../../../support/arbitraries/maps.ts";
import { exportText } from "../../../support/formats/convert.ts";
import { parseMermaid } from "../../../support/formats/parseMermaid.ts";
import { dedent } from "../../../support/maps/dedent.ts";
import { runs } from "../../../support/runs.ts";

const attack = `\\N "quoted" <b>&amp; [x] {y} |z| \`code\` %% --> end; #35; 入城费`;
const map = `map: The charge
# Roads
question road: What of the road?
  claim keep by wu contradicts drop: It should stay.
    tags: policy
    reason air: The air got cleaner.
      premise: Sensors say so.
      objection: It rained.
claim drop: ${attack}
speaker wu: Wu Lan
`;

const write = async (text: string, format: string): Promise<string> => `${(await exportText(text, format)).content}`;

let graphviz: Graphviz;
beforeAll(async () => {
  graphviz = await Graphviz.load();
});

describe("DOT", () => {
  test("is drawn by Graphviz, with the texts as they are", async () => {
    const svg = graphviz.layout(await write(map, "dot"), "svg", "dot");
    for (const text of ["The charge", "Roads", "It should stay. (Wu Lan)", "It rained.", "入城费"])
      expect(svg).toContain(text);
    expect(svg).toContain("\\N &quot;quoted&quot; &lt;b&gt;");
    expect(svg.match(/class="edge"/g)).toHaveLength(5);
    expect(svg.match(/class="node"/g)).toHaveLength(6);
  });

  test("is drawn for any map", () =>
    fc.assert(
      fc.asyncProperty(anyMap, async (text) => {
        expect(graphviz.layout(await write(text, "dot"), "svg", "dot")).toContain("</svg>");
      }),
      { numRuns: runs(25) },
    ));
});

describe("Mermaid", () => {
  test("is read by mermaid, with all signs escaped", async () => {
    const text = await write(map, "mermaid");
    expect(await parseMermaid(text)).toMatch(/^flowchart/);
    expect(text).toContain('subgraph s0["Roads"]');
    expect(text).toContain("#34;quoted#34;");
  });

  test("is read for any map", () =>
    fc.assert(
      fc.asyncProperty(anyMap, async (text) => {
        expect(await parseMermaid(await write(text, "mermaid"))).toMatch(/^flowchart/);
      }),
      { numRuns: runs(25) },
    ));
});

describe("GraphML", () => {
  test("is read by a graph library, with its attributes", async () => {
    const graph = parseGraphml(Graph, await write(map, "graphml"));
    const nodes = graph.mapNodes((_, attributes) => attributes);
    expect(nodes).toHaveLength(6);
    expect(nodes).toContainEqual(
      expect.objectContaining({
        kind: "claim",
        name: "keep",
        text: "It should stay.",
        speakers: "Wu Lan",
        tags: "policy",
      }),
    );
    expect(nodes.map(({ text }) => text)).toContain(attack);
    expect(graph.mapEdges((_, { kind }) => kind).sort()).toEqual([
      "answer",
      "attack",
      "contradiction",
      "premise",
      "support",
    ]);
  });
});

describe("CSV", () => {
  test("has a row for each entry and each relation", async () => {
    const nodes = await write(map, "csv");
    expect(nodes.startsWith("\ufeff")).toBe(true);
    const [header = [], ...rows] = parseCsv(nodes.slice(1));
    expect(rows.map((row) => row[header.indexOf("text")])).toContain(attack);
    const edges = parseCsv((await write(map, "csv-edges")).slice(1));
    expect(edges).toHaveLength(6);
    expect(edges).toContainEqual(["n6", "n5", "attack", "It rained.", "The air got cleaner."]);
  });
});

test("says what is left out", async () => {
  const { omissions } = await exportText(map, "dot");
  expect(omissions).toEqual([{ what: "values of “tags”", where: ["keep"] }]);
});

test.each(["dot", "mermaid", "graphml", "csv"])(
  "lists who accepts a claim, and the sources, which %s does not carry",
  async (format) => {
    const { omissions } = await exportText(
      dedent(`
      map: Tolls
        author: Wu

      speaker lin: Lin
        role: Mayor
      source report: Report

      claim keep accepted-by lin: It stays.
    `),
      format,
    );
    expect(omissions).toEqual([
      { what: "attributes of the map", where: ["author"] },
      { what: "values of “role”", where: ["lin"] },
      { what: "sources", where: ["report"] },
      { what: "who accepts and rejects claims", where: ["keep"] },
    ]);
  },
);

test("CSV lists what it leaves out of a quote", async () => {
  const quote =
    "source report: A report\nclaim keep: It should stay.\n  quote report: It works\n    page: 2\n    section: Air\n";
  const { content, omissions } = await exportText(quote, "csv");
  expect(content).toContain("It works");
  expect(omissions).toEqual([
    { what: "sources", where: ["report"] },
    { what: "values of “page” of quotes", where: ["keep"] },
    { what: "values of “section” of quotes", where: ["keep"] },
  ]);
});
