/** `argmap render`: the picture of the preview as a file. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { themes } from "../core/picture/theme.ts";
import { buildTree, plainTree } from "../core/tree/buildTree.ts";
import type { Tree } from "../core/tree/tree.ts";
import { ExportError, exportInWorker } from "../export/exportClient.ts";
import { renderSvg } from "../export/renderSvg.ts";
import { diskFileSystem } from "../node/diskFileSystem.ts";
import type { ExportedView, FileFormat } from "../protocol/export.ts";
import { normaliseUri } from "../workspace/paths.ts";
import { type Command, openMaps, parseArguments, UsageError } from "./command.ts";

export const render: Command = async (args) => {
  const { values, positionals } = parseArguments(args, {
    output: { type: "string", short: "o" },
    theme: { type: "string", default: "light" },
    direction: { type: "string" },
    down: { type: "boolean", default: false },
    outline: { type: "boolean", default: false },
    legend: { type: "boolean", default: false },
    page: { type: "string", default: "one" },
    fonts: { type: "string", multiple: true, default: [] },
  });
  const [map, ...rest] = positionals;
  if (map === undefined || rest.length > 0) throw new UsageError("Name one map to draw.");
  const theme = parseChoice("theme", values.theme, ["light", "dark"]);
  const direction = parseChoice("direction", values.direction ?? (values.down ? "down" : "right"), ["right", "down"]);
  const shape = values.outline ? "outline" : "tree";
  const page = parseChoice("page", values.page, ["one", "a4", "letter"]);
  const file = formatFor(values.output, page);
  const tree = await loadTree(map);
  // On paper no text can be opened: all are shown whole.
  const cardIds = tree.cards.map(({ id }) => id);
  const { legend } = values;
  const shown: ExportedView = {
    tree,
    whole: tree,
    options: { shape, direction, openTexts: cardIds },
    legend,
    dimmed: [],
    theme: { ...themes[theme] },
    // A page that nobody has left yet: it takes what is said here, and all else as it begins.
    left: { shape, direction, legend },
  };
  const content = file.format === "svg" ? renderSvg(shown, themes[theme]) : await buildFile(shown, file, values.fonts);
  if (values.output === undefined) process.stdout.write(content);
  else await writeOutput(values.output, content);
  return 0;
};

/** One of a few words; throws {@link UsageError} at any other. */
function parseChoice<const Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const found = choices.find((one) => one === value);
  if (found === undefined) throw new UsageError(`There is no ${option} “${value}”, only ${choices.join(", ")}.`);
  return found;
}

/** What file a name asks for by its ending; SVG where there is no name. */
function formatFor(output: string | undefined, pages: "one" | "a4" | "letter"): FileFormat {
  const extension = output === undefined ? ".svg" : path.extname(output).toLowerCase();
  switch (extension) {
    case ".svg":
      return { format: "svg" };
    case ".pdf":
      return { format: "pdf", pages };
    case ".html":
    case ".htm":
      return { format: "html" };
    case ".png":
      throw new UsageError(
        "A PNG is drawn by a browser: export it from the preview in VS Code, or render an SVG and turn that into one.",
      );
    default:
      throw new UsageError(`There is no picture that ends in “${extension}”, only .svg, .pdf and .html.`);
  }
}

/** A picture that is shown to others: without the marks of problems, which are for whoever writes. */
async function loadTree(map: string): Promise<Tree> {
  const uri = normaliseUri(pathToFileURL(path.resolve(map)).toString());
  const workspace = await openMaps([uri], [], diskFileSystem);
  const file = workspace.get(uri)?.file;
  if (file === undefined) throw new UsageError(`${map} cannot be read.`);
  return plainTree(buildTree(file, () => []));
}

async function buildFile(shown: ExportedView, file: FileFormat, fonts: readonly string[]): Promise<Uint8Array> {
  try {
    return await exportInWorker(path.join(import.meta.dirname, "../export/worker.cjs"), { shown, file, fonts });
  } catch (error) {
    throw error instanceof ExportError ? new UsageError(error.message) : error;
  }
}

async function writeOutput(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
}
