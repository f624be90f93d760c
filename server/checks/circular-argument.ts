import type { Entry } from "../language/entry.ts";
import { circlesIn } from "../language/knots.ts";
import { fileOf } from "../language/map.ts";
import { headSpan } from "../language/problem.ts";
import type { FileCheck } from "./check.ts";

const MOST_WORDS = 6;

/** An argument that comes back to what it set out to show. The whole circle is listed. */
export const circularArgument: FileCheck = {
  code: "circular-argument",
  severity: "warning",
  title: "An argument that rests on its own conclusion",
  scope: "file",
  *check({ file, files, knots }) {
    for (const knot of knots) {
      for (const circle of circlesIn(knot, files)) {
        const entry = circle.find((one) => fileOf(one) === file);
        if (entry === undefined) continue;
        const from = circle.indexOf(entry);
        const round = [...circle.slice(from), ...circle.slice(0, from)];
        const steps = [...round.slice(1), entry];
        const way = round.map((one, index) => `${label(one)} rests on ${label(steps[index] ?? entry)}`).join(", ");
        yield {
          at: headSpan(entry),
          entry,
          message: `This argument rests on its own conclusion: ${way}. Take one of these steps out, or give it a ground of its own.`,
          related: steps.map((one) => ({ entry: one, message: `… which rests on ${label(one)}` })),
        };
      }
    }
  },
};

/** What an entry is called in a sentence: its name, or its first words. */
export function label(entry: Entry): string {
  const { keyword, name } = entry.head;
  if (name !== undefined) return name.text;
  const words = entry.text.split(/\s+/);
  return `the ${keyword} “${words.slice(0, MOST_WORDS).join(" ")}${words.length > MOST_WORDS ? " …" : ""}”`;
}
