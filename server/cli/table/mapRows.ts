/** The rows of one map. */
import { pagesOf } from "../../core/articles/article.ts";
import { schemesOf } from "../../core/language/attributes/schemes.ts";
import { likelihoodRange, scaleValue } from "../../core/language/attributes/values.ts";
import { attributeOf, type Entry } from "../../core/language/entry.ts";
import { hasPremises, importClosure, namedTargets, premisesOf, stepTargets } from "../../core/language/graph.ts";
import { fileOf, type MapFile, mapTitle } from "../../core/language/map.ts";
import { headSpan } from "../../core/language/problem.ts";
import { contradictionsIn, questionsOf, restatementsIn } from "../../core/language/relations/claimRelations.ts";
import { sourceOf } from "../../core/language/relations/quoteSources.ts";
import { dateOf, speakersOf } from "../../core/language/relations/speakers.ts";
import { isWrittenOutClaim } from "../../core/language/relations/wordings.ts";
import { isStep, type Keyword } from "../../core/language/vocabulary.ts";
import { sectionsOf } from "../../core/tree/sections.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { CorpusRow, CorpusRows } from "./columns.ts";

/** The entries that are no rows: what a map says about itself, and quotes, which have a table of their own. */
const NOT_LISTED: ReadonlySet<Keyword> = new Set(["map", "import", "quote"]);

/**
 * Returns the rows of one open map. Its imports are maps of their own.
 *
 * @param pathOf the path of a file, as the tables name it
 */
export function rowsOfMap(workspace: Workspace, file: MapFile, pathOf: (uri: string) => string): CorpusRows {
  const map = pathOf(file.uri);
  const files = importClosure(file);
  const lineOf = (entry: Entry): number => fileOf(entry).syntax.rangeOf(headSpan(entry)).start.line + 1;
  /** Identifies an entry in the whole corpus: by its name, or else by its line. No name contains a colon. */
  const idOf = (entry: Entry): string => {
    const name = entry.head.form === "bare" ? undefined : entry.head.name?.text;
    return `${pathOf(fileOf(entry).uri)}${name === undefined ? `:${lineOf(entry)}` : `#${name}`}`;
  };
  const sections = sectionsOf(file);
  const sectionTitles = new Map(sections.list.map(({ id, title }) => [id, title]));
  const sectionTitle = (entry: Entry): string | null => {
    const section = sections.sectionOf(entry);
    return (section && sectionTitles.get(section)) ?? null;
  };
  const entries = [...file.syntax.entries.values()].filter(
    ({ head }) => head.form === "full" && !NOT_LISTED.has(head.keyword),
  );
  return {
    entries: entries.map((entry) => ({
      map,
      map_title: mapTitle(file) ?? null,
      id: idOf(entry),
      section: sectionTitle(entry),
      line: lineOf(entry),
      ...contentOf(entry),
    })),
    relations: relationsOf(file, entries).map(({ from, to, statedBy, ...rest }) => ({
      map,
      from_id: idOf(from),
      to_id: idOf(to),
      ...rest,
      line: lineOf(statedBy),
    })),
    quotes: [...file.entriesOf("quote")].map((quote) => {
      const source = sourceOf(quote, files);
      return {
        map,
        entry_id: quote.parent === undefined ? null : idOf(quote.parent),
        source_id: source === undefined ? null : idOf(source),
        source_title: source?.text ?? null,
        source_url: (source && attributeText(source, "url")) ?? null,
        words: quote.text || null,
        ...placeOf(workspace, quote),
        line: lineOf(quote),
      };
    }),
  };
}

function contentOf(entry: Entry): Omit<CorpusRow<"entries">, "map" | "map_title" | "id" | "section" | "line"> {
  const { keyword, name } = entry.head;
  const [low, high] = likelihoodRange(attributeText(entry, "likelihood") ?? "") ?? [null, null];
  const tags = (attributeText(entry, "tags") ?? "").split(",").map((tag) => tag.trim());
  return {
    name: name?.text ?? null,
    kind: keyword,
    title: attributeText(entry, "title") ?? null,
    text: entry.text,
    speakers: speakersOf(entry).map(({ text }) => text),
    accepted_by: namedTargets(entry, "accepted-by").map(({ text }) => text),
    rejected_by: namedTargets(entry, "rejected-by").map(({ text }) => text),
    tags: [...new Set(tags.filter((tag) => tag !== ""))],
    status: attributeText(entry, "status") ?? null,
    likelihood_low: low,
    likelihood_high: high,
    strength: scaleValue("strength", attributeText(entry, "strength") ?? "") ?? null,
    schemes: isStep(keyword) ? schemesOf(entry) : [],
    date: dateOf(entry) ?? null,
  };
}

const attributeText = (entry: Entry, key: string): string | undefined => attributeOf(entry, key)?.value || undefined;

interface RelationOfEntries {
  readonly from: Entry;
  readonly to: Entry;
  readonly kind: string;
  readonly side: "for" | "against" | null;
  /** The entry of the map that says so: a premise without a text, whose claim may be in another map, or else `from`. */
  readonly statedBy: Entry;
}

/**
 * Returns the relations of the entries of a file. A step is `support` or `attack`, or, if it is about the inference of a step
 * with premises, `backing` or `undercut`.
 */
function relationsOf(file: MapFile, entries: readonly Entry[]): readonly RelationOfEntries[] {
  const relations: RelationOfEntries[] = [];
  const relate = (
    from: Entry,
    to: Entry,
    kind: string,
    side: RelationOfEntries["side"] = null,
    statedBy: Entry = from,
  ): unknown => relations.push({ from, to, kind, side, statedBy });
  for (const entry of entries) {
    if (isStep(entry.head.keyword)) {
      for (const { target, side } of stepTargets(entry)) {
        const isAboutInference = isStep(target.head.keyword) && hasPremises(target);
        const [supporting, attacking] = isAboutInference ? ["backing", "undercut"] : ["support", "attack"];
        relate(entry, target, side === "for" ? supporting : attacking, side);
      }
      for (const { use, claim } of premisesOf(entry))
        if (claim !== undefined) relate(claim, entry, "premise", null, use);
    }
    if (isWrittenOutClaim(entry)) for (const question of questionsOf(entry)) relate(entry, question, "answer");
  }
  for (const [a, b] of contradictionsIn([file])) relate(a, b, "contradiction");
  for (const [a, b] of restatementsIn([file])) relate(a, b, "restatement");
  return relations;
}

/** Returns where a quote is in its source. Nothing is known if the source has no text that can be read. */
function placeOf(workspace: Workspace, quote: Entry): Pick<CorpusRow<"quotes">, "found" | "position" | "page"> {
  const located = workspace.sources.locateQuote(quote);
  const [match] = located?.matches ?? [];
  const foundPage = located && match && pagesOf(located.article, match)[0]?.label;
  return {
    found: located === undefined || quote.text === "" ? null : match !== undefined,
    position: match?.start ?? null,
    page: attributeText(quote, "page") ?? foundPage ?? null,
  };
}
