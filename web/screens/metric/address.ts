/** Which metric the form begins with: a pattern, or the one that is edited. */
export interface Writing {
  readonly like?: string;
  readonly edit?: string;
}
export const parseWriting = ({ like, edit }: Record<string, unknown>): Writing => ({
  ...(typeof like === 'string' && like !== '' ? { like } : {}),
  ...(typeof edit === 'string' && edit !== '' ? { edit } : {}),
});
