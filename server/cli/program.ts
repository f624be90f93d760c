/** The command line: its commands, options and help. The code of a command is loaded when the command is run. */
import { Command, InvalidArgumentError, Option } from "commander";
import { version } from "../../package.json";
import { exportFormats, importFormats } from "../core/formats/registry.ts";
import { displayLanguages } from "../core/strings/displayLanguage.ts";
import { tableKinds } from "../core/tables/table.ts";
import { gaps } from "../core/tree/gaps.ts";
import { cardKinds } from "../core/tree/tree.ts";
import { problemFormats } from "./problemFormats/problemFormats.ts";
import { reportFormats } from "./reportFormats.ts";
import { STDOUT } from "./standardStreams.ts";
import { corpusFormats, corpusTables } from "./table/columns.ts";
import { defaultWeighing, weighingModes } from "./weighingModes.ts";

/** Returns the exit status: 0 for success, 1 for the failure that the help of the command names, 2 if it was used wrongly. */
export type Run = () => Promise<number>;

/** Collects the values of an option that can be repeated. */
const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];

function parseScale(value: string): number {
  const scale = Number(value);
  if (!(scale >= 0.1 && scale <= 10)) throw new InvalidArgumentError("Give a number from 0.1 to 10.");
  return scale;
}

/** Returns a parser of an option that can be repeated, with one of these values each time. */
const collectChoice =
  (choices: readonly string[]) =>
  (value: string, previous: readonly string[]): readonly string[] => {
    if (!choices.includes(value)) throw new InvalidArgumentError(`Choose from ${choices.join(", ")}.`);
    return [...previous, value];
  };

function parseCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("Give a whole number, such as 0.");
  return Number(value);
}

/** Without indentation, nothing would be under anything. */
function parseIndent(value: string): number {
  const spaces = parseCount(value);
  if (spaces < 1 || spaces > 16) throw new InvalidArgumentError("Give a whole number from 1 to 16.");
  return spaces;
}

/** The meaning of exit status 1 of a command; undefined for a command that never ends with it. */
type Failure = string | undefined;

const MAP_HAS_ERRORS = "the map has errors";

const exitStatus = (failure: Failure): string =>
  `Exit status: 0 success, ${failure === undefined ? "" : `1 ${failure}, `}2 wrong use`;

/** Returns the text that follows the help of a command. */
const examples = (failure: Failure, ...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  argmap ${line}\n`).join("")}\n${exitStatus(failure)}`;

const supposeOption = (): Option =>
  new Option("--suppose <NAME=true|false>", "suppose that an entry is true or false; can be repeated")
    .argParser(collect)
    .default([], "nothing");

const outputOption = (description: string): Option => new Option("-o, --output <file>", description);

/** Before a command that writes to standard output unless a file is named: `-` names standard output too. */
function readDashAsStdout(command: Command): void {
  if (command.opts().output === STDOUT) command.setOptionValue("output", undefined);
}

/** Adds the options of a picture: those of the preview, and those of each format. */
const addPictureOptions = (command: Command): Command =>
  command
    .addOption(outputOption("write to a file that ends in .svg, .png, .pdf or .html (default: SVG to standard output)"))
    .hook("preAction", readDashAsStdout)
    .addOption(
      new Option("--theme <theme>", "color theme; HTML uses that of the browser")
        .choices(["light", "dark"])
        .default("light"),
    )
    .addOption(new Option("--shape <shape>", "shape of the picture").choices(["tree", "outline"]).default("tree"))
    .option("--outline", "same as --shape outline")
    .addOption(
      new Option("--direction <direction>", "where the tree grows").choices(["right", "down"]).default("right"),
    )
    .option("--down", "same as --direction down")
    .option("--focus <name>", "show only the branch of this entry")
    .option("--depth <levels>", "fold what is below this number of levels", parseCount)
    .addOption(repeatable("--speaker <title>", "show what this speaker holds, accepts or rejects"))
    .addOption(repeatable("--tag <tag>", "show entries with this tag"))
    .addOption(repeatable("--kind <kind>", "show entries of this kind").argParser(collectChoice(cardKinds)))
    .addOption(
      repeatable("--gap <gap>", `show what lacks something: ${gaps.join(", ")}`).argParser(collectChoice(gaps)),
    )
    .addOption(repeatable("--question <name>", "show what belongs to this question"))
    .option("--dim", "dim what does not match instead of hiding it")
    .addOption(
      new Option("--language <language>", "language of the labels (default: that of the map)").choices(
        displayLanguages,
      ),
    )
    .option("--legend", "add a legend")
    .addOption(weighingOption("with a legend"))
    .option("--no-title", "leave out title, author, date and sources")
    .addOption(
      new Option("--scale <factor>", "size of a PNG: image pixels for each pixel of the picture")
        .argParser(parseScale)
        .default(2),
    )
    .addOption(
      new Option("--page <page>", "page size of a PDF; “one” is a single page that fits the map")
        .choices(["one", "a4", "letter"])
        .default("one"),
    )
    .addOption(repeatable("--fonts <folder>", "look for fonts for a PDF or PNG in this folder too"));

/** Returns the option that shows what is computed. */
const weighingOption = (where: string): Option =>
  new Option("--weighing [what]", `show what stands and, by default, how likely it is, ${where}`)
    .choices(weighingModes)
    .preset(defaultWeighing);

/** Returns an option that can be repeated. */
const repeatable = (flags: string, description: string): Option =>
  new Option(flags, `${description}; can be repeated`).argParser(collect).default([], "none");

/**
 * Creates the program. Parsing arguments throws a `CommanderError` after it has printed help or what is wrong.
 *
 * @param execute runs a command that has been loaded
 */
export function createProgram(execute: (name: string, load: () => Promise<Run>) => Promise<void>): Command {
  const program = new Command("argmap")
    .description("Check, weigh, draw and edit argument maps. MAP can be - for standard input.")
    .version(version, "-v, --version", "print the version")
    .option("--no-color", "print no colors; so does the environment variable NO_COLOR")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print the help of a command")
    .showSuggestionAfterError()
    .configureOutput({ outputError: (message, write) => write(message.replace(/^error: /, "argmap: ")) })
    .exitOverride()
    .addHelpText("after", `\n${exitStatus("a map has errors (annotations: a quote was left out)")}`)
    .hook("preAction", (command) => {
      if (command.opts()["color"] === false) process.env["NO_COLOR"] = "1";
    });

  program
    .command("check")
    .description("print the problems of maps, or of all maps in folders")
    .argument("<files...>", "maps, folders with maps, and glob patterns")
    .addOption(new Option("--format <format>", "how problems are printed").choices(problemFormats).default("text"))
    .addOption(new Option("--json", "same as --format json").conflicts("format"))
    .option("--max-warnings <count>", "exit with 1 if there are more warnings", parseCount)
    .option("--fix", "first make the changes of “Fix All” in the editor")
    .addHelpText(
      "after",
      examples(
        "a map has errors or cannot be read, or there are more warnings than allowed",
        "check talk.argmap",
        "check . --format sarif > problems.sarif",
        'check "talks/**/2024-*.argmap"',
        "check - < talk.argmap",
      ),
    )
    .action((files, options) =>
      execute("check", async () => {
        const { check } = await import("./commands/check.ts");
        return () => check(files, options);
      }),
    );

  program
    .command("format")
    .description("format maps, or all maps in folders, as “Format Document” does")
    .argument("<files...>", "maps, folders with maps, and glob patterns")
    .option("--check", "change nothing; exit with 1 if a map is not formatted")
    .option("--line-width <columns>", "wrap lines of text at this column; 0 keeps their breaks", parseCount, 0)
    .option("--indent <spaces>", "indent each level by this number of spaces", parseIndent, 2)
    .addHelpText(
      "after",
      examples(
        "a map cannot be read, or --check found one that is not formatted",
        "format talk.argmap",
        "format --check .",
        "format - < draft.argmap > talk.argmap",
      ),
    )
    .action((files, options) =>
      execute("format", async () => {
        const { format } = await import("./commands/format.ts");
        return () => format(files, options);
      }),
    );

  program
    .command("stats")
    .description("count what a map has: claims, steps, speakers, objections without an answer, cited paragraphs")
    .argument("<map>")
    .option("--json", "print the counts as JSON")
    .addHelpText("after", examples(MAP_HAS_ERRORS, "stats talk.argmap", "stats talk.argmap --json"))
    .action((map, options) =>
      execute("stats", async () => {
        const { stats } = await import("./commands/stats.ts");
        return () => stats(map, options);
      }),
    );

  program
    .command("evaluate")
    .description("print what stands in a map, how likely it is, and why")
    .argument("<map>")
    .addOption(supposeOption())
    .option("--json", "print the evaluation as JSON")
    .addHelpText(
      "after",
      examples(MAP_HAS_ERRORS, "evaluate bridge.argmap", "evaluate bridge.argmap --suppose traffic=false"),
    )
    .action((map, options) =>
      execute("evaluate", async () => {
        const { evaluate } = await import("./commands/evaluate.ts");
        return () => evaluate(map, options);
      }),
    );

  program
    .command("report")
    .description(
      "print a table: who holds what, the evidence for rival answers, what the conclusions depend on, or their sources",
    )
    .argument("<table>", tableKinds.join(", "))
    .argument("<map>")
    .addOption(
      new Option("--format <format>", "format of the table (default: by the ending of the file, else text)").choices(
        reportFormats,
      ),
    )
    .addOption(new Option("--json", "same as --format json").conflicts("format"))
    .addOption(outputOption("write to a file (default: standard output)"))
    .hook("preAction", readDashAsStdout)
    .addOption(supposeOption())
    .addHelpText(
      "after",
      examples(MAP_HAS_ERRORS, "report answers bridge.argmap", "report sources bridge.argmap -o sources.docx"),
    )
    .action((table, map, options) =>
      execute("report", async () => {
        const { report } = await import("./commands/report.ts");
        return () => report(table, map, options);
      }),
    );

  addPictureOptions(program.command("render").description("draw a map as SVG, PNG, PDF or HTML").argument("<map>"))
    .addHelpText(
      "after",
      examples(
        MAP_HAS_ERRORS,
        "render talk.argmap -o talk.svg",
        "render talk.argmap -o talk.pdf --page a4",
        "render talk.argmap -o talk.png --focus toll --depth 3",
        'render talk.argmap -o talk.html --speaker "Wu Lan"',
      ),
    )
    .action((map, options) =>
      execute("render", async () => {
        const { render } = await import("./commands/render.ts");
        return () => render(map, options);
      }),
    );

  const watch = program
    .command("watch")
    .description("check or draw maps again whenever they, their imports or their articles change; Ctrl+C stops it");
  watch
    .command("check")
    .description("print the problems of maps after each change")
    .argument("<files...>", "maps, folders with maps, and glob patterns")
    .addOption(new Option("--format <format>", "how problems are printed").choices(problemFormats).default("text"))
    .addHelpText("after", examples(undefined, "watch check .", "watch check talk.argmap"))
    .action((files, options) =>
      execute("watch", async () => {
        const { watchCheck } = await import("./commands/watch.ts");
        return () => watchCheck(files, options);
      }),
    );
  addPictureOptions(watch.command("render").description("draw a map after each change").argument("<map>"))
    .addHelpText("after", examples(undefined, "watch render talk.argmap -o talk.svg"))
    .action((map, options) =>
      execute("watch", async () => {
        const { watchRender } = await import("./commands/watch.ts");
        return () => watchRender(map, options);
      }),
    );

  program
    .command("table")
    .description("write the entries, relations and quotes of many maps as tables for databases")
    .argument("<folders...>", "folders with maps, and glob patterns")
    .addOption(outputOption("write to a folder, or one table to a file that ends in .parquet, .ndjson or .csv"))
    .addOption(new Option("--format <format>", "format of the files (default: parquet)").choices(corpusFormats))
    .addOption(new Option("--rows <table>", "the table that a file gets").choices(corpusTables).default("entries"))
    .addHelpText(
      "after",
      examples(
        "a map could not be read",
        "table corpus -o tables",
        "table corpus -o entries.csv",
        "table corpus -o quotes.ndjson --rows quotes",
      ),
    )
    .action((folders, options) =>
      execute("table", async () => {
        const { table } = await import("./commands/table.ts");
        return () => table(folders, options);
      }),
    );

  program
    .command("export")
    .description("write a map in another format")
    .argument("<map>")
    .addOption(
      new Option("--to <format>", "the format (default: by the ending of the file)").choices(
        exportFormats.map(({ id }) => id),
      ),
    )
    .addOption(outputOption("write to a file (default: standard output)"))
    .addOption(weighingOption("in a report, marked as computed"))
    .hook("preAction", readDashAsStdout)
    .addHelpText(
      "after",
      examples(
        MAP_HAS_ERRORS,
        "export talk.argmap --to json",
        "export talk.argmap -o talk.json",
        "export talk.argmap -o talk.docx --weighing",
      ),
    )
    .action((map, options) =>
      execute("export", async () => {
        const { exportCommand } = await import("./commands/exportMap.ts");
        return () => exportCommand(map, options);
      }),
    );

  program
    .command("import")
    .description("make a map of a file in another format")
    .argument("<file>", "the file; - for standard input")
    .addOption(
      new Option("--from <format>", "the format (default: by the ending of the file and its text)").choices(
        importFormats.map(({ id }) => id),
      ),
    )
    .addOption(
      outputOption(
        "write to a file, or to standard output by - (default: the name of the file with the ending .argmap)",
      ),
    )
    .option("--force", "replace a file that exists")
    .addHelpText("after", examples(undefined, "import talk.json", "import - --from json < talk.json > talk.argmap"))
    .action((file, options) =>
      execute("import", async () => {
        const { importCommand } = await import("./commands/importMap.ts");
        return () => importCommand(file, options);
      }),
    );

  program
    .command("new")
    .description("create a map, empty or for an article")
    .argument("[file]", "the map (default: named after the article)")
    .option("--from <article>", "the article that the map is about")
    .option("--force", "replace a file that exists")
    .addHelpText("after", examples(undefined, "new talk.argmap", "new --from talk.pdf"))
    .action((file, options) =>
      execute("new", async () => {
        const { createMap } = await import("./commands/createMap.ts");
        return () => createMap(file, options);
      }),
    );

  program
    .command("annotations")
    .description("print the quotes of a map as Web Annotations (JSON-LD)")
    .argument("<map>")
    .addHelpText("after", examples("a quote was left out", "annotations talk.argmap > talk.jsonld"))
    .action((map) =>
      execute("annotations", async () => {
        const { annotations } = await import("./commands/annotations.ts");
        return () => annotations(map);
      }),
    );

  program
    .command("lsp")
    .description("run the language server over stdio")
    // Editors pass options of their own, such as the id of their process.
    .option("--stdio", "the only transport, so it can be left out")
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() =>
      execute("lsp", async () => {
        const { lsp } = await import("./commands/lsp.ts");
        return lsp;
      }),
    );

  program
    .command("mcp")
    .description(
      "let an assistant read, check and change the maps in folders, by the Model Context Protocol over stdio",
    )
    .argument("[folders...]", "the only folders that the assistant may read (default: the working folder)")
    .option("--write", "let the assistant change maps; without this option it only reads")
    .addHelpText("after", examples(undefined, "mcp", "mcp ~/maps", "mcp ~/maps ~/talks --write"))
    .action((folders, options) =>
      execute("mcp", async () => {
        const { mcp } = await import("./commands/mcp.ts");
        return () => mcp(folders, options);
      }),
    );

  return program;
}
