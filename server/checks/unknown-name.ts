import { type NameInSight, namesInSight } from "../language/graph.ts";
import { kindOf, type Reference, referencesOf } from "../language/map.ts";
import type { Context, EntryCheck } from "./check.ts";
import { isNear, nearest } from "./near.ts";
import { didYouMean } from "./words.ts";

/** A reference to a name that nothing defines. Near names of the right kind are offered. */
export const unknownName: EntryCheck = {
  code: "unknown-name",
  severity: "error",
  title: "A name that nothing defines",
  scope: "entry",
  offersName: (entry, name) => referencesOf(entry).some((reference) => isNear(reference.name.text, name)),
  *check(entry, context) {
    for (const reference of referencesOf(entry)) {
      const { name, role } = reference;
      if (role === "loose") continue;
      const resolution = context.file.resolve(name);
      if (resolution.state !== "missing") continue;
      const at = { line: entry.line, start: name.start, end: name.end };
      if (resolution.what === "prefix") {
        const { prefix } = name;
        const message = `No import has the prefix “${prefix}”. Add a line “import ${prefix}: file.argmap”.`;
        yield { at, entry, message };
        continue;
      }
      const offers = nearNames(reference, context);
      const written = name.prefix === undefined ? name.text : `${name.prefix}.${name.text}`;
      const whatToDo = offers.length > 0 ? didYouMean(offers) : " Define it, or name something that is.";
      yield { at, entry, offers, message: `Nothing here is named “${written}”.${whatToDo}` };
    }
  },
};

/** Within one run of the checks no name changes, and one unknown name often stands in many places. */
const known = new WeakMap<Context, Map<string, readonly string[]>>();

function nearNames({ name, expects }: Reference, context: Context): readonly string[] {
  const offers = known.get(context) ?? new Map<string, readonly string[]>();
  known.set(context, offers);
  const key = `${name.text} ${expects.join()}`;
  const before = offers.get(key);
  if (before !== undefined) return before;
  const fitting = new Map<string, NameInSight>();
  // The name alone is compared: a prefix may be just what is missing.
  for (const one of namesInSight(context.file, (other) => isNear(name.text, other))) {
    const kind = kindOf(one.entry);
    const fits = kind !== undefined && expects.includes(kind);
    if (fits && !fitting.has(one.written)) fitting.set(one.written, one);
  }
  const byName = [...fitting.values()];
  const found = nearest(
    name.text,
    byName.map((one) => one.name),
  ).flatMap((near) => byName.filter((one) => one.name === near).map(({ written }) => written));
  const best = [...new Set(found)].slice(0, 3);
  offers.set(key, best);
  return best;
}
