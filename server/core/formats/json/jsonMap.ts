/** Reads the value of a JSON file as a map, and says what is wrong with it. */
import * as v from "valibot";
import { attributeKeys, clauseWords, keywords } from "../../language/vocabulary.ts";
import { ImportError } from "../format.ts";
import { isUsableName } from "../graph/uniqueNames.ts";
import type { DocumentEntry, DocumentHeading, DocumentItem, MapDocument } from "../mapDocument.ts";

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

/** The entries under an entry are read on their own: they may be nested more deeply than calls can be. */
const entry = v.pipe(
  v.strictObject({
    keyword: v.picklist(keywords),
    name: v.exactOptional(reference),
    isUse: v.exactOptional(v.literal(true)),
    clauses: v.exactOptional(v.array(clause)),
    text: v.exactOptional(v.string()),
    attributes: v.exactOptional(v.array(attribute)),
    entries: v.exactOptional(v.array(v.unknown())),
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
  items: v.array(v.unknown()),
  comments,
});

/** Returns the map that a value describes. Throws {@link ImportError} with the path of the first mistake. */
export function readJsonMap(value: unknown): MapDocument {
  const { items, comments } = validate(map, value, "");
  return { items: readItems(items), ...(comments === undefined ? {} : { comments }) };
}

/** Each level makes the lines of the map longer. */
const MAX_DEPTH = 3000;

function readItems(values: readonly unknown[]): readonly DocumentItem[] {
  const items: DocumentItem[] = [];
  const waiting = pendingValues(values, "items", items, 1);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path, siblings, depth } = next;
    if (depth > MAX_DEPTH)
      throw new ImportError(`“${path.split(".")[0]}” in the JSON is nested more than ${MAX_DEPTH} levels deep.`);
    if (siblings === items && isHeading(value)) {
      siblings.push(validate(heading, value, path));
      continue;
    }
    const { entries, ...own } = validate(entry, value, path);
    const children: DocumentEntry[] = [];
    siblings.push(entries === undefined ? own : { ...own, entries: children });
    waiting.push(...pendingValues(entries ?? [], `${path}.entries`, children, depth + 1));
  }
  return items;
}

/** A value to be read, and what the result is added to. */
interface Pending {
  readonly value: unknown;
  readonly path: string;
  readonly siblings: (DocumentItem | DocumentEntry)[];
  readonly depth: number;
}

/** Returns values in the order in which they are taken from the end. */
const pendingValues = (
  values: readonly unknown[],
  path: string,
  siblings: Pending["siblings"],
  depth: number,
): Pending[] => values.map((value, index) => ({ value, path: `${path}[${index}]`, siblings, depth })).toReversed();

function validate<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown, at: string): Output {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = `${at}${pathOf(issue.path ?? [])}`.replace(/^\./u, "");
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
  path.map(({ key }) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");

/** Returns what valibot expects in words: `("any" | "some")`, `Array`, `>=1`. */
const expected = (form: string): string =>
  form
    .replace(/^\((.*)\)$/u, "$1")
    .replaceAll(" | ", " or ")
    .replaceAll('"', "");
