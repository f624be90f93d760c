import { expect, test } from "vitest";
import { edit, exampleMap, setText } from "../../../support/workspaces/editCard.ts";

test("changes the text after the colon", async () => {
  expect(await edit(exampleMap, "Cleaner air.", setText("claim: much cleaner"))).toEqual({
    at: "claim: much cleaner",
    "main.argmap": exampleMap.replace("Cleaner air.", "claim: much cleaner"),
  });
});

test("keeps the lines of unchanged paragraphs, and all comments", async () => {
  const source =
    "claim a: One\n    goes on.\n  // c1\n\n  Two\n  // c2\n  goes on.\n\n  Three.\n  note: N.\n  reason: R.\n";
  expect(await edit(source, "One goes on.\n\nTwo goes on.\n\nThree.", setText("One goes on.\nzwei\nThree."))).toEqual({
    at: "zwei",
    "main.argmap": "claim a: One\n    goes on.\n  // c1\n\n  zwei\n  // c2\n\n  Three.\n  note: N.\n  reason: R.\n",
  });
  expect(await edit(source, "One goes on.\n\nTwo goes on.\n\nThree.", setText("Only"))).toEqual({
    at: "Only",
    "main.argmap": "claim a: Only\n  // c1\n\n  // c2\n  note: N.\n  reason: R.\n",
  });
});

test("adds text to a step without any, and removes it from a step with premises", async () => {
  const source = "claim a: A.\n  reason r:\n    premise: P.\n";
  const written = "claim a: A.\n  reason r: Words.\n    premise: P.\n";
  expect(await edit(source, "r", setText("Words."))).toMatchObject({ "main.argmap": written });
  expect(await edit(written, "Words.", setText(" \n"))).toMatchObject({ "main.argmap": source });
});

test("refuses to remove the text of an entry that needs it", async () => {
  expect(await edit(exampleMap, "Fewer customers.", setText(""))).toEqual({
    type: "rejected",
    message: "An objection needs text or a premise.",
  });
  expect(await edit(exampleMap, "It stays.", setText("  "))).toMatchObject({ message: "A claim needs text." });
});
