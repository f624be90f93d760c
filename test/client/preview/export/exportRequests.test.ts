import { expect, test } from "vitest";
import { createExportRequests } from "../../../../client/preview/export/exportRequests.ts";
import type { ExportRequest, ExportResult } from "../../../../server/protocol/previewExport.ts";

const request: ExportRequest = { format: "svg", colors: "print" };
const result: ExportResult = { format: "svg", svg: "<svg/>" };

/** Export requests, and the numbers of those that were sent to the page. */
function createRequests() {
  const sent: number[] = [];
  const requests = createExportRequests((message) => {
    if (message.type === "export") sent.push(message.requestId);
  });
  return { requests, sent };
}

test("requests that a page has not answered are sent again to the next page", async () => {
  const { requests, sent } = createRequests();
  const answer = requests.requestExport(request);
  expect(sent, "there is no page yet").toEqual([]);
  requests.resume();
  requests.resume();
  expect(sent).toEqual([1]);
  requests.pause();
  requests.resume();
  expect(sent).toEqual([1, 1]);
  requests.handleAnswer({ type: "exportResult", requestId: 1, result });
  expect(await answer).toBe(result);
  requests.pause();
  requests.resume();
  expect(sent, "answered requests are not sent again").toEqual([1, 1]);
});

test("canceled requests are not sent to the next page", async () => {
  const { requests, sent } = createRequests();
  const canceled = new AbortController();
  const answer = requests.requestExport(request, canceled.signal);
  canceled.abort(new Error("Canceled."));
  await expect(answer).rejects.toThrow("Canceled.");
  await expect(requests.requestExport(request, canceled.signal)).rejects.toThrow("Canceled.");
  requests.resume();
  expect(sent).toEqual([]);
});

test("all requests are rejected while there is no map, until a page is loaded again", async () => {
  const { requests, sent } = createRequests();
  const before = requests.requestExport(request);
  requests.rejectAll("No map.");
  await expect(before).rejects.toThrow("No map.");
  await expect(requests.requestExport(request)).rejects.toThrow("No map.");
  requests.pause();
  const after = requests.requestExport(request);
  requests.resume();
  requests.handleAnswer({ type: "exportResult", requestId: 2, result });
  expect([await after, sent]).toEqual([result, [2]]);
});
