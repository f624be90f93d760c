import { afterEach, expect, test, vi } from "vitest";
import { openAddress } from "../../../../client/playground/files/openAddress.ts";
import type { Project } from "../../../../client/playground/files/project.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Opens an address while the site answers as `fetch` does. */
async function open(hash: string, fetch: () => Promise<Response>) {
  vi.stubGlobal("document", { baseURI: "https://example.org/playground/" });
  vi.stubGlobal("fetch", fetch);
  const opened: Project[] = [];
  const notices: string[] = [];
  const isOpen = await openAddress(hash, {
    openProject: async (project) => opened.push(project) > 0,
    notify: (message) => notices.push(message),
  });
  return { isOpen, notices, text: opened[0]?.files[0]?.content };
}

test.each([
  ["without a connection", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["that the site lacks", () => Promise.resolve(new Response("", { status: 404 }))],
])("says so when an address asks for an example %s", async (_case, fetch) => {
  expect(await open("#example=first-map.argmap", fetch)).toEqual({
    isOpen: false,
    notices: ["The example could not be loaded. Check the connection and open it again."],
    text: undefined,
  });
});

test("opens the example of an address", async () => {
  const answer = await open("#example=first-map.argmap", async () => new Response("claim: Yes."));
  expect(answer).toEqual({ isOpen: true, notices: [], text: "claim: Yes." });
});

test("opens nothing for an address without a map", async () => {
  const answer = await open("#editor", () => Promise.reject(new Error("no request expected")));
  expect(answer).toEqual({ isOpen: false, notices: [], text: undefined });
});
