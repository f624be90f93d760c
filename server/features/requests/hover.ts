import type { Hover, Position, Range } from "vscode-languageserver";
import { checks } from "../../core/checks/registry.ts";
import { severityOf } from "../../core/checks/severity.ts";
import type { Entry } from "../../core/language/entry.ts";
import { targetOf } from "../../core/language/graph.ts";
import type { MapFile } from "../../core/language/map.ts";
import type { Span } from "../../core/language/syntax.ts";
import { isAttributeKey, isClauseWord } from "../../core/language/vocabulary.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { articleHover } from "../articles/requests/hover.ts";
import { tellQuote } from "../articles/shared/quoteHover.ts";
import { describe } from "../shared/describeEntry.ts";
import { type Markup, markdown, plaintext } from "../shared/markupContent.ts";
import { bareSpan } from "../shared/occurrences.ts";
import { isQuoted, spotAt } from "../shared/symbolAtPosition.ts";
import {
  attributeMeanings,
  clauseExplanations,
  type Explanation,
  formOf,
  keywordExplanations,
  placesFor,
  valuesOf,
} from "../shared/vocabularyDocs.ts";
import type { DiagnosticOptions } from "./diagnostics.ts";

export interface HoverOptions {
  /** Whether the client shows Markdown. */
  readonly markdown: boolean;
  /** Where the page of the reference is whose sections are named after the codes of problems. */
  readonly reference: string | undefined;
  /** Severities that the user set for codes; nothing is said of a problem that is `off`. */
  readonly severities?: DiagnosticOptions["severities"];
}

/**
 * What is under the pointer. On a name: the entry it stands for, with its text, whose it is, what stands for and against
 * it, and its quotes. On the words of a quote: the paragraph that they are from. On a keyword, clause word, attribute key or listed value: what it is for and how it is written.
 * Where there is a problem, a link to the page that explains it comes after.
 */
export function hover(workspace: Workspace, uri: string, position: Position, options: HoverOptions): Hover | null {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return articleHover(workspace, uri, position, options);
  const markup = options.markdown ? markdown : plaintext;
  const word = wordAt(workspace, file, position, markup);
  const problems = problemsAt(workspace, file, position, markup, options);
  const parts = [...(word === undefined ? [] : [word.value]), ...problems.map(({ value }) => value)];
  const range = word === undefined ? problems[0]?.range : file.syntax.rangeOf(word.span);
  if (range === undefined) return null;
  return { contents: { kind: markup.kind, value: parts.join("\n\n") }, range };
}

interface Word {
  readonly span: Span;
  readonly value: string;
}

function wordAt(workspace: Workspace, file: MapFile, position: Position, markup: Markup): Word | undefined {
  const files = workspace.files();
  const spot = spotAt(file, position);
  const told = (entry: Entry): string => describe(entry, file, files, markup);
  const clause = clauseAt(file, position, markup);
  if (clause !== undefined) return clause;
  switch (spot.kind) {
    case "definition":
      return { span: spot.span, value: told(spot.entry) };
    case "reference": {
      const { reference } = spot;
      const target = targetOf(reference);
      return target && { span: bareSpan(reference.entry, reference.name), value: told(target) };
    }
    case "prefix": {
      const { name } = spot.reference;
      const target = file.importOf(name.prefix ?? "");
      const { line, start } = spot.span;
      return target && { span: { line, start, end: line.reading.raw.indexOf(".", start) }, value: told(target) };
    }
    case "import-path":
      return { span: spot.span, value: told(spot.entry) };
    case "keyword": {
      const { keyword, name } = spot.entry.head;
      const help = explained(keywordExplanations[keyword], markup, placesFor(keyword));
      // An entry without a name has no other word to point at.
      return { span: spot.span, value: name === undefined ? `${told(spot.entry)}\n\n${help}` : help };
    }
    case "text": {
      const told = isQuoted(file, spot.entry, position) ? tellQuote(workspace, spot.entry, markup) : undefined;
      return told === undefined ? attributeAt(file, position, markup) : { span: spot.span, value: told };
    }
    case "source-path":
      return attributeAt(file, position, markup);
    case "nothing":
      return undefined;
  }
}

/** A clause word, also in a head that is not finished. */
function clauseAt(file: MapFile, position: Position, markup: Markup): Word | undefined {
  const { line, column } = file.syntax.place(position);
  const { reading } = line;
  if (reading.kind !== "entry") return undefined;
  const { clauses, loose } = reading.head;
  const found = [...clauses.map(({ start, end }) => ({ start, end })), ...loose].find(
    ({ start, end }) => start <= column && column <= end && isClauseWord(reading.raw.slice(start, end)),
  );
  if (found === undefined) return undefined;
  const word = reading.raw.slice(found.start, found.end);
  if (!isClauseWord(word)) return undefined;
  return { span: { line, start: found.start, end: found.end }, value: explained(clauseExplanations[word], markup) };
}

/** The key of an attribute, or a value that is one of a list. */
function attributeAt(file: MapFile, position: Position, markup: Markup): Word | undefined {
  const { line, column } = file.syntax.place(position);
  const { reading } = line;
  if (reading.kind !== "attribute" || line.owner === undefined) return undefined;
  const { raw, textStart } = reading;
  const key = raw.slice(reading.key.start, reading.key.end);
  if (!isAttributeKey(key)) return undefined;
  const onKey = column <= reading.key.end && column >= reading.key.start;
  const value = raw.slice(textStart).trimEnd();
  const known = onKey ? undefined : valuesOf(key).find((one) => one.value === value);
  if (!onKey && (known === undefined || column < textStart)) return undefined;
  const span = onKey ? { line, ...reading.key } : { line, start: textStart, end: textStart + value.length };
  const meaning = known?.meaning === undefined ? "" : `${markup.typed(value)}: ${markup.text(known.meaning)}`;
  const help = [attributeMeanings[key], formOf(key) ?? ""].join(" ").trim();
  return { span, value: [`${markup.strong(key)}: ${markup.text(help)}`, meaning].join("\n\n").trim() };
}

const explained = ({ form, meaning }: Explanation, markup: Markup, more?: string): string =>
  [markup.block(form), markup.text(more === undefined ? meaning : `${meaning} ${more}`)].join("\n\n");

/** For each kind of problem that covers a position, what it is about and where it is explained. */
function problemsAt(
  workspace: Workspace,
  file: MapFile,
  position: Position,
  markup: Markup,
  { reference, severities }: HoverOptions,
): readonly { readonly value: string; readonly range: Range }[] {
  const told = new Map<string, { readonly value: string; readonly range: Range }>();
  for (const { code, severity, at, to } of workspace.problemsOf(file.uri)) {
    if (severityOf({ code, severity }, severities) === "off") continue;
    const { start, end: first } = file.syntax.rangeOf(at);
    const end = to === undefined ? first : file.syntax.rangeOf(to).end;
    if (told.has(code) || isBefore(position, start) || isBefore(end, position)) continue;
    const title = checks.find((check) => check.code === code)?.title ?? code;
    const link = reference === undefined ? "" : ` ${markup.link(`What to do about ${code}`, `${reference}#${code}`)}`;
    told.set(code, { value: `${markup.text(`${title}.`)}${link}`, range: { start, end } });
  }
  return [...told.values()];
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
