export type Theme = 'auto' | 'light' | 'dark';
export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

const KEPT = 'luchshe.theme';

export const currentTheme = (): Theme => {
  const kept = localStorage.getItem(KEPT);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
};

/** Dark is tokens only: one attribute on the root, or none where the system decides. */
export const applyTheme = (theme: Theme = currentTheme()): void => {
  localStorage.setItem(KEPT, theme);
  if (theme === 'auto') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
};
