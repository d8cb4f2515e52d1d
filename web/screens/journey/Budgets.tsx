import { type FormEvent, useState } from 'react';
import type { JourneyPictureView } from '#acts';
import type { Design } from '#model';
import { useLanguage } from '../../language.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { budgetSum, putHandOff } from './changes.ts';
import { DAYS_PATTERN, daysOf, typedDays } from './daysInput.ts';
import type { Names } from './names.ts';
import { givenDays, spanWords } from './spans.ts';

/** Target, reserve, and a budget for each step and each hand-off; the sum stands beside the target while it is typed. */
export const Budgets = ({
  design,
  view,
  names,
  onClose,
  onSave,
}: {
  readonly design: Design;
  readonly view: JourneyPictureView;
  readonly names: Names;
  readonly onClose: () => void;
  readonly onSave: (design: Design) => void;
}) => {
  const language = useLanguage();
  const { say, lang } = language;
  const passes = handOffsOf(design, view);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries([
      ['target', typedDays(design.targetDays, lang)],
      ['reserve', typedDays(design.reserveDays, lang)],
      ...design.touchpoints.map(({ id, budgetDays }) => [`t ${id}`, typedDays(budgetDays, lang)]),
      ...passes.map(({ key, budgetDays }) => [key, typedDays(budgetDays, lang)]),
    ]),
  );
  const days = (key: string): number | null => {
    const read = daysOf(typed[key] ?? '');
    return read === null || Number.isNaN(read) ? null : read;
  };
  const next = passes.reduce(
    (made, { key, giver, taker, note }) => putHandOff(made, { giver, taker, note, budgetDays: days(key) }),
    {
      ...design,
      targetDays: days('target'),
      reserveDays: days('reserve'),
      touchpoints: design.touchpoints.map((each) => ({ ...each, budgetDays: days(`t ${each.id}`) })),
    } satisfies Design as Design,
  );
  const sum = Math.round(budgetSum(next) * 100) / 100;
  const rest =
    next.targetDays === null ? null : Math.round((next.targetDays - sum - (next.reserveDays ?? 0)) * 100) / 100;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(next);
  };
  const field = (key: string, label: string, hint = '') => (
    <label key={key} className="jbudget">
      <span>
        {label}
        {hint !== '' && <small> {hint}</small>}
      </span>
      <input
        type="text"
        inputMode="decimal"
        pattern={DAYS_PATTERN}
        value={typed[key] ?? ''}
        onChange={(event) => setTyped((before) => ({ ...before, [key]: event.target.value }))}
      />
    </label>
  );
  const mean = (seconds: number | null): string =>
    seconds === null || seconds === 0 ? '' : say('journeyBudgets.now', { mean: spanWords(seconds, language) });
  return (
    <Dialog title={say('journey.budgets')} onClose={onClose}>
      <form className="form jform" onSubmit={submit}>
        <p className="small soft">{say('journeyBudgets.why')}</p>
        {field('target', say('journeyBudgets.target'))}
        {field('reserve', say('journeyBudgets.reserve'))}
        <fieldset>
          <legend>{say('journeyBudgets.steps')}</legend>
          {design.touchpoints.map(({ id, name, beside }) =>
            field(
              `t ${id}`,
              name,
              beside
                ? say('journey.key.beside')
                : mean(
                    view.steps.find((step) => step.kind === 'touchpoint' && step.touchpoint === id)?.meanSeconds ??
                      null,
                  ),
            ),
          )}
        </fieldset>
        {passes.length > 0 && (
          <fieldset>
            <legend>{say('journeyBudgets.handOffs')}</legend>
            {passes.map(({ key, giver, taker, meanSeconds }) =>
              field(
                key,
                say('journey.step.handOff', { giver: names.body(giver), taker: names.body(taker) }),
                mean(meanSeconds),
              ),
            )}
          </fieldset>
        )}
        <p className={rest !== null && rest < 0 ? 'jsum over' : 'jsum'} role="status">
          {say('journeyBudgets.sum', { sum: givenDays(sum, language) })}{' '}
          {rest !== null &&
            (rest < 0
              ? say('journeyBudgets.over', { days: givenDays(-rest, language) })
              : say('journeyBudgets.left', { days: givenDays(rest, language) }))}
        </p>
        <p className="acts">
          <button type="submit" className="btn main">
            {say('stepForm.done')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {say('app.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
};

/** Those that the design names, and those that the facts show. */
const handOffsOf = (design: Design, view: JourneyPictureView) => {
  const seen = view.handOffs.map(({ giver, taker, meanSeconds }) => ({ giver, taker, meanSeconds }));
  const own = design.handOffs.filter(
    (each) => !seen.some(({ giver, taker }) => giver === each.giver && taker === each.taker),
  );
  return [...seen, ...own.map(({ giver, taker }) => ({ giver, taker, meanSeconds: null }))].map((pass) => {
    const named = design.handOffs.find(({ giver, taker }) => giver === pass.giver && taker === pass.taker);
    return {
      ...pass,
      key: `h ${pass.giver}|${pass.taker}`,
      budgetDays: named?.budgetDays ?? null,
      note: named?.note ?? '',
    };
  });
};
