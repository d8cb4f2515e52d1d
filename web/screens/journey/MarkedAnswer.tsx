import { Fragment } from 'react';
import { markedParts } from './marked.ts';

/** The answer of the page: numbers bold, the weakest link in rust. */
export const MarkedAnswer = ({ text }: { readonly text: string }) => (
  <p className="answer">
    <MarkedWords text={text} />
  </p>
);

export const MarkedWords = ({ text }: { readonly text: string }) => {
  let at = 0;
  return (
    <>
      {markedParts(text).map((part) => {
        const key = at;
        at += part.text.length;
        if (part.tone === 'bold') return <b key={key}>{part.text}</b>;
        if (part.tone === 'rust')
          return (
            <span key={key} className="w">
              {part.text}
            </span>
          );
        return <Fragment key={key}>{part.text}</Fragment>;
      })}
    </>
  );
};
