/**
 * Random maps over several files for property tests of what changes maps: imports with a prefix and without, names that
 * are defined twice or nowhere, quotes that name no source, comments anywhere, byte-order marks, CRLF, files that end
 * without a line end, tabs among spaces. Whatever an entry, comment or line of text says, it says nowhere else.
 */
import fc from "fast-check";
import { type Keyword, rules } from "../../../server/core/language/vocabulary.ts";

/** The folder that the files lie in. */
export const folder = "file:///maps/";

/** One entry, by numbers that mean something only where it is written. */
interface Draw {
  readonly up: number;
  readonly keyword: number;
  readonly name: number;
  readonly mention: number;
  readonly clause: "" | "by" | "by two" | "contradicts" | "answers" | "accepted-by";
  readonly indent: string;
  readonly before: "" | "blank" | "comment" | "both" | "apart" | "heading" | "stray";
  readonly below: "" | "text" | "attribute" | "comment" | "both";
}

interface Style {
  readonly end: string;
  readonly mark: string;
  readonly endsLast: boolean;
  readonly top: "" | "licence" | "licence apart" | "map";
  /** How each of the files after this one is imported. */
  readonly imports: readonly ("" | "prefix" | "plain" | "one prefix")[];
  /** White space before the first entry. */
  readonly shift: string;
}

const often = <T>(value: T, times: number, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.constantFrom(...Array.from({ length: times }, () => value), ...others);

const draw: fc.Arbitrary<Draw> = fc.record({
  up: fc.constantFrom(0, 0, 0, 1, 1, 2, 2, 3, 9),
  keyword: fc.nat(39),
  name: fc.nat(9),
  mention: fc.nat(99),
  clause: often<Draw["clause"]>("", 6, "by", "by", "by two", "contradicts", "answers", "accepted-by"),
  indent: often("  ", 14, "\t", " ", "    "),
  before: often<Draw["before"]>("", 7, "blank", "comment", "both", "both", "apart", "heading", "stray"),
  below: often<Draw["below"]>("", 7, "text", "attribute", "comment", "both"),
});

const style: fc.Arbitrary<Style> = fc.record({
  end: often("\n", 3, "\r\n"),
  mark: often("", 3, "\uFEFF"),
  endsLast: often(true, 2, false),
  top: fc.constantFrom("", "", "licence", "licence apart", "map"),
  imports: fc.array(fc.constantFrom("", "prefix", "plain", "plain", "one prefix"), { minLength: 2, maxLength: 2 }),
  shift: often("", 9, " ", "  "),
});

const file = fc.tuple(style, fc.array(draw, { minLength: 2, maxLength: 14 }));

/** Three files by their URIs, each of which may import those after it. */
export const mapsAtRandom: fc.Arbitrary<Readonly<Record<string, string>>> = fc.tuple(file, file, file).map((drawn) => {
  const files = drawn.map(([how, draws], index) => ({ how, entries: placed(names[index] ?? "", how, draws) }));
  return Object.fromEntries(
    files.map(({ how, entries }, index) => {
      const sights = files.slice(index).flatMap((other, at): readonly Sight[] => {
        const kind = at === 0 ? "plain" : how.imports[at - 1];
        const prefix = kind === "plain" ? "" : kind === "one prefix" ? "p." : `${names[index + at]}.`;
        return kind === "" ? [] : [{ prefix, entries: other.entries }];
      });
      return [`${folder}${names[index]}.argmap`, written(index, how, entries, sights)];
    }),
  );
});

const names = ["main", "air", "people"];

/** What stands under what, the likely more often. */
const under: { readonly [K in Keyword | "top"]?: readonly Keyword[] } = {
  top: ["claim", "claim", "claim", "reason", "objection", "speaker", "speaker", "source", "question"],
  question: ["claim", "claim", "objection", "question"],
  claim: ["reason", "reason", "objection", "objection", "quote", "question"],
  premise: ["reason", "objection", "quote", "reason"],
  assumption: ["objection", "reason"],
  reason: ["premise", "premise", "premise", "premise", "objection", "reason", "assumption", "quote"],
  objection: ["premise", "premise", "premise", "objection", "reason", "quote"],
  quote: ["objection"],
};

/** An entry in its place, not yet with what it mentions. */
interface Placed {
  readonly draw: Draw;
  readonly id: string;
  readonly keyword: Keyword;
  readonly isBare: boolean;
  readonly isTop: boolean;
  readonly name: string;
  readonly indent: string;
}

function placed(of: string, { shift }: Style, draws: readonly Draw[]): readonly Placed[] {
  const open: Placed[] = [];
  return draws.map((one, number) => {
    for (let up = one.up; up > 0 && open.length > 0; up--) open.pop();
    if (one.before === "heading" || under[open.at(-1)?.keyword ?? "top"] === undefined) open.length = 0;
    const above = open.at(-1);
    const fit = under[above?.keyword ?? "top"] ?? [];
    const keyword = fit[one.keyword % fit.length] ?? "claim";
    const isBare = keyword === "premise" && one.keyword % 3 > 0;
    // Two in ten have no name, one in ten has a name that others have too.
    const isNamed = one.name > 1 && keyword !== "quote" && !isBare;
    const entry: Placed = {
      draw: one,
      id: `${of}-${number}`,
      keyword,
      isBare,
      isTop: above === undefined,
      name: !isNamed ? "" : one.name === 2 ? "x" : `${keyword.charAt(0)}${number}`,
      indent: above === undefined ? (number === 0 ? shift : "") : above.indent + one.indent,
    };
    open.push(entry);
    return entry;
  });
}

/** What a file can name. */
interface Sight {
  readonly prefix: string;
  readonly entries: readonly Placed[];
}

function written(index: number, how: Style, entries: readonly Placed[], sights: readonly Sight[]): string {
  const of = names[index] ?? "";
  const lines: string[] = [];
  if (how.top.startsWith("licence")) lines.push(`// Licence of ${of}`);
  if (how.top === "licence apart") lines.push("");
  if (how.top === "map") lines.push(`map: Map of ${of}`);
  for (const [at, other] of names.slice(index + 1).entries()) {
    const kind = how.imports[at];
    if (kind === "plain") lines.push(`// Why ${of} imports ${other}`, `import: ${other}.argmap`);
    else if (kind !== "") lines.push(`import ${kind === "prefix" ? other : "p"}: ${other}.argmap`);
  }
  for (const entry of entries) {
    lines.push(...before(entry), entry.indent + head(entry, sights), ...below(entry));
  }
  return how.mark + lines.join(how.end) + (how.endsLast ? how.end : "");
}

function before({ draw: { before: what }, indent, id, isTop }: Placed): readonly string[] {
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
      return [`# Heading ${id}`];
    case "stray":
      return isTop ? [`stray ${id}`] : [];
  }
}

function head(entry: Placed, sights: readonly Sight[]): string {
  const { keyword, draw: one, id, isTop } = entry;
  /** A name in sight of an entry of one of these keywords, some by which nothing is called. */
  const mention = (wanted: readonly Keyword[], more = 0): string => {
    const inSight = sights.flatMap(({ prefix, entries }) =>
      entries.flatMap((other) =>
        other.name !== "" && wanted.includes(other.keyword) && other !== entry ? [prefix + other.name] : [],
      ),
    );
    const number = one.mention + more;
    return number % 9 === 8 ? "nowhere" : (inSight[number % Math.max(1, inSight.length)] ?? "x");
  };
  const claims: readonly Keyword[] = ["claim", "claim", "premise", "assumption"];
  if (entry.isBare) return `premise ${mention(one.mention % 2 === 0 ? ["claim"] : claims)}`;
  if (keyword === "quote") return `quote${one.mention % 2 === 0 ? "" : ` ${mention(["source"])}`}: Words of ${id}`;
  const people: readonly Keyword[] = ["speaker", "source"];
  const { clauses } = rules[keyword];
  const said: string[] = [];
  if (isTop && keyword === "reason") said.push(` for ${mention([...claims, "reason"])}`);
  if (isTop && keyword === "objection") said.push(` against ${mention([...claims, "objection", "question"])}`);
  if (one.clause === "by" && clauses.includes("by")) said.push(` by ${mention(people, 1)}`);
  if (one.clause === "by two" && clauses.includes("by")) said.push(` by ${mention(people, 2)}, ${mention(people, 3)}`);
  if (one.clause === "contradicts" && clauses.includes("contradicts")) said.push(` contradicts ${mention(claims, 4)}`);
  if (one.clause === "answers" && clauses.includes("answers") && isTop) said.push(` answers ${mention(["question"])}`);
  if (one.clause === "accepted-by" && clauses.includes("accepted-by")) said.push(` accepted-by ${mention(people, 5)}`);
  return `${keyword}${entry.name === "" ? "" : ` ${entry.name}`}${said.join(",")}: Says ${id}`;
}

function below({ draw: { below: what, indent: step }, indent, isBare, id }: Placed): readonly string[] {
  const deeper = indent + step;
  const attribute = isBare ? [] : [`${deeper}note: Note ${id}`];
  switch (what) {
    case "":
      return [];
    case "text":
      return [`${deeper}  goes on ${id}`];
    case "attribute":
      return attribute;
    case "comment":
      return [`${deeper}// Below ${id}`];
    case "both":
      return [`${deeper}goes on ${id}`, `${deeper}// Below ${id}`, "", ...attribute];
  }
}
