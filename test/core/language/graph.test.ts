/** The argument graph: targets, premises, speakers, answers, contradictions, and names across files. */
import { describe, expect, test } from "vitest";
import {
  answersTo,
  barePremisesFor,
  contradictionsIn,
  contradictionsOf,
  hasSpeaker,
  importClosure,
  isMentioned,
  premisesOf,
  referencesTo,
  sourceOf,
  speakersOf,
  stepsBearingOn,
  stepTargets,
} from "../../../server/core/language/graph.ts";
import { entryNames, linkedMaps } from "../../support/maps/linkedMaps.ts";

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
  test("bears on the entry that it is indented under, and on the entries that it names", () => {
    expect(entryNames(stepTargets(named("r1")))).toEqual(["a"]);
    expect(entryNames(stepTargets(named("o1")))).toEqual(["r1"]);
    expect(entryNames(stepTargets(named("o2")))).toEqual(["a", "b"]);
    expect(entryNames(stepTargets(named("r2")))).toEqual(["a", "b"]);
  });
  test("under a bare premise bears on the claim that the premise names", () => {
    expect(entryNames(stepTargets(named("o3")))).toEqual(["a"]);
    expect(entryNames(stepsBearingOn(named("a"), [file]).map(({ step }) => step))).toEqual(["r1", "o2", "r2", "o3"]);
    expect(stepsBearingOn(named("a"), [file]).at(-1)?.viaPremise?.head.form).toBe("bare");
  });
  test("has its premises in order", () => {
    expect(entryNames(premisesOf(named("r2")).map(({ claim }) => claim))).toEqual(["p", "a"]);
    expect(barePremisesFor(named("a"), [file]).length).toBe(1);
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
  expect(stepsBearingOn(named("lind"), [file])).toEqual([]);
  expect(stepsBearingOn(named("air"), [file])).toEqual([]);
  expect(isMentioned(named("air"), [file])).toBe(true);
});

describe("the speakers of an entry", () => {
  const { named } = linkedMaps(`
    speaker lind: Maja Lind
    speaker roy: Arun Roy
    source report: A report
    question q by lind: Why?
      claim own by roy report: One.
        reason r: x
          premise p: Two.
            objection o: y
              premise under: Three.
          assumption s: Four.
          premise other by lind: Five.
      claim fresh: Six.
  `);
  test.each([
    ["own", ["roy", "report"]],
    ["r", ["roy", "report"]],
    ["p", ["roy", "report"]],
    ["o", []],
    ["under", []],
    ["s", []],
    ["other", ["lind"]],
    ["fresh", []],
  ])("%s: %j", (name, speakers) => {
    expect(entryNames(speakersOf(named(name)))).toEqual(speakers);
    expect(hasSpeaker(named(name))).toBe(speakers.length > 0);
  });
});

test("a question has the answers under it and the ones that name it", () => {
  const { file, named } = linkedMaps(`
    question q: Why?
      claim a: One.
    claim b answers q: Two.
    claim c: Three.
  `);
  expect(entryNames(answersTo(named("q"), [file]))).toEqual(["a", "b"]);
});

test("contradictions are symmetric and listed once", () => {
  const { file, named } = linkedMaps(`
    claim a contradicts b: One.
    claim b contradicts a, c: Two.
    claim c: Three.
  `);
  expect(entryNames(contradictionsOf(named("b"), [file]))).toEqual(["a", "c"]);
  expect(entryNames(contradictionsOf(named("c"), [file]))).toEqual(["b"]);
  expect(contradictionsIn([file]).map(entryNames)).toEqual([
    ["a", "b"],
    ["b", "c"],
  ]);
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
    expect(stepTargets(named("r")).map(({ text }) => text)).toEqual(["Stay.", "The air.", "Ours.", "Theirs."]);
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
    expect(entryNames(stepsBearingOn(cleaner.entry, importClosure(file)).map(({ step }) => step))).toContain("r");
  });
  test("stay open if the import cannot be read", () => {
    const open = linkedMaps("import: gone.argmap\nclaim a by lind: One.\n");
    expect(open.file.resolve({ text: "lind", prefix: undefined })).toEqual({ state: "indeterminate" });
  });
});

test("a quote without a name is from the only source", () => {
  const one = linkedMaps("source report: A report\n", "import: 0.argmap\nclaim a: One.\n  quote: words\n");
  const [quote] = one.file.entriesOf("quote");
  expect(quote && sourceOf(quote, importClosure(one.file))?.text).toBe("A report");
  expect(quote && sourceOf(quote, [one.file])).toBeUndefined();
});
