/**
 * The Chromium of the npm package @sparticuz/chromium. It brings its libraries, so that tests run on a Linux machine without
 * a browser.
 */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import bundled, { inflate } from "@sparticuz/chromium";
import type { LaunchOptions } from "playwright-core";

const packageFolder = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..");
/** In the package's folder, so that an update of the package removes it. */
const unpackedFolder = join(packageFolder, "unpacked");

/** The package's arguments for serverless functions, which run one process. With them, a closed page can end the browser. */
const unwantedArguments = /^--(single-process|no-zygote|disable-web-security|headless)/;

/** Returns Playwright's launch options for the packaged browser. Unpacks it the first time, which takes some seconds. */
export async function packagedBrowserOptions(): Promise<LaunchOptions> {
  if (!existsSync(unpackedFolder)) await unpack();
  bundled.setGraphicsMode = false;
  return {
    executablePath: join(unpackedFolder, "chromium"),
    // Without these two settings, the browser draws with OpenGL on the CPU, which takes most of the time of the tests.
    args: [...bundled.args.filter((argument) => !unwantedArguments.test(argument)), "--disable-gpu"],
    env: { ...process.env, ...libraries(), ...fonts() },
  };
}

function libraries(): Record<string, string> {
  const inherited = process.env["LD_LIBRARY_PATH"];
  const own = join(unpackedFolder, "al2023/lib");
  return { LD_LIBRARY_PATH: inherited ? `${own}:${inherited}` : own };
}

/** The package's fonts cover few scripts, so they are used only on a machine without fonts. */
const fonts = (): Record<string, string> =>
  existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(unpackedFolder, "fonts") };

/** Unpacks into a temporary folder and then renames it, because several test processes may unpack at the same time. */
async function unpack(): Promise<void> {
  const temporaryFolder = await mkdtemp(`${unpackedFolder}-`);
  const previousTmpdir = process.env["TMPDIR"];
  // The package unpacks into TMPDIR. The system's own is writable for all users.
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
    // Another process may have unpacked it first.
    if (!existsSync(unpackedFolder)) throw error;
  }
}
