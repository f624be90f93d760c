/** Mends that complete what was left out or nearly written: the colon of a head, the path of a file. */
import { filesOf } from "../../../core/language/graph.ts";
import { readHead, wordsOf } from "../../../core/language/head.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { isClauseWord } from "../../../core/language/vocabulary.ts";
import { baseName, relativePath } from "../../../workspace/paths.ts";
import { shortened } from "../../shared/truncate.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { Offer, Place } from "../codeAction.ts";
import { namedNear } from "../similarFiles.ts";

const MOST_TITLE = 60;
/** A head that goes on for longer is a sentence. */
const MOST_WORDS = 12;
const MOST_PATHS = 3;

/** A head without its colon: the colon where it makes a head, after a name that is written small rather than before it. */
export function putColon({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { code, entry, offers } = problem;
  if (code !== "malformed-head" || entry === undefined || offers.length > 0) return [];
  const { line, head } = entry;
  const { raw } = line.reading;
  if (raw.slice(head.start, head.end).includes(":")) return [];
  const { words } = wordsOf(raw, head.start, head.end);
  if (words[0]?.text !== head.keyword) return [];
  // With clauses, it is its text that is yet to come.
  const whole = readHead(raw, head.keyword, head.start, head.end, true);
  if (whole.clauses.at(-1)?.names.length === 1) return [];
  const ends = words.slice(0, MOST_WORDS).flatMap(({ end }, index) => {
    const next = words[index + 1];
    // Nothing is an entry without words; and a clause that is begun goes on.
    if (next === undefined || isClauseWord(next.text) || /^\s*,/u.test(raw.slice(end))) return [];
    const { form, clauses } = readHead(raw, head.keyword, head.start, end, true);
    // Of words that follow a name in a clause without a comma, the text begins with the first.
    const [before, name] = clauses.at(-1)?.names.slice(-2) ?? [];
    const isText = before !== undefined && name !== undefined && !raw.slice(before.end, name.start).includes(",");
    return form === "full" && !isText ? [end] : [];
  });
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined) return [];
  // A sentence begins with a capital, a name with a small letter.
  const isName = !/^\p{Lu}/u.test(words[1]?.text ?? "");
  const places = first === last ? [first] : isName ? [last, first] : [first, last];
  return places.map((at, index) => ({
    title: `Put a colon: “${shortened(`${raw.slice(head.start, at)}:${raw.slice(at, head.end)}`, MOST_TITLE)}”`,
    kind: "quickfix",
    mends: problem,
    preferred: index === 0,
    edit: () => {
      const range = file.syntax.rangeOf({ line, start: at, end: at });
      return workspaceEdit(workspace, [{ uri: file.uri, range, newText: ":" }]);
    },
  }));
}

/** An import that leads nowhere: the maps whose names come near, or are the same in another folder or with other capitals. */
export function importNear({ workspace, file }: Place, problem: Problem): readonly Offer[] {
  const { code, entry, at, to } = problem;
  if (code !== "import-not-found" || entry === undefined || entry.text === "" || to !== undefined) return [];
  // A map that leads back here would be the next problem.
  const others = workspace.files().filter((other) => !filesOf(other).includes(file));
  const written = entry.text.slice(entry.text.lastIndexOf("/") + 1);
  const paths = namedNear(written, others, ({ uri }) => baseName(uri)).flatMap((named) =>
    named.flatMap(({ uri }) => relativePath(file.uri, uri) ?? []).sort((a, b) => a.length - b.length),
  );
  const range = file.syntax.rangeOf(at);
  return paths.slice(0, MOST_PATHS).map((path, index) => ({
    title: `Write “${shortened(path, MOST_TITLE)}”`,
    kind: "quickfix",
    mends: problem,
    preferred: index === 0,
    edit: () => workspaceEdit(workspace, [{ uri: file.uri, range, newText: path }]),
  }));
}
