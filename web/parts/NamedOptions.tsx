import { useLanguage } from '../language.tsx';

/** Options of a select by name; a value that none of them has stands there as it is. */
export const NamedOptions = ({
  value,
  options,
}: {
  readonly value: string | null | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}) => {
  const { format } = useLanguage();
  const known = value === null || value === undefined || options.some((option) => option.value === value);
  return (
    <>
      {!known && <option value={value}>{value}</option>}
      {[...options]
        .sort((a, b) => format.compare(a.label, b.label))
        .map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
    </>
  );
};
