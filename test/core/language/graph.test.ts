/** What a map means: targets, premises, bearings, holders, answers, contradictions, names across files. */
import { describe, expect, test } from "vitest";
import { findCyclicComponents, shortestCycles } from "../../../server/core/language/cycles.ts";
import type { Entry } from "../../../server/core/language/entry.ts";
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
import { MapFile } from "../../../server/core/language/map.ts";
import { dedent } from "../../support/dedent.ts";

/** Files by name; the last one is the map itself. Imports lead to those before. */
function maps(...texts: readonly string[]): { file: MapFile; named: (name: string) => Entry } {
  const files: MapFile[] = [];
  for (const [index, text] of texts.entries()) {
    const file = new MapFile(`file:///${index}.argmap`, dedent(text));
    for (const { entry } of file.imports) {
      const target = files.find(({ uri }) => uri.endsWith(`/${entry.text}`));
      file.setImportTarget(entry, target === undefined ? { state: "missing" } : { state: "found", file: target });
    }
    files.push(file);
  }
  const file = files.at(-1);
  if (file === undefined) throw new Error("No text was given.");
  const named = (name: string): Entry => {
    const entry = file.exportedEntry(name);
    if (entry === undefined) throw new Error(`Nothing is named ${name}.`);
    return entry;
  };
  return { file, named };
}

const names = (entries: Iterable<Entry | undefined>): readonly string[] =>
  [...entries].map((entry) => entry?.head.name?.text ?? entry?.text ?? "–");

describe("a step bears on", () => {
  const { file, named } = maps(`
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
  test("what it is indented under, and what it names", () => {
    expect(names(stepTargets(named("r1")))).toEqual(["a"]);
    expect(names(stepTargets(named("o1")))).toEqual(["r1"]);
    expect(names(stepTargets(named("o2")))).toEqual(["a", "b"]);
    expect(names(stepTargets(named("r2")))).toEqual(["a", "b"]);
  });
  test("the claim that a bare premise names", () => {
    expect(names(stepTargets(named("o3")))).toEqual(["a"]);
    expect(names(stepsBearingOn(named("a"), [file]).map(({ step }) => step))).toEqual(["r1", "o2", "r2", "o3"]);
    expect(stepsBearingOn(named("a"), [file]).at(-1)?.viaPremise?.head.form).toBe("bare");
  });
  test("by its premises, in order", () => {
    expect(names(premisesOf(named("r2")).map(({ claim }) => claim))).toEqual(["p", "a"]);
    expect(barePremisesFor(named("a"), [file]).length).toBe(1);
  });
});

test("what is not of the kind that is asked for bears on nothing", () => {
  const { file, named } = maps(`
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

describe("a claim is held", () => {
  const { named } = maps(`
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
  ])("%s by %j", (name, holders) => {
    expect(names(speakersOf(named(name)))).toEqual(holders);
    expect(hasSpeaker(named(name))).toBe(holders.length > 0);
  });
});

test("a question has the answers under it and those that name it", () => {
  const { file, named } = maps(`
    question q: Why?
      claim a: One.
    claim b answers q: Two.
    claim c: Three.
  `);
  expect(names(answersTo(named("q"), [file]))).toEqual(["a", "b"]);
});

test("a contradiction goes both ways and counts once", () => {
  const { file, named } = maps(`
    claim a contradicts b: One.
    claim b contradicts a, c: Two.
    claim c: Three.
  `);
  expect(names(contradictionsOf(named("b"), [file]))).toEqual(["a", "c"]);
  expect(names(contradictionsOf(named("c"), [file]))).toEqual(["b"]);
  expect(contradictionsIn([file]).map(names)).toEqual([
    ["a", "b"],
    ["b", "c"],
  ]);
});

describe("names across files", () => {
  const people = "speaker lind: Maja Lind\nclaim deep: Far below.\n";
  const air = "import: 0.argmap\nclaim cleaner by lind: The air.\nclaim shared: Theirs.\n";
  const { file, named } = maps(
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
  test("with and without a prefix; a name of one's own goes first", () => {
    expect(stepTargets(named("r")).map(({ text }) => text)).toEqual(["Stay.", "The air.", "Ours.", "Theirs."]);
  });
  test("imports bring nothing on", () => {
    expect(names(premisesOf(named("r")).map(({ claim }) => claim))).toEqual(["–", "–", "–"]);
    expect(file.resolve({ text: "deep", prefix: "air" })).toEqual({ state: "missing", missingPart: "name" });
    expect(file.resolve({ text: "deep", prefix: "nobody" })).toEqual({ state: "missing", missingPart: "prefix" });
  });
  test("are found from the other side too", () => {
    const cleaner = file.resolve({ text: "cleaner", prefix: "air" });
    if (cleaner.state !== "found") throw new Error("Not found.");
    expect(referencesTo(cleaner.entry, importClosure(file)).length).toBe(2);
    expect(names(stepsBearingOn(cleaner.entry, importClosure(file)).map(({ step }) => step))).toContain("r");
  });
  test("what an import that cannot be read would bring stays open", () => {
    const open = maps("import: gone.argmap\nclaim a by lind: One.\n");
    expect(open.file.resolve({ text: "lind", prefix: undefined })).toEqual({ state: "open" });
  });
});

test("a quote without a source is from the only one there is", () => {
  const one = maps("source report: A report\n", "import: 0.argmap\nclaim a: One.\n  quote: words\n");
  const [quote] = one.file.entriesOf("quote");
  expect(quote && sourceOf(quote, importClosure(one.file))?.text).toBe("A report");
  expect(quote && sourceOf(quote, [one.file])).toBeUndefined();
});

describe("knots", () => {
  const { file, named } = maps(`
    claim a: One.
      reason r1: x
        premise b
    claim b: Two.
      objection o: y
        premise a
      reason r2: z
        premise c
    claim c: Three.
      reason r3: w
        premise b
    claim d: Four.
      reason r4: v
        premise a
  `);
  test("hold what rests on or attacks each other in a ring", () => {
    const knots = findCyclicComponents([named("d")], [file]).map((knot) => [...names(knot)].sort());
    expect(knots).toEqual([["a", "b", "c", "o", "r1", "r2", "r3"]]);
  });
  test("have circles of what rests on each other only", () => {
    const circles = findCyclicComponents([named("d")], [file]).flatMap((knot) => shortestCycles(knot, [file]));
    expect(circles.map(names)).toEqual([["b", "r2", "c", "r3"]]);
  });
});
