/** Files on the disk of the user: with the File System Access API where the browser has it, else as uploads and downloads. */
import { isMapPath, type ProjectFile } from "./project.ts";

/** A part of the API that only some browsers have, so that the compiler does not know it. */
interface FilePickers {
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>;
}

/** Documents that are kept as bytes: the server reads their text. */
const documentName = /\.(pdf|docx|odt|epub|mht|mhtml|eml)$/i;

/** Larger files are not read. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Lets the user choose files. Empty if the user cancels. @param accept the endings, as for an `input` */
export function chooseFiles(accept: string, isMultiple: boolean): Promise<readonly File[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.multiple = isMultiple;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}

/** Reads a file. Throws an error for the user if it is too large, or not text where text is needed. */
export async function readFile(file: File): Promise<ProjectFile> {
  if (file.size > MAX_BYTES) throw new Error(`${file.name} is larger than 20 MB. Choose a smaller file.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (documentName.test(file.name)) return { path: file.name, content: bytes };
  try {
    // The mark at the beginning of a file is kept, so that saving does not remove it.
    return { path: file.name, content: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    if (isMapPath(file.name)) throw new Error(`${file.name} is not text in UTF-8. Save it in UTF-8 and open it again.`);
    // The server finds the encoding of an article.
    return { path: file.name, content: bytes };
  }
}

/** Writes a file that the user chose before. */
export type FileHandles = Map<string, FileSystemFileHandle>;

/**
 * Saves a text: to its file if the user has chosen one, else to a new one or as a download. Returns whether it was saved.
 *
 * @param key names the text in `handles`
 */
export async function saveText(name: string, text: string, key: string, handles: FileHandles): Promise<boolean> {
  const { showSaveFilePicker } = window as FilePickers;
  if (showSaveFilePicker === undefined) {
    download(name, text, "text/plain");
    return true;
  }
  try {
    const handle =
      handles.get(key) ??
      (await showSaveFilePicker({
        suggestedName: name,
        types: [{ description: "Argument map", accept: { "text/plain": [".argmap"] } }],
      }));
    handles.set(key, handle);
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
    return true;
  } catch (error) {
    // The user has canceled.
    if (error instanceof DOMException && error.name === "AbortError") return false;
    throw error;
  }
}

/** Downloads a file. */
export function download(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
