import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createClientFileSystem, withVirtualFiles } from "../../server/connection/clientFileSystem.ts";
import { bytesToBase64 } from "../../server/core/strings/base64.ts";
import { readInBackground } from "../../server/node/backgroundReader.ts";
import { LIST_FOLDER, READ_FILE } from "../../server/protocol/files.ts";
import { Workspace } from "../../server/workspace/workspace.ts";
import { memoryFileSystem } from "../support/workspaces/memoryFileSystem.ts";

/** The file system of a client that answers in this way. */
const answering = (answer: (method: string, params: unknown) => unknown) =>
  createClientFileSystem(
    { sendRequest: async (method: string, params: unknown) => answer(method, params) },
    readInBackground,
  );

const found = (bytes: Uint8Array) => ({ state: "found", base64: bytesToBase64(bytes) });

describe("files that the client reads", () => {
  test("a text comes as it is", async () => {
    const asked: unknown[] = [];
    const files = answering((method, params) => {
      asked.push([method, params]);
      return found(new TextEncoder().encode("claim a: Ä 語 😀\n"));
    });
    expect(await files.read("memfs:///a.argmap")).toBe("claim a: Ä 語 😀\n");
    expect(asked).toEqual([[READ_FILE, { uri: "memfs:///a.argmap", maxBytes: 33_554_432 }]]);
  });

  test("bytes that are not UTF-8 are no text", async () => {
    expect(await answering(() => found(Uint8Array.of(0xff, 0xfe))).read("memfs:///a.argmap")).toBeUndefined();
  });

  test("the reason why a file cannot be read comes as it is", async () => {
    for (const answer of [{ state: "denied" }, { state: "too-large", bytes: 30 }, { state: "missing" }])
      expect(await answering(() => answer).readBytes("memfs:///a.pdf", 20)).toEqual(answer);
  });

  test("a client that does not know the requests has no files", async () => {
    const files = answering(() => {
      throw new Error("Unhandled method");
    });
    expect(await files.readBytes("memfs:///a.pdf", 20)).toEqual({ state: "missing" });
    expect(await files.list("memfs:///")).toEqual([]);
  });

  test("an answer that is not valid counts as none", async () => {
    expect(await answering(() => ({ state: "found" })).readBytes("memfs:///a", 20)).toEqual({ state: "missing" });
    expect(await answering((method) => (method === LIST_FOLDER ? [1] : [])).list("memfs:///")).toEqual([]);
  });
});

describe("a client that does not answer", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A client whose answers wait until the test releases them. */
  function silentClient() {
    const requests: PromiseWithResolvers<unknown>[] = [];
    const files = createClientFileSystem(
      {
        sendRequest: () => {
          const request = Promise.withResolvers<unknown>();
          requests.push(request);
          return request.promise;
        },
      },
      readInBackground,
    );
    const readable: string[] = [];
    files.onLateAnswer?.((uri) => readable.push(uri));
    return { files, requests, readable };
  }
  const pdf = "memfs:///a.pdf";

  test("is waited for only so long, and its late answer is used", async () => {
    const { files, requests, readable } = silentClient();
    const first = files.readBytes(pdf, 20);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await first).toEqual({ state: "unanswered" });
    expect(readable).toEqual([]);
    requests[0]?.resolve(found(Uint8Array.of(1, 2)));
    await vi.advanceTimersByTimeAsync(0);
    expect(readable).toEqual([pdf]);
    expect(await files.readBytes(pdf, 20)).toEqual({ state: "found", bytes: Uint8Array.of(1, 2) });
    expect(requests).toHaveLength(1);
  });

  test("leaves a map checked without the article, and has it checked again with its late answer", async () => {
    const { files, requests } = silentClient();
    const workspace = new Workspace(files, (error) => expect.unreachable(String(error)), setImmediate);
    files.onLateAnswer?.((uri) => workspace.changedOnDisk(uri));
    workspace.sources.allowFolder("memfs://host");
    workspace.open(
      "memfs://host/a.argmap",
      "source s: S\n  file: a.txt\nclaim a: A.\n  quote s: It fell.\n  quote s: It rose.\n",
      1,
    );
    const codes = () => workspace.problemsOf("memfs://host/a.argmap").map(({ code }) => code);
    codes();
    const idle = workspace.whenIdle();
    await vi.advanceTimersByTimeAsync(20_000);
    await idle;
    expect(codes()).toContain("unreadable-source");
    requests[0]?.resolve(found(new TextEncoder().encode("It fell.\n")));
    await vi.advanceTimersByTimeAsync(1);
    await workspace.whenIdle();
    expect(codes()).not.toContain("unreadable-source");
    expect(codes().filter((code) => code === "quote-not-found")).toHaveLength(1);
  });

  test("is not asked again while it owes an answer", async () => {
    const { files, requests } = silentClient();
    for (let time = 0; time < 3; time++) {
      const read = files.readBytes(pdf, 20);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await read).toEqual({ state: "unanswered" });
    }
    expect(requests).toHaveLength(1);
  });

  test("is asked again for what may have changed since its late answer", async () => {
    const { files, requests } = silentClient();
    void files.readBytes(pdf, 20);
    await vi.advanceTimersByTimeAsync(20_000);
    requests[0]?.resolve(found(Uint8Array.of(1)));
    await vi.advanceTimersByTimeAsync(20_000);
    const read = files.readBytes(pdf, 20);
    requests[1]?.resolve(found(Uint8Array.of(2)));
    expect(await read).toEqual({ state: "found", bytes: Uint8Array.of(2) });
  });

  test("gives no maps and no names in time, and says so when it does", async () => {
    const { files, requests, readable } = silentClient();
    const reads = [files.read("memfs:///a.argmap"), files.list("memfs:///")];
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await Promise.all(reads)).toEqual([undefined, []]);
    requests[1]?.resolve(["a.argmap"]);
    await vi.advanceTimersByTimeAsync(0);
    expect(readable).toEqual(["memfs:///"]);
    expect(await files.list("memfs:///")).toEqual(["a.argmap"]);
  });
});

test("files on disk are read from the disk, all others by the client", async () => {
  const files = withVirtualFiles(
    memoryFileSystem({ "file:///a.argmap": "on disk" }),
    memoryFileSystem({ "memfs:///a.argmap": "virtual" }),
  );
  expect(await files.read("file:///a.argmap")).toBe("on disk");
  expect(await files.read("memfs:///a.argmap")).toBe("virtual");
  expect(await files.list("memfs://")).toEqual(["a.argmap"]);
});
