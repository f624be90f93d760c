/**
 * Recognizes the attributes that a line of text was meant as: keys behind a list mark, with a capital, a typo or no colon,
 * keys of other tools, and tags with “#”.
 */
import { editDistance } from "../../strings/spelling.ts";
import { isValidValue, valueForms } from "../attributes/values.ts";
import type { ColumnRange } from "../head.ts";
import {
  type AttributeKey,
  isAttributeKey,
  isClauseWord,
  isKeyword,
  type Keyword,
  keywordRules,
} from "../vocabulary.ts";
import { skipMarks } from "./listMark.ts";
import { nearKeyword } from "./nearKeyword.ts";
import { nearValues } from "./nearValues.ts";
import { translatedKey } from "./translations.ts";

/** The attributes that a line was meant as. Columns are those of the line. */
export interface AttributeReading {
  /** The part of the line to replace. */
  readonly at: ColumnRange;
  /** The replacement for that part, one line for each attribute. */
  readonly replacement: readonly string[];
  readonly keys: readonly string[];
  /** Whether the line can also be prose that continues a sentence. */
  readonly isOrdinary: boolean;
}

/** Keys of other tools and everyday words, with the keys that they stand for. The first one that an entry takes counts. */
const KEY_SYNONYMS: { readonly [K in AttributeKey]?: string } = {
  likelihood: "belief certainty chance credence degree-of-belief plausibility prob probability",
  strength: "belief certainty credence force impact importance plausibility prob probability relevance score weight",
  tags: "categories category label labels tag topic topics",
  note: "annotation comment comments details explanation notes remark remarks",
  url: "address href link uri web webpage website www",
  file: "document path pdf",
  author: "authors by creator writer written-by",
  publisher: "journal magazine newspaper press published-by",
  date: "day published when year",
  page: "p pages pp",
  section: "chapter heading headline paragraph part subsection",
  occurrence: "instance match nth",
  scheme: "argument-scheme argument-type inference pattern",
  role: "function job job-title occupation position profession title",
  affiliation: "company employer institution org organisation organization party",
  reliability: "credibility trust trustworthiness",
  language: "lang",
};

/** Words that other tools use as keys but that no entry has here. */
const KEYS_WITHOUT_COUNTERPART = new Set("color colour id priority rating score status votes weight".split(" "));

/** English words within one or two edits of a key. */
const ORDINARY_WORDS = new Set(
  (
    "age bags cage care conference data dare fate file's fill film fire five gate hate hole late liability life line " +
    "livelihood mate mile mole mote node none nose not pace pale pane pole rage rags rate rode rope rose rule sage sate " +
    "schemer sole tabs taps vote wage wags"
  ).split(" "),
);

/** Entries whose text is a title or a name, so that any word with a colon under them is meant as a key. */
export const TITLED: ReadonlySet<Keyword> = new Set(["map", "source", "speaker"]);

const HASHTAGS = /^#[\p{L}\p{M}\p{N}_-]+(?:[\s\p{Zs},;]+#[\p{L}\p{M}\p{N}_-]+)*$/u;
const PAIR = /^(\p{L}[\p{L}\p{M}\p{N}_-]*)[\s\p{Zs}]*([:：=](?![/:=])[\s\p{Zs}]*)(.*)$/u;
const KEY_AND_VALUE = /^([a-z]+)[\s\p{Zs}]+(.+)$/u;

/**
 * Returns the attributes that a line of text was meant as; undefined if it is nothing like one.
 * @param start the column of the first character that is not white space
 * @param owner the keyword of the entry that the line belongs to
 */
export function readAttributes(raw: string, start: number, owner: Keyword): AttributeReading | undefined {
  const end = raw.trimEnd().length;
  const allowed = keywordRules[owner].attributes;
  if (allowed.length === 0) return undefined;
  const text = raw.slice(start, end);
  if (text.startsWith("#") && HASHTAGS.test(text))
    return whole([{ key: "tags", value: nearValues("tags", text)[0] ?? text }], allowed, { start, end });
  const braces = /^\{(.*)\}$/.exec(text)?.[1];
  if (braces !== undefined) return readBraces(braces, owner, { start, end });
  const from = skipMarks(raw, start);
  return readPair(raw, { start, from, end }, owner) ?? readKeyAndValue(raw, { start, from, end }, owner);
}

interface Pair {
  readonly key: string;
  readonly value: string;
}

function whole(pairs: readonly Pair[], allowed: readonly string[], at: ColumnRange): AttributeReading | undefined {
  if (pairs.length === 0 || !pairs.every(({ key }) => key.startsWith("x-") || allowed.includes(key))) return undefined;
  const replacement = pairs.map(({ key, value }) => `${key}: ${value}`.trimEnd());
  return { at, replacement, keys: pairs.map(({ key }) => key), isOrdinary: false };
}

/** `{credence: 0.7, weight: 3}` */
function readBraces(text: string, owner: Keyword, at: ColumnRange): AttributeReading | undefined {
  const parts = text.split(/[,;](?![^[]*\])/).map((part) => PAIR.exec(part.trim()));
  const pairs = parts.flatMap((part) => {
    if (part === null) return [];
    const [, key = "", , quoted = ""] = part;
    const value = quoted.replace(/^["'“[]|["'”\]]$/g, "");
    return [toPair(key, value, owner) ?? { key: customKey(key), value }];
  });
  return pairs.length < parts.length ? undefined : whole(pairs, keywordRules[owner].attributes, at);
}

/** The columns of a line: its start, the end of its marks, and its end. */
interface LineColumns extends ColumnRange {
  readonly from: number;
}

/** `auhtor: …`, `Note: …`, `- date: …`, `credence = 0.7` */
function readPair(raw: string, { start, from, end }: LineColumns, owner: Keyword): AttributeReading | undefined {
  const text = raw.slice(from, end);
  const [, word = "", separator = "", value = ""] = (/[:：=]/.test(text) ? PAIR.exec(text) : null) ?? [];
  const pair = word === "" ? undefined : toPair(word, value, owner);
  if (pair === undefined) return undefined;
  const isMarked = from > start;
  const hasColon = value === "" ? separator.startsWith(":") : /^:[\s\p{Zs}]/u.test(separator);
  // Without the usual colon, only a known key is one.
  if (!hasColon && pair.key.startsWith("x-")) return undefined;
  // The parser reads such a line as an attribute already.
  if (!isMarked && hasColon && word === pair.key) return undefined;
  const isKeyOnly = hasColon && pair.value === value && raw.startsWith(":", from + word.length);
  const allowed: readonly string[] = keywordRules[owner].attributes;
  return {
    at: isKeyOnly ? { start, end: from + word.length } : { start, end },
    replacement: [isKeyOnly ? pair.key : `${pair.key}: ${pair.value}`.trimEnd()],
    keys: [pair.key],
    isOrdinary: !isMarked && hasColon && !allowed.includes(word.toLowerCase()) && typoOf(word, owner) === undefined,
  };
}

/** `likelihood likely`: a key of the entry without its colon. */
function readKeyAndValue(raw: string, { start, from, end }: LineColumns, owner: Keyword): AttributeReading | undefined {
  const [, key = "", value = ""] = KEY_AND_VALUE.exec(raw.slice(from, end)) ?? [];
  const allowed: readonly string[] = keywordRules[owner].attributes;
  if (!allowed.includes(key)) return undefined;
  const at = { start, end: from + key.length };
  const isCertain = valueForms.has(key) && isValidValue(key, value);
  return { at, replacement: [`${key}:`], keys: [key], isOrdinary: !isCertain };
}

/** Returns the attribute of an entry that a key and value were meant as. */
function toPair(word: string, value: string, owner: Keyword): Pair | undefined {
  const lowerCase = word.toLowerCase();
  const allowed = keywordRules[owner].attributes;
  const own = allowed.find((key) => key === lowerCase);
  if (own !== undefined) return { key: own, value };
  const isSource = nearKeyword(word)?.keyword === "source";
  if ((isKeyword(lowerCase) && !isSource) || lowerCase.startsWith("x-") || isOwnClause(lowerCase, owner))
    return undefined;
  const translated = translatedKey(word);
  const synonymFor = allowed.find(
    (key) => key === translated || KEY_SYNONYMS[key]?.split(" ").includes(lowerCase) === true,
  );
  if (synonymFor !== undefined) {
    if (!valueForms.has(synonymFor) || value === "" || isValidValue(synonymFor, value))
      return { key: synonymFor, value };
    // A single digit is a rank on a scale of the other tool.
    const [near] = /^\d$/.test(value) ? [] : nearValues(synonymFor, value);
    return near === undefined ? { key: customKey(word), value } : { key: synonymFor, value: near };
  }
  const typo = typoOf(word, owner);
  if (typo !== undefined) return { key: typo, value };
  if (isAttributeKey(lowerCase)) return undefined;
  const isKeyElsewhere = isSource || KEYS_WITHOUT_COUNTERPART.has(lowerCase);
  const isCustom = TITLED.has(owner) || (isKeyElsewhere && owner !== "quote");
  return isCustom ? { key: customKey(word), value } : undefined;
}

const customKey = (word: string): string => `x-${word.toLowerCase()}`;

/** Whether a word is a clause word that belongs in the head of the entry. */
const isOwnClause = (word: string, owner: Keyword): boolean =>
  isClauseWord(word) && keywordRules[owner].clauses.includes(word);

/** Returns the key of which a word is a misspelling. In sentences, only words in lower case are. */
function typoOf(word: string, owner: Keyword): AttributeKey | undefined {
  const lowerCase = word.toLowerCase();
  if (ORDINARY_WORDS.has(lowerCase) || (word !== lowerCase && !TITLED.has(owner))) return undefined;
  return keywordRules[owner].attributes.find((key) => editDistance(lowerCase, key) <= maxKeyDistance(key));
}

/** In a short key every letter matters, but a long one may contain two typing errors. */
const maxKeyDistance = (key: string): number => (key.length < 4 ? 0 : key.length < 8 ? 1 : 2);
