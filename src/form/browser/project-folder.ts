// Stage: form. A folder of the project that was chosen in the browser → the same folder as the editor sees it: its content alone, and no write that does not keep what stands. Runs in the browser.
import { CONTENT } from '../places.ts';
import { keepBytes } from '../keep-bytes.ts';
import { shapeProblem } from '../shape-problem.ts';
import { Refusal, type FormData } from '../form-data.ts';

/** What came of a save. */
export type Saved =
  | {
      readonly path: string;
      readonly changed: boolean;
      /** What `npm run check` will say of it. */
      readonly problem: string | undefined;
    }
  | { readonly path: string; readonly refusal: string };

/** Where content lies: in the project, in an office of one's own (KHUMUE_OFFICE), or chosen itself. */
const PLACES: readonly (readonly string[])[] = [['src', 'content'], ['content'], []];
/** What a folder of content has. */
const MARK = 'manuals';

/** @throws {Refusal} where the folder is no project */
export async function findContent(
  chosen: FileSystemDirectoryHandle,
): Promise<FileSystemDirectoryHandle> {
  for (const place of PLACES) {
    try {
      let folder = chosen;
      for (const name of place) folder = await folder.getDirectoryHandle(name);
      await folder.getDirectoryHandle(MARK);
      return folder;
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  throw new Refusal(
    `ไม่พบเนื้อหาในโฟลเดอร์ “${chosen.name}” โปรดเลือกโฟลเดอร์ของโครงการ คือโฟลเดอร์ที่มี package.json`,
  );
}

/** All content files, by their path below the folder. */
export async function filesIn(
  folder: FileSystemDirectoryHandle,
  below = '',
): Promise<{ path: string; text: string }[]> {
  const found: { path: string; text: string }[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind === 'directory') found.push(...(await filesIn(handle, `${below}${name}/`)));
    else if (/\.(?:mdx|yaml)$/.test(name))
      found.push({
        path: below + name,
        text: await (await handle.getFile()).text(),
      });
  }
  return found;
}

/** The root of what the editor sees: one folder, CONTENT. */
export function editorRoot(
  content: FileSystemDirectoryHandle,
  told: (saved: Saved) => void,
): EditorFolder {
  const shown = new EditorFolder(content, CONTENT, told);
  return new EditorFolder(undefined, '', told, new Map([[CONTENT, shown]]));
}

/** As much of FileSystemDirectoryHandle as the editor uses. */
class EditorFolder {
  readonly kind = 'directory';
  readonly name: string;
  readonly #handle: FileSystemDirectoryHandle | undefined;
  readonly #path: string;
  readonly #told: (saved: Saved) => void;
  readonly #known: Map<string, EditorFolder | EditorFile>;

  constructor(
    handle: FileSystemDirectoryHandle | undefined,
    path: string,
    told: (saved: Saved) => void,
    known = new Map<string, EditorFolder | EditorFile>(),
  ) {
    this.name = handle?.name ?? '';
    this.#handle = handle;
    this.#path = path;
    this.#told = told;
    this.#known = known;
  }

  async *entries(): AsyncGenerator<[string, EditorFolder | EditorFile]> {
    if (this.#handle)
      for await (const [name, handle] of this.#handle.entries())
        yield [name, this.#wrapped(name, handle)];
    else yield* this.#known;
  }

  async getDirectoryHandle(name: string): Promise<EditorFolder> {
    const known = this.#known.get(name);
    if (known instanceof EditorFolder) return known;
    if (!this.#handle) throw missing(name);
    return this.#wrapped(name, await this.#handle.getDirectoryHandle(name)) as EditorFolder;
  }

  /** With `create`, a file that is not there begins in memory: the editor writes a new text beside a file, then moves it there. */
  async getFileHandle(name: string, { create = false } = {}): Promise<EditorFile> {
    try {
      if (!this.#handle) throw missing(name);
      return this.#wrapped(name, await this.#handle.getFileHandle(name)) as EditorFile;
    } catch (error) {
      if (!create || !isMissing(error)) throw error;
      return new EditorFile(undefined, this.#below(name), this.#told);
    }
  }

  /** Only what never was on the disk is thrown away; content is deleted by hand, with what refers to it. */
  async removeEntry(name: string): Promise<void> {
    try {
      await this.#handle?.getFileHandle(name);
    } catch (error) {
      if (isMissing(error)) return;
      throw error;
    }
    throw this.#refused(name, 'ฟอร์มนี้ไม่ลบแฟ้ม โปรดลบด้วยโปรแกรมจัดการแฟ้ม แล้วสั่ง npm run check');
  }

  #refused(name: string, refusal: string): Refusal {
    this.#told({ path: this.#below(name), refusal });
    return new Refusal(refusal);
  }

  #below(name: string): string {
    return this.#path ? `${this.#path}/${name}` : name;
  }

  #wrapped(
    name: string,
    handle: FileSystemFileHandle | FileSystemDirectoryHandle,
  ): EditorFolder | EditorFile {
    const known = this.#known.get(name);
    if (known) return known;
    const made =
      handle.kind === 'file'
        ? new EditorFile(handle, this.#below(name), this.#told)
        : new EditorFolder(handle, this.#below(name), this.#told);
    this.#known.set(name, made);
    return made;
  }
}

/** As much of FileSystemFileHandle as the editor uses. */
class EditorFile {
  readonly kind = 'file';
  #handle: FileSystemFileHandle | undefined;
  #path: string;
  readonly #told: (saved: Saved) => void;
  /** What the form began with: the file's text as the editor read it, or as it was written last. */
  #known: string | undefined;
  /** What the editor wrote into a file that is not on the disk. */
  #draft = '';

  constructor(
    handle: FileSystemFileHandle | undefined,
    path: string,
    told: (saved: Saved) => void,
  ) {
    this.#handle = handle;
    this.#path = path;
    this.#told = told;
  }

  get name(): string {
    return this.#path.split('/').at(-1) ?? '';
  }

  async getFile(): Promise<File> {
    if (!this.#handle) return new File([this.#draft], this.name);
    const file = await this.#handle.getFile();
    this.#known ??= await file.text();
    return file;
  }

  createWritable(): Promise<{
    write: (written: unknown) => Promise<void>;
    close: () => Promise<void>;
  }> {
    return Promise.resolve({
      write: async (written) => {
        const text = typeof written === 'string' ? written : await (written as Blob).text();
        if (this.#handle) await this.#save(text);
        else this.#draft = text;
      },
      close: () => Promise.resolve(),
    });
  }

  /** The editor's last act of a save. Afterwards this is the file that was there. */
  async move(folder: EditorFolder, name: string): Promise<void> {
    if (this.#handle) throw new Refusal('ฟอร์มนี้ไม่ย้ายหรือเปลี่ยนชื่อแฟ้ม');
    const file = await folder.getFileHandle(name, { create: true });
    await file.#save(this.#draft);
    this.#handle = file.#handle;
    this.#path = file.#path;
  }

  /** @param said what the editor's format (form.ts) made of the form: JSON */
  async #save(said: string): Promise<void> {
    try {
      if (!this.#handle) throw new Refusal('ฟอร์มนี้ไม่สร้างแฟ้มใหม่ โปรดใช้ npm run new แล้วโหลดหน้านี้ใหม่');
      const old = await (await this.#handle.getFile()).text();
      if (this.#known !== undefined && old !== this.#known)
        throw new Refusal(
          'ไม่ได้บันทึก เพราะแฟ้มนี้ถูกแก้ด้วยโปรแกรมอื่นหลังจากที่ฟอร์มอ่าน โปรดโหลดหน้านี้ใหม่แล้วแก้อีกครั้ง',
        );
      const text = keepBytes(this.#path, old, JSON.parse(said) as FormData);
      if (text !== old) {
        const writable = await this.#handle.createWritable();
        await writable.write(text);
        await writable.close();
      }
      this.#known = text;
      const problem = shapeProblem(this.#path.slice(`${CONTENT}/`.length), text);
      this.#told({ path: this.#path, changed: text !== old, problem });
    } catch (error) {
      const refusal =
        error instanceof Refusal
          ? error.message
          : `เขียนแฟ้มไม่ได้ (${error instanceof Error ? error.message : String(error)})`;
      console.warn(`${this.#path}: ${refusal}`);
      this.#told({ path: this.#path, refusal });
      throw error;
    }
  }
}

function missing(name: string): DOMException {
  return new DOMException(name, 'NotFoundError');
}

function isMissing(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}
