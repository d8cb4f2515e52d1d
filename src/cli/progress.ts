import type { Progress } from '#acts';
import { type Lang, say } from '#words';

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  /** Clears the line, so that what follows stands alone. */
  readonly clear: () => void;
}

/** Progress on stderr. A terminal sees one line with rate and remaining time; a file sees each stage once where
 *  `stages` is set, else nothing. */
export function progressLine(lang: Lang, stages: boolean): ProgressLine {
  const { stderr } = process;
  let stage = '';
  let began = 0;
  let drawn = 0;
  return {
    show: (progress) => {
      const now = performance.now();
      const isNew = progress.stage !== stage;
      if (isNew) {
        stage = progress.stage;
        began = now;
        if (!stderr.isTTY && stages) stderr.write(`${stageName(lang, stage)}\n`);
      }
      if (!stderr.isTTY || (!isNew && now - drawn < 100)) return;
      drawn = now;
      stderr.write(`\r\u001b[K${sentence(lang, progress, (now - began) / 1000).slice(0, (stderr.columns ?? 80) - 1)}`);
    },
    clear: () => {
      if (stderr.isTTY && stage !== '') stderr.write('\r\u001b[K');
    },
  };
}

const stageName = (lang: Lang, stage: string): string => say(lang, `progress.${stage}`);

function sentence(lang: Lang, { stage, done, total, unit }: Progress, seconds: number): string {
  const amount = (value: number) =>
    unit === 'bytes' ? say(lang, 'progress.megabytes', { n: value / 1_000_000 }) : value.toLocaleString(lang);
  const parts = [stageName(lang, stage)];
  if (total !== null && total > 0) parts.push(`${Math.floor((100 * done) / total)} %`);
  parts.push(total === null ? amount(done) : say(lang, 'progress.of', { done: amount(done), total: amount(total) }));
  const rate = seconds > 0.5 ? done / seconds : 0;
  if (rate > 0) parts.push(say(lang, 'progress.rate', { rate: amount(Math.round(rate)) }));
  if (rate > 0 && total !== null) parts.push(say(lang, 'progress.left', { left: duration((total - done) / rate) }));
  return parts.join(' · ');
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
