import { z } from 'zod';
import { registerSchema } from '#organisation';
import { defineAct } from './act.ts';
import type { RegisterSavedView } from './organisationViews.ts';
import { soundRegister, writeRegister } from './registerDocument.ts';

export const saveRegister = defineAct({
  name: 'saveRegister',
  summary: 'Saves kinds of bodies, positions, employees, services and segments over the version that the person saw.',
  input: z.object({
    /** Looked at by the act, so that what does not fit is refused as a fault of the register. */
    register: z.unknown().meta({ ...z.toJSONSchema(registerSchema, { io: 'input' }) }),
    version: z.number().int().min(0).default(0),
  }),
  changes: true,
  run: async (context, { register, version }): Promise<RegisterSavedView> =>
    writeRegister(context, await soundRegister(context, register), version),
});
