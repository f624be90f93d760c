import { expect, test } from "vitest";
import { createExportRequests } from "../../../client/preview/exportRequests.ts";
import type { ExportRequest, ExportResult } from "../../../server/protocol/previewExport.ts";

const wanted: ExportRequest = { format: "svg", colours: "print" };
const made: ExportResult = { format: "svg", svg: "<svg/>" };

/** Requests, and the numbers of those that were put to the page. */
function asking() {
  const put: number[] = [];
  const requests = createExportRequests((message) => {
    if (message.type === "export") put.push(message.request);
  });
  return { requests, put };
}

test("what a page has not answered is put again to the one that comes after it", async () => {
  const { requests, put } = asking();
  const asked = requests.requestExport(wanted);
  expect(put, "there is no page yet").toEqual([]);
  requests.resume();
  requests.resume();
  expect(put).toEqual([1]);
  requests.pause();
  requests.resume();
  expect(put).toEqual([1, 1]);
  requests.handleAnswer({ type: "exported", request: 1, made });
  expect(await asked).toBe(made);
  requests.pause();
  requests.resume();
  expect(put, "what is answered is not put again").toEqual([1, 1]);
});

test("what nobody wants any more is not put to the next page", async () => {
  const { requests, put } = asking();
  const cancelled = new AbortController();
  const asked = requests.requestExport(wanted, cancelled.signal);
  cancelled.abort(new Error("Not wanted."));
  await expect(asked).rejects.toThrow("Not wanted.");
  await expect(requests.requestExport(wanted, cancelled.signal)).rejects.toThrow("Not wanted.");
  requests.resume();
  expect(put).toEqual([]);
});

test("where there is no map, whoever asks is told so, until a page is loaded again", async () => {
  const { requests, put } = asking();
  const before = requests.requestExport(wanted);
  requests.rejectAll("No map.");
  await expect(before).rejects.toThrow("No map.");
  await expect(requests.requestExport(wanted)).rejects.toThrow("No map.");
  requests.pause();
  const after = requests.requestExport(wanted);
  requests.resume();
  requests.handleAnswer({ type: "exported", request: 2, made });
  expect([await after, put]).toEqual([made, [2]]);
});
