/** What a map of a journey draws. Words are ready, seconds as the server told them: only places are found here. */
export interface DrawnJourney {
  /** Seconds from end to end: the bars tile them. */
  readonly total: number;
  /** Seconds that the width, or on a phone the height, stands for: two maps with one scale. Absent: `total`. */
  readonly until?: number;
  /** False: no facts, so bars are plans or of equal length, and there is no axis. */
  readonly measured: boolean;
  readonly lanes: readonly DrawnLane[];
  readonly bars: readonly DrawnBar[];
  readonly marks: readonly DrawnMark[];
  readonly weak: DrawnWeak | null;
  readonly beside: readonly DrawnBeside[];
  readonly voices: readonly DrawnVoice[];
  /** What can be chosen on the map, in the order of the path: a touchpoint with all its bars. */
  readonly stops: readonly DrawnStop[];
  readonly words: {
    readonly title: string;
    readonly axis: string;
    readonly whole: string;
    readonly beside: string;
    readonly besideWhy: string;
    readonly voices: string;
    readonly voicesWhy: string;
    readonly weak: string;
  };
}

export type LaneKind = 'client' | 'nobody' | 'body';
export interface DrawnLane {
  readonly kind: LaneKind;
  readonly title: string;
  /** Over a narrow column. */
  readonly short: string;
  readonly note: string;
}

/** `plan`: nothing was measured there. */
export type BarKind = 'work' | 'gap' | 'client' | 'agency' | 'suspension' | 'plan';

export interface DrawnBar {
  readonly key: string;
  readonly stop: string;
  readonly kind: BarKind;
  readonly lane: number;
  readonly start: number;
  readonly seconds: number;
  readonly label: string;
  readonly amount: string;
  /** «400 дел из 1 281»; empty: all of them. */
  readonly note: string;
  /** Thickness of the pass into it and out of it follows these, 0…1 of all runs. */
  readonly share: number;
}

export interface DrawnMark {
  readonly stop: string;
  readonly at: number;
  readonly visits: string;
  readonly documents: string;
}

export interface DrawnWeak {
  readonly start: number;
  readonly seconds: number;
  readonly lane: number;
  readonly price: string;
  readonly remedy: string;
}

export interface DrawnBeside {
  readonly stop: string;
  readonly start: number;
  readonly seconds: number;
  readonly label: string;
  readonly amount: string;
}

export interface DrawnVoice {
  readonly key: string;
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  readonly amount: string;
}

export interface DrawnStop {
  readonly key: string;
  /** For a screen reader: all that its bars show. */
  readonly told: string;
}

export const FILL: Readonly<Record<BarKind, string>> = {
  work: 'o-work',
  gap: 'o-hatch',
  client: 'o-client',
  agency: 'o-wait',
  suspension: 'o-wait',
  plan: 'o-side',
};
