/** A file that a person gave: uploaded before (`PUT /api/uploads`), or a path of this machine, which only the holder of
 *  the local token may name. */
export type FileRef = { readonly upload: string } | { readonly path: string };

/** A readable file. `name` is what the person called it (for reports), `path` where it lies. */
export interface InputFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

export interface OutputFolder {
  readonly path: string;
  /** Address below the server where a file of this folder can be fetched; null for a folder the person named. */
  readonly address: (file: string) => string | null;
}

/** Uploads, downloads and temporary folders. */
export interface FilesPort {
  /** Refuses `file.missing`, `file.notAFile`, `file.pathForbidden`. */
  readonly open: (file: FileRef) => Promise<InputFile>;
  /** The folder to write results to: the named one (made if missing), else a new one that downloads can read. */
  readonly output: (path?: string) => Promise<OutputFolder>;
  /** Lays down a text in a folder of `temporary`, to be read like a file that a person gave under this name. */
  readonly write: (folder: string, name: string, text: string) => Promise<InputFile>;
  /** Runs with a fresh empty folder that is removed afterwards, whatever happens. */
  readonly temporary: <T>(work: (path: string) => Promise<T>) => Promise<T>;
}
