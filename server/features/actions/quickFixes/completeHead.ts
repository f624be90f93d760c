/** Quick fixes that complete a head: its missing colon, or the path of an import that is nearly right. */
import { importClosure } from "../../../core/language/graph.ts";
import { splitHead } from "../../../core/language/head.ts";
import { parseHead } from "../../../core/language/parsing/parseHead.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { isClauseWord } from "../../../core/language/vocabulary.ts";
import { baseName } from "../../../core/strings/baseName.ts";
import { truncate } from "../../../core/strings/truncate.ts";
import { relativePath } from "../../../workspace/files/paths.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";
import { similarlyNamed } from "../similarFiles.ts";

const MAX_TITLE_LENGTH = 60;
/** A head with more words is probably a sentence. */
const MAX_HEAD_WORDS = 12;
const MAX_PATHS = 3;

/**
 * Adds the missing colon of a head, at the positions that make the head valid. If the first word after the keyword is
 * in lower case it is probably a name, so the position after it comes first.
 */
export function insertColon({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { code, entry, suggestions } = problem;
  if (code !== "malformed-head" || entry === undefined || suggestions.length > 0) return [];
  const { line, head } = entry;
  const { raw } = line.scanned;
  if (raw.slice(head.start, head.end).includes(":")) return [];
  const { words } = splitHead(raw, head.start, head.end);
  if (words[0]?.text !== head.keyword) return [];
  // The whole line is a head with a clause, so its text is missing rather than its colon.
  const completeHead = parseHead(raw, head.keyword, head.start, head.end, true);
  if (completeHead.clauses.at(-1)?.names.length === 1) return [];
  const candidateEnds = words.slice(0, MAX_HEAD_WORDS).flatMap(({ end }, index) => {
    const next = words[index + 1];
    // An entry needs text after the colon, and a colon must not interrupt a clause.
    if (next === undefined || isClauseWord(next.text) || /^\s*,/u.test(raw.slice(end))) return [];
    const { form, clauses } = parseHead(raw, head.keyword, head.start, end, true);
    // Names in a clause are separated by commas, so a word without a comma before it starts the text.
    const [before, name] = clauses.at(-1)?.names.slice(-2) ?? [];
    const isText = before !== undefined && name !== undefined && !raw.slice(before.end, name.start).includes(",");
    return form === "full" && !isText ? [end] : [];
  });
  const [first, last] = [candidateEnds[0], candidateEnds.at(-1)];
  if (first === undefined || last === undefined) return [];
  // Sentences start with a capital letter, names usually do not.
  const isName = !/^\p{Lu}/u.test(words[1]?.text ?? "");
  const candidates = first === last ? [first] : isName ? [last, first] : [first, last];
  return candidates.map((column, index) => ({
    title: `Add a colon: “${truncate(`${raw.slice(head.start, column)}:${raw.slice(column, head.end)}`, MAX_TITLE_LENGTH)}”`,
    kind: "quickfix",
    fixes: problem,
    isPreferred: index === 0,
    edit: () => {
      const range = file.syntax.rangeOf({ line, start: column, end: column });
      return workspaceEdit(workspace, [{ uri: file.uri, range, newText: ":" }]);
    },
  }));
}

/** Changes the path of an import that does not exist to that of a map with a similar name, in any folder. */
export function correctImportPath({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { code, entry, at, to } = problem;
  if (code !== "import-not-found" || entry === undefined || entry.text === "" || to !== undefined) return [];
  // A map that imports this file would make a circular import.
  const others = workspace.files().filter((other) => !importClosure(other).includes(file));
  const writtenName = entry.text.slice(entry.text.lastIndexOf("/") + 1);
  const paths = similarlyNamed(writtenName, others, ({ uri }) => baseName(uri)).flatMap((sameStem) =>
    sameStem.flatMap(({ uri }) => relativePath(file.uri, uri) ?? []).sort((a, b) => a.length - b.length),
  );
  const range = file.syntax.rangeOf(at);
  return paths.slice(0, MAX_PATHS).map((path, index) => ({
    title: `Change to “${truncate(path, MAX_TITLE_LENGTH)}”`,
    kind: "quickfix",
    fixes: problem,
    isPreferred: index === 0,
    edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: path }]),
  }));
}
