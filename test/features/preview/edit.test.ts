import { describe, expect, test } from "vitest";
import type { CardId } from "../../../server/core/tree/tree.ts";
import { editCard } from "../../../server/features/preview/edit/index.ts";
import type { EditAction } from "../../../server/protocol/tree.ts";
import { Trees } from "../../../server/workspace/trees.ts";
import { applyWorkspaceEdit } from "../../support/applyEdit.ts";
import { openWorkspace } from "../../support/openWorkspace.ts";

type Action = Exclude<EditAction, { readonly do: "move" }> | { do: "move"; to: string; as?: "reason" | "objection" };

/** Does something to the card that says `words` in the tree of the first file; `~` before them means its reference card. */
async function done(source: string, words: string, action: Action) {
  const { workspace, uri, folder } = await openWorkspace(source);
  const trees = new Trees(workspace);
  const watched = trees.watch(uri);
  if (watched === undefined) throw new Error("This file has no tree.");
  const { tree, version } = watched;
  const cardOf = (said: string): CardId => {
    const plain = said.replace(/^~/, "");
    const full = tree.cards.find(({ text, name, form }) => form !== "reference" && (text === plain || name === plain));
    const found = said === plain ? full : tree.cards.find(({ shows }) => shows !== undefined && shows === full?.id);
    if (found === undefined) throw new Error(`No card says “${said}”.`);
    return found.id;
  };
  const asked = action.do === "move" ? { ...action, to: cardOf(action.to), as: action.as } : action;
  const answer = editCard(workspace, trees, { uri, card: cardOf(words), version, action: asked });
  if (answer.is !== "edit") return answer;
  const texts = applyWorkspaceEdit(workspace, answer.edit);
  const { range } = answer.at;
  const line = texts[answer.at.uri]?.split(/\r\n|\n/)[range.start.line] ?? "";
  return {
    at: line.slice(range.start.character, range.end.character),
    ...Object.fromEntries(Object.entries(texts).map(([file, text]) => [file.slice(folder.length), text])),
  };
}

const add = (what: "reason" | "objection" | "premise" | "assumption" | "question" | "claim", text = "New.") =>
  ({ do: "add", what, text }) as const;
const write = (text: string) => ({ do: "write", text }) as const;
const move = (to: string, as?: "reason" | "objection") => ({ do: "move", to, ...(as && { as }) }) as const;
const remove = (sure = false) => ({ do: "delete", sure }) as const;

const keep = `
claim keep: It stays.
  reason air: Cleaner air.
    premise: It fell.
    objection: Weather.
  // on shops
  objection shops: Fewer customers.

claim other: Another.
`.trimStart();

describe("adding", () => {
  test("puts a reason after all that stands under the card, and says where its words are", async () => {
    expect(await done(keep, "It stays.", add("reason"))).toEqual({
      at: "New.",
      "main.argmap": keep.replace("customers.\n", "customers.\n  reason: New.\n"),
    });
  });

  test("puts a premise after the other premises, before the objections", async () => {
    expect(await done(keep, "Cleaner air.", add("premise"))).toMatchObject({
      "main.argmap": keep.replace("It fell.\n", "It fell.\n    premise: New.\n"),
    });
  });

  test("puts the first premise before what stands under the step, with the comments of that", async () => {
    const source = "claim a: A.\n  reason: R.\n    // why not\n    objection: O.\n";
    expect(await done(source, "R.", add("assumption"))).toMatchObject({
      "main.argmap": "claim a: A.\n  reason: R.\n    assumption: New.\n    // why not\n    objection: O.\n",
    });
  });

  test("writes paragraphs, and a backslash where a line would be taken for something else", async () => {
    expect(await done("claim a: A.\n", "A.", add("reason", "One: two\nreason: three\r\n\n  // four "))).toEqual({
      at: "One: two",
      "main.argmap": "claim a: A.\n  reason: One: two\n\n    \\reason: three\n\n    \\// four\n",
    });
  });

  test("can be empty, for words that are still to come", async () => {
    expect(await done("claim a: A.", "A.", add("reason", ""))).toEqual({
      at: "",
      "main.argmap": "claim a: A.\n  reason:",
    });
  });

  test("follows the blank lines that part what stands there, tabs, and the ends of lines", async () => {
    const source = "question q: Q?\r\n\r\n\tclaim a: A.\r\n\r\n\tclaim b: B.\r\n";
    expect(await done(source, "Q?", add("claim"))).toMatchObject({
      "main.argmap": `${source}\r\n\tclaim: New.\r\n`,
    });
  });

  test("edits the file that the entry stands in, also by way of a card that only refers to it", async () => {
    const source = `import: other.argmap\nclaim a: A.\n  reason: R.\n    premise c\n  reason: S.\n    premise c\n=== other.argmap\nclaim c: C.\n`;
    expect(await done(source, "~C.", add("objection"))).toEqual({
      at: "New.",
      "other.argmap": "claim c: C.\n  objection: New.\n",
    });
  });

  test("refuses what cannot stand there", async () => {
    expect(await done(keep, "It stays.", add("premise"))).toEqual({
      is: "refused",
      why: "A premise cannot be placed under a claim.",
    });
  });
});

describe("writing", () => {
  test("changes the words after the colon", async () => {
    expect(await done(keep, "Cleaner air.", write("claim: much cleaner"))).toEqual({
      at: "claim: much cleaner",
      "main.argmap": keep.replace("Cleaner air.", "claim: much cleaner"),
    });
  });

  test("leaves the paragraphs that stay on their lines, and all comments", async () => {
    const source =
      "claim a: One\n    goes on.\n  // c1\n\n  Two\n  // c2\n  goes on.\n\n  Three.\n  note: N.\n  reason: R.\n";
    expect(await done(source, "One goes on.\n\nTwo goes on.\n\nThree.", write("One goes on.\nzwei\nThree."))).toEqual({
      at: "zwei",
      "main.argmap": "claim a: One\n    goes on.\n  // c1\n\n  zwei\n  // c2\n\n  Three.\n  note: N.\n  reason: R.\n",
    });
    expect(await done(source, "One goes on.\n\nTwo goes on.\n\nThree.", write("Only"))).toEqual({
      at: "Only",
      "main.argmap": "claim a: Only\n  // c1\n\n  // c2\n  note: N.\n  reason: R.\n",
    });
  });

  test("gives words to a step that had none, and takes them from one with premises", async () => {
    const source = "claim a: A.\n  reason r:\n    premise: P.\n";
    const written = "claim a: A.\n  reason r: Words.\n    premise: P.\n";
    expect(await done(source, "r", write("Words."))).toMatchObject({ "main.argmap": written });
    expect(await done(written, "Words.", write(" \n"))).toMatchObject({ "main.argmap": source });
  });

  test("refuses an entry without words where that would be a fault", async () => {
    expect(await done(keep, "Fewer customers.", write(""))).toEqual({
      is: "refused",
      why: "An objection needs text or a premise.",
    });
    expect(await done(keep, "It stays.", write("  "))).toMatchObject({ why: "A claim needs text." });
  });
});

describe("deleting", () => {
  test("takes one entry with the comment above it, without asking", async () => {
    expect(await done(keep, "Fewer customers.", remove())).toMatchObject({
      "main.argmap": keep.replace("  // on shops\n  objection shops: Fewer customers.\n", ""),
    });
  });

  test("asks where more goes, and says how much", async () => {
    expect(await done(keep, "Cleaner air.", remove())).toEqual({
      is: "unsure",
      question: "Delete this reason and 2 entries that depend on it?",
      yes: "Delete",
    });
    expect(await done(keep, "It stays.", remove(true))).toMatchObject({ "main.argmap": "claim other: Another.\n" });
  });

  test("takes what bears on nothing else along, and leaves the name out of what stays", async () => {
    const source = `claim a: A.
claim b contradicts a: B.
reason for a: R.
objection against a, b: O.
claim c: C.
  reason: S.
    premise a
  reason: T.
    premise a
    premise: U.
`;
    expect(await done(source, "A.", remove())).toMatchObject({
      question:
        "Delete this claim and 1 entry that depends on it? This also deletes 1 use of it as a premise elsewhere.",
    });
    expect(await done(source, "A.", remove(true))).toMatchObject({
      "main.argmap": "claim b: B.\nobjection against b: O.\nclaim c: C.\n  reason: S.\n  reason: T.\n    premise: U.\n",
    });
  });

  test("takes neighbouring clauses out that name only what goes", async () => {
    for (const clauses of ["contradicts a, answers q", "answers q, contradicts a", "contradicts a answers q"]) {
      const source = `question q: Q?\n  claim a: A.\nclaim c ${clauses}: C.\n`;
      expect(await done(source, "Q?", remove(true)), clauses).toMatchObject({ "main.argmap": "claim c: C.\n" });
    }
  });

  test("takes a claim along with the use by which it is seen", async () => {
    const source = "claim a: A.\n  reason: R.\n    premise c\nclaim c: C.\n";
    expect(await done(source, "C.", remove())).toMatchObject({ "main.argmap": "claim a: A.\n  reason: R.\n" });
  });

  test("takes a step along that would say nothing any more", async () => {
    expect(await done("claim a: A.\n  reason:\n    premise: P.\n", "P.", remove(true))).toMatchObject({
      "main.argmap": "claim a: A.\n",
    });
  });

  test("takes only the use from where a card refers to its entry", async () => {
    const source = "claim a: A.\n  reason: R.\n    premise c\n  reason: S.\n    premise c\nclaim c: C.\n";
    expect(await done(source, "~C.", remove())).toMatchObject({
      "main.argmap": "claim a: A.\n  reason: R.\n    premise c\n  reason: S.\nclaim c: C.\n",
    });
    const named = "claim a: A.\nclaim b: B.\nreason for a, b: R.\n";
    expect(await done(named, "~R.", remove())).toMatchObject({
      "main.argmap": "claim a: A.\nclaim b: B.\nreason for a: R.\n",
    });
  });
});

describe("deleting what a map imports", () => {
  const library = `claim cleaner: The air got cleaner.
  reason: It fell by a fifth.
    objection: The winter was mild.
claim lone: Nobody uses me.
`;
  const user = (rest: string) => `import air: lib.argmap\nclaim z: Zed.\n  reason: Because.\n${rest}`;
  const both = (main: string) => `${main}=== lib.argmap\n${library}`;

  test("takes only the use, and leaves the imported file as it is", async () => {
    const source = user("    premise air.lone\n    premise other: Other.\n");
    expect(await done(both(source), "Nobody uses me.", remove())).toEqual({
      at: "Because.",
      "main.argmap": source.replace("    premise air.lone\n", ""),
    });
  });

  test("asks where something stands under the use, and says that the claim stays", async () => {
    const source = user("    premise air.cleaner\n      objection: Measured at one place only.\n");
    expect(await done(both(source), "The air got cleaner.", remove())).toMatchObject({
      question: "Delete this use of the claim and 1 entry that depends on it? The claim itself is kept in lib.argmap.",
    });
    expect(await done(both(source), "The air got cleaner.", remove(true))).toEqual({
      at: "Because.",
      "main.argmap": user(""),
    });
  });

  test("asks before anything goes from the imported file, and names it", async () => {
    const source = user("    premise air.cleaner\n");
    expect(await done(both(source), "The winter was mild.", remove())).toMatchObject({
      question: "Delete this objection? This deletes 1 entry in lib.argmap.",
    });
    expect(await done(both(source), "It fell by a fifth.", remove())).toMatchObject({
      question: "Delete this reason and 1 entry that depends on it? This deletes 2 entries in lib.argmap.",
    });
    const about = "import air: lib.argmap\nreason for air.lone: I do.\nclaim other contradicts air.lone: Other.\n";
    expect(await done(both(about), "Nobody uses me.", remove())).toMatchObject({
      question:
        "Delete this claim and 1 entry that depends on it? This deletes 1 entry in lib.argmap and 1 entry in main.argmap.",
    });
  });

  test("asks where another file uses or names what goes, and names that file", async () => {
    const main = "claim a: A.\n";
    const uses = "=== maps/user.argmap\nimport a: ../main.argmap\nclaim b: B.\n  reason: R.\n    premise a.a\n";
    expect(await done(main + uses, "A.", remove())).toMatchObject({
      question:
        "Delete this claim? This also deletes 1 use of it as a premise elsewhere. This deletes 1 entry in maps/user.argmap and 1 entry in main.argmap.",
    });
    const names = "=== names.argmap\nimport a: main.argmap\nclaim b contradicts a.a: B.\n";
    expect(await done(main + names, "A.", remove())).toMatchObject({
      question: "Delete this claim? This removes references in names.argmap.",
    });
  });

  test("asks before an imported step bears on one claim less", async () => {
    const main = "import lib: lib.argmap\nclaim z: Z.\n  reason: R.\n    premise lib.a\n    premise lib.b\n";
    const source = `${main}=== lib.argmap\nclaim a: A.\nclaim b: B.\nreason for a, b: S.\n`;
    expect(await done(source, "~S.", remove())).toMatchObject({
      question: "Remove this reason from here? This changes its first line in lib.argmap.",
    });
  });
});

describe("moving", () => {
  test("goes under the other card with its branch and its comments", async () => {
    expect(await done(keep, "Fewer customers.", move("Another."))).toEqual({
      at: "Fewer customers.",
      "main.argmap": `${keep.replace("  // on shops\n  objection shops: Fewer customers.\n", "")}  // on shops\n  objection shops: Fewer customers.\n`,
    });
    expect(await done(keep, "Cleaner air.", move("Fewer customers.", "objection"))).toMatchObject({
      "main.argmap": `claim keep: It stays.
  // on shops
  objection shops: Fewer customers.
    objection air: Cleaner air.
      premise: It fell.
      objection: Weather.

claim other: Another.
`,
    });
  });

  test("names the other card where it stands at the top level", async () => {
    const source = "claim a: A.\nclaim: B.\nreason r for a: R.\n";
    expect(await done(source, "R.", move("B."))).toMatchObject({
      "main.argmap": "claim a: A.\nclaim b: B.\nreason r for b: R.\n",
    });
    expect(await done(source, "R.", move("B.", "objection"))).toMatchObject({
      "main.argmap": "claim a: A.\nclaim b: B.\nobjection r against b: R.\n",
    });
  });

  test("keeps whose it is", async () => {
    const source =
      "speaker lind: Lind\nspeaker roy: Roy\nclaim a by lind: A.\n  reason: R.\n    premise: P.\nclaim b by roy: B.\n  reason: S.\nclaim c: C.\n  reason: T.\n";
    expect(await done(source, "R.", move("B."))).toMatchObject({
      "main.argmap":
        "speaker lind: Lind\nspeaker roy: Roy\nclaim a by lind: A.\nclaim b by roy: B.\n  reason: S.\n  reason by lind: R.\n    premise: P.\nclaim c: C.\n  reason: T.\n",
    });
    // Nobody's: under Roy's claim it would be his.
    expect(await done(source, "T.", move("B."))).toMatchObject({
      "main.argmap":
        "speaker lind: Lind\nspeaker roy: Roy\nclaim a by lind: A.\n  reason: R.\n    premise: P.\nclaim b by roy: B.\n  reason: S.\nclaim c: C.\n\nreason for b: T.\n",
    });
  });

  test("moves a use, not the claim", async () => {
    const source = "claim a: A.\n  reason: R.\n    premise c\n  reason: S.\nclaim c: C.\n";
    expect(await done(source, "C.", move("S."))).toMatchObject({
      "main.argmap": "claim a: A.\n  reason: R.\n  reason: S.\n    premise c\nclaim c: C.\n",
    });
  });

  test("moves an answer to another question, by name or by place", async () => {
    const source = "question q: Q?\n  claim a: A.\nquestion r: R?\nclaim b answers q: B.\n";
    expect(await done(source, "A.", move("R?"))).toMatchObject({
      "main.argmap": "question q: Q?\nquestion r: R?\n  claim a: A.\nclaim b answers q: B.\n",
    });
    expect(await done(source, "B.", move("R?"))).toMatchObject({
      "main.argmap": "question q: Q?\n  claim a: A.\nquestion r: R?\nclaim b answers r: B.\n",
    });
  });

  test("speaks of an entry of another file by an import, and stays in its own", async () => {
    const source =
      "import: other.argmap\nclaim a: A.\n  reason: R.\n    premise c\n  reason: S.\n=== other.argmap\nclaim c: C.\n";
    expect(await done(source, "S.", move("C."))).toEqual({
      at: "S.",
      "main.argmap": "import: other.argmap\nclaim a: A.\n  reason: R.\n    premise c\n\nreason for c: S.\n",
    });
  });

  test("refuses its own branch, what cannot stand there, and what stands there already", async () => {
    expect(await done(keep, "Cleaner air.", move("It fell."))).toMatchObject({
      why: "A branch cannot be moved into itself.",
    });
    expect(await done(keep, "It fell.", move("Another."))).toMatchObject({
      why: "A premise cannot be placed under a claim.",
    });
    expect(await done(keep, "Cleaner air.", move("It stays."))).toMatchObject({ why: "It is already there." });
    const named = "claim a: A.\n  objection o: O.\nreason for o: R.\n  objection: P.\n";
    expect(await done(named, "O.", move("P."))).toMatchObject({ why: "A branch cannot be moved into itself." });
  });

  test("refuses to leave a step that says nothing", async () => {
    const source = "claim a: A.\n  reason r:\n    premise: P.\n  reason: S.\n";
    expect(await done(source, "P.", move("S."))).toMatchObject({
      why: "Without this premise the reason would be empty. Add text to it first, or move the whole reason.",
    });
  });
});

describe("turning", () => {
  test("turns a reason into an objection, and what it names with it", async () => {
    expect(await done("claim a: A.\nreason r for a: R.\n", "R.", { do: "turn" })).toMatchObject({
      "main.argmap": "claim a: A.\nobjection r against a: R.\n",
    });
    const held = "speaker lind: Lind\nclaim a by lind: A.\n  reason r: R.\n";
    expect(await done(held, "R.", move("A.", "objection"))).toMatchObject({
      "main.argmap": "speaker lind: Lind\nclaim a by lind: A.\n  objection r by lind: R.\n",
    });
  });

  test("refuses where it would turn for something else too", async () => {
    expect(await done("claim a: A.\nclaim b: B.\nreason for a, b: R.\n", "R.", { do: "turn" })).toMatchObject({
      why: "This reason also applies to 1 other entry. Convert it in the text.",
    });
  });
});

test("says so where the tree is another one by now", async () => {
  const { workspace, uri } = await openWorkspace("claim a: A.\n");
  const trees = new Trees(workspace);
  const { tree, version } = trees.watch(uri) ?? { tree: undefined, version: 0 };
  const [card] = tree?.cards ?? [];
  const action = write("B.");
  if (card === undefined) throw new Error("This map has no card.");
  expect(editCard(workspace, trees, { uri, card: card.id, version: version - 1, action })).toEqual({ is: "stale" });
});
