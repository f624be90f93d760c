import { distance } from "fastest-levenshtein";
import { kindOf, type MapFile, referencesOf } from "../language/map.ts";
import type { NameKind } from "../language/vocabulary.ts";
import type { Context, EntryCheck } from "./check.ts";

const MOST_OFFERS = 3;

/** A reference to a name that nothing defines. Near names of the right kind are offered. */
export const unknownName: EntryCheck = {
  code: "unknown-name",
  severity: "error",
  title: "A name that nothing defines",
  scope: "entry",
  *check(entry, context) {
    for (const { name, expects, role } of referencesOf(entry)) {
      if (role === "loose") continue;
      const resolution = context.file.resolve(name);
      if (resolution.state !== "missing") continue;
      const at = { line: entry.line, start: name.start, end: name.end };
      if (resolution.what === "prefix") {
        yield {
          at,
          entry,
          message: `No import has the prefix “${name.prefix}”. Add a line “import ${name.prefix}: file.argmap”.`,
        };
        continue;
      }
      const offers = nearNames(name.text, expects, context);
      const near = offers.length === 0 ? "" : ` Did you mean ${offers.map((offer) => `“${offer}”`).join(" or ")}?`;
      yield { at, entry, offers, message: `Nothing here is named “${name.text}”.${near}` };
    }
  },
};

/** Names of these kinds that differ from `name` in a third of its letters at most, nearest first. */
function nearNames(name: string, kinds: readonly NameKind[], { file }: Context): readonly string[] {
  const most = name.length < 3 ? 0 : Math.max(1, Math.floor(name.length / 3));
  const near: { readonly offer: string; readonly far: number }[] = [];
  const look = (from: MapFile, prefix: string): void => {
    for (const other of from.names) {
      if (Math.abs(other.length - name.length) > most) continue;
      const far = distance(name, other);
      const kind = far > most ? undefined : from.exported(other);
      const what = kind === undefined ? undefined : kindOf(kind);
      if (what !== undefined && kinds.includes(what)) near.push({ offer: prefix + other, far });
    }
  };
  look(file, "");
  for (const { entry, target } of file.imports) {
    if (target.state === "found") look(target.file, entry.head.name === undefined ? "" : `${entry.head.name.text}.`);
  }
  near.sort((a, b) => a.far - b.far || (a.offer < b.offer ? -1 : 1));
  return near.slice(0, MOST_OFFERS).map(({ offer }) => offer);
}
