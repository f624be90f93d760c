import * as v from "valibot";
import { severityOf } from "../../core/checks/severity.ts";
import type { MapFile } from "../../core/language/map.ts";
import type { Problem } from "../../core/language/problem.ts";
import { counted } from "../../core/strings/english.ts";
import { joinLines } from "../answers.ts";
import { mapInput } from "../inputs.ts";
import { entryIdOf } from "../maps/entries.ts";
import type { AssistantSession } from "../session.ts";
import type { Tool } from "../tool.ts";

const entries = { map: v.optional(mapInput) };

/** Lists the problems of a map, or of all maps. */
export const checkMapTool: Tool<typeof entries> = {
  name: "check_map",
  title: "Check a map",
  description:
    "Lists the problems of a map: quotes that are not in their source, names that do not exist, claims without support, and more. Without `map`, of all maps. Call it after changes.",
  changesMaps: false,
  input: v.strictObject(entries),
  async run(session, { map: name }) {
    const maps = name === undefined ? session.maps : [session.map(name)];
    const lines = [...(await session.problemsOf(maps))].flatMap(([map, problems]) =>
      problems.flatMap((problem) => problemLine(session, map, problem)),
    );
    return {
      text:
        lines.length === 0
          ? `${counted(maps.length, "map")}, no problems.`
          : `${counted(lines.length, "problem")}:\n${joinLines(lines, "Check one map, or fix some of these first.", "problem")}`,
    };
  },
};

/** Returns a problem with its place; nothing if it is turned off. */
function problemLine(session: AssistantSession, file: MapFile, problem: Problem): readonly string[] {
  const severity = severityOf(problem);
  if (severity === "off") return [];
  const line = file.syntax.lines.numberOf(problem.at.line) + 1;
  const entry = problem.entry === undefined ? "" : ` ${entryIdOf(problem.entry)}`;
  return [`${session.nameOf(file.uri)}:${line}${entry} ${severity}: ${problem.message} (${problem.code})`];
}
