/** Exporting a map to JSON-LD in the terms of the AIF ontology, and importing such documents. */
import fc from "fast-check";
import jsonld from "jsonld";
import { DataFactory, Parser, Store } from "n3";
import { describe, expect, test } from "vitest";
import { cleanMap } from "../../../support/arbitraries/cleanMaps.ts";
import { exportText, importText, roundTrip } from "../../../support/formats/convert.ts";
import { describeMap } from "../../../support/formats/describeGraph.ts";
import { dedent } from "../../../support/maps/dedent.ts";
import { runs } from "../../../support/runs.ts";

const aif = (name: string) => DataFactory.namedNode(`http://www.arg.dundee.ac.uk/aif#${name}`);
const RDF_TYPE = DataFactory.namedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

/** Loads an export into a store of triples, as other programs do. */
async function storeOf(map: string): Promise<Store> {
  const { content } = await exportText(map, "jsonld");
  const quads = await jsonld.toRDF(JSON.parse(String(content)), { format: "application/n-quads" });
  return new Store(new Parser({ format: "N-Quads" }).parse(String(quads)));
}

test("out and in again keeps claims, steps and speakers", () =>
  fc.assert(
    fc.asyncProperty(cleanMap, async (map) => {
      expect(describeMap(await roundTrip(map, "jsonld"))).toEqual(describeMap(map));
    }),
    { numRuns: runs(30) },
  ));

test("is a graph of the AIF ontology", async () => {
  const store = await storeOf(
    dedent(`
      speaker roy: Arun Roy
      claim keep: The charge should stay.
        reason by roy: The air got cleaner.
        objection:
          premise: Trade suffers.
          objection: It does not.
    `),
  );
  const count = (type: string): number => store.getSubjects(RDF_TYPE, aif(`${type}-node`), null).length;
  expect({ I: count("I"), RA: count("RA"), CA: count("CA"), L: count("L") }).toEqual({ I: 4, RA: 1, CA: 2, L: 1 });
  const [inference] = store.getSubjects(RDF_TYPE, aif("RA-node"), null);
  const textOf = (property: string): readonly string[] =>
    store
      .getObjects(inference ?? null, aif(property), null)
      .flatMap((node) => store.getObjects(node, aif("claimText"), null).map(({ value }) => value));
  expect(textOf("Premise")).toEqual(["The air got cleaner."]);
  expect(textOf("Conclusion")).toEqual(["The charge should stay."]);
});

test("reads documents of others, with their own context", async () => {
  const document = {
    "@context": { "@vocab": "http://www.arg.tech/aif#" },
    "@graph": [
      { "@id": "urn:a", "@type": "I-node", claimText: "The charge should stay." },
      { "@id": "urn:b", "@type": "I-node", claimText: "The air got cleaner." },
      { "@id": "urn:c", "@type": "RA-node", hasPremise: { "@id": "urn:b" }, hasConclusion: { "@id": "urn:a" } },
    ],
  };
  const { text } = await importText(JSON.stringify(document), "jsonld", "Debate");
  expect(text).toBe("map: Debate\n\nclaim: The charge should stay.\n  reason: The air got cleaner.\n");
});

describe("says what is wrong with", () => {
  test.each([
    [
      "a context on the web",
      '{"@context": "https://example.org/c", "a": 1}',
      "The context of this JSON-LD is at https://example.org/c, which is not read. Put it into the file.",
    ],
    [
      "another document",
      '{"@context": {"name": "http://schema.org/name"}, "name": "x"}',
      "This JSON-LD holds no nodes of the AIF ontology.",
    ],
    ["a cut-off file", '{"@context": {', "The JSON ends too early: the file may be cut off."],
    ["a number", "3", "This JSON-LD is neither an object nor a list."],
  ])("%s", async (_, text, message) => {
    await expect(importText(text, "jsonld")).rejects.toThrow(message);
  });
});
