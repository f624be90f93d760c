import type { Entry } from "../../../language/entry.ts";
import { namesInSight } from "../../../language/graph.ts";
import { kindOf, type Reference, referencesOf } from "../../../language/map.ts";
import type { NameKind } from "../../../language/vocabulary.ts";
import type { Context, EntryCheck } from "../../check.ts";
import { clauseNear } from "../../support/headLike.ts";
import { didYouMean } from "../../support/messages.ts";
import { mayBeNear, NearWords } from "../../support/spelling.ts";

/** A reference to a name that nothing defines. Near names of the right kind are offered. */
export const unknownName: EntryCheck = {
  code: "unknown-name",
  severity: "error",
  title: "A name that nothing defines",
  scope: "entry",
  offersName: (entry, name) => referencesOf(entry).some((reference) => mayBeNear(reference.name.text, name)),
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
      const offers = [...clausesNear(entry, reference), ...nearNames(reference, context)];
      const written = name.prefix === undefined ? name.text : `${name.prefix}.${name.text}`;
      const whatToDo = offers.length > 0 ? didYouMean(offers) : " Define it, or name something that is.";
      yield { at, entry, offers, message: `Nothing here is named “${written}”.${whatToDo}` };
    }
  },
};

/** `for keep, agianst drop`: the clause that an unknown name between others may have been meant to begin. */
function clausesNear({ head }: Entry, { name }: Reference): readonly string[] {
  const clause = head.clauses.find(({ names }) => names.slice(1, -1).includes(name));
  const near = clause && name.prefix === undefined ? clauseNear(head.keyword, name.text, true) : undefined;
  return near === undefined || head.clauses.some(({ word }) => word === near) ? [] : [near];
}

/** Names that fit a place, ready to be compared with others. */
interface Fitting {
  readonly words: NearWords;
  /** Each name as it can be written in the file. */
  readonly written: ReadonlyMap<string, readonly string[]>;
}

/** What was found in a run of the checks: within one no name changes, and one unknown name often stands in many places. */
interface Found {
  readonly offers: Map<string, readonly string[]>;
  /** All names that fit, by what is asked for; made when so many names are unknown that it pays. */
  readonly fitting: Map<string, Fitting>;
}

const found = new WeakMap<Context, Found>();
const MANY = 10;

function nearNames({ name, expects }: Reference, context: Context): readonly string[] {
  const before: Found = found.get(context) ?? { offers: new Map(), fitting: new Map() };
  found.set(context, before);
  const key = `${name.text} ${expects.join()}`;
  const known = before.offers.get(key);
  if (known !== undefined) return known;
  const isWanted = (other: string): boolean => mayBeNear(name.text, other);
  const all = before.fitting.get(expects.join());
  const fitting =
    all ?? (before.offers.size < MANY ? fittingNames(expects, context, isWanted) : fittingNames(expects, context));
  if (before.offers.size >= MANY) before.fitting.set(expects.join(), fitting);
  const best = fitting.words.nearest(name.text).flatMap((near) => fitting.written.get(near) ?? []);
  const offers = best.slice(0, 3);
  before.offers.set(key, offers);
  return offers;
}

function fittingNames(expects: readonly NameKind[], { file }: Context, isWanted = (_name: string) => true): Fitting {
  const written = new Map<string, string[]>();
  // The name alone is compared: a prefix may be just what is missing.
  for (const one of namesInSight(file, isWanted)) {
    const kind = kindOf(one.entry);
    if (kind === undefined || !expects.includes(kind)) continue;
    const ways = written.get(one.name);
    if (ways === undefined) written.set(one.name, [one.written]);
    else if (!ways.includes(one.written)) ways.push(one.written);
  }
  return { words: new NearWords(written.keys()), written };
}
