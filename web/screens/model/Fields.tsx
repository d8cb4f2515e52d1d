import { type ReactNode, useId, useState } from 'react';
import { useLanguage } from '../../language.tsx';
import { NUMBER, numberOf, textOfNumber } from './words.ts';

// Fields of the forms of a model. What is typed is told at once; a number that is not one stays in its field.

export const TextField = ({
  label,
  value,
  hint,
  onChange,
  rows,
  required,
  maxLength,
  placeholder,
  options,
}: {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly placeholder?: string;
  /** Known values that may be picked; others may be typed. */
  readonly options?: readonly string[];
}) => {
  const list = useId();
  const given = { value, required, maxLength, placeholder };
  if (rows)
    return (
      <label>
        {label}
        <textarea rows={rows} {...given} onChange={(event) => onChange(event.target.value)} />
        {hint && <small>{hint}</small>}
      </label>
    );
  return (
    <label>
      {label}
      <input
        type="text"
        {...given}
        list={options?.length ? list : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {options && options.length > 0 && (
        <datalist id={list}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {hint && <small>{hint}</small>}
    </label>
  );
};

/** Kept as it was typed while it is no number; `onChange` tells each number, null for an empty field. */
export const NumberField = ({
  label,
  value,
  hint,
  required,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly onChange: (value: number | null) => void;
}) => {
  const language = useLanguage();
  const [typed, setTyped] = useState(() => textOfNumber(value, language));
  // a value set from elsewhere (from the facts) takes the place of what was typed
  const shown = numberOf(typed) === value || Number.isNaN(numberOf(typed)) ? typed : textOfNumber(value, language);
  return (
    <label>
      {label}
      <input
        type="text"
        inputMode="decimal"
        pattern={NUMBER}
        required={required}
        value={shown}
        onChange={(event) => {
          const { value: text } = event.target;
          setTyped(text);
          const number = numberOf(text);
          if (!Number.isNaN(number)) onChange(number);
        }}
      />
      {hint && <small>{hint}</small>}
    </label>
  );
};

export interface Option {
  readonly value: string;
  readonly label: string;
}

export const SelectField = ({
  label,
  value,
  options,
  none,
  hint,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  /** What stands for nothing chosen; without it one must be. */
  readonly none?: string;
  readonly hint?: ReactNode;
  readonly onChange: (value: string | null) => void;
}) => (
  <label>
    {label}
    <select value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
      {none !== undefined && <option value="">{none}</option>}
      {value !== null && value !== '' && !options.some((option) => option.value === value) && (
        <option value={value}>{value}</option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
    {hint && <small>{hint}</small>}
  </label>
);

export const DayField = ({
  label,
  value,
  required,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly required?: boolean;
  readonly onChange: (value: string | null) => void;
}) => (
  <label>
    {label}
    <input
      type="date"
      required={required}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
    />
  </label>
);

export const Check = ({
  label,
  checked,
  hint,
  disabled,
  onChange,
}: {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}) => (
  <label className="check">
    <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
    <span>
      {label}
      {hint && (
        <>
          <br />
          <small>{hint}</small>
        </>
      )}
    </span>
  </label>
);

/** Several of a list. */
export const Several = ({
  legend,
  options,
  chosen,
  none,
  onChange,
}: {
  readonly legend: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  /** Why there is nothing to choose from. */
  readonly none: string;
  readonly onChange: (chosen: string[]) => void;
}) => (
  <fieldset className="several">
    <legend>{legend}</legend>
    {options.length === 0 && <small>{none}</small>}
    {options.map(({ value, label }) => (
      <Check
        key={value}
        label={label}
        checked={chosen.includes(value)}
        onChange={(checked) => onChange(checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
      />
    ))}
  </fieldset>
);

/** The foot of a form: done, leave, take away. Read only: leave alone. */
export const FormActs = ({
  editable,
  leave,
  onClose,
  remove,
  onRemove,
}: {
  readonly editable: boolean;
  readonly leave: string;
  readonly onClose: () => void;
  /** What taking away is called; null: there is nothing to take away yet. */
  readonly remove: string | null;
  readonly onRemove: () => void;
}) => {
  const { say } = useLanguage();
  return (
    <p className="acts">
      {editable && (
        <button type="submit" className="btn main">
          {say('ind.done')}
        </button>
      )}
      <button type="button" className="btn" onClick={onClose}>
        {leave}
      </button>
      {editable && remove !== null && (
        <button type="button" className="plain" onClick={onRemove}>
          {remove}
        </button>
      )}
    </p>
  );
};
