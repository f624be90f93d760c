/** `argmap import`: makes a map of a file in another format. */
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { importMap } from "../../core/formats/convert.ts";
import { assertImportSize, decodeInput } from "../../core/formats/decodeInput.ts";
import { type Format, ImportError } from "../../core/formats/format.ts";
import { omissionLines } from "../../core/formats/omissions.ts";
import { detectFormat, formatWithId, importFormats } from "../../core/formats/registry.ts";
import { joinList } from "../../core/strings/english.ts";
import { isMap } from "../../workspace/files/folders.ts";
import { displayName, printable, writeOutput } from "../command.ts";
import { STDIN, STDOUT } from "../standardStreams.ts";
import { UsageError } from "../usageError.ts";

export interface ImportOptions {
  readonly from?: string;
  readonly output?: string;
  /** Whether to replace a file that exists. */
  readonly force?: boolean;
}

/**
 * Writes a map beside the imported file, and prints its name. What comes from standard input goes to standard output. Says
 * on stderr what the map does not carry.
 */
export async function importCommand(file: string, options: ImportOptions): Promise<number> {
  if (isMap(file.toLowerCase()))
    throw new UsageError(`${file} is a map already. Open it, or run “argmap check ${file}”.`);
  const named = options.output ?? (file === STDIN ? STDOUT : mapNameFor(file));
  const output = named === STDOUT ? undefined : named;
  if (output !== undefined && !isMap(output))
    throw new UsageError(`${output} is not the name of a map. Name a file that ends in .argmap with -o.`);
  if (output !== undefined && existsSync(output) && options.force !== true)
    throw new UsageError(`${output} exists. Use --force to replace it.`);
  try {
    const text = decodeInput(await readInput(file));
    const format = chooseFormat(options, file, text);
    const fileName = file === STDIN ? "Imported map" : path.basename(file, path.extname(file));
    const imported = await importMap({ text, fileName }, format);
    if (output === undefined) process.stdout.write(imported.text);
    else {
      await writeOutput(output, imported.text);
      process.stdout.write(`${output}\n`);
    }
    for (const line of omissionLines(imported.omissions)) process.stderr.write(printable(`Not imported: ${line}\n`));
    return 0;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const place = error.line === undefined ? displayName(file) : `${displayName(file)}, line ${error.line}`;
    throw new UsageError(printable(`${place}: ${error.message}`));
  }
}

const mapNameFor = (file: string): string =>
  path.join(path.dirname(file), `${path.basename(file, path.extname(file))}.argmap`);

async function readInput(file: string): Promise<Uint8Array> {
  if (file === STDIN) return new Uint8Array(await buffer(process.stdin));
  try {
    assertImportSize(statSync(file).size);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new UsageError(
      existsSync(file) ? `Cannot read ${file}. Name a file that you may read.` : `No such file: ${file}`,
    );
  }
}

function chooseFormat({ from }: ImportOptions, file: string, text: string): Format {
  const found = from === undefined ? detectFormat(path.extname(file), text) : formatWithId(from);
  if (found?.canImport === true) return found;
  const ids = joinList(
    importFormats.map(({ id }) => id),
    "or",
  );
  throw new UsageError(
    `${displayName(file)}: ${from === undefined ? "The format is not known" : `${from} cannot be imported`}. Name a format with --from: ${ids}.`,
  );
}
