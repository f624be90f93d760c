import * as v from "valibot";
import { importClosure } from "../../core/language/graph.ts";
import { describeEvaluation } from "../../core/reasoning/describeEvaluation.ts";
import { evaluateFile } from "../../core/reasoning/evaluateMap.ts";
import { computeLikelihoods } from "../../core/reasoning/likelihood/likelihood.ts";
import { readArgument } from "../../core/reasoning/readFramework.ts";
import { computeStandings } from "../../core/reasoning/standing.ts";
import { joinLines } from "../answers.ts";
import { entryInput, mapInput } from "../inputs.ts";
import { findEntry } from "../maps/entries.ts";
import type { Tool } from "../tool.ts";

const entries = {
  map: mapInput,
  entry: v.optional(entryInput("The only entry to explain")),
};

/** Says what stands in a map, how likely it is, and why. */
export const evaluateMapTool: Tool<typeof entries> = {
  name: "evaluate_map",
  title: "Weigh a map",
  description:
    "Computes which statements of a map stand, fall or are undecided, how likely they are, and why, from nothing but what the map says. It does not say what is true.",
  changesMaps: false,
  input: v.strictObject(entries),
  run(session, { map: name, entry: wanted }) {
    const map = session.map(name);
    const entry = wanted === undefined ? undefined : findEntry(map, wanted);
    const argument = readArgument(importClosure(map));
    const standings = computeStandings(argument.framework);
    const likelihoods = computeLikelihoods(argument.framework, standings.suppositions);
    const lines = evaluateFile(map, argument, standings, likelihoods)
      .filter((one) => entry === undefined || one.entry === entry)
      .map(describeEvaluation);
    if (lines.length === 0)
      return { text: "There is nothing to weigh here: only statements, reasons and objections can stand or fall." };
    return { text: joinLines(lines, "Ask for one `entry`.", "entry", "") };
  },
};
