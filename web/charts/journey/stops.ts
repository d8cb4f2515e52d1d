import type { SVGProps } from 'react';

/** How the page listens to a stop of the map: a touchpoint with all its bars. */
export type StopProps = (stop: string) => SVGProps<SVGGElement>;

/** Where a dragged stop would land: before that stop, or (null) at the end. */
export type DropPlace = { readonly before: string | null } | null;
