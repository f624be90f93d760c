/** Worker that reads articles and answers each message with a `ReadResult`. Built as a separate bundle. */
import type { ReadResult, ReadTask } from "../core/articles/readArticle.ts";
import { readTask } from "../core/articles/readTask.ts";
import { receiveBundleFolder } from "./bundleFolder.ts";

receiveBundleFolder((folder) => {
  self.onmessage = ({ data: task }: MessageEvent<ReadTask>) => {
    readTask(task, `${folder}cmaps/`).then(
      (result) => self.postMessage(result),
      () => self.postMessage({ state: "broken" } satisfies ReadResult),
    );
  };
});
