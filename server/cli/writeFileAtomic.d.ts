/** The package has no types of its own. */
declare module "write-file-atomic" {
  /** Writes to a file beside the one that is named, and renames it. */
  export default function writeFileAtomic(file: string, content: string | Uint8Array): Promise<void>;
}
