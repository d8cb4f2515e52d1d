import { useState } from 'react';
import { useChooseLanguage, useLanguage } from '../language.tsx';
import { applyTheme, currentTheme, THEMES, type Theme } from '../theme.ts';

/** Language and theme. The other language is named in itself, so that its reader finds it. */
export const Preferences = () => {
  const { lang, say } = useLanguage();
  const choose = useChooseLanguage();
  const [theme, setTheme] = useState(currentTheme);
  const change = (next: Theme) => {
    applyTheme(next);
    setTheme(next);
  };
  const other = lang === 'ru' ? 'en' : 'ru';
  return (
    <div className="prefs">
      <select aria-label={say('theme.label')} value={theme} onChange={(event) => change(event.target.value as Theme)}>
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {say(`theme.${name}`)}
          </option>
        ))}
      </select>
      <button type="button" className="plain" lang={other} onClick={() => choose(other)}>
        {other === 'en' ? 'English' : 'Русский'}
      </button>
    </div>
  );
};
