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

const home = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..");
/** Within the package, so that it goes when another version comes. */
const place = join(home, "unpacked");

/** The package means its arguments for a server that may start one process only; a test wants a browser that survives its pages. */
const unwanted = /^--(single-process|no-zygote|disable-web-security|headless)/;

/** How to start it; the first time it is unpacked, which takes some seconds. */
export async function packaged(): Promise<LaunchOptions> {
  if (!existsSync(place)) await unpack();
  return {
    executablePath: join(place, "chromium"),
    args: bundled.args.filter((argument) => !unwanted.test(argument)),
    env: { ...process.env, ...libraries(), ...fonts() },
  };
}

function libraries(): Record<string, string> {
  const others = process.env["LD_LIBRARY_PATH"];
  const own = join(place, "al2023/lib");
  return { LD_LIBRARY_PATH: others ? `${own}:${others}` : own };
}

/** A machine that has fonts of its own also has more scripts than the one that the package brings. */
const fonts = (): Record<string, string> =>
  existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(place, "fonts") };

/** Unpacks beside and then moves, as several test processes may want the browser at the same time. */
async function unpack(): Promise<void> {
  const begun = await mkdtemp(`${place}-`);
  const before = process.env["TMPDIR"];
  // The package unpacks into the folder for temporary files, which anybody may write to.
  process.env["TMPDIR"] = begun;
  try {
    await Promise.all([bundled.executablePath(), inflate(join(home, "bin/al2023.tar.br"))]);
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  const settings = join(begun, "fonts/fonts.conf");
  await writeFile(
    settings,
    (await readFile(settings, "utf8")).replaceAll(/\/tmp\/fonts(?=[-<])/g, join(place, "fonts")),
  );
  try {
    await rename(begun, place);
  } catch (error) {
    await rm(begun, { recursive: true, force: true });
    // Another process has been quicker.
    if (!existsSync(place)) throw error;
  }
}
