/** The argument graph: targets, premises, and names across files. */
import { describe, expect, test } from "vitest";
import type { Entry } from "../../../server/core/language/entry.ts";
import {
  barePremisesFor,
  importClosure,
  inDocumentOrder,
  isMentioned,
  isWellPlaced,
  premisesOf,
  referencesTo,
  stepsTargeting,
  stepTargets,
  targetsOnSide,
} from "../../../server/core/language/graph.ts";
import { stepsOnSide } from "../../../server/core/language/relations/wordings.ts";
import { entryNames, linkedMaps } from "../../support/maps/linkedMaps.ts";

/** The targets of a step, each with its side. */
const targetsOf = (step: Entry): readonly string[] =>
  stepTargets(step).map(({ target, side }) => `${side} ${entryNames([target])[0]}`);

describe("a step", () => {
  const { file, named } = linkedMaps(`
    claim a: One.
      reason r1: x
        objection o1: y
      objection o2 against b: z
    claim b: Two.
    reason r2 for a, b: w
      premise p: Three.
        reason r3: v
      premise a
        objection o3: u
  `);
  test("targets the entry that it is indented under, and the entries that it names", () => {
    expect(targetsOf(named("r1"))).toEqual(["for a"]);
    expect(targetsOf(named("o1"))).toEqual(["against r1"]);
    expect(targetsOf(named("o2"))).toEqual(["against a", "against b"]);
    expect(targetsOf(named("r2"))).toEqual(["for a", "for b"]);
  });
  test("under a bare premise targets the claim that the premise names", () => {
    expect(targetsOf(named("o3"))).toEqual(["against a"]);
    expect(entryNames(stepsTargeting(named("a"), [file]).map(({ step }) => step))).toEqual(["r1", "o2", "r2", "o3"]);
    expect(stepsTargeting(named("a"), [file]).at(-1)?.viaPremise?.head.form).toBe("bare");
  });
  test("has its premises in order", () => {
    expect(entryNames(premisesOf(named("r2")).map(({ claim }) => claim))).toEqual(["p", "a"]);
    expect(barePremisesFor(named("a"), [file]).length).toBe(1);
  });
});

describe("a step with both clauses", () => {
  const { file, named } = linkedMaps(`
    claim ban: Ban it.
      reason harmful against trade for ban2: It is harmful.
    claim ban2: Ban it soon.
    claim trade: Allow its trade.
    objection late against ban2 for trade: It comes too late.
    reason twice for trade against trade: It is both.
  `);
  test("takes the side of its keyword on what it is indented under, and of the clause on what it names", () => {
    expect(targetsOf(named("harmful"))).toEqual(["for ban", "against trade", "for ban2"]);
    expect(targetsOf(named("late"))).toEqual(["against ban2", "for trade"]);
    expect(entryNames(targetsOnSide(named("harmful"), "for"))).toEqual(["ban", "ban2"]);
  });
  test("is a reason for some entries and an objection to others", () => {
    expect(entryNames(stepsOnSide(named("ban2"), "for", [file]))).toEqual(["harmful"]);
    expect(entryNames(stepsOnSide(named("ban2"), "against", [file]))).toEqual(["late"]);
    expect(entryNames(stepsOnSide(named("trade"), "for", [file]))).toEqual(["late", "twice"]);
  });
  test("keeps the first side on an entry that it names twice", () => {
    expect(targetsOf(named("twice"))).toEqual(["for trade"]);
    expect(entryNames(stepsOnSide(named("trade"), "against", [file]))).toEqual(["harmful"]);
  });
});

test("names of the wrong kind have no effect on the graph", () => {
  const { file, named } = linkedMaps(`
    speaker lind: Maja Lind
    reason air for lind: x
      premise air
        reason deep: y
  `);
  expect(stepTargets(named("air"))).toEqual([]);
  expect(stepsTargeting(named("lind"), [file])).toEqual([]);
  expect(stepsTargeting(named("air"), [file])).toEqual([]);
  expect(isMentioned(named("air"), [file])).toBe(true);
});

describe("names of imported files", () => {
  const people = "speaker lind: Maja Lind\nclaim deep: Far below.\n";
  const air = "import: 0.argmap\nclaim cleaner by lind: The air.\nclaim shared: Theirs.\n";
  const { file, named } = linkedMaps(
    people,
    air,
    `
    import air: 1.argmap
    import: 1.argmap
    claim shared: Ours.
    claim keep: Stay.
      reason r for air.cleaner, cleaner, shared, air.shared: x
        premise deep
        premise air.deep
        premise nobody.deep
        quote: words
  `,
  );
  test("resolve with and without a prefix, but names of the file itself take precedence", () => {
    expect(stepTargets(named("r")).map(({ target }) => target.text)).toEqual(["Stay.", "The air.", "Ours.", "Theirs."]);
  });
  test("do not include the imports of these files", () => {
    expect(entryNames(premisesOf(named("r")).map(({ claim }) => claim))).toEqual(["–", "–", "–"]);
    expect(file.resolve({ text: "deep", prefix: "air" })).toEqual({ state: "missing", missingPart: "name" });
    expect(file.resolve({ text: "deep", prefix: "nobody" })).toEqual({ state: "missing", missingPart: "prefix" });
  });
  test("have references from the importing file", () => {
    const cleaner = file.resolve({ text: "cleaner", prefix: "air" });
    if (cleaner.state !== "found") throw new Error("Not found.");
    expect(referencesTo(cleaner.entry, importClosure(file)).length).toBe(2);
    expect(entryNames(stepsTargeting(cleaner.entry, importClosure(file)).map(({ step }) => step))).toContain("r");
  });
  test("stay open if the import cannot be read", () => {
    const open = linkedMaps("import: gone.argmap\nclaim a by lind: One.\n");
    expect(open.file.resolve({ text: "lind", prefix: undefined })).toEqual({ state: "indeterminate" });
  });
});

test("a claim with the clause of a step targets nothing", () => {
  const { file, named } = linkedMaps("claim a: One.\nclaim b for a: Two.\nreason r for a: Three.\n");
  expect(entryNames(stepsTargeting(named("a"), [file]).map(({ step }) => step))).toEqual(["r"]);
  expect(stepTargets(named("b"))).toEqual([]);
});

test("entries that a file mentions in a role are forgotten with the clause", () => {
  const { file } = linkedMaps("claim a: One.\nclaim b contradicts a: Two.\n");
  expect(entryNames(file.entriesWithRole("contradicts"))).toEqual(["b"]);
  const range = { start: { line: 1, character: 8 }, end: { line: 1, character: 19 } };
  file.update([{ range, text: "restates" }]);
  expect(entryNames(file.entriesWithRole("contradicts"))).toEqual([]);
  expect(entryNames(file.entriesWithRole("restates"))).toEqual(["b"]);
});

test("entries of several files are in the order of the files, then of the text", () => {
  const { file } = linkedMaps("claim a: One.\nclaim b: Two.\n", "import: 0.argmap\nclaim c: Three.\nclaim d: Four.\n");
  const files = importClosure(file);
  const entries = files.flatMap((one) => [...one.entriesOf("claim")]).toReversed();
  expect(entryNames(inDocumentOrder(entries, files))).toEqual(["c", "d", "a", "b"]);
});

test.each([
  ["claim", undefined, true],
  ["premise", undefined, false],
  ["quote", undefined, false],
  ["claim", "question", true],
  ["claim", "claim", false],
  ["premise", "reason", true],
  ["source", "claim", false],
])("whether an entry “%s” under “%s” is well placed is %s", (keyword, parent, expected) => {
  const { file } = linkedMaps(parent === undefined ? `${keyword} x: y` : `${parent} p: z\n  ${keyword} x: y`);
  const entry = [...file.syntax.entries.values()].at(-1);
  expect(entry && isWellPlaced(entry)).toBe(expected);
});
