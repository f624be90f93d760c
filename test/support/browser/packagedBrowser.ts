/**
 * The Chromium that comes with a package, made for machines in a cloud: with it a Linux that has no browser, nor the
 * libraries of one, needs nothing but npm.
 */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import bundled, { inflate } from "@sparticuz/chromium";
import type { LaunchOptions } from "playwright-core";

const packageFolder = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..");
/** Within the package, so that it goes when another version comes. */
const unpackedFolder = join(packageFolder, "unpacked");

/** The package means its arguments for a server that may start one process only; a test wants a browser that survives its pages. */
const unwantedArguments = /^--(single-process|no-zygote|disable-web-security|headless)/;

/** How to start it; the first time it is unpacked, which takes some seconds. */
export async function packagedBrowserOptions(): Promise<LaunchOptions> {
  if (!existsSync(unpackedFolder)) await unpack();
  return {
    executablePath: join(unpackedFolder, "chromium"),
    args: bundled.args.filter((argument) => !unwantedArguments.test(argument)),
    env: { ...process.env, ...libraries(), ...fonts() },
  };
}

function libraries(): Record<string, string> {
  const inherited = process.env["LD_LIBRARY_PATH"];
  const own = join(unpackedFolder, "al2023/lib");
  return { LD_LIBRARY_PATH: inherited ? `${own}:${inherited}` : own };
}

/** A machine that has fonts of its own also has more scripts than the one that the package brings. */
const fonts = (): Record<string, string> =>
  existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(unpackedFolder, "fonts") };

/** Unpacks beside and then moves, as several test processes may want the browser at the same time. */
async function unpack(): Promise<void> {
  const temporaryFolder = await mkdtemp(`${unpackedFolder}-`);
  const previousTmpdir = process.env["TMPDIR"];
  // The package unpacks into the folder for temporary files, which anybody may write to.
  process.env["TMPDIR"] = temporaryFolder;
  try {
    await Promise.all([bundled.executablePath(), inflate(join(packageFolder, "bin/al2023.tar.br"))]);
  } finally {
    if (previousTmpdir === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = previousTmpdir;
  }
  const settings = join(temporaryFolder, "fonts/fonts.conf");
  await writeFile(
    settings,
    (await readFile(settings, "utf8")).replaceAll(/\/tmp\/fonts(?=[-<])/g, join(unpackedFolder, "fonts")),
  );
  try {
    await rename(temporaryFolder, unpackedFolder);
  } catch (error) {
    await rm(temporaryFolder, { recursive: true, force: true });
    // Another process has been quicker.
    if (!existsSync(unpackedFolder)) throw error;
  }
}
