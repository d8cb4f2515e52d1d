/** Codes of which several may be chosen. */
export const Ticks = <Code extends string>({
  title,
  codes,
  chosen,
  nameOf,
  onChange,
}: {
  readonly title: string;
  readonly codes: readonly Code[];
  readonly chosen: readonly Code[];
  readonly nameOf: (code: Code) => string;
  readonly onChange: (chosen: Code[]) => void;
}) => (
  <fieldset>
    <legend>{title}</legend>
    <div className="jticks">
      {codes.map((code) => (
        <label key={code} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, code] : chosen.filter((each) => each !== code))
            }
          />
          <span>{nameOf(code)}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
