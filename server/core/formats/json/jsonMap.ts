/** Reads the value of a JSON file as a map, and says what is wrong with it. */
import * as v from "valibot";
import { attributeKeys, clauseWords, keywords } from "../../language/vocabulary.ts";
import { ImportError } from "../format.ts";
import type { DocumentEntry, DocumentHeading, MapDocument } from "../mapDocument.ts";
import { isUsableName } from "../uniqueNames.ts";

/** The version of the schema. */
export const JSON_VERSION = 1;

function isReference(word: string): boolean {
  const parts = word.split(".");
  return parts.length <= 2 && parts.every(isUsableName);
}
const knownKeys: ReadonlySet<string> = new Set(attributeKeys);
const isKey = (word: string): boolean => knownKeys.has(word) || /^x-[^\s\p{Zs},:.]+$/u.test(word);

const reference = v.pipe(v.string(), v.check(isReference, "a name"));
const comments = v.exactOptional(v.array(v.string()));
const clause = v.strictObject({ word: v.picklist(clauseWords), names: v.pipe(v.array(reference), v.minLength(1)) });
const attribute = v.strictObject({ key: v.pipe(v.string(), v.check(isKey, "a key")), value: v.string() });

const entry: v.GenericSchema<DocumentEntry> = v.pipe(
  v.strictObject({
    keyword: v.picklist(keywords),
    name: v.exactOptional(reference),
    isUse: v.exactOptional(v.literal(true)),
    clauses: v.exactOptional(v.array(clause)),
    text: v.exactOptional(v.string()),
    attributes: v.exactOptional(v.array(attribute)),
    entries: v.exactOptional(v.array(v.lazy(() => entry))),
    comments,
  }),
  v.check(
    ({ keyword, name, isUse }) => isUse !== true || (keyword === "premise" && name !== undefined),
    "a premise with a name",
  ),
);

const heading: v.GenericSchema<DocumentHeading> = v.strictObject({
  level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)),
  heading: v.pipe(
    v.string(),
    v.check((text) => text.trim() !== "", "a heading"),
  ),
  comments,
});

const isHeading = (value: unknown): boolean => typeof value === "object" && value !== null && "heading" in value;

const map = v.strictObject({
  $schema: v.exactOptional(v.string()),
  format: v.literal("argmap"),
  version: v.literal(JSON_VERSION),
  items: v.array(v.lazy((item) => (isHeading(item) ? heading : entry))),
  comments,
});

/** Returns the map that a value describes. Throws {@link ImportError} with the path of the first mistake. */
export function readJsonMap(value: unknown): MapDocument {
  const result = v.safeParse(map, value, { abortEarly: true });
  if (result.success) {
    const { items, comments } = result.output;
    return { items, ...(comments === undefined ? {} : { comments }) };
  }
  const [issue] = result.issues;
  const path = pathOf(issue.path ?? []);
  const place = path === "" ? "The JSON" : `“${path}” in the JSON`;
  if (issue.received === "undefined") throw new ImportError(`“${path}” is missing from the JSON.`);
  // The checks above give a noun instead of a message.
  if (issue.type === "check") throw new ImportError(`${place} must be ${issue.message}.`);
  if (issue.expected === "never" || issue.expected === null)
    throw new ImportError(`${place} is not part of a map; the schema says what is.`);
  throw new ImportError(`${place} must be ${expected(issue.expected)}.`);
}

/** `items[2].entries[0].text` */
const pathOf = (path: readonly v.IssuePathItem[]): string =>
  path
    .map(({ key }) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./u, "");

/** Returns what valibot expects in words: `("any" | "some")`, `Array`, `>=1`. */
const expected = (form: string): string =>
  form
    .replace(/^\((.*)\)$/u, "$1")
    .replaceAll(" | ", " or ")
    .replaceAll('"', "");
