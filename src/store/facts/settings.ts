/** What the fact store takes from its installation: the secret of personal keys, the reporting zone, calendars by name
 *  (the files' text). */
export interface IngestSettings {
  readonly key: string;
  readonly zone: string;
  readonly calendars: ReadonlyMap<string, string>;
}
