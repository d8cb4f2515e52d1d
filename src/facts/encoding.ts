import type { Field } from './fields.ts';

/** How a field lies in column form.
 *  `code`: number in the dictionary `code` · `fixed`: 1-based place in the field's `oneOf` · `caseNo`, `runNo`, `client`:
 *  number in the dictionaries of ids · `mask`: bits of a list · `micros`, `integer`, `number`, `text` as they are. */
export type Lie = 'code' | 'fixed' | 'caseNo' | 'runNo' | 'client' | 'mask' | 'micros' | 'integer' | 'number' | 'text';

const CASE_ID_FIELDS = new Set(['id', 'caseId', 'reopenedFrom', 'parentCase']);

export function lieOf(field: Field): Lie {
  switch (field.type) {
    case 'id':
      return CASE_ID_FIELDS.has(field.name) ? 'caseNo' : 'runNo';
    case 'key':
      return 'client';
    case 'instant':
      return 'micros';
    case 'list':
      return 'mask';
    case 'integer':
    case 'number':
    case 'text':
      return field.type;
    case 'person':
      return 'code';
    case 'code':
      return field.oneOf ? 'fixed' : 'code';
  }
}

/** Column names are the field names, except the ids that become numbers. */
export function columnOf(field: Field): string {
  if (field.name === 'id' && field.type === 'id') return 'caseNo';
  if (field.name === 'caseId') return 'caseNo';
  if (field.name === 'journeyRun') return 'runNo';
  return field.name;
}
