/** Mends of names that lead nowhere: the import that brings them, or the entry that they are to stand for. */
import { isName } from "../../../core/language/characters.ts";
import type { Entry } from "../../../core/language/entry.ts";
import { fileOf, kindOf, type Reference, referencesOf } from "../../../core/language/map.ts";
import type { Problem } from "../../../core/language/problem.ts";
import type { Keyword, NameKind } from "../../../core/language/vocabulary.ts";
import { withArticle } from "../../../core/language/vocabulary.ts";
import { baseName } from "../../../workspace/paths.ts";
import { named, quotesOfOnly } from "../../names/implicitSources.ts";
import { mentionInSight, mentionOf, mentionWithPrefix } from "../../names/mentions.ts";
import { insertedAfter, insertedAfterApart, insertedFirst } from "../../textEdits/lineBlocks.ts";
import { editsOf, type LineChange } from "../../textEdits/lineEdits.ts";
import { newRow } from "../../textEdits/newLines.ts";
import { type Edit, workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { Offer, Place } from "../codeAction.ts";

const MOST_IMPORTS = 5;

/** The reference that an unknown name is. */
function referenceAt({ entry, at, code }: Problem): Reference | undefined {
  if (code !== "unknown-name" || entry === undefined) return undefined;
  return referencesOf(entry).find(({ name }) => name.start === at.start);
}

/** Imports the files of the workspace that define the name. */
export function addImport(place: Place, problem: Problem): readonly Offer[] {
  const reference = referenceAt(problem);
  if (reference === undefined || reference.name.prefix !== undefined) return [];
  const { workspace, file } = place;
  const users = workspace.allUsersOf(file);
  const offers: Offer[] = [];
  for (const other of workspace.files()) {
    const entry = other === file ? undefined : other.exported(reference.name.text);
    const kind = entry && kindOf(entry);
    if (entry === undefined || kind === undefined || !reference.expects.includes(kind)) continue;
    const mention = mentionOf(file, entry, users);
    if (mention === undefined || mention.edits.length === 0) continue;
    const written = mention.written === reference.name.text ? "" : ` and write “${mention.written}”`;
    offers.push({
      title: `Import “${reference.name.text}” from ${baseName(other.uri)}${written}`,
      kind: "quickfix",
      mends: problem,
      preferred: true,
      edit: () => {
        const range = file.syntax.rangeOf(problem.at);
        const name: readonly Edit[] = written === "" ? [] : [{ uri: file.uri, range, newText: mention.written }];
        return workspaceEdit(workspace, [...mention.edits, ...name]);
      },
    });
    if (offers.length === MOST_IMPORTS) break;
  }
  return offers;
}

/** What is made for each kind of name. */
const madeFor: { readonly [K in NameKind]?: Keyword } = {
  claim: "claim",
  question: "question",
  speaker: "speaker",
  source: "source",
};

/** Writes the entry that the name is to stand for. */
export function createNamed(place: Place, problem: Problem): readonly Offer[] {
  const reference = referenceAt(problem);
  if (reference === undefined || reference.name.prefix !== undefined || !isName(reference.name.text)) return [];
  const { workspace, file } = place;
  return reference.expects.flatMap((kind): readonly Offer[] => {
    const keyword = madeFor[kind];
    if (keyword === undefined) return [];
    const { text } = reference.name;
    const quotes = keyword === "source" ? quotesNamed(place) : [];
    if (quotes === undefined) return [];
    return [
      {
        title: `Create the ${keyword} “${text}”`,
        kind: "quickfix",
        mends: problem,
        edit: () => {
          // Its name as words, until somebody says it better: an entry without words would be the next problem.
          const words = text.replaceAll(/[-_]+/g, " ");
          const line = `${keyword} ${text}: ${words.charAt(0).toUpperCase()}${words.slice(1)}`;
          return workspaceEdit(workspace, [...editsOf(file, [created(keyword, line, reference.entry)]), ...quotes]);
        },
      },
    ];
  });
}

/** Where a new entry goes: after the last of its keyword, else where such entries belong. */
function created(keyword: Keyword, line: string, from: Entry): LineChange {
  const file = fileOf(from);
  const { roots } = file.syntax;
  const row = newRow(line);
  // After all that stands with whoever mentions it.
  if (keyword === "claim") return insertedAfterApart(from, [row]);
  const same = roots.findLast(({ head }) => head.keyword === keyword);
  if (same !== undefined) return insertedAfter(same, [row]);
  const leading = roots.findLast(({ head }) => LEADING.has(head.keyword));
  if (leading === undefined) return insertedFirst(file, [row]);
  return keyword === "question" ? insertedAfterApart(leading, [row]) : insertedAfter(leading, [row]);
}

/**
 * Quotes that name no source are from the only one there is: where there comes to be another one, they have to name theirs.
 * Undefined where one cannot.
 */
function quotesNamed({ workspace, file }: Place): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const user of workspace.allUsersOf(file)) {
    const own = quotesOfOnly(user);
    if (own === undefined) continue;
    const written = mentionInSight(user, own.source);
    if (written === undefined) return undefined;
    edits.push(...own.quotes.map((quote) => named(quote, written)));
  }
  return edits;
}

/** What stands before all that argues. */
const LEADING: ReadonlySet<string> = new Set(["map", "import", "source", "speaker"]);

/** A prefix that no import has: for each map of the workspace the import that defines it. */
export function importWithPrefix({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const reference = referenceAt(problem);
  const prefix = reference?.name.prefix;
  if (reference === undefined || prefix === undefined || file.importOf(prefix) !== undefined) return [];
  const users = workspace.allUsersOf(file);
  const offers: Offer[] = [];
  for (const other of workspace.files()) {
    const entry = other === file ? undefined : other.exported(reference.name.text);
    const kind = entry && kindOf(entry);
    if (entry === undefined || kind === undefined || !reference.expects.includes(kind)) continue;
    const mention = mentionWithPrefix(file, entry, prefix, users);
    if (mention === undefined) continue;
    offers.push({
      title: `Import ${baseName(other.uri)} as “${prefix}”`,
      kind: "quickfix",
      mends: problem,
      preferred: offers.length === 0,
      edit: () => workspaceEdit(workspace, mention.edits),
    });
    if (offers.length === MOST_IMPORTS) break;
  }
  return offers;
}

/** A step that is used as a premise: what it says becomes a premise of its own, which can be used again. */
export function writeOutAsPremise({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { entry, at } = problem;
  if (problem.code !== "wrong-kind" || entry?.head.form !== "bare") return [];
  const reference = referencesOf(entry)[0];
  const resolution = reference && file.resolve(reference.name);
  const step = resolution?.state === "found" ? resolution.entry : undefined;
  if (step === undefined || (step.head.keyword !== "reason" && step.head.keyword !== "objection")) return [];
  if (step.text === "" || step.text.includes("\n")) return [];
  const { raw } = at.line.reading;
  const end = raw.trimEnd().length;
  const range = file.syntax.rangeOf({ line: at.line, start: entry.head.start, end });
  return [
    {
      title: `Write the text of ${withArticle(step.head.keyword)} “${reference?.name.text}” out as a premise`,
      kind: "quickfix",
      mends: problem,
      edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: `premise: ${step.text}` }]),
    },
  ];
}
