/** Random sessions of an editor: maps that import each other and quote articles, and what a user does to them. */
import fc from "fast-check";

/** The files of a session. The articles are named by sources of the maps. */
export const sessionFiles = ["main.argmap", "air.argmap", "people.argmap", "report.txt", "minutes.md", "page.html"];

const isArticle = (file: number): boolean => !(sessionFiles[file] ?? "").endsWith(".argmap");

/** Lines that refer to each other by few names, so that most edits change what other lines mean. */
const mapLine = fc.constantFrom(
  ..."map: Air|map: People|  language: de|// argmap-ignore unsupported-claim|# Heading|## Part||stray words".split("|"),
  ..."import: air.argmap|import: people.argmap|import p: people.argmap|import: main.argmap|import: gone.argmap".split(
    "|",
  ),
  ..."speaker lind: Maja Lind|speaker roy: Arun Roy|speaker lind: Another Lind".split("|"),
  ..."source s: A report|source t: Minutes|source s: A page|  file: report.txt|  file: minutes.md|  file: page.html".split(
    "|",
  ),
  ..."  encoding: windows-1252|  encoding: utf-8|  url: https://example.org".split("|"),
  ..."claim keep: It stays.|claim air by lind: The air got cleaner.|claim drop contradicts keep: It goes.".split("|"),
  ..."claim keep: It stays twice.|claim better restates keep: It is kept.|question stay: Should it stay?".split("|"),
  ..."claim yes answers stay: Yes.|reason works for keep: It works.|objection cost against keep, air: It costs.".split(
    "|",
  ),
  ..."  reason why: It works.|  reason by roy: So he says.|  objection: It costs.|    premise air|    premise p.air".split(
    "|",
  ),
  ..."    premise fell: It fell.|    premise keep|    assumption: It was so.|      reason: The stations say so.".split(
    "|",
  ),
  ..."  quote: cleaner air|  quote s: it fell by a tenth|  quote t: the council met|    quote: buses run to time".split(
    "|",
  ),
  ..."  likelihood: likely|  likelihood: 0.7|  note: A note|  goes on|reason|clai keep: X|    premise nowhere".split(
    "|",
  ),
);
const mapText = fc.array(mapLine, { maxLength: 16 }).map((lines) => lines.map((line) => `${line}\n`).join(""));

/**
 * Articles without common words. So the passage that replaces a lost one, which a server remembers and a fresh one cannot know,
 * is never similar enough to be shown.
 */
const articleLine = fc.constantFrom(
  "In spring it fell by a tenth, with cleaner air.",
  "Then the council met. Buses run to time!",
  "<p>Zwölf Boxkämpfer jagen Viktor quer</p>",
  "",
);
const articleText = fc.array(articleLine, { maxLength: 5 }).map((lines) => lines.join("\n\n"));

/** An action of the user. Numbers are taken modulo the number of choices. */
export type Operation =
  | { readonly kind: "open" | "close" | "delete"; readonly file: number }
  | { readonly kind: "write" | "replace"; readonly file: number; readonly text: string }
  | {
      readonly kind: "edit";
      readonly file: number;
      readonly at: number;
      readonly removed: number;
      readonly text: string;
    }
  | { readonly kind: "type"; readonly file: number; readonly at: number; readonly text: string }
  | { readonly kind: "ask"; readonly file: number; readonly at: number; readonly request: number };

const map = fc.nat(2);
const anyFile = fc.nat(sessionFiles.length - 1);
const at = fc.nat(20);
const constant = <K extends string>(kind: K): fc.Arbitrary<K> => fc.constant(kind);

const textOf = (file: number): fc.Arbitrary<string> => (isArticle(file) ? articleText : mapText);

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: constant("edit"), file: map, at, removed: fc.nat(2), text: mapText }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: constant("type"), file: map, at, text: fc.constantFrom("x", ":", " ", "  ", "\n") }),
  },
  { weight: 3, arbitrary: fc.record({ kind: constant("ask"), file: anyFile, at, request: fc.nat(99) }) },
  { weight: 3, arbitrary: fc.record({ kind: constant("open"), file: anyFile }) },
  { weight: 2, arbitrary: fc.record({ kind: constant("close"), file: anyFile }) },
  { weight: 1, arbitrary: fc.record({ kind: constant("delete"), file: anyFile }) },
  {
    weight: 6,
    arbitrary: anyFile.chain((file) =>
      fc.record({ kind: fc.constantFrom("write", "replace"), file: fc.constant(file), text: textOf(file) }),
    ),
  },
);

export interface Session {
  /** The files on disk at the beginning, in the order of `sessionFiles`. */
  readonly texts: readonly string[];
  readonly bursts: readonly (readonly Operation[])[];
}

export const anySession = (bursts: number): fc.Arbitrary<Session> =>
  fc.record({
    texts: fc.tuple(mapText, mapText, mapText, articleText, articleText, articleText),
    bursts: fc.array(fc.array(operation, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: bursts }),
  });
