import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import type { DropPlace, StopProps } from '../../charts/journey/stops.ts';

const DRAG_AFTER_PX = 6;

interface MapActions {
  readonly stops: readonly string[];
  readonly selected: string | null;
  readonly onSelect: (stop: string) => void;
  readonly onOpen: (stop: string) => void;
  readonly onMove: (stop: string, by: -1 | 1) => void;
  /** Dropped before that stop, or (null) at the end. */
  readonly onDrop: (stop: string, before: string | null) => void;
}

/** Keys and drags of the map: arrows go from stop to stop, Enter opens, Alt with an arrow moves; dragging moves too. */
export const useMap = (
  box: RefObject<HTMLElement | null>,
  { stops, selected, onSelect, onOpen, onMove, onDrop }: MapActions,
): { readonly stopProps: StopProps; readonly drop: DropPlace } => {
  const [drop, setDrop] = useState<DropPlace>(null);
  const drag = useRef<{ stop: string; x: number; y: number; on: boolean } | null>(null);
  const elementOf = (stop: string): SVGGElement | null =>
    box.current?.querySelector<SVGGElement>(`[data-stop="${CSS.escape(stop)}"]`) ?? null;
  const go = (stop: string | undefined) => {
    if (stop === undefined) return;
    onSelect(stop);
    elementOf(stop)?.focus();
  };
  const onKeyDown = (stop: string) => (event: KeyboardEvent) => {
    const at = stops.indexOf(stop);
    const by = FORWARD.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : null;
    if (event.key === 'Enter' || event.key === ' ') onOpen(stop);
    else if (by !== null && event.altKey) onMove(stop, by);
    else if (by !== null) go(stops[at + by]);
    else if (event.key === 'Home') go(stops[0]);
    else if (event.key === 'End') go(stops.at(-1));
    else return;
    event.preventDefault();
  };
  const placeAt = (event: PointerEvent): string | null => {
    const narrow = box.current?.querySelector('svg.jmap.narrow') !== null;
    const pointer = narrow ? event.clientY : event.clientX;
    const next = stops.find((stop) => {
      const bars = elementOf(stop)?.querySelectorAll('[data-bar]:not([data-bar="beside"])');
      const [first, last] = [bars?.[0]?.getBoundingClientRect(), bars?.[bars.length - 1]?.getBoundingClientRect()];
      if (!first || !last) return false;
      return pointer < (narrow ? (first.top + last.bottom) / 2 : (first.left + last.right) / 2);
    });
    return next ?? null;
  };
  const stopProps: StopProps = (stop) => ({
    role: 'button',
    tabIndex: stop === (selected ?? stops[0]) ? 0 : -1,
    'aria-pressed': stop === selected,
    className: stop === selected ? 'j-stop chosen' : 'j-stop',
    onKeyDown: onKeyDown(stop),
    onFocus: () => onSelect(stop),
    onDoubleClick: () => onOpen(stop),
    onClick: () => onSelect(stop),
    onPointerDown: (event) => {
      // on a touch screen a finger that moves scrolls the page; there the list reorders
      if (event.button === 0 && event.pointerType === 'mouse')
        drag.current = { stop, x: event.clientX, y: event.clientY, on: false };
    },
    onPointerMove: (event) => {
      const held = drag.current;
      if (!held) return;
      if (!held.on && Math.hypot(event.clientX - held.x, event.clientY - held.y) < DRAG_AFTER_PX) return;
      if (!held.on) event.currentTarget.setPointerCapture(event.pointerId);
      held.on = true;
      setDrop({ before: placeAt(event) });
    },
    onPointerUp: (event) => {
      const held = drag.current;
      drag.current = null;
      setDrop(null);
      if (held?.on) onDrop(held.stop, placeAt(event));
    },
    onPointerCancel: () => {
      drag.current = null;
      setDrop(null);
    },
  });
  return { stopProps, drop };
};

const FORWARD: readonly string[] = ['ArrowRight', 'ArrowDown'];
const BACK: readonly string[] = ['ArrowLeft', 'ArrowUp'];
