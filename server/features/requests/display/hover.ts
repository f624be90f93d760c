/** Hover: describes the entry, quote or word under the pointer, and the problems there. */
import type { Hover, Position, Range } from "vscode-languageserver";
import { checks } from "../../../core/checks/registry.ts";
import { severityOf } from "../../../core/checks/severity.ts";
import { criticalQuestionsOf } from "../../../core/language/attributes/criticalQuestions.ts";
import { valueParts } from "../../../core/language/attributes/schemes.ts";
import type { Entry } from "../../../core/language/entry.ts";
import { targetOf } from "../../../core/language/graph.ts";
import { touchesColumn } from "../../../core/language/head.ts";
import type { MapFile } from "../../../core/language/map.ts";
import type { Span } from "../../../core/language/syntax.ts";
import { isAttributeKey, isClauseWord } from "../../../core/language/vocabulary.ts";
import type { Likelihoods } from "../../../core/reasoning/likelihood/likelihood.ts";
import { NO_SUPPOSITIONS } from "../../../core/reasoning/standing.ts";
import { loadWeighingWords } from "../../../core/reasoning/words/loadWords.ts";
import type { WeighingWords } from "../../../core/reasoning/words/weighingWords.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { articleHover } from "../../articles/requests/hover.ts";
import { quoteMarkup } from "../../articles/shared/quoteHover.ts";
import { describeEntry } from "../../shared/describeEntry.ts";
import { type Markup, markdown, plaintext } from "../../shared/markupContent.ts";
import { unprefixedSpan } from "../../shared/occurrences.ts";
import { touches } from "../../shared/positions.ts";
import { multiLineRange } from "../../shared/ranges.ts";
import { standingSentence } from "../../shared/standingSentence.ts";
import { isOnQuoteText, symbolAt } from "../../shared/symbolAtPosition.ts";
import {
  attributeMeanings,
  clauseExplanations,
  type Explanation,
  keywordExplanations,
  listedValues,
  placementSentence,
  valueFormSentence,
} from "../../shared/vocabularyDocs.ts";
import type { DiagnosticOptions } from "./diagnostics.ts";

export interface HoverOptions {
  /** Whether the client renders Markdown. */
  readonly markdown: boolean;
  /** The reference page, which has a section for each problem code. Undefined: problems have no link. */
  readonly referenceUri: string | undefined;
  /** The severities from the settings, by problem code. Problems that are `off` are not shown. */
  readonly severities?: DiagnosticOptions["severities"];
  /** The words in which a hover says whether the entry stands, and why. Without them, it does not say it. */
  readonly words?: WeighingWords;
  /** The likelihoods in the map, without suppositions. With `words`, a hover says how likely the entry is. */
  readonly likelihoods?: Likelihoods | undefined;
}

/**
 * Returns the hover at a position; null if there is nothing to show.
 *
 * - On a name: its entry with text, speakers, attributes, related entries and quotes.
 * - On the words of a quote: the paragraph of the source that they are from.
 * - On a keyword, clause word, attribute key or listed value: its syntax and meaning.
 *
 * If there are problems at the position, their titles follow, with links to the reference page. In an article, the hover
 * shows the entries that cite the passage.
 *
 * With `words`, an entry's hover says whether it stands, and why, and how likely it is.
 */
export function hover(workspace: Workspace, uri: string, position: Position, options: HoverOptions): Hover | null {
  const file = workspace.get(uri)?.file;
  if (file === undefined) return articleHover(workspace, uri, position, options);
  const markup = options.markdown ? markdown : plaintext;
  const word = wordHover(workspace, file, position, markup, options);
  const problems = problemHovers(workspace, file, position, markup, options);
  const parts = [...(word === undefined ? [] : [word.value]), ...problems.map(({ value }) => value)];
  const range = word === undefined ? problems[0]?.range : file.syntax.rangeOf(word.span);
  if (range === undefined) return null;
  return { contents: { kind: markup.kind, value: parts.join("\n\n") }, range };
}

interface HoverPart {
  readonly span: Span;
  readonly value: string;
}

function wordHover(
  workspace: Workspace,
  file: MapFile,
  position: Position,
  markup: Markup,
  { words, likelihoods }: HoverOptions,
): HoverPart | undefined {
  const files = workspace.files();
  const symbol = symbolAt(file, position);
  const describeInFile = (entry: Entry): string => {
    const standing = words === undefined ? undefined : standingSentence(workspace, file.uri, entry, words, likelihoods);
    const description = describeEntry(entry, file, files, markup);
    return standing === undefined ? description : `${description}\n\n${markup.text(standing)}`;
  };
  const clause = clauseHover(file, position, markup);
  if (clause !== undefined) return clause;
  switch (symbol.kind) {
    case "definition":
      return { span: symbol.span, value: describeInFile(symbol.entry) };
    case "reference": {
      const { reference } = symbol;
      const target = targetOf(reference);
      return target && { span: unprefixedSpan(reference.entry, reference.name), value: describeInFile(target) };
    }
    case "prefix": {
      const { name } = symbol.reference;
      const target = file.importWithPrefix(name.prefix ?? "");
      const { line, start } = symbol.span;
      return (
        target && { span: { line, start, end: line.scanned.raw.indexOf(".", start) }, value: describeInFile(target) }
      );
    }
    case "import-path":
      return { span: symbol.span, value: describeInFile(symbol.entry) };
    case "keyword": {
      const { keyword, name } = symbol.entry.head;
      const help = explanationMarkup(keywordExplanations[keyword], markup, placementSentence(keyword));
      // An unnamed entry has no name to hover over, so its keyword also shows its description.
      return { span: symbol.span, value: name === undefined ? `${describeInFile(symbol.entry)}\n\n${help}` : help };
    }
    case "text": {
      const quoteHover = isOnQuoteText(file, symbol.entry, position)
        ? quoteMarkup(workspace, symbol.entry, markup)
        : undefined;
      return quoteHover === undefined
        ? attributeHover(file, position, markup)
        : { span: symbol.span, value: quoteHover };
    }
    case "source-path":
      return attributeHover(file, position, markup);
    case "nothing":
      return undefined;
  }
}

/** The hover of a clause word, also in an unfinished head. */
function clauseHover(file: MapFile, position: Position, markup: Markup): HoverPart | undefined {
  const { line, column } = file.syntax.resolvePosition(position);
  const { scanned } = line;
  if (scanned.kind !== "entry") return undefined;
  const { clauses, possibleNames } = scanned.head;
  const found = [...clauses.map(({ start, end }) => ({ start, end })), ...possibleNames].find(
    (word) => touchesColumn(word, column) && isClauseWord(scanned.raw.slice(word.start, word.end)),
  );
  if (found === undefined) return undefined;
  const word = scanned.raw.slice(found.start, found.end);
  if (!isClauseWord(word)) return undefined;
  return {
    span: { line, start: found.start, end: found.end },
    value: explanationMarkup(clauseExplanations[word], markup),
  };
}

/** The hover of an attribute key or of a listed value. */
function attributeHover(file: MapFile, position: Position, markup: Markup): HoverPart | undefined {
  const { line, column } = file.syntax.resolvePosition(position);
  const { scanned } = line;
  if (scanned.kind !== "attribute" || line.owner === undefined) return undefined;
  const { raw, textStart } = scanned;
  const key = raw.slice(scanned.key.start, scanned.key.end);
  if (!isAttributeKey(key)) return undefined;
  const isOnKey = touchesColumn(scanned.key, column);
  const part = valueParts(key, raw.slice(textStart).trimEnd()).find(
    ({ text, start }) => column >= textStart + start && column <= textStart + start + text.length,
  );
  const listedValue = isOnKey ? undefined : listedValues(key).find((listed) => listed.value === part?.text);
  if (!isOnKey && (part === undefined || listedValue === undefined)) return undefined;
  const start = textStart + (part?.start ?? 0);
  const span = isOnKey ? { line, ...scanned.key } : { line, start, end: start + (part?.text.length ?? 0) };
  const meaning =
    listedValue?.meaning === undefined ? "" : `${markup.code(listedValue.value)}: ${markup.text(listedValue.meaning)}`;
  const help = [attributeMeanings[key], valueFormSentence(key) ?? ""].join(" ").trim();
  const questions = key === "scheme" && listedValue !== undefined ? questionList(listedValue.value, markup) : "";
  return {
    span,
    value: [`${markup.strong(key)}: ${markup.text(help)}`, meaning, questions].filter(Boolean).join("\n\n"),
  };
}

/** The possible targets of an answer to a critical question, in words. */
const attackNames = { premise: "a premise", step: "the step", conclusion: "the conclusion" } as const;

/** The critical questions of a scheme. */
function questionList(scheme: string, markup: Markup): string {
  const items = criticalQuestionsOf(scheme).map(({ text, attacks }) =>
    markup.listItem(markup.text(`${text} (against ${attackNames[attacks]})`)),
  );
  return [markup.text(`Critical questions of ${scheme}:`), ...items].join("\n");
}

const explanationMarkup = ({ form, meaning }: Explanation, markup: Markup, addition?: string): string =>
  [markup.codeBlock(form), markup.text(addition === undefined ? meaning : `${meaning} ${addition}`)].join("\n\n");

/** The title and link of each problem at a position, once for each problem code. */
function problemHovers(
  workspace: Workspace,
  file: MapFile,
  position: Position,
  markup: Markup,
  { referenceUri, severities }: HoverOptions,
): readonly { readonly value: string; readonly range: Range }[] {
  const byCode = new Map<string, { readonly value: string; readonly range: Range }>();
  for (const problem of workspace.problemsOf(file.uri)) {
    const { code } = problem;
    if (severityOf(problem, severities) === "off") continue;
    const range = multiLineRange(file, problem);
    if (byCode.has(code) || !touches(range, { start: position, end: position })) continue;
    const title = checks.find((check) => check.code === code)?.title ?? code;
    const link = referenceUri === undefined ? "" : ` ${markup.link(`How to fix ${code}`, `${referenceUri}#${code}`)}`;
    byCode.set(code, { value: `${markup.text(`${title}.`)}${link}`, range });
  }
  return [...byCode.values()];
}

/** Returns the same hover with the likelihood of an entry. It takes longer, if they have not been computed yet. */
export async function weighedHover(
  workspace: Workspace,
  uri: string,
  position: Position,
  options: HoverOptions,
): Promise<Hover | null> {
  const likelihoods = await workspace.evaluations.likelihoodsIn(uri, NO_SUPPOSITIONS);
  // Hovers are in English, as the map’s language is.
  const words = await loadWeighingWords();
  return hover(workspace, uri, position, { ...options, words, likelihoods });
}
