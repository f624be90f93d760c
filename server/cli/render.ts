/** `argmap render`: the picture of the preview as a file. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { themes } from "../core/picture/theme.ts";
import { buildTree, plainTree } from "../core/tree/buildTree.ts";
import type { Tree } from "../core/tree/tree.ts";
import { ask, NoFile } from "../export/exportClient.ts";
import { svgOf } from "../export/renderSvg.ts";
import { diskFileSystem } from "../node/diskFileSystem.ts";
import type { FileWanted, Shown } from "../protocol/export.ts";
import { normalUri } from "../workspace/paths.ts";
import { type Command, openMaps, readWords, WrongUse } from "./command.ts";

export const render: Command = async (words) => {
  const { values, positionals } = readWords(words, {
    output: { type: "string", short: "o" },
    theme: { type: "string", default: "light" },
    direction: { type: "string" },
    down: { type: "boolean", default: false },
    outline: { type: "boolean", default: false },
    legend: { type: "boolean", default: false },
    page: { type: "string", default: "one" },
    fonts: { type: "string", multiple: true, default: [] },
  });
  const [map, ...others] = positionals;
  if (map === undefined || others.length > 0) throw new WrongUse("Name one map to draw.");
  const theme = oneOf("theme", values.theme, ["light", "dark"]);
  const direction = oneOf("direction", values.direction ?? (values.down ? "down" : "right"), ["right", "down"]);
  const shape = values.outline ? "outline" : "tree";
  const page = oneOf("page", values.page, ["one", "a4", "letter"]);
  const file = fileFor(values.output, page);
  const tree = await treeOf(map);
  // On paper no text can be opened: all are shown whole.
  const whole = tree.cards.map(({ id }) => id);
  const { legend } = values;
  const shown: Shown = {
    tree,
    whole: tree,
    options: { shape, direction, openTexts: whole },
    legend,
    dimmed: [],
    theme: { ...themes[theme] },
    // A page that nobody has left yet: it takes what is said here, and all else as it begins.
    left: { shape, direction, legend },
  };
  const drawn = file.format === "svg" ? svgOf(shown, themes[theme]) : await made(shown, file, values.fonts);
  if (values.output === undefined) process.stdout.write(drawn);
  else await written(values.output, drawn);
  return 0;
};

/** One of a few words; throws {@link WrongUse} at any other. */
function oneOf<const Word extends string>(what: string, word: string, words: readonly Word[]): Word {
  const found = words.find((one) => one === word);
  if (found === undefined) throw new WrongUse(`There is no ${what} “${word}”, only ${words.join(", ")}.`);
  return found;
}

/** What file a name asks for by its ending; SVG where there is no name. */
function fileFor(output: string | undefined, pages: "one" | "a4" | "letter"): FileWanted {
  const ending = output === undefined ? ".svg" : path.extname(output).toLowerCase();
  switch (ending) {
    case ".svg":
      return { format: "svg" };
    case ".pdf":
      return { format: "pdf", pages };
    case ".html":
    case ".htm":
      return { format: "html" };
    case ".png":
      throw new WrongUse(
        "A PNG is drawn by a browser: export it from the preview in VS Code, or render an SVG and turn that into one.",
      );
    default:
      throw new WrongUse(`There is no picture that ends in “${ending}”, only .svg, .pdf and .html.`);
  }
}

/** A picture that is shown to others: without the marks of problems, which are for whoever writes. */
async function treeOf(map: string): Promise<Tree> {
  const uri = normalUri(pathToFileURL(path.resolve(map)).toString());
  const workspace = await openMaps([uri], [], diskFileSystem);
  const file = workspace.get(uri)?.file;
  if (file === undefined) throw new WrongUse(`${map} cannot be read.`);
  return plainTree(buildTree(file, () => []));
}

async function made(shown: Shown, file: FileWanted, fonts: readonly string[]): Promise<Uint8Array> {
  try {
    return await ask(path.join(import.meta.dirname, "../export/worker.cjs"), { shown, file, fonts });
  } catch (error) {
    throw error instanceof NoFile ? new WrongUse(error.message) : error;
  }
}

async function written(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new WrongUse(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
}
