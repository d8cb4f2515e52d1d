import { Fragment } from 'react';
import { useLanguage } from '../language.tsx';

const TONES: Readonly<Record<'ru' | 'en', readonly [RegExp, RegExp]>> = {
  ru: [/^(лучше|легче|быстрее|короче)$/i, /^(хуже|труднее|медленнее|длиннее)$/i],
  en: [/^(better|easier|faster)$/i, /^(worse|harder|slower)$/i],
};

/** The answer of the page: words that carry a verdict get its colour, all else stays ink. */
export const Answer = ({ text }: { readonly text: string }) => {
  const { lang } = useLanguage();
  const [good, bad] = TONES[lang];
  const words = text.split(/(\p{L}+)/u).filter((word) => word !== '');
  let at = 0;
  return (
    <p className="answer">
      {words.map((word) => {
        const key = at;
        at += word.length;
        if (good.test(word))
          return (
            <span key={key} className="b">
              {word}
            </span>
          );
        if (bad.test(word))
          return (
            <span key={key} className="w">
              {word}
            </span>
          );
        return <Fragment key={key}>{word}</Fragment>;
      })}
    </p>
  );
};
