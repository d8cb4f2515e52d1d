import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Width of an element in px, followed as it changes: a chart is drawn for the room it has, never squeezed. */
export const useWidth = <E extends HTMLElement>(usual: number): readonly [RefObject<E | null>, number] => {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const follow = () => setWidth(Math.max(280, Math.floor(element.clientWidth)));
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
};
