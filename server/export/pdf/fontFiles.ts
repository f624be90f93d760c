/** Finds the font files of the system, and orders them by preference. */
import { readdirSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the font folders of the system. Some may not exist. */
export function fontFolders(platform: NodeJS.Platform = process.platform, env: Environment = process.env): string[] {
  const home = homedir();
  switch (platform) {
    case "win32":
      return [
        join(env["WINDIR"] ?? "C:\\Windows", "Fonts"),
        ...(env["LOCALAPPDATA"] ? [join(env["LOCALAPPDATA"], "Microsoft/Windows/Fonts")] : []),
      ];
    case "darwin":
      return ["/System/Library/Fonts", "/Library/Fonts", join(home, "Library/Fonts")];
    default: {
      const shared = env["XDG_DATA_DIRS"]?.split(":").filter(Boolean) ?? ["/usr/local/share", "/usr/share"];
      const own = env["XDG_DATA_HOME"] ?? join(home, ".local/share");
      return [own, ...shared].map((folder) => join(folder, "fonts")).concat(join(home, ".fonts"));
    }
  }
}

/** File name patterns of families with good coverage that are legible at small sizes, the best first. */
const preferredFamilies = [
  /notosans(cjk)?-?(sc|regular|vf)?\b|notosanscjk|sourcehansans/,
  /pingfang|hiraginosansgb|msyh|yahei|applesdgothic|malgun|yugoth|meiryo|msjh/,
  /notosans|notokufi|wqy|wenquanyi|droidsansfallback/,
  /^sf|geeza|segoeui|arialuni|nirmala|leelaw|tahoma|kohinoor|arial|dejavusans\b|dejavusans\./,
  /simhei|simsun|songti|stheiti|unifont|symbola|freesans|ume|ipag|takao|nanum|uming|ukai/,
];
/** Styles to try last, as they look least like the shipped font or are hard to read. */
const unlikelyStyles =
  /serif|mono|italic|oblique|condensed|light|thin|black|extra|medium|bold|bd\b|rounded|display|emoji/;

function rank(file: string): number {
  const name = basename(file).toLowerCase();
  const found = preferredFamilies.findIndex((pattern) => pattern.test(name));
  return (
    (found === -1 ? preferredFamilies.length : found) + (unlikelyStyles.test(name) ? preferredFamilies.length + 1 : 0)
  );
}

/** Returns the font files in these folders and their subfolders, the preferred ones first. Unreadable folders count as empty. */
export function fontFiles(folders: readonly string[]): string[] {
  const files = new Set<string>();
  for (const folder of folders) {
    for (const name of namesBelow(folder)) if (/\.(ttf|otf|ttc|otc|woff)$/i.test(name)) files.add(join(folder, name));
  }
  return [...files].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function namesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
}

/** Returns the possible paths of the bold font of the same family. */
export function boldNames(file: string): readonly string[] {
  const [, stem = "", ending = ""] = /^(.*)(\.\w+)$/.exec(file) ?? [];
  const plain = stem.replace(/([-_ ]?)(regular|400-normal|400regular)$/i, "");
  const words = ["-SemiBold", "-Bold", "SemiBold", "Bold", "bd", "b", "-600-normal", "_600SemiBold"];
  return plain === "" ? [] : words.map((word) => `${plain}${word}${ending}`);
}
