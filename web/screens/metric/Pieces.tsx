import { useLanguage } from '../../language.tsx';
import { SelectField, TextField } from '../model/Fields.tsx';

const UNITS = ['D', 'H', 'M', 'W'] as const;

/** `P7D` as a number and its unit. */
export const DurationField = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => {
  const { say } = useLanguage();
  const { n, unit } = durationOf(value);
  return (
    <>
      <TextField label={label} value={n} onChange={(typed) => onChange(durationText(typed.replace(/\D/g, ''), unit))} />
      <SelectField
        label={say('mf.durationUnit')}
        value={unit}
        options={UNITS.map((one) => ({ value: one, label: say(`mf.duration.${one}`) }))}
        onChange={(one) => onChange(durationText(n, one as (typeof UNITS)[number]))}
      />
    </>
  );
};

/** `P7D` days, `PT2H` hours, `PT15M` minutes, `W3D` working days. A parameter such as `$window` stays as it is. */
export function durationOf(text: string): { readonly n: string; readonly unit: (typeof UNITS)[number] } {
  const [, whole, n = '', letter] = /^(P|PT|W)(\d+)([DWHM])$/.exec(text) ?? [];
  if (whole === 'W') return { n, unit: 'W' };
  if (whole === 'PT') return { n, unit: letter as 'H' | 'M' };
  if (whole === 'P') return letter === 'W' ? { n: String(7 * Number(n)), unit: 'D' } : { n, unit: 'D' };
  return { n: text, unit: 'D' };
}

export const durationText = (n: string, unit: (typeof UNITS)[number]): string =>
  unit === 'W' ? `W${n}D` : unit === 'D' ? `P${n}D` : `PT${n}${unit}`;
