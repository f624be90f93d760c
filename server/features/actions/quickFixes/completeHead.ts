/** Mends that complete what was left out or nearly written: the colon of a head, the path of a file. */

import { importClosure } from "../../../core/language/graph.ts";
import { splitHead } from "../../../core/language/head.ts";
import { parseHead } from "../../../core/language/parseHead.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { isClauseWord } from "../../../core/language/vocabulary.ts";
import { truncate } from "../../../core/text/truncate.ts";
import { baseName, relativePath } from "../../../workspace/paths.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";
import { similarlyNamed } from "../similarFiles.ts";

const MAX_TITLE_LENGTH = 60;
/** A head that goes on for longer is a sentence. */
const MAX_HEAD_WORDS = 12;
const MAX_PATHS = 3;

/** A head without its colon: the colon where it makes a head, after a name that is written small rather than before it. */
export function insertColon({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { code, entry, suggestions } = problem;
  if (code !== "malformed-head" || entry === undefined || suggestions.length > 0) return [];
  const { line, head } = entry;
  const { raw } = line.scanned;
  if (raw.slice(head.start, head.end).includes(":")) return [];
  const { words } = splitHead(raw, head.start, head.end);
  if (words[0]?.text !== head.keyword) return [];
  // With clauses, it is its text that is yet to come.
  const completeHead = parseHead(raw, head.keyword, head.start, head.end, true);
  if (completeHead.clauses.at(-1)?.names.length === 1) return [];
  const candidateEnds = words.slice(0, MAX_HEAD_WORDS).flatMap(({ end }, index) => {
    const next = words[index + 1];
    // Nothing is an entry without words; and a clause that is begun goes on.
    if (next === undefined || isClauseWord(next.text) || /^\s*,/u.test(raw.slice(end))) return [];
    const { form, clauses } = parseHead(raw, head.keyword, head.start, end, true);
    // Of words that follow a name in a clause without a comma, the text begins with the first.
    const [before, name] = clauses.at(-1)?.names.slice(-2) ?? [];
    const isText = before !== undefined && name !== undefined && !raw.slice(before.end, name.start).includes(",");
    return form === "full" && !isText ? [end] : [];
  });
  const [first, last] = [candidateEnds[0], candidateEnds.at(-1)];
  if (first === undefined || last === undefined) return [];
  // A sentence begins with a capital, a name with a small letter.
  const isName = !/^\p{Lu}/u.test(words[1]?.text ?? "");
  const candidates = first === last ? [first] : isName ? [last, first] : [first, last];
  return candidates.map((column, index) => ({
    title: `Put a colon: “${truncate(`${raw.slice(head.start, column)}:${raw.slice(column, head.end)}`, MAX_TITLE_LENGTH)}”`,
    kind: "quickfix",
    fixes: problem,
    isPreferred: index === 0,
    edit: () => {
      const range = file.syntax.rangeOf({ line, start: column, end: column });
      return workspaceEdit(workspace, [{ uri: file.uri, range, newText: ":" }]);
    },
  }));
}

/** An import that leads nowhere: the maps whose names come near, or are the same in another folder or with other capitals. */
export function correctImportPath({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { code, entry, at, to } = problem;
  if (code !== "import-not-found" || entry === undefined || entry.text === "" || to !== undefined) return [];
  // A map that leads back here would be the next problem.
  const others = workspace.files().filter((other) => !importClosure(other).includes(file));
  const writtenName = entry.text.slice(entry.text.lastIndexOf("/") + 1);
  const paths = similarlyNamed(writtenName, others, ({ uri }) => baseName(uri)).flatMap((sameStem) =>
    sameStem.flatMap(({ uri }) => relativePath(file.uri, uri) ?? []).sort((a, b) => a.length - b.length),
  );
  const range = file.syntax.rangeOf(at);
  return paths.slice(0, MAX_PATHS).map((path, index) => ({
    title: `Write “${truncate(path, MAX_TITLE_LENGTH)}”`,
    kind: "quickfix",
    fixes: problem,
    isPreferred: index === 0,
    edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: path }]),
  }));
}
