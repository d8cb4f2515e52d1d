import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { parse } from 'csv-parse';

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const KEYS = { activity: 'concept:name', employee: 'org:resource', unit: 'org:group' };

/** Writes an XES log of about `bytes` bytes from a canonical file of events, whose cases lie together. */
export async function writeXes(events, file, bytes) {
  const out = createWriteStream(file);
  const put = async (text) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  await put('<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0" xmlns="http://www.xes-standard.org/">\n');
  let [caseId, written, rows] = [null, 0, 0];
  for await (const { caseId: id, at, ...fields } of createReadStream(events).pipe(parse({ columns: true }))) {
    let text = '';
    if (id !== caseId) {
      if (written >= bytes) break;
      text += `${caseId === null ? '' : '  </trace>\n'}  <trace>\n    <string key="concept:name" value="${escaped(id)}"/>\n`;
      caseId = id;
    }
    text += `    <event>\n      <date key="time:timestamp" value="${at}"/>\n`;
    for (const [field, value] of Object.entries(fields))
      if (value !== '') text += `      <string key="${KEYS[field] ?? field}" value="${escaped(value)}"/>\n`;
    text += '    </event>\n';
    rows += 1;
    written += text.length;
    await put(text);
  }
  await put(`${caseId === null ? '' : '  </trace>\n'}</log>\n`);
  out.end();
  await once(out, 'finish');
  return rows;
}
