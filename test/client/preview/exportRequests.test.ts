import { expect, test } from "vitest";
import { createRequests } from "../../../client/preview/exportRequests.ts";
import type { Made, Wanted } from "../../../server/protocol/previewExport.ts";

const wanted: Wanted = { format: "svg", colours: "print" };
const made: Made = { format: "svg", svg: "<svg/>" };

/** Requests, and the numbers of those that were put to the page. */
function asking() {
  const put: number[] = [];
  const requests = createRequests((message) => {
    if (message.type === "export") put.push(message.request);
  });
  return { requests, put };
}

test("what a page has not answered is put again to the one that comes after it", async () => {
  const { requests, put } = asking();
  const asked = requests.ask(wanted);
  expect(put, "there is no page yet").toEqual([]);
  requests.begin();
  requests.begin();
  expect(put).toEqual([1]);
  requests.pause();
  requests.begin();
  expect(put).toEqual([1, 1]);
  requests.hear({ type: "exported", request: 1, made });
  expect(await asked).toBe(made);
  requests.pause();
  requests.begin();
  expect(put, "what is answered is not put again").toEqual([1, 1]);
});

test("what nobody wants any more is not put to the next page", async () => {
  const { requests, put } = asking();
  const cancelled = new AbortController();
  const asked = requests.ask(wanted, cancelled.signal);
  cancelled.abort(new Error("Not wanted."));
  await expect(asked).rejects.toThrow("Not wanted.");
  await expect(requests.ask(wanted, cancelled.signal)).rejects.toThrow("Not wanted.");
  requests.begin();
  expect(put).toEqual([]);
});

test("where there is no map, whoever asks is told so, until a page is loaded again", async () => {
  const { requests, put } = asking();
  const before = requests.ask(wanted);
  requests.end("No map.");
  await expect(before).rejects.toThrow("No map.");
  await expect(requests.ask(wanted)).rejects.toThrow("No map.");
  requests.pause();
  const after = requests.ask(wanted);
  requests.begin();
  requests.hear({ type: "exported", request: 2, made });
  expect([await after, put]).toEqual([made, [2]]);
});
