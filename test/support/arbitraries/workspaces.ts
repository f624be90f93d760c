/**
 * Random maps of several files, for property tests of edits: imports with and without prefix, duplicate and undefined
 * names, quotes without a source name, comments anywhere, byte-order marks, CRLF, missing final newlines, tabs among
 * spaces. Each entry, comment and line of text is unique.
 */
import fc from "fast-check";
import { type Keyword, keywordRules } from "../../../server/core/language/vocabulary.ts";

/** The folder of the files. */
export const folder = "file:///maps/";

/** Random choices for one entry. `placeEntries` and `writeMap` interpret the numbers in context. */
interface EntrySeed {
  readonly up: number;
  readonly keyword: number;
  readonly name: number;
  readonly mention: number;
  readonly clause: "" | "by" | "by two" | "contradicts" | "answers" | "accepted-by";
  readonly indent: string;
  readonly before: "" | "blank" | "comment" | "both" | "apart" | "heading" | "stray";
  readonly below: "" | "text" | "attribute" | "comment" | "both";
}

interface FileStyle {
  readonly lineEnd: string;
  readonly byteOrderMark: string;
  readonly endsWithLineEnd: boolean;
  readonly top: "" | "license" | "license apart" | "map";
  /** How this file imports each of the files after it. */
  readonly imports: readonly ("" | "prefix" | "plain" | "one prefix")[];
  /** White space before the first entry. */
  readonly rootIndent: string;
}

const weighted = <T>(value: T, times: number, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.constantFrom(...Array.from({ length: times }, () => value), ...others);

const entrySeed: fc.Arbitrary<EntrySeed> = fc.record({
  up: fc.constantFrom(0, 0, 0, 1, 1, 2, 2, 3, 9),
  keyword: fc.nat(39),
  name: fc.nat(9),
  mention: fc.nat(99),
  clause: weighted<EntrySeed["clause"]>("", 6, "by", "by", "by two", "contradicts", "answers", "accepted-by"),
  indent: weighted("  ", 14, "\t", " ", "    "),
  before: weighted<EntrySeed["before"]>("", 7, "blank", "comment", "both", "both", "apart", "heading", "stray"),
  below: weighted<EntrySeed["below"]>("", 7, "text", "attribute", "comment", "both"),
});

const fileStyle: fc.Arbitrary<FileStyle> = fc.record({
  lineEnd: weighted("\n", 3, "\r\n"),
  byteOrderMark: weighted("", 3, "\uFEFF"),
  endsWithLineEnd: weighted(true, 2, false),
  top: fc.constantFrom("", "", "license", "license apart", "map"),
  imports: fc.array(fc.constantFrom("", "prefix", "plain", "plain", "one prefix"), { minLength: 2, maxLength: 2 }),
  rootIndent: weighted("", 9, " ", "  "),
});

const fileSeed = fc.tuple(fileStyle, fc.array(entrySeed, { minLength: 2, maxLength: 14 }));

/** Three files by URI, each of which may import the files after it. */
export const anyMaps: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .tuple(fileSeed, fileSeed, fileSeed)
  .map((fileSeeds) => {
    const files = fileSeeds.map(([style, seeds], index) => ({
      style,
      entries: placeEntries(fileNames[index] ?? "", style, seeds),
    }));
    return Object.fromEntries(
      files.map(({ style, entries }, index) => {
        const nameSources = files.slice(index).flatMap((other, offset): readonly NameSource[] => {
          const kind = offset === 0 ? "plain" : style.imports[offset - 1];
          const prefix = kind === "plain" ? "" : kind === "one prefix" ? "p." : `${fileNames[index + offset]}.`;
          return kind === "" ? [] : [{ prefix, entries: other.entries }];
        });
        return [`${folder}${fileNames[index]}.argmap`, writeMap(index, style, entries, nameSources)];
      }),
    );
  });

const fileNames = ["main", "air", "people"];

/** The children to choose from under each keyword. Frequent ones are repeated. */
const allowedChildren: { readonly [K in Keyword | "top"]?: readonly Keyword[] } = {
  top: ["claim", "claim", "claim", "reason", "objection", "speaker", "speaker", "source", "question"],
  question: ["claim", "claim", "objection", "question"],
  claim: ["reason", "reason", "objection", "objection", "quote", "question"],
  premise: ["reason", "objection", "quote", "reason"],
  assumption: ["objection", "reason"],
  reason: ["premise", "premise", "premise", "premise", "objection", "reason", "assumption", "quote"],
  objection: ["premise", "premise", "premise", "objection", "reason", "quote"],
  quote: ["objection"],
};

/** An entry with its position in the map, before its references are chosen. */
interface PlacedEntry {
  readonly seed: EntrySeed;
  readonly id: string;
  readonly keyword: Keyword;
  readonly isBare: boolean;
  readonly isTop: boolean;
  readonly name: string;
  readonly indent: string;
}

function placeEntries(
  fileName: string,
  { rootIndent }: FileStyle,
  seeds: readonly EntrySeed[],
): readonly PlacedEntry[] {
  const ancestors: PlacedEntry[] = [];
  return seeds.map((seed, number) => {
    for (let up = seed.up; up > 0 && ancestors.length > 0; up--) ancestors.pop();
    if (seed.before === "heading" || allowedChildren[ancestors.at(-1)?.keyword ?? "top"] === undefined)
      ancestors.length = 0;
    const parent = ancestors.at(-1);
    const allowed = allowedChildren[parent?.keyword ?? "top"] ?? [];
    const keyword = allowed[seed.keyword % allowed.length] ?? "claim";
    const isBare = keyword === "premise" && seed.keyword % 3 > 0;
    // Two in ten have no name, and one in ten has the name `x`, which is therefore defined several times.
    const isNamed = seed.name > 1 && keyword !== "quote" && !isBare;
    const entry: PlacedEntry = {
      seed,
      id: `${fileName}-${number}`,
      keyword,
      isBare,
      isTop: parent === undefined,
      name: !isNamed ? "" : seed.name === 2 ? "x" : `${keyword.charAt(0)}${number}`,
      indent: parent === undefined ? (number === 0 ? rootIndent : "") : parent.indent + seed.indent,
    };
    ancestors.push(entry);
    return entry;
  });
}

/** Entries that a file can refer to, with the prefix that it needs. */
interface NameSource {
  readonly prefix: string;
  readonly entries: readonly PlacedEntry[];
}

function writeMap(
  index: number,
  style: FileStyle,
  entries: readonly PlacedEntry[],
  nameSources: readonly NameSource[],
): string {
  const fileName = fileNames[index] ?? "";
  const lines: string[] = [];
  if (style.top.startsWith("license")) lines.push(`// License of ${fileName}`);
  if (style.top === "license apart") lines.push("");
  if (style.top === "map") lines.push(`map: Map of ${fileName}`);
  for (const [position, other] of fileNames.slice(index + 1).entries()) {
    const kind = style.imports[position];
    if (kind === "plain") lines.push(`// Why ${fileName} imports ${other}`, `import: ${other}.argmap`);
    else if (kind !== "") lines.push(`import ${kind === "prefix" ? other : "p"}: ${other}.argmap`);
  }
  for (const entry of entries) {
    lines.push(...linesBefore(entry), entry.indent + headLine(entry, nameSources), ...linesBelow(entry));
  }
  return style.byteOrderMark + lines.join(style.lineEnd) + (style.endsWithLineEnd ? style.lineEnd : "");
}

function linesBefore({ seed: { before }, indent, id, isTop }: PlacedEntry): readonly string[] {
  const comment = `${indent}// Before ${id}`;
  switch (before) {
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

function headLine(entry: PlacedEntry, nameSources: readonly NameSource[]): string {
  const { keyword, seed, id, isTop } = entry;
  /** The name of an entry in scope with one of these keywords, or sometimes an undefined name. */
  const reference = (wanted: readonly Keyword[], offset = 0): string => {
    const namesInScope = nameSources.flatMap(({ prefix, entries }) =>
      entries.flatMap((other) =>
        other.name !== "" && wanted.includes(other.keyword) && other !== entry ? [prefix + other.name] : [],
      ),
    );
    const number = seed.mention + offset;
    return number % 9 === 8 ? "nowhere" : (namesInScope[number % Math.max(1, namesInScope.length)] ?? "x");
  };
  const claims: readonly Keyword[] = ["claim", "claim", "premise", "assumption"];
  if (entry.isBare) return `premise ${reference(seed.mention % 2 === 0 ? ["claim"] : claims)}`;
  if (keyword === "quote") return `quote${seed.mention % 2 === 0 ? "" : ` ${reference(["source"])}`}: Words of ${id}`;
  const people: readonly Keyword[] = ["speaker", "source"];
  const { clauses } = keywordRules[keyword];
  const clauseTexts: string[] = [];
  if (isTop && keyword === "reason") clauseTexts.push(` for ${reference([...claims, "reason"])}`);
  if (isTop && keyword === "objection") clauseTexts.push(` against ${reference([...claims, "objection", "question"])}`);
  // Now and then a step also speaks against another entry than it is for, or the other way round.
  if (seed.clause === "contradicts" && keyword === "reason") clauseTexts.push(` against ${reference(claims, 4)}`);
  if (seed.clause === "contradicts" && keyword === "objection") clauseTexts.push(` for ${reference(claims, 4)}`);
  if (seed.clause === "by" && clauses.includes("by")) clauseTexts.push(` by ${reference(people, 1)}`);
  if (seed.clause === "by two" && clauses.includes("by"))
    clauseTexts.push(` by ${reference(people, 2)}, ${reference(people, 3)}`);
  if (seed.clause === "contradicts" && clauses.includes("contradicts"))
    clauseTexts.push(` contradicts ${reference(claims, 4)}`);
  if (seed.clause === "answers" && clauses.includes("answers") && isTop)
    clauseTexts.push(` answers ${reference(["question"])}`);
  if (seed.clause === "accepted-by" && clauses.includes("accepted-by"))
    clauseTexts.push(` accepted-by ${reference(people, 5)}`);
  return `${keyword}${entry.name === "" ? "" : ` ${entry.name}`}${clauseTexts.join(",")}: Says ${id}`;
}

function linesBelow({ seed: { below, indent: step }, indent, isBare, id }: PlacedEntry): readonly string[] {
  const deeper = indent + step;
  const attribute = isBare ? [] : [`${deeper}note: Note ${id}`];
  switch (below) {
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
