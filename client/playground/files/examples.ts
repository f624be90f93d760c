/** The examples of the site, which the playground loads when the user opens one. */
import { newProject, type Project } from "./project.ts";

export interface Example {
  /** The path of the map in the folder of the examples. */
  readonly map: string;
  /** The title of the map, in its language. */
  readonly title: string;
  readonly detail: string;
  /** The other files that the map needs. */
  readonly files: readonly string[];
}

export const examples: readonly Example[] = [
  {
    map: "first-map.argmap",
    title: "Sundays at the library",
    detail: "A first map: ten lines, two answers to one question",
    files: [],
  },
  {
    map: "wind-turbine.argmap",
    title: "Should Hollin build its wind turbine?",
    detail: "An interview on a web page, with its quotes",
    files: ["wind-turbine.html"],
  },
  {
    map: "ardmore.argmap",
    title: "Should Ardmore keep its entry charge?",
    detail: "A whole article and its speakers",
    files: ["ardmore-trial.txt"],
  },
  {
    map: "night-flights.argmap",
    title: "Should planes land at Hollenstedt at night?",
    detail: "Rival answers, and a reason for one that speaks against another",
    files: [],
  },
  {
    map: "bridge.argmap",
    title: "What to do about the cracked bridge at Marl",
    detail: "A decision to weigh",
    files: [],
  },
  {
    map: "energy/main.argmap",
    title: "Should Skellin Harbour heat itself from the sea?",
    detail: "A map in four files",
    files: ["energy/cost.argmap", "energy/people.argmap", "energy/winter.argmap", "energy/hearing.txt"],
  },
  {
    map: "us-russia-reset.argmap",
    title: "Will a U.S.–Russia reset divide Moscow from Beijing?",
    detail: "What several experts claim, accept and reject",
    files: [],
  },
  {
    map: "zh-old-town.argmap",
    title: "澜州老城的入城费该不该收下去？",
    detail: "A map in Chinese",
    files: ["zh-old-town.txt"],
  },
  {
    map: "debates/voting-age.argmap",
    title: "Should people vote at sixteen?",
    detail: "A public debate, to weigh",
    files: [],
  },
  {
    map: "debates/nuclear-power.argmap",
    title: "Does climate policy need new nuclear power?",
    detail: "A public debate with likelihoods",
    files: [],
  },
  {
    map: "debates/basic-income.argmap",
    title: "Should everybody get a basic income?",
    detail: "A public debate, two wordings of one statement",
    files: [],
  },
  {
    map: "debates/death-penalty.argmap",
    title: "Should the death penalty be abolished?",
    detail: "A public debate, with attacks on inferences",
    files: [],
  },
  {
    map: "debates/homework.argmap",
    title: "Should primary schools give homework?",
    detail: "A public debate, three rival answers",
    files: [],
  },
  {
    map: "debates/wahlpflicht.argmap",
    title: "Soll Wählen Pflicht sein?",
    detail: "A map in German",
    files: [],
  },
];

/** Loads an example from the site. Throws if it cannot be loaded. */
export async function loadExample({ map, files }: Example): Promise<Project> {
  const folder = map.slice(0, map.lastIndexOf("/") + 1);
  const load = async (path: string) => {
    const response = await fetch(new URL(`../examples/${path}`, document.baseURI)).catch(() => undefined);
    if (!response?.ok) throw new Error("The example could not be loaded. Check the connection and open it again.");
    return { path: path.slice(folder.length), content: await response.text() };
  };
  const [first, ...others] = await Promise.all([load(map), ...files.map(load)]);
  return newProject([first, ...others]);
}
