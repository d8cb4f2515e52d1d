import { z } from 'zod';
import { refuse } from '#facts';
import { defineAct } from './act.ts';

export const getSettings = defineAct({
  name: 'getSettings',
  summary: 'Settings of the installation.',
  input: z.object({}),
  run: ({ ports }) => ports.book.settings(),
});

export const saveSettings = defineAct({
  name: 'saveSettings',
  summary: 'Changes settings of the installation; those not named stay.',
  input: z
    .object({
      zone: z.string(),
      language: z.enum(['ru', 'en']),
      uploadLimitBytes: z.number().int().positive(),
      keepFilesHours: z.number().positive(),
    })
    .partial(),
  changes: true,
  run: async ({ ports }, changed) => {
    if (changed.zone !== undefined && !isZone(changed.zone)) refuse('settings.zoneUnknown', { got: changed.zone });
    return ports.book.saveSettings(changed);
  },
});

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
