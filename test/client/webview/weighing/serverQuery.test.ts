import { expect, test } from "vitest";
import {
  ask,
  initialQuery,
  receive,
  resetQuery,
  type ServerQuery,
} from "../../../../client/webview/weighing/serverQuery.ts";

interface Question {
  readonly about: string;
}
const initial: ServerQuery<Question, string> = initialQuery;
const take = (answer: string) => () => answer;

test("is asked again only when the question has changed", () => {
  const asked = ask(initial, { about: "a" });
  expect(asked).toMatchObject({ lastRequestId: 1, pending: { about: "a" } });
  const answered = receive(asked, 1, take("A"));
  expect(answered).toMatchObject({ answer: "A", pending: undefined });
  expect(ask(answered, { about: "a" })).toBe(answered);
  expect(ask(answered, { about: "b" }).lastRequestId).toBe(2);
});

test("waits for the last answer before it is asked again", () => {
  const asked = ask(initial, { about: "a" });
  expect(ask(asked, { about: "b" })).toBe(asked);
  expect(ask(receive(asked, 1, take("A")), { about: "b" }).pending).toEqual({ about: "b" });
});

test("keeps the last answer while the next question is open", () => {
  const answered = receive(ask(initial, { about: "a" }), 1, take("A"));
  expect(ask(answered, { about: "b" }).answer).toBe("A");
});

test("ignores answers to requests from before a reset", () => {
  const again = ask(resetQuery(ask(initial, { about: "a" })), { about: "a" });
  expect(again.lastRequestId).toBe(2);
  expect(receive(again, 1, take("old"))).toBe(again);
  expect(receive(again, 2, take("new")).answer).toBe("new");
});
