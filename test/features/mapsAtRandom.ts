/**
 * Random maps over several files for property tests of what changes maps: imports with a prefix and without, names that
 * are defined twice or nowhere, quotes that name no source, comments anywhere, byte-order marks, CRLF, files that end
 * without a line end, tabs among spaces. Whatever an entry, comment or line of text says, it says nowhere else.
 */
import fc from "fast-check";
import { type Keyword, keywords, rules } from "../../server/language/vocabulary.ts";

/** The folder that the files lie in. */
export const folder = "file:///maps/";

/** One entry, by numbers that mean something only where it is written. */
interface Draw {
  readonly up: number;
  readonly keyword: number;
  readonly name: number;
  readonly prefix: number;
  readonly clause: number;
  readonly indent: string;
  readonly before: "" | "blank" | "comment" | "both" | "apart" | "heading" | "stray";
  readonly below: "" | "text" | "attribute" | "comment" | "file";
}

const often = <T>(value: T, times: number, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.constantFrom(...Array.from({ length: times }, () => value), ...others);

const draw: fc.Arbitrary<Draw> = fc.record({
  up: fc.constantFrom(0, 0, 0, 1, 1, 2, 3),
  keyword: fc.nat(30),
  name: fc.nat(19),
  prefix: fc.nat(6),
  clause: fc.nat(9),
  indent: often("  ", 12, "\t", " ", "    "),
  before: often<Draw["before"]>("", 6, "blank", "comment", "both", "both", "apart", "heading", "stray"),
  below: often<Draw["below"]>("", 5, "text", "attribute", "comment", "file"),
});

const style = fc.record({
  end: often("\n", 3, "\r\n"),
  mark: often("", 3, "\uFEFF"),
  last: often(true, 2, false),
  top: fc.constantFrom("", "", "licence", "licence-apart", "map"),
  /** For each file after this one: not imported, with a prefix, without. */
  imports: fc.array(fc.constantFrom("", "prefix", "plain", "plain", "twice"), { minLength: 2, maxLength: 2 }),
  /** White space before the first entry. */
  shift: often("", 9, " ", "  "),
});

const file = fc.tuple(style, fc.array(draw, { minLength: 2, maxLength: 14 }));

/** Three files, each of which may import those after it. */
export const mapsAtRandom: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .tuple(file, file, file)
  .map((drawn) => Object.fromEntries(drawn.map(([how, draws], index) => written(index, how, draws))));

const names = ["main", "air", "people"];
/** What an entry of each kind may be called; some names are those of other kinds too. */
const pools: { readonly [K in Keyword]?: readonly string[] } = {
  question: ["q", "x"],
  claim: ["x", "y", "z", "v", "k", "l", "m", "n"],
  premise: ["x", "y", "w", "o", "p"],
  assumption: ["y", "u", "g"],
  reason: ["r", "s", "x", "h", "i"],
  objection: ["s", "t", "j"],
  speaker: ["lind", "roy", "x"],
  source: ["report", "study"],
};
const mentioned = [
  "x",
  "y",
  "z",
  "w",
  "u",
  "r",
  "s",
  "q",
  "lind",
  "v",
  "k",
  "l",
  "m",
  "n",
  "o",
  "z",
  "v",
  "k",
  "l",
  "m",
];
const people = ["lind", "roy", "report", "x", "lind"];

function written(
  index: number,
  how: typeof style extends fc.Arbitrary<infer T> ? T : never,
  draws: readonly Draw[],
): readonly [string, string] {
  const of = names[index] ?? "";
  const lines: string[] = [];
  if (how.top.startsWith("licence")) lines.push(`// Licence of ${of}`);
  if (how.top === "licence-apart") lines.push("");
  if (how.top === "map") lines.push(`map: Map of ${of}`);
  for (const [at, other] of names.slice(index + 1).entries()) {
    const kind = how.imports[at];
    if (kind === "prefix" || kind === "twice") lines.push(`import ${kind === "twice" ? "p" : other}: ${other}.argmap`);
    if (kind === "plain") lines.push(`// Why ${of} imports ${other}`, `import: ${other}.argmap`);
  }
  const open: { readonly keyword: Keyword; readonly indent: string }[] = [];
  for (const [number, one] of draws.entries()) {
    for (let up = one.up; up > 0 && open.length > 0; up--) open.pop();
    const above = open.at(-1);
    const fit = keywords.filter((keyword) =>
      above === undefined
        ? rules[keyword].top && keyword !== "map" && keyword !== "import"
        : rules[keyword].under.includes(above.keyword),
    );
    const keyword = fit[one.keyword % Math.max(fit.length, 1)];
    if (keyword === undefined) {
      open.length = 0;
      continue;
    }
    const indent = above === undefined ? (number === 0 ? how.shift : "") : above.indent + one.indent;
    const id = `${of}-${number}`;
    lines.push(...before(one, indent, id));
    lines.push(indent + head(keyword, one, above === undefined, id, names.slice(index + 1)));
    lines.push(...below(one, indent + one.indent, keyword, id));
    open.push({ keyword, indent });
  }
  const text = lines.join(how.end) + (how.last ? how.end : "");
  return [`${folder}${of}.argmap`, how.mark + text];
}

function before({ before: what }: Draw, indent: string, id: string): readonly string[] {
  const comment = `${indent}// Before ${id}`;
  switch (what) {
    case "":
      return [];
    case "blank":
      return [""];
    case "comment":
      return [comment];
    case "both":
      return ["", comment];
    case "apart":
      return [comment, ""];
    case "heading":
      return indent === "" ? [`# Heading ${id}`] : [""];
    case "stray":
      return indent === "" ? [`stray ${id}`] : [];
  }
}

function head(keyword: Keyword, one: Draw, isTop: boolean, id: string, others: readonly string[]): string {
  const pool = pools[keyword] ?? [];
  const prefix = one.prefix < 2 ? "" : one.prefix === 2 ? "p." : `${others[one.prefix % 2] ?? "air"}.`;
  const prefixed = one.prefix < 4 ? "" : prefix;
  const name = (list: readonly string[], more = 0): string => prefixed + (list[(one.name + more) % list.length] ?? "x");
  if (keyword === "premise" && one.keyword % 2 === 0) return `premise ${name(mentioned)}`;
  if (keyword === "quote") return `quote${one.name % 2 === 0 ? "" : ` ${name(["report", "study"])}`}: Words of ${id}`;
  const own = one.name < 16 && pool.length > 0 ? ` ${pool[one.name % pool.length]}` : "";
  const clauses: string[] = [];
  if (isTop && keyword === "reason") clauses.push(` for ${name(mentioned)}`);
  if (isTop && keyword === "objection") clauses.push(` against ${name(mentioned)}`);
  if (one.clause === 1 && rules[keyword].clauses.includes("by")) clauses.push(` by ${name(people)}`);
  if (one.clause === 2 && rules[keyword].clauses.includes("by")) clauses.push(` by ${name(people)}, roy`);
  if (one.clause === 3 && rules[keyword].clauses.includes("contradicts"))
    clauses.push(` contradicts ${name(mentioned, 1)}`);
  if (one.clause === 4 && rules[keyword].clauses.includes("answers")) clauses.push(` answers ${prefixed}q`);
  if (one.clause === 5 && rules[keyword].clauses.includes("accepted-by")) clauses.push(` accepted-by ${name(people)}`);
  return `${keyword}${own}${clauses.join("")}: Says ${id}`;
}

function below({ below: what }: Draw, indent: string, keyword: Keyword, id: string): readonly string[] {
  switch (what) {
    case "":
      return [];
    case "text":
      return [`${indent}  goes on ${id}`];
    case "attribute":
      return [`${indent}note: Note ${id}`];
    case "comment":
      return [`${indent}// Below ${id}`];
    case "file":
      return keyword === "source" ? [`${indent}author: Author ${id}`] : [];
  }
}
