/** `argmap watch`: checks or draws maps again whenever they, their imports or their articles change. */
import { diskFileSystem } from "../../node/diskFileSystem.ts";
import { openMap, openMaps, uriOf } from "../command.ts";
import { problemsOfMaps } from "../maps/checkMaps.ts";
import { dependenciesOf } from "../maps/dependencies.ts";
import { findAllMaps } from "../maps/findMaps.ts";
import { watchedPath } from "../maps/globs.ts";
import { watchFiles } from "../maps/watchFiles.ts";
import { STDIN } from "../standardStreams.ts";
import { UsageError } from "../usageError.ts";
import { type CheckOptions, printProblems } from "./check.ts";
import { formatFor, type RenderOptions, writeDrawing } from "./render.ts";

/** Prints the problems of maps after each change. Returns 0 when the user stops it. */
export async function watchCheck(
  targets: readonly string[],
  options: Pick<CheckOptions, "format" | "json">,
): Promise<number> {
  await assertFiles(targets);
  const run = async (): Promise<readonly string[]> => {
    // Folders may have got new maps.
    const { maps, folders } = await findAllMaps("watch", targets);
    const opened = await openMaps(maps.map(uriOf), folders, diskFileSystem);
    await printProblems("watch", maps, problemsOfMaps(opened, maps), options);
    return maps.flatMap((map) => {
      const file = opened.workspace.get(uriOf(map))?.file;
      return file === undefined ? [] : dependenciesOf(file);
    });
  };
  return watchUntilStopped(targets.map(watchedPath), run);
}

/** Draws a map after each change. Returns 0 when the user stops it. */
export async function watchRender(target: string, options: RenderOptions): Promise<number> {
  await assertFiles([target]);
  const { output } = options;
  if (output === undefined) throw new UsageError("Name the file to draw with -o.");
  const file = formatFor(options);
  const run = async (): Promise<readonly string[]> => {
    const { workspace, file: map } = await openMap(uriOf(target), [uriOf(".")], diskFileSystem);
    await writeDrawing(workspace, map, file, options);
    process.stdout.write(`${output}\n`);
    return dependenciesOf(map);
  };
  return watchUntilStopped([target], run);
}

async function assertFiles(targets: readonly string[]): Promise<void> {
  if (targets.includes(STDIN)) throw new UsageError("Name files or folders: standard input does not change.");
  // Throws if one does not exist.
  await findAllMaps("watch", targets);
}

async function watchUntilStopped(targets: readonly string[], run: () => Promise<readonly string[]>): Promise<number> {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  const onError = (error: unknown): void => {
    process.stderr.write(`argmap watch: ${error instanceof Error ? error.message : error}\n`);
  };
  await watchFiles(targets, run, onError, stop.signal);
  return 0;
}
