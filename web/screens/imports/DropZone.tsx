import { type DragEvent, useRef, useState } from 'react';
import { useLanguage } from '../../language.tsx';

const ACCEPT = '.csv,.tsv,.txt,.xlsx,.xes,.gz';

/** Files by drag and drop, by button, by keyboard. */
export const DropZone = ({
  onFiles,
  quiet,
}: {
  readonly onFiles: (files: readonly File[]) => void;
  /** After a finished import another file is possible, but no longer what the page asks for. */
  readonly quiet: boolean;
}) => {
  const { say } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    if (list && list.length > 0) onFiles([...list]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      className={over ? 'drop over' : 'drop'}
      aria-label={say('drop.label')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>
        <b>{say('drop.title')}</b> {say('drop.formats')}
      </p>
      <p className="tiny">{say('drop.private')}</p>
      <p className="acts">
        <button type="button" className={quiet ? 'btn' : 'btn main'} onClick={() => input.current?.click()}>
          {say('drop.button')}
        </button>
      </p>
      <input
        ref={input}
        className="sr"
        type="file"
        multiple
        accept={ACCEPT}
        tabIndex={-1}
        aria-label={say('drop.label')}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </section>
  );
};
