/** Options that several commands share, and the parsers of their values. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { displayLanguages } from "../core/strings/displayLanguage.ts";
import { gaps } from "../core/tree/gaps.ts";
import { cardKinds } from "../core/tree/tree.ts";
import { STDOUT } from "./standardStreams.ts";
import { defaultWeighing, weighingModes } from "./weighingModes.ts";

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

/** Parses a whole number that is not negative. */
export function parseCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("Give a whole number, such as 0.");
  return Number(value);
}

/** Parses the number of spaces for a level. Without indentation, no entry would be under another. */
export function parseIndent(value: string): number {
  const spaces = parseCount(value);
  if (spaces < 1 || spaces > 16) throw new InvalidArgumentError("Give a whole number from 1 to 16.");
  return spaces;
}

/** Returns the option that fixes whether entries are true. */
export const supposeOption = (): Option =>
  new Option("--suppose <NAME=true|false>", "suppose that an entry is true or false; can be repeated")
    .argParser(collect)
    .default([], "nothing");

/** Returns the option that names the file to write. */
export const outputOption = (description: string): Option => new Option("-o, --output <file>", description);

/** Before a command that writes to standard output unless a file is named: `-` names standard output too. */
export function readDashAsStdout(command: Command): void {
  if (command.opts().output === STDOUT) command.setOptionValue("output", undefined);
}

/** Adds the options of a picture: those of the preview, and those of each format. */
export const addPictureOptions = (command: Command): Command =>
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
export const weighingOption = (where: string): Option =>
  new Option("--weighing [what]", `show what stands and, by default, how likely it is, ${where}`)
    .choices(weighingModes)
    .preset(defaultWeighing);

/** Returns an option that can be repeated. */
const repeatable = (flags: string, description: string): Option =>
  new Option(flags, `${description}; can be repeated`).argParser(collect).default([], "none");
