import { isName } from "../../../core/language/characters.ts";
import { definedName, fileOf } from "../../../core/language/map.ts";
import type { Problem } from "../../../core/language/problem.ts";
import { graphemeStart } from "../../../core/strings/graphemes.ts";
import { occurrencesOf } from "../../shared/occurrences.ts";
import { rangeOf } from "../../shared/ranges.ts";
import { uniqueName } from "../../textEdits/freshNames.ts";
import { workspaceEdit } from "../../textEdits/workspaceEdit.ts";
import type { ActionContext, ProposedAction } from "../codeAction.ts";

/** The longest name that the fix chooses. */
const MAX_LENGTH = 32;

/** Shortens a very long name, wherever it is used. */
export function shortenName({ workspace, file }: ActionContext, problem: Problem): readonly ProposedAction[] {
  const { entry, code } = problem;
  const name = entry && definedName(entry);
  if (code !== "long-name" || entry === undefined || name === undefined) return [];
  const newName = uniqueName(shortened(name.text), workspace.withImporters(file));
  const target = { kind: entry.head.keyword === "import" ? "prefix" : "entry", entry } as const;
  return [
    {
      title: `Shorten to “${newName}”`,
      kind: "quickfix",
      fixes: problem,
      isPreferred: true,
      edit: () =>
        workspaceEdit(
          workspace,
          occurrencesOf(target, workspace.files()).map(({ entry: user, span }) => ({
            uri: fileOf(user).uri,
            range: rangeOf(user, span),
            newText: newName,
          })),
        ),
      rename: { uri: file.uri, position: file.syntax.rangeOf(problem.at).start },
    },
  ];
}

/** The first words of a name, or the first letters of a long word. */
function shortened(name: string): string {
  const start = name.slice(0, graphemeStart(name, MAX_LENGTH) || MAX_LENGTH);
  const words = start.replace(/[-_]+[^-_]*$/, "");
  return words !== "" && isName(words) ? words : start;
}
