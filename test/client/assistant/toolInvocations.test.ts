import { expect, test, vi } from "vitest";
import { ToolInvocations } from "../../../client/assistant/toolInvocations.ts";
import type { EditorToolAnswer } from "../../../server/protocol/assistant.ts";

vi.mock("vscode", () => import("../../support/fakeVscode.ts"));

const TOOL = "argmap_add_entry";
const input = { map: "toll.argmap", kind: "claim", text: "A." };

/** Invocations of tools that answer as a function says, and the calls that they receive. */
function invocationsThat(answer: (input: { readonly preview?: boolean }) => EditorToolAnswer) {
  const calls: unknown[] = [];
  const invocations = new ToolInvocations(async () => ({
    run: async (tool, given) => {
      calls.push([tool, given]);
      return answer(given as { readonly preview?: boolean }); // The test gives the input itself.
    },
  }));
  return { invocations, calls };
}

const made: EditorToolAnswer = { text: "Added claim.\n\n--- a\n+++ a\n+claim: A.", isRefused: false };

test("a change is shown as a diff, and made only when the user has confirmed it", async () => {
  const { invocations, calls } = invocationsThat(() => made);
  expect(await invocations.prepare(TOOL, input, true)).toMatchObject({
    invocationMessage: "Changing toll.argmap",
    confirmationMessages: {
      title: "Change toll.argmap?",
      message: { value: expect.stringContaining("```diff\n--- a\n+++ a\n+claim: A.\n```") },
    },
  });
  expect(calls).toEqual([["add_entry", { ...input, preview: true }]]);
  expect(await invocations.invoke(TOOL, input)).toMatchObject({ content: [{ value: made.text }] });
  expect(calls.slice(1)).toEqual([
    ["add_entry", { ...input, preview: true }],
    ["add_entry", input],
  ]);
});

test.each([
  ["other lines than the user has confirmed are not written", "-claim: B.\n+claim: A.", false],
  ["lines that the user has confirmed are written, wherever they are by now", " claim: B.\n+claim: A.", true],
])("%s", async (_, later, isMade) => {
  const answers = [made, { ...made, text: `Added claim.\n\n--- a\n+++ a\n${later}` }, made];
  const { invocations, calls } = invocationsThat(() => answers.shift() ?? expect.unreachable());
  await invocations.prepare(TOOL, input, true);
  const { content } = await invocations.invoke(TOOL, input);
  expect(content).toMatchObject([{ value: isMade ? made.text : expect.stringMatching(/^The map has changed/) }]);
  expect(calls).toHaveLength(isMade ? 3 : 2);
});

test("of two calls that are the same, none is made without what the user has seen", async () => {
  const answers = [made, made, made, made, { ...made, text: "Added claim.\n\n--- a\n+++ a\n-claim: B.\n+claim: A." }];
  const { invocations, calls } = invocationsThat(() => answers.shift() ?? expect.unreachable());
  await Promise.all([invocations.prepare(TOOL, input, true), invocations.prepare(TOOL, input, true)]);
  expect(await invocations.invoke(TOOL, input)).toMatchObject({ content: [{ value: made.text }] });
  expect(await invocations.invoke(TOOL, input)).toMatchObject({
    content: [{ value: expect.stringMatching(/^The map has changed/) }],
  });
  expect(calls).toHaveLength(5);
});

test("a change of nothing is shown as the whole sentence that says so", async () => {
  const { invocations } = invocationsThat(() => ({ text: "Nothing has changed.", isRefused: false }));
  expect(await invocations.prepare(TOOL, input, true)).toMatchObject({
    confirmationMessages: { message: { value: expect.stringContaining("\nNothing has changed.\n") } },
  });
});

test("a change that is refused when it is to be shown is not tried again without the user", async () => {
  const { invocations, calls } = invocationsThat(({ preview }) =>
    preview ? { text: "The quote is not in the source.", isRefused: true } : made,
  );
  expect(await invocations.prepare(TOOL, input, true)).not.toHaveProperty("confirmationMessages");
  expect(await invocations.invoke(TOOL, input)).toMatchObject({
    content: [{ value: "The quote is not in the source." }],
  });
  expect(calls).toHaveLength(1);
});

test.each([
  ["a tool that only reads", "argmap_read_map", false, {}],
  ["a preview", TOOL, true, { preview: true }],
])("%s needs no confirmation", async (_, tool, changesMaps, more) => {
  const { invocations, calls } = invocationsThat(() => made);
  expect(await invocations.prepare(tool, { ...input, ...more }, changesMaps)).toEqual({
    invocationMessage: "Reading argument maps",
  });
  expect(calls).toEqual([]);
});
