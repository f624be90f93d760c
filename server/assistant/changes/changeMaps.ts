/** The one way by which tools change maps: try, check, then write all or nothing. */
import { createTwoFilesPatch } from "diff";
import { severityOf } from "../../core/checks/severity.ts";
import { truncate } from "../../core/strings/truncate.ts";
import { UserError } from "../../features/shared/userError.ts";
import type { MapChange } from "../../protocol/assistant.ts";
import { joinLines } from "../answers.ts";
import type { AssistantSession } from "../session.ts";
import type { ToolAnswer } from "../tool.ts";
import { inventedQuotes } from "./inventedQuotes.ts";
import { MapDraft } from "./mapDraft.ts";

const READ_ONLY =
  "Argmap may only read here, so nothing is written. Ask the user to start it with --write, or call this tool with `preview: true` to show the change.";
const MAX_NAMED_PROBLEMS = 10;

/**
 * Makes a change, and returns what has been done as a diff, with the errors that it leaves in the maps.
 *
 * @param edit makes the edits in the draft, and returns a sentence that says what they do
 * @throws {UserError} if the change is refused; the maps are then as they were
 */
export async function changeMaps(
  session: AssistantSession,
  isPreview: boolean | undefined,
  edit: (draft: MapDraft) => Promise<string> | string,
): Promise<ToolAnswer> {
  const { workspace, host } = session;
  if (host.write === undefined && isPreview !== true) throw new UserError(READ_ONLY);
  const draft = new MapDraft(workspace);
  try {
    const summary = await edit(draft);
    const changes = draft.changes();
    if (changes.length === 0) return { text: "Nothing has changed: the map is as you want it already." };
    for (const { uri, before } of changes) {
      if (session.hasChangedSinceSeen(uri, before))
        throw new UserError(
          `${session.nameOf(uri)} has changed since you read it, so nothing is written. Call read_map, and decide again.`,
        );
    }
    const [invented] = await inventedQuotes(workspace, changes);
    if (invented !== undefined)
      throw new UserError(
        `This would add the quote “${truncate(invented, 200)}”, which is not in its source word for word. Nothing is written.`,
      );
    const report = `${joinLines(diffLines(session, changes), "Call read_map to see the rest.")}${await errorsIn(session, changes)}`;
    if (isPreview === true) return { text: `Preview; nothing is written. ${summary}\n\n${report}` };
    await host.write?.(changes);
    await draft.accept();
    session.markSeen(...changes.flatMap(({ uri }) => workspace.get(uri)?.file ?? []));
    return { text: `${summary}\n\n${report}` };
  } finally {
    await draft.discard();
  }
}

const diffLines = (session: AssistantSession, changes: readonly MapChange[]): readonly string[] =>
  changes.flatMap(({ uri, before, after }) => {
    const name = session.nameOf(uri);
    return createTwoFilesPatch(name, name, before, after, undefined, undefined, { context: 2 })
      .trimEnd()
      .split("\n")
      .filter((line) => !/^(?:Index: |====)/.test(line) && !line.startsWith("\\ No newline"));
  });

/** Lists the errors in the maps after a change. */
async function errorsIn(session: AssistantSession, changes: readonly MapChange[]): Promise<string> {
  const files = changes.flatMap(({ uri }) => session.workspace.get(uri)?.file ?? []);
  const errors = [...(await session.problemsOf(files))].flatMap(([{ uri, syntax }, problems]) =>
    problems
      .filter((problem) => severityOf(problem) === "error")
      .map(({ at, message }) => `${session.nameOf(uri)}, line ${syntax.lines.numberOf(at.line) + 1}: ${message}`),
  );
  return errors.length === 0 ? "" : `\n\nErrors in the map now:\n${errors.slice(0, MAX_NAMED_PROBLEMS).join("\n")}`;
}
