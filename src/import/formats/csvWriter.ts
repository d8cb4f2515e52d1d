import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

const BATCH_CHARS = 256 * 1024;

/** Writes a staged CSV: comma, `"`, `\n`, UTF-8. A cell is quoted only where it must be. Memory stays at one batch. */
export class CsvWriter {
  readonly path: string;
  rows = 0;
  private batch = '';
  private readonly out: WriteStream;
  private failure: Error | undefined;

  constructor(path: string) {
    this.path = path;
    this.out = createWriteStream(path);
    this.out.on('error', (error) => {
      this.failure = error;
    });
  }

  /** True when the caller should `await drain()` before it goes on. */
  write(cells: readonly string[]): boolean {
    let line = '';
    for (let index = 0; index < cells.length; index++) line += (index ? ',' : '') + cell(cells[index] ?? '');
    this.batch += `${line}\n`;
    this.rows++;
    return this.batch.length >= BATCH_CHARS;
  }

  async drain(): Promise<void> {
    if (this.failure) throw this.failure;
    const batch = this.batch;
    this.batch = '';
    if (!this.out.write(batch)) await once(this.out, 'drain');
  }

  async end(): Promise<void> {
    if (this.batch) await this.drain();
    this.out.end();
    await finished(this.out);
    if (this.failure) throw this.failure;
  }

  /** Stops without caring for what was written. */
  abandon(): void {
    this.out.destroy();
  }
}

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
