import { SaxesParser } from 'saxes';
import { type Refusal, Refused } from '#facts';

export interface XesHandler {
  /** `attributes`: of the trace itself; called once its events are read. */
  readonly trace: (attributes: ReadonlyMap<string, string>, line: number) => void;
  readonly event: (attributes: ReadonlyMap<string, string>, line: number) => void;
}

const ATTRIBUTES = new Set(['string', 'date', 'int', 'float', 'boolean', 'id']);

/** Feeds XES text to the handler: traces, events and their own attributes; nested attributes, lists and the log's own
 *  are passed over. A document type (and with it entities) is refused: `xml.dtd`; `xml.broken`, `xml.truncated`,
 *  `xes.notLog`. */
export class XesParser {
  private readonly parser = new SaxesParser();
  private readonly path: string[] = [];
  private traceAttributes = new Map<string, string>();
  private eventAttributes = new Map<string, string>();
  private traceLine = 0;
  private eventLine = 0;
  private readonly file: string;
  private closing = false;

  constructor(file: string, handler: XesHandler) {
    this.file = file;
    this.parser.on('error', (error) => {
      throw this.refusal(this.closing ? 'xml.truncated' : 'xml.broken', error.message.replace(/^\d+:\d+:\s*|\.$/g, ''));
    });
    this.parser.on('doctype', () => {
      throw this.refusal('xml.dtd');
    });
    this.parser.on('opentag', ({ name, attributes }) => this.open(localName(name), attributes));
    this.parser.on('closetag', ({ name }) => this.close(localName(name), handler));
  }

  write(text: string): void {
    this.parser.write(text);
  }

  end(): void {
    this.closing = true;
    this.parser.close();
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    const depth = this.path.length;
    if (depth === 0 && name !== 'log') throw this.refusal('xes.notLog', name);
    const parent = this.path[depth - 1];
    if (depth === 1 && name === 'trace') {
      this.traceAttributes = new Map();
      this.traceLine = this.parser.line;
    } else if (depth === 2 && name === 'event' && parent === 'trace') {
      this.eventAttributes = new Map();
      this.eventLine = this.parser.line;
    } else if (ATTRIBUTES.has(name) && attributes.key !== undefined) {
      if (depth === 2 && parent === 'trace') this.traceAttributes.set(attributes.key, attributes.value ?? '');
      else if (depth === 3 && parent === 'event') this.eventAttributes.set(attributes.key, attributes.value ?? '');
    }
    this.path.push(name);
  }

  private close(name: string, handler: XesHandler): void {
    this.path.pop();
    const depth = this.path.length;
    if (depth === 2 && name === 'event' && this.path[1] === 'trace')
      handler.event(this.eventAttributes, this.eventLine);
    else if (depth === 1 && name === 'trace') handler.trace(this.traceAttributes, this.traceLine);
  }

  private refusal(code: string, got?: string): Refused {
    const refusal: Refusal = { code, file: this.file, line: this.parser.line, ...(got === undefined ? {} : { got }) };
    return new Refused([refusal]);
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
