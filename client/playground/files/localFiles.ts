/** Files on the disk of the user: with the File System Access API where the browser has it, else as uploads and downloads. */
import { isMapPath, type ProjectFile } from "./project.ts";

/** A part of the API that only some browsers have, so that the compiler does not know it. */
interface FilePickers {
  showSaveFilePicker?(options: object): Promise<FileSystemFileHandle>;
  showOpenFilePicker?(options: object): Promise<readonly FileSystemFileHandle[]>;
}

/** A part of the same API for files that are dropped. */
interface DroppedItem {
  getAsFile(): File | null;
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/** A file that the user has opened. */
export interface OpenedFile {
  readonly file: File;
  /** Writes to the file; undefined if the browser does not let the page write. */
  readonly handle: FileSystemFileHandle | undefined;
}

/** Documents that are kept as bytes: the server reads their text. */
const documentName = /\.(pdf|docx|odt|epub|mht|mhtml|eml)$/i;

/** Larger files are not read. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Lets the user choose files. Empty if the user cancels. @param endings of the names, each with its full stop */
export async function chooseFiles(endings: readonly string[]): Promise<readonly OpenedFile[]> {
  const { showOpenFilePicker } = window as FilePickers;
  if (showOpenFilePicker === undefined) {
    const files = await chooseUploads(endings.join(","));
    return files.map((file) => ({ file, handle: undefined }));
  }
  try {
    const types = [{ description: "Maps and articles", accept: { "text/plain": endings } }];
    const handles = await showOpenFilePicker.call(window, { multiple: true, types });
    return await Promise.all(handles.map(async (handle) => ({ file: await handle.getFile(), handle })));
  } catch (error) {
    if (isCanceled(error)) return [];
    throw error;
  }
}

function chooseUploads(accept: string): Promise<readonly File[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.multiple = true;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}

/** Returns the files among dropped items. The browser gives them only while it handles the event. */
export const droppedFiles = (items: Iterable<DroppedItem>): Promise<readonly OpenedFile[]> =>
  Promise.all(
    [...items].flatMap((item) => {
      const file = item.getAsFile();
      return file === null ? [] : [withHandle(file, item.getAsFileSystemHandle?.())];
    }),
  );

async function withHandle(file: File, found: Promise<FileSystemHandle | null> | undefined): Promise<OpenedFile> {
  const handle = await found?.catch(() => null);
  // The compiler does not know that the kind tells the type.
  return { file, handle: handle?.kind === "file" ? (handle as FileSystemFileHandle) : undefined };
}

/** True if the user has closed a dialog for files. */
const isCanceled = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

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
      (await showSaveFilePicker.call(window, {
        suggestedName: name,
        types: [{ description: "Argument map", accept: { "text/plain": [".argmap"] } }],
      }));
    handles.set(key, handle);
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
    return true;
  } catch (error) {
    if (isCanceled(error)) return false;
    if (error instanceof DOMException && error.name === "NotAllowedError")
      throw new Error(`The browser may not write to ${name}. Save it again, and allow it.`);
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
