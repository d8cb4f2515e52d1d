import { Refused } from '#facts';
import { baselineRefusal, judgementJson, judgeSeries, parseSeries } from '#judge';
import { bilingual } from '#words';
import { defineAct } from './act.ts';
import { judgeInput } from './inputs.ts';

/** What `judge` answers: limits are null under 12 points; `rules` name why a point is marked. */
export type JudgementView = ReturnType<typeof judgementJson>;

export const judge = defineAct({
  name: 'judge',
  summary: 'Judges any series of period,value[,n] against its own past, a target and a norm.',
  input: judgeInput,
  storeless: true,
  run: async (_context, { text, ...options }): Promise<JudgementView> => {
    const { points, refusals } = parseSeries(text);
    if (refusals.length > 0) throw new Refused(refusals);
    const wrong = options.baseline ? baselineRefusal(points, options.baseline) : null;
    if (wrong) throw new Refused([wrong]);
    return judgementJson(judgeSeries(points, options), (reason) => bilingual(reason.code, reason.with));
  },
});
