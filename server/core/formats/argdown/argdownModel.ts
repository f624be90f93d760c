/** Runs Argdown's own parser. */
import {
  ArgdownApplication,
  DataPlugin,
  type IArgdownResponse,
  type IArgument,
  type IEquivalenceClass,
  type IRelation,
  type ISection,
  ModelPlugin,
  ParserPlugin,
} from "@argdown/core";
import { ImportError } from "../format.ts";
import { commentLines } from "./argdownComments.ts";

/** The result of Argdown's own parser. */
export interface ArgdownModel {
  readonly statements: readonly IEquivalenceClass[];
  readonly arguments: readonly IArgument[];
  readonly relations: readonly IRelation[];
  readonly sections: readonly ISection[];
  /** The settings at the top of the text. */
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** The lines that are no valid Argdown, and were taken for text; counted from 1. */
  readonly escapedLines: readonly number[];
  /** The lines on which comments begin, counted from 1. */
  readonly commentLines: readonly number[];
}

/** With more mistakes, a text is hardly Argdown. */
const MAX_MISTAKES = 20;

/** Returns what a text says. Throws {@link ImportError} if it is not Argdown. */
export function parseArgdown(text: string): ArgdownModel {
  const lines = text.replaceAll(/\r\n?/gu, "\n").split("\n");
  const escaped = new Map<number, string>();
  for (;;) {
    // Argdown skips a comment on the last line only if a line end follows.
    const response = runDeep(lines);
    const mistake = mistakeIn(response);
    if (mistake === undefined)
      return toModel(response, [...escaped.keys()], commentLines(lines.join("\n"), response.tokens));
    const line = Math.min(mistake.line, lines.length);
    const written = escaped.get(line) ?? lines[line - 1] ?? "";
    // First the marks within the line become text, then also the one that it begins with.
    const content = escapeContent(written);
    const next = escaped.has(line) || content === written ? escapeAll(written) : content;
    const isLast = lines[line - 1] === next || (escaped.size === MAX_MISTAKES && !escaped.has(line));
    if (isLast || written.trim() === "") throw new ImportError(`The Argdown is not valid: ${mistake.message}`, line);
    escaped.set(line, written);
    lines[line - 1] = next;
  }
}

/** Runs the parser. It calls itself for each level, and needs less room for calls once it has been compiled. */
function runDeep(lines: readonly string[]): IArgdownResponse {
  for (let attempt = 1; ; attempt++) {
    const response = run(`${lines.join("\n")}\n`);
    if (!(response.exceptions?.[0] instanceof RangeError)) return response;
    if (attempt === MAX_ATTEMPTS)
      throw new ImportError(
        "The statements are nested more deeply than Argdown’s parser can read.",
        deepestLine(lines),
      );
  }
}

const MAX_ATTEMPTS = 3;

/** Returns the first line of those that are indented most, counted from 1. */
function deepestLine(lines: readonly string[]): number {
  const indents = lines.map((line) => Math.max(0, line.search(/\S/u)));
  return indents.indexOf(indents.reduce((most, indent) => Math.max(most, indent), 0)) + 1;
}

function run(input: string): IArgdownResponse {
  const application = new ArgdownApplication();
  application.addPlugin(new ParserPlugin(), "parse-input");
  application.addPlugin(new DataPlugin(), "build-model");
  application.addPlugin(new ModelPlugin(), "build-model");
  const response: IArgdownResponse = {};
  try {
    application.run(
      {
        process: ["parse-input", "build-model"],
        input,
        logger: { log: () => undefined, setLevel: () => undefined },
        throwExceptions: true,
        model: { removeTagsFromText: true },
      },
      response,
    );
  } catch (error) {
    response.exceptions = [error instanceof Error ? error : new Error(String(error))];
  }
  return response;
}

/** Returns the first mistake that Argdown reports. */
function mistakeIn(response: IArgdownResponse): { readonly line: number; readonly message: string } | undefined {
  const [lexerError] = response.lexerErrors ?? [];
  const [parserError] = response.parserErrors ?? [];
  const [exception] = response.exceptions ?? [];
  if (lexerError !== undefined) return { line: lexerError.line ?? 1, message: firstSentence(lexerError.message) };
  if (parserError !== undefined) {
    const { startLine } = parserError.token;
    const line = startLine === undefined || Number.isNaN(startLine) ? Number.POSITIVE_INFINITY : startLine;
    return { line, message: firstSentence(parserError.message) };
  }
  return exception === undefined ? undefined : { line: 1, message: firstSentence(exception.message) };
}

const firstSentence = (message: string): string => `${message.split(/\.\s|\n/u)[0] ?? ""}.`.replace(/\.\.$/u, ".");

function toModel(
  response: IArgdownResponse,
  escapedLines: readonly number[],
  comments: readonly number[],
): ArgdownModel {
  const { statements = {}, arguments: found = {}, relations = [], sections = [], frontMatter } = response;
  return {
    statements: Object.values(statements),
    arguments: Object.values(found),
    relations,
    sections,
    frontMatter: isRecord(frontMatter) ? frontMatter : {},
    escapedLines,
    commentLines: comments,
  };
}

/** Whether a value is an object that is not an array. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `(1)`, `+`, `[title]:` and the like at the start of a line. */
const START = /^\s*(?:\(\d+\)|[-+_<>]+(?=\s)|\[[^\]]+\]:|<[^>]+>:|#+(?=\s)|\d+\.|\*(?=\s))?\s*/u;

function escapeContent(line: string): string {
  const [start = ""] = START.exec(line) ?? [];
  return start + escapeAll(line.slice(start.length));
}

/** Makes all signs of a line text. */
const escapeAll = (line: string): string => line.replaceAll(/[^\p{L}\p{N}\s]/gu, (sign) => `\\${sign}`);
