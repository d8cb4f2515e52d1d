import { useLanguage } from '../../language.tsx';
import { moved, paragraph, type Section } from './recommendations.ts';
import type { Edited } from './useEdited.ts';

/** Sections with their paragraphs as fields: each is written, moved and taken away in its place. */
export const EditSections = ({
  sections,
  edit,
}: {
  readonly sections: readonly Section[];
  readonly edit: Edited['edit'];
}) => {
  const { say } = useLanguage();
  const put = (field: string | null, changed: Section) =>
    edit(field, (draft) => ({
      ...draft,
      sections: draft.sections.map((one) => (one.key === changed.key ? changed : one)),
    }));
  return sections.map((one, at) => {
    const named = one.title || say('recs.section', { no: at + 1 });
    return (
      <section key={one.key} className="sec" aria-label={named}>
        <div className="line">
          <label>
            {say('recs.section', { no: at + 1 })}
            <input
              type="text"
              value={one.title}
              required
              maxLength={300}
              onChange={(event) => put(`title ${one.key}`, { ...one, title: event.target.value })}
            />
          </label>
          <Moves
            what={named}
            first={at === 0}
            last={at === sections.length - 1}
            onMove={(by) => edit(null, (draft) => ({ ...draft, sections: moved(draft.sections, at, by) }))}
            onRemove={() =>
              edit(null, (draft) => ({ ...draft, sections: draft.sections.filter(({ key }) => key !== one.key) }))
            }
          />
        </div>
        {one.paragraphs.map(({ key, text }, no) => {
          const label = say('recs.paragraph', { no: no + 1 });
          return (
            <div key={key} className="line">
              <label>
                {label}
                <textarea
                  rows={Math.max(2, Math.ceil(text.length / SIGNS_A_ROW))}
                  value={text}
                  maxLength={4000}
                  onChange={(event) =>
                    put(`text ${key}`, {
                      ...one,
                      paragraphs: one.paragraphs.map((each) =>
                        each.key === key ? { key, text: event.target.value } : each,
                      ),
                    })
                  }
                />
              </label>
              <Moves
                what={`${label}, ${named}`}
                first={no === 0}
                last={no === one.paragraphs.length - 1}
                onMove={(by) => put(null, { ...one, paragraphs: moved(one.paragraphs, no, by) })}
                onRemove={() => put(null, { ...one, paragraphs: one.paragraphs.filter((each) => each.key !== key) })}
              />
            </div>
          );
        })}
        <button
          type="button"
          className="plain"
          aria-label={`${say('recs.addParagraph')}: ${named}`}
          onClick={() => put(null, { ...one, paragraphs: [...one.paragraphs, paragraph('')] })}
        >
          {say('recs.addParagraph')}
        </button>
      </section>
    );
  });
};

const SIGNS_A_ROW = 90;

const Moves = ({
  what,
  first,
  last,
  onMove,
  onRemove,
}: {
  readonly what: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}) => {
  const { say } = useLanguage();
  return (
    <p className="acts">
      <button
        type="button"
        className="plain"
        disabled={first}
        aria-label={say('recs.upNamed', { what })}
        onClick={() => onMove(-1)}
      >
        {say('recs.up')}
      </button>
      <button
        type="button"
        className="plain"
        disabled={last}
        aria-label={say('recs.downNamed', { what })}
        onClick={() => onMove(1)}
      >
        {say('recs.down')}
      </button>
      <button type="button" className="plain" aria-label={say('recs.removeNamed', { what })} onClick={onRemove}>
        {say('recs.remove')}
      </button>
    </p>
  );
};
