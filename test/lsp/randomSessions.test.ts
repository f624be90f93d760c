/**
 * A server that has run through edits, changes on disk and requests gives the same answers as one that starts now.
 *
 * `npm run test:robust` tries many more sessions. A failure prints the seed and the path of the session, and
 * `ARGMAP_SEED=… ARGMAP_PATH=…` runs it again.
 */
import fc from "fast-check";
import { test } from "vitest";
import { anySession } from "../support/arbitraries/sessions.ts";
import { SUITE_LIMIT } from "../support/limits.ts";
import { runSession } from "../support/programs/editorSession.ts";

const { ARGMAP_SESSIONS, ARGMAP_PATH } = process.env;
const isLong = ARGMAP_SESSIONS !== undefined;

test(
  "after any session, every answer is that of a fresh server",
  async () => {
    await fc.assert(fc.asyncProperty(anySession(isLong ? 4 : 2), runSession), {
      numRuns: isLong ? Number(ARGMAP_SESSIONS) : 2,
      ...(ARGMAP_PATH !== undefined && { path: ARGMAP_PATH }),
    });
  },
  (isLong ? 8 : 1) * SUITE_LIMIT,
);
