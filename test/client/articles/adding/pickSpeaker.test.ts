import { expect, test, vi } from "vitest";
import { speakerItems, typedSpeakerItem } from "../../../../client/articles/adding/pickSpeaker.ts";

vi.mock("vscode", () => import("../../../support/fakeVscode.ts"));

const wei = { name: "wei", text: "Wei Zongyou", isInParagraph: false };
const chen = { name: "chen", text: "", isInParagraph: false };
const labels = (...args: Parameters<typeof speakerItems>) =>
  speakerItems(...args).map(({ label, description }) =>
    description === undefined ? label : `${label} (${description})`,
  );

test("nobody comes first if the paragraph names no speaker", () => {
  expect(labels({ speakers: [wei, chen], names: [] }, "claim")).toEqual([
    "$(circle-slash) Nobody in particular",
    "$(person) Wei Zongyou (wei)",
    "$(person) chen",
    "$(add) New speaker…",
  ]);
});

test("a reason without a speaker has that of the entry above", () => {
  expect(labels({ speakers: [], names: [] }, "reason")[0]).toBe("$(circle-slash) The same as the entry above");
  expect(labels({ speakers: [], names: [] }, "objection")[0]).toBe("$(circle-slash) Nobody in particular");
});

test("the speaker of the paragraph comes first", () => {
  expect(labels({ speakers: [{ ...wei, isInParagraph: true }, chen], names: [] }, "claim")).toEqual([
    "in this paragraph",
    "$(person) Wei Zongyou (wei)",
    "",
    "$(person) chen",
    "$(add) New speaker…",
    "$(circle-slash) Nobody in particular",
  ]);
});

test("a name in the paragraph is offered as a new speaker, first for a claim and after the entry above for a reason", () => {
  const answer = { speakers: [chen], names: ["Maria Lopez"] };
  expect(labels(answer, "claim")).toEqual([
    "in this paragraph",
    "$(add) New speaker “Maria Lopez”",
    "",
    "$(person) chen",
    "$(add) New speaker…",
    "$(circle-slash) Nobody in particular",
  ]);
  expect(labels(answer, "reason").slice(0, 2)).toEqual([
    "$(circle-slash) The same as the entry above",
    "$(add) New speaker “Maria Lopez”",
  ]);
  expect(typedSpeakerItem(answer, "maria lopez")).toBeUndefined();
});

test("a typed name that the map does not have is offered as a new speaker", () => {
  expect(typedSpeakerItem({ speakers: [wei, chen], names: [] }, " Hu Xijin ")).toMatchObject({
    label: "$(add) New speaker “Hu Xijin”",
    choice: { type: "new", text: "Hu Xijin" },
    alwaysShow: true,
  });
});

test.each(["", " ", "wei zongyou", "WEI", "chen"])("“%s” is not offered as a new speaker", (typed) => {
  expect(typedSpeakerItem({ speakers: [wei, chen], names: [] }, typed)).toBeUndefined();
});
