import type { ReadResult } from "../../../server/core/articles/readArticle.ts";
import { readInBackground } from "../../../server/node/backgroundReader.ts";

/** Reads a PDF as an article, in a worker. */
export const readPdfArticle = (bytes: Uint8Array): Promise<ReadResult> =>
  readInBackground({ format: "pdf", bytes }, new AbortController().signal);
