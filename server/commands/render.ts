/** `argmap render`: the picture of the preview as a file. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { diskFileSystem } from "../disk.ts";
import { cached, tableMeasure } from "../picture/measure.ts";
import { picture } from "../picture/picture.ts";
import { svg } from "../picture/svg.ts";
import { themes } from "../picture/theme.ts";
import { buildTree, plainTree } from "../tree/build.ts";
import { normalUri } from "../workspace/paths.ts";
import { type Command, openMaps, readWords, WrongUse } from "./command.ts";

export const render: Command = async (words) => {
  const { values, positionals } = readWords(words, {
    output: { type: "string", short: "o" },
    theme: { type: "string", default: "light" },
    down: { type: "boolean", default: false },
  });
  const [map, ...others] = positionals;
  if (map === undefined || others.length > 0) throw new WrongUse("Name one map to draw.");
  const { theme } = values;
  if (theme !== "light" && theme !== "dark") throw new WrongUse(`There is no theme “${theme}”, only light and dark.`);
  const uri = normalUri(pathToFileURL(path.resolve(map)).toString());
  const workspace = await openMaps([uri], [], diskFileSystem);
  const file = workspace.get(uri)?.file;
  if (file === undefined) throw new WrongUse(`${map} cannot be read.`);
  // A picture that is shown to others: without the marks of problems, which are for whoever writes.
  const tree = plainTree(buildTree(file, () => []));
  const direction = values.down ? "down" : "right";
  const drawn = svg(picture(tree, cached(tableMeasure), { direction }), themes[theme]);
  if (values.output === undefined) process.stdout.write(drawn);
  else await written(values.output, drawn);
  return 0;
};

async function written(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new WrongUse(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
}
