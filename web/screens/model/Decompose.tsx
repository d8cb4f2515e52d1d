import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DecompositionView, JourneysView, ModelShowView, ProposalView } from '../../client/types.ts';
import { useAct } from '../../client/useAct.ts';
import { useLanguage } from '../../language.tsx';
import { Trouble, Working } from '../../parts/States.tsx';
import { Discussion, useRemarks } from './Discussion.tsx';
import { addAll } from './edits.ts';
import { Check, SelectField, TextField } from './Fields.tsx';
import type { Metrics } from './layout.ts';
import { useDraft } from './useDraft.ts';
import { useMetrics } from './useMetrics.ts';
import { namerOf } from './words.ts';

/** From a top indicator down to each point and position: the product proposes, people choose and say why. */
export const Decompose = () => {
  const { say } = useLanguage();
  const { id } = useParams({ from: '/model/$id/decompose' });
  const { query, progress } = useAct<ModelShowView>('modelShow', { id });
  const metrics = useMetrics();
  const shown = query.data?.id === id ? query.data : null;
  return (
    <div className="decompose">
      <p className="crumb">
        <Link to="/models">{say('models.title')}</Link> <span aria-hidden="true">/</span>{' '}
        <Link to="/model/$id" params={{ id }}>
          {shown?.name ?? id}
        </Link>
      </p>
      <h1>{say('decompose.title')}</h1>
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {query.isPending && <Working what={say('model.working')} progress={progress} />}
      {shown && metrics.map && <Wizard shown={shown} metrics={metrics.map} />}
    </div>
  );
};

type Chosen = ReadonlyMap<string, { readonly proposal: ProposalView; readonly comment: string }>;

const Wizard = ({ shown, metrics }: { readonly shown: ModelShowView; readonly metrics: Metrics }) => {
  const language = useLanguage();
  const { say, sayCode } = language;
  const navigate = useNavigate();
  const draft = useDraft(shown);
  const { model } = draft;
  const names = namerOf(metrics, language);
  const { query: journeys } = useAct<JourneysView>('journeys', {});
  const [journey, setJourney] = useState<string | null>(model.journey);
  const tops = model.indicators.filter(({ watch }) => !watch);
  const under = tops.filter(({ goals }) => goals.length > 0);
  const offered = under.length > 0 ? under : tops;
  const [top, setTop] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const { query, progress } = useAct<DecompositionView>(
    'proposeDecomposition',
    { model, indicator: top, ...(journey ? { journey } : {}) },
    { enabled: top !== null },
  );
  const view = query.data?.top.id === top ? query.data : null;
  const held = new Map<string, number>();
  for (const { proposal } of chosen.values()) {
    const { owner } = proposal.indicator;
    if (owner !== null) held.set(owner, (held.get(owner) ?? 0) + 1);
  }
  const most = shown.positionsResolved[0]?.most ?? 5;
  const remarks = useRemarks(shown.id);
  const toggle = (proposal: ProposalView) => (on: boolean) => {
    const next = new Map(chosen);
    if (on) next.set(proposal.indicator.id, { proposal, comment: '' });
    else next.delete(proposal.indicator.id);
    setChosen(next);
  };
  const add = async () => {
    const all = [...chosen.values()];
    draft.change(
      say('step.decomposed', { count: all.length, name: view ? language.pick(view.top.name) : '' }),
      addAll(
        all.map(({ proposal, comment }) => ({
          ...proposal.indicator,
          reason: comment.trim() || proposal.indicator.reason,
        })),
        all.map(({ proposal, comment }) => ({ ...proposal.link, reason: comment.trim() || proposal.link.reason })),
      ),
    );
    // what stops the saving is shown on the model's page, and nothing is lost
    await draft.save();
    await navigate({ to: '/model/$id', params: { id: shown.id } });
  };
  if (!shown.editable) return <p className="answer">{say('ind.notEditable')}</p>;
  return (
    <>
      <p className="answer">{say('decompose.answer')}</p>
      <div className="filters">
        <SelectField
          label={say('place.journey')}
          value={journey}
          none={say('place.none')}
          options={(journeys.data?.journeys ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => {
            setJourney(value);
            setChosen(new Map());
          }}
        />
        <SelectField
          label={say('decompose.top')}
          value={top}
          none={say('decompose.topWhich')}
          options={offered.map((indicator) => ({
            value: indicator.id,
            label: `${names.indicator(indicator)} · ${sayCode('level', indicator.level)}`,
          }))}
          onChange={(value) => {
            setTop(value);
            setChosen(new Map());
          }}
        />
      </div>
      {top === null && <p className="state">{say(offered.length === 0 ? 'decompose.noTop' : 'decompose.first')}</p>}
      {query.isError && <Trouble error={query.error} onAgain={() => void query.refetch()} />}
      {top !== null && !view && !query.isError && <Working what={say('decompose.working')} progress={progress} />}
      {view && view.places.length === 0 && <p className="state">{say('decompose.nothing')}</p>}
      {view &&
        PLACES.map((of) => ({
          of,
          places: view.places
            .filter((place) => place.of === of)
            .sort((a, b) => language.format.compare(a.name, b.name)),
        })).map(
          ({ of, places }) =>
            places.length > 0 && (
              <section key={of} className="sec" aria-labelledby={`h-${of}`}>
                <header>
                  <h2 id={`h-${of}`}>{say(`decompose.${of}`)}</h2>
                  <p>{say('decompose.places', { count: places.length })}</p>
                </header>
                {places.map((place) => (
                  <PlaceProposals
                    key={place.id}
                    place={place}
                    chosen={chosen}
                    taken={held.get(place.id) ?? 0}
                    most={most}
                    metricName={names.metric}
                    model={shown.id}
                    remarks={remarks}
                    onToggle={toggle}
                    onComment={(proposal, comment) =>
                      setChosen(new Map(chosen).set(proposal.indicator.id, { proposal, comment }))
                    }
                  />
                ))}
              </section>
            ),
        )}
      {view && view.places.length > 0 && (
        <p className="acts savebar">
          <button
            type="button"
            className="btn main"
            disabled={chosen.size === 0 || draft.saving}
            onClick={() => void add()}
          >
            {say('decompose.add', { count: chosen.size })}
          </button>
          <span className="small soft">{chosen.size === 0 && say('decompose.chooseFirst')}</span>
        </p>
      )}
    </>
  );
};

const PLACES = ['journey', 'touchpoint', 'position', 'unit'] as const;

/** What is proposed for one place, folded until it is asked for: a body has many. */
const PlaceProposals = ({
  place,
  chosen,
  taken,
  most,
  metricName,
  model,
  remarks,
  onToggle,
  onComment,
}: {
  readonly place: DecompositionView['places'][number];
  readonly chosen: Chosen;
  /** Places that the choice so far takes of it. */
  readonly taken: number;
  readonly most: number;
  readonly metricName: (id: string) => string;
  readonly model: string;
  readonly remarks: ReadonlyMap<string, number>;
  readonly onToggle: (proposal: ProposalView) => (on: boolean) => void;
  readonly onComment: (proposal: ProposalView, comment: string) => void;
}) => {
  const { say } = useLanguage();
  const mine = place.proposals.filter(({ indicator }) => chosen.has(indicator.id)).length;
  return (
    <details className="place">
      <summary>
        <b>{place.name}</b>{' '}
        <span className="mute">
          {say('decompose.offered', { count: place.proposals.length, mine })}
          {place.held !== null && ` ${say('seat.taken', { held: place.held + taken, most })}.`}
        </span>
      </summary>
      {place.proposals.length === 0 && <p className="small soft">{say('decompose.none')}</p>}
      <ul className="proposals">
        {place.proposals.map((proposal) => {
          const own = chosen.get(proposal.indicator.id);
          return (
            <li key={proposal.indicator.id}>
              <Proposal
                proposal={proposal}
                checked={own !== undefined || proposal.chosen}
                full={place.held !== null && place.held + taken >= most && own === undefined}
                most={most}
                metricName={metricName}
                onToggle={onToggle(proposal)}
              />
              <Argued model={model} about={proposal.indicator.id} count={remarks.get(proposal.indicator.id) ?? 0} />
              {own && (
                <div className="form">
                  <TextField
                    label={say('decompose.comment')}
                    value={own.comment}
                    rows={2}
                    maxLength={4000}
                    hint={say('decompose.commentWhy')}
                    onChange={(comment) => onComment(proposal, comment)}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
};

/** Unfolded only when it is asked for: a body has hundreds of proposals. */
const Argued = ({
  model,
  about,
  count,
}: {
  readonly model: string;
  readonly about: string;
  readonly count: number;
}) => {
  const { say } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <details className="discuss" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('talk.title', { count })}</summary>
      {open && <Discussion model={model} about={about} />}
    </details>
  );
};

const Proposal = ({
  proposal,
  checked,
  full,
  most,
  metricName,
  onToggle,
}: {
  readonly proposal: ProposalView;
  readonly checked: boolean;
  readonly full: boolean;
  readonly most: number;
  readonly metricName: (id: string) => string;
  readonly onToggle: (on: boolean) => void;
}) => {
  const { say, pick } = useLanguage();
  return (
    <>
      <Check
        label={
          <>
            <b>{pick(proposal.metricName)}</b>{' '}
            <span className="mute">
              {say(`kpi.${proposal.kpi}`)}, {say(`side.${proposal.group}`)}, {say(`link.${proposal.link.kind}`)}
            </span>
          </>
        }
        checked={checked}
        disabled={proposal.chosen || (full && !checked)}
        onChange={onToggle}
      />
      <div className="why">
        <p>{pick(proposal.sentence)}</p>
        {proposal.reasons.length > 0 && (
          <p className="small">
            {say('decompose.reasons')} {proposal.reasons.map(({ text }) => pick(text)).join('; ')}.
          </p>
        )}
        {proposal.cautions.length > 0 && (
          <p className="small">
            {say('decompose.caution')} {proposal.cautions.map(({ text }) => pick(text)).join('; ')}.
          </p>
        )}
        {proposal.chosen && <p className="tiny">{say('decompose.already')}</p>}
        {full && !proposal.chosen && proposal.cautions.length === 0 && (
          <p className="tiny">{say('decompose.full', { most })}</p>
        )}
        {proposal.counters.length > 0 && (
          <p className="tiny">
            {say('def.counter')}: {proposal.counters.map(metricName).join(', ')}
          </p>
        )}
      </div>
    </>
  );
};
