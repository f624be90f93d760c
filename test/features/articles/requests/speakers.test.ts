import { expect, test } from "vitest";
import { speakers } from "../../../../server/features/articles/requests/speakers.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { openArticles } from "../../../support/workspaces/openArticles.ts";

async function answerFor(source: string) {
  const { workspace, uri, folder, targets } = await openArticles(source);
  return speakers(workspace, { article: `${folder}a.txt`, selections: targets.map(({ range }) => range), map: uri });
}

/** The speakers for the passage between ⟦ and ⟧, those of its paragraph in bold. */
async function speakersOf(source: string): Promise<readonly string[]> {
  const answer = await answerFor(source);
  return answer.speakers.map(({ name, isInParagraph }) => (isInParagraph ? `*${name}*` : name));
}

const people = map`
  source s: S
    file: a.txt
  speaker doris: Doris Brennan
  speaker wei: Wei Zongyou
  speaker chen: Chen
`;

test("the speaker whom the paragraph names comes first, the nearest one before the passage", async () => {
  expect(await speakersOf(`${people}=== a.txt\nBrennan speaks.\n\nWei Zongyou said: ⟦It fell.⟧\n`)).toEqual([
    "*wei*",
    "doris",
    "chen",
  ]);
  expect(await speakersOf(`${people}=== a.txt\nBRENNAN: yes. Chen: ⟦It fell⟧, as Zongyou said.\n`)).toEqual([
    "*chen*",
    "*doris*",
    "*wei*",
  ]);
});

test("a speaker whose words are cited from the paragraph precedes those whom it names", async () => {
  const claim = "claim by chen: It fell by a fifth.\n  quote s: by a fifth\n";
  expect(await speakersOf(`${people}${claim}=== a.txt\nBrennan: ⟦It fell⟧ by a fifth.\n`)).toEqual([
    "*chen*",
    "*doris*",
    "wei",
  ]);
});

test("speakers of imported maps are written with their prefix", async () => {
  const source = "import people: b.argmap\n=== b.argmap\nspeaker wei: Wei\n=== a.txt\n⟦It fell⟧.\n";
  expect(await speakersOf(source)).toEqual(["people.wei"]);
});

test("names of the paragraph that no speaker has are offered, the nearest first", async () => {
  const text =
    "Doris Brennan and Tom Becker met.\n\n“⟦It fell⟧,” said Maria Lopez. Wei Zongyou and Jan van der Berg agreed.\n";
  expect((await answerFor(`${people}=== a.txt\n${text}`)).names).toEqual(["Maria Lopez", "Jan van der Berg"]);
});
