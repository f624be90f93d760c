import * as v from "valibot";
import { severityOf } from "../../core/checks/severity.ts";
import { lineNumberOf, titleOf } from "../../core/language/entry.ts";
import { mapTitle } from "../../core/language/map.ts";
import { counted } from "../../core/strings/english.ts";
import { sourceUri } from "../../workspace/sources/sources.ts";
import { joinLines } from "../answers.ts";
import type { Tool } from "../tool.ts";

const entries = {
  contains: v.optional(
    v.pipe(v.string(), v.maxLength(200), v.description("List only maps whose path or title contains these words.")),
  ),
};

/** Lists the maps in the folders. */
export const listMapsTool: Tool<typeof entries> = {
  name: "list_maps",
  title: "List maps",
  description:
    "Lists the argument maps in the folders that Argmap may read, with their titles, sources and number of errors. Call it first: other tools need the name of a map.",
  changesMaps: false,
  input: v.strictObject(entries),
  async run(session, { contains = "" }) {
    const wanted = contains.trim().toLowerCase();
    const maps = session.maps.map((file) => ({ file, name: session.nameOf(file.uri), title: mapTitle(file) ?? "" }));
    const problems = await session.problemsOf(session.maps);
    const listed = maps
      .filter(({ name, title }) => `${name}\n${title}`.toLowerCase().includes(wanted))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ file, name, title }) => {
        const errors = problems.get(file)?.filter((one) => severityOf(one) === "error").length ?? 0;
        const sources = [...file.entriesOf("source")]
          .sort((a, b) => lineNumberOf(a) - lineNumberOf(b))
          .map((source) => {
            const uri = sourceUri(source);
            const from = uri === undefined ? "no file" : session.nameOf(uri);
            return `\n  source ${source.head.name?.text ?? "(no name)"}: “${titleOf(source)}” (${from})`;
          });
        const found = errors === 0 ? "" : `, ${counted(errors, "error")}`;
        return `${name}${title === "" ? "" : `: “${title}”`} (${counted(file.syntax.entries.size, "entry", "entries")}${found})${sources.join("")}`;
      });
    if (listed.length > 0) return { text: joinLines(listed, "Give `contains`.", "map") };
    const where = session.host.folders.map((folder) => session.nameOf(folder)).join(", ");
    return {
      text:
        wanted === ""
          ? `There are no maps in ${where}. A map is a file that ends in .argmap.`
          : "No map matches. Call list_maps without `contains`.",
    };
  },
};
