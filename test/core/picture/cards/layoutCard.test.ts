import { expect, test } from "vitest";
import { cardOf, layoutOf, pictureOf, textsOf } from "../../../support/trees/pictures.ts";
import {
  assumption,
  claim,
  objection,
  premise,
  question,
  reason,
  reference,
  treeOf,
} from "../../../support/trees/treeFixtures.ts";

test("a card shows its kind, its text, its speakers, and who accepts and rejects it", () => {
  const tree = treeOf(
    claim("Words.", { id: "c", speakers: ["Lind"], acceptedBy: ["Roy"], rejectedBy: ["Chen", "Ito"] }),
  );
  expect(textsOf(layoutOf(tree, "c"))).toEqual(["claim", "Words.", "— Lind", "✓ Roy", "✗ Chen, Ito"]);
});

test("a card shows its speakers only if they differ from those of the parent", () => {
  const picture = pictureOf(
    treeOf(
      claim(
        "A",
        { id: "a", speakers: ["Lind"] },
        reason("B", { id: "b", inheritsSpeakers: true }, premise("P", { id: "p", speakers: ["Lind"] })),
        objection("C", { id: "c", speakers: ["Roy"] }),
        objection("D", { id: "d" }, reason("E", { id: "e", speakers: ["Lind"] })),
      ),
    ),
  );
  const speakersOf = (id: string): string[] =>
    textsOf(cardOf(picture, id).layout).filter((text) => text.startsWith("—"));
  expect(["a", "b", "p", "c", "d", "e"].map(speakersOf)).toEqual([["— Lind"], [], [], ["— Roy"], [], ["— Lind"]]);
});

test("a premise has the hue of its step, and an assumption a label of its own", () => {
  const picture = pictureOf(
    treeOf(claim("A", objection("B", premise("P", { id: "p" }), assumption("Q", { id: "q" })))),
  );
  expect(cardOf(picture, "p").layout.hue).toBe("objection");
  expect(textsOf(cardOf(picture, "q").layout)[0]).toBe("assumption");
  expect(picture.frames[0]?.hue).toBe("objection");
});

test("a step without text is a pill", () => {
  const pill = layoutOf(treeOf(claim("A", objection("", { id: "o", speakers: ["Roy"] }, premise("P")))), "o");
  expect(pill.height).toBe(26);
  expect(textsOf(pill)).toEqual(["− objection", "— Roy"]);
});

test("a title is bold above the text, which is then not bold", () => {
  const layout = layoutOf(treeOf(claim("Words.", { id: "c", title: "Title" })), "c");
  const weights = layout.texts.map(({ text, weight }) => `${text} ${weight}`);
  expect(weights).toEqual(["claim 600", "Title 600", "Words. 400"]);
  expect(layout.textBox.y).toBe(layout.texts[2]?.y);
});

test("a step with a title but no text is a card", () => {
  const tree = treeOf(claim("A", reason("", { id: "r", form: "full", title: "Title" }, premise("P"))));
  expect(textsOf(layoutOf(tree, "r"))).toEqual(["+ reason", "Title"]);
});

test("a card that another one refers to shows its title or its name", () => {
  const tree = treeOf(
    claim("A", { id: "a", name: "air" }),
    claim("B", { id: "b", name: "bus", title: "Buses" }),
    claim("C", { id: "c", name: "car" }),
    claim(
      "D",
      reason("", reference("a", "premise", { id: "ra", name: "air" }), reference("b", "premise", { id: "rb" })),
    ),
  );
  expect(["a", "b", "c"].map((id) => textsOf(layoutOf(tree, id)))).toEqual([
    ["claim", "air", "A"],
    ["claim", "Buses", "B"],
    ["claim", "C"],
  ]);
  expect(textsOf(layoutOf(tree, "ra"))).toEqual(["↗\ufe0e see air", "A"]);
  expect(textsOf(layoutOf(tree, "rb"))).toEqual(["↗\ufe0e see Buses", "Buses", "B"]);
});

test("a question shows how many answers can be true", () => {
  const tree = treeOf(question("Which?", { id: "q", answerLimit: "exactly-one" }, claim("A")));
  expect(textsOf(layoutOf(tree, "q"))).toEqual(["? question", "≠ exactly one answer", "Which?"]);
});

test("a card shows the other wordings of its statement", () => {
  const otherWordings = [{ text: "The end is near.", speakers: ["Roy"] }];
  const tree = treeOf(claim("All is lost.", { id: "a", otherWordings }));
  expect(textsOf(layoutOf(tree, "a"))).toEqual(["claim", "All is lost.", "= The end is near. — Roy"]);
});

test("an objection to the inference of a step, and a reason for it, say so", () => {
  const tree = treeOf(
    claim(
      "A",
      reason("R", premise("P"), objection("O", { id: "o" }), reason("B", { id: "b" })),
      objection("Q", { id: "q" }),
    ),
  );
  expect(textsOf(layoutOf(tree, "o"))).toEqual(["− objection", "undercut", "O"]);
  expect(textsOf(layoutOf(tree, "b"))).toEqual(["+ reason", "backing", "B"]);
  expect(textsOf(layoutOf(tree, "q"))).toEqual(["− objection", "Q"]);
  expect(layoutOf(tree, "o").accessibleLabel).toBe("objection. undercut. O");
});

test("a card shows its status and its date", () => {
  const tree = treeOf(claim("A", { id: "a", speakers: ["Lind"], date: "2024-05", status: "rejected" }));
  expect(textsOf(layoutOf(tree, "a"))).toEqual(["claim", "A", "— Lind", "2024-05", "rejected"]);
});

test("a reference shows the text of the card that it refers to in gray", () => {
  const tree = treeOf(
    claim("A", { id: "a", name: "air" }),
    claim("B", reason("R", reference("a", "claim", { id: "ref", name: "air" }))),
  );
  const layout = layoutOf(tree, "ref");
  expect(textsOf(layout)).toEqual(["↗\ufe0e see air", "A"]);
  expect(layout.texts[1]?.color).toBe("muted");
});

test("a reference shows the speakers of a card that comes later in the tree", () => {
  const tree = treeOf(
    claim(
      "A",
      { speakers: ["Roy"] },
      reason("R", { inheritsSpeakers: true }, reference("p", "premise", { id: "ref" })),
    ),
    claim(
      "B",
      { speakers: ["Lind"] },
      reason("S", { inheritsSpeakers: true }, premise("P", { id: "p", inheritsSpeakers: true })),
    ),
  );
  expect(textsOf(layoutOf(tree, "ref")).at(-1)).toBe("— Lind");
  expect(textsOf(layoutOf(tree, "p"))).toEqual(["premise", "P"]);
});

test("a card without text shows its name", () => {
  expect(textsOf(layoutOf(treeOf(claim("", { id: "c", name: "keep" })), "c"))).toEqual(["claim", "keep"]);
});

test("Arabic text starts at the right", () => {
  const { texts } = layoutOf(treeOf(claim("خسرت المتاجر", { id: "c", speakers: ["مايا"] })), "c");
  expect(texts.map(({ rtl, x }) => [rtl, x])).toEqual([
    [false, 15],
    [true, 237],
    [true, 237],
  ]);
});
