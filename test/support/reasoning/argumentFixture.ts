/** Expectations about what stands in a map, written as Argmap text. */
import { expect } from "vitest";
import type { Entry } from "../../../server/core/language/entry.ts";
import { importClosure } from "../../../server/core/language/graph.ts";
import { MapFile } from "../../../server/core/language/map.ts";
import type { Argument } from "../../../server/core/reasoning/argument.ts";
import { readArgument } from "../../../server/core/reasoning/readFramework.ts";
import { computeStandings, type Standings, standingOf } from "../../../server/core/reasoning/standing.ts";
import { dedent } from "../maps/dedent.ts";

/** A map with its argument. */
export interface ArgumentFixture {
  readonly files: readonly MapFile[];
  readonly argument: Argument;
  readonly standings: Standings;
  /** Returns the entry with a name. */
  readonly entry: (name: string) => Entry;
  /** Returns the node of an entry. */
  readonly node: (name: string) => number;
}

/** Reads the argument of a map, with suppositions about named entries. */
export function argumentOf(text: string, supposed: Readonly<Record<string, boolean>> = {}): ArgumentFixture {
  const file = new MapFile("file:///map.argmap", dedent(text));
  const files = importClosure(file);
  const argument = readArgument(files);
  const entry = (name: string): Entry => {
    const found = file.exportedEntry(name);
    if (found === undefined) throw new Error(`Nothing is named “${name}”.`);
    return found;
  };
  const node = (name: string): number => {
    const found = argument.nodes.get(entry(name));
    if (found === undefined) throw new Error(`“${name}” has no node.`);
    return found;
  };
  const suppositions = new Map(Object.entries(supposed).map(([name, value]) => [node(name), value]));
  return { files, argument, standings: computeStandings(argument.framework, suppositions), entry, node };
}

/** Expects the standing of named entries. */
export function expectStandings(
  text: string,
  expected: Readonly<Record<string, "stands" | "falls" | "undecided">>,
  supposed: Readonly<Record<string, boolean>> = {},
): void {
  const { standings, node } = argumentOf(text, supposed);
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, standingOf(standings, node(name))]))).toEqual(
    expected,
  );
}
