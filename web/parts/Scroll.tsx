import type { ReactNode } from 'react';
import { useLanguage } from '../language.tsx';

/** A wide table or text that scrolls by itself, so that the page never scrolls sideways. */
export const Scroll = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => {
  const { say } = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="scroll" tabIndex={0} aria-label={say('scroll.label', { label })}>
      {children}
    </section>
  );
};
