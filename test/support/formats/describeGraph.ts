/** Describes an argument by its texts, so that two maps can be compared whose names and nesting differ. */
import type { ArgumentGraph, GraphEntry } from "../../../server/core/formats/graph/argumentGraph.ts";
import { readGraph } from "../../../server/core/formats/graph/readGraph.ts";
import { MapFile } from "../../../server/core/language/map.ts";

/** Returns what a map claims, by whom, and how it argues, as sorted sentences. A step without premises rests on its text. */
export const describeMap = (map: string): readonly string[] =>
  describeGraph(readGraph(new MapFile("file:///map.argmap", map)));

export function describeGraph(graph: ArgumentGraph): readonly string[] {
  const { speakers = [], sources = [], statements, steps } = graph;
  const texts = new Map([...speakers, ...sources, ...statements, ...steps].map(({ id, text }) => [id, text]));
  const textOf = (id: string): string => texts.get(id) ?? "?";
  const by = ({ speakers = [] }: GraphEntry): string =>
    speakers.length === 0 ? "" : ` by ${speakers.map(textOf).sort().join(", ")}`;
  const sentences = statements.flatMap((one) => [
    `“${one.text}”${by(one)}`,
    ...(one.restates ?? []).map((id) => `“${one.text}” restates “${textOf(id)}”`),
    ...(one.contradicts ?? []).map((id) => `${[one.text, textOf(id)].sort().join(" and ")} contradict each other`),
  ]);
  const premisesOf = new Map(steps.map((step) => [step.id, step.premises ?? []]));
  for (const step of steps) {
    const premises = step.premises ?? [];
    const isText = premises.length === 0;
    if (isText) sentences.push(`“${step.text}”${by(step)}`);
    const from = isText
      ? `“${step.text}”`
      : premises
          .map((id) => `“${textOf(id)}”`)
          .sort()
          .join(" and ");
    for (const { id, side } of step.targets) {
      const under = premisesOf.get(id) ?? [];
      const target = under.length === 0 ? `“${textOf(id)}”` : `the step from ${under.map(textOf).sort().join(" and ")}`;
      sentences.push(`${from} ${side} ${target}${isText ? "" : by(step)}`);
    }
  }
  return sentences.sort();
}
