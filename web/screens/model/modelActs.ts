import { act } from '../../client/act.ts';
import type { ModelComparisonView, ModelSavedView, ModelShowView, ModelVersionsView } from '../../client/types.ts';
import type { Model } from './layout.ts';

/** The deeds of these pages, each with the shape that its act asks for. Acts that only read are asked by `useAct`. */
export const showModel = (id: string, version?: number): Promise<ModelShowView> =>
  act('modelShow', { id, ...(version === undefined ? {} : { version }) });

export const saveModel = (model: Model, version: number): Promise<ModelSavedView> =>
  act('saveModel', { model, version });

export const removeModel = (id: string, version: number): Promise<unknown> => act('removeModel', { id, version });

/** Saves an older version once more. */
export const undoModel = (id: string, version: number, to: number): Promise<ModelSavedView> =>
  act('undoModel', { id, version, to });

export const compareModels = (
  before: { readonly id: string; readonly version: number },
  after: { readonly id: string; readonly version: number },
): Promise<ModelComparisonView> => act('compareModels', { before, after });

export const applyStarter = (input: {
  readonly starter: string;
  readonly id: string;
  readonly name: string;
  readonly journey: string | null;
}): Promise<ModelSavedView> => act('applyStarter', input);

export const importModel = (model: unknown, version: number): Promise<ModelSavedView> =>
  act('importModel', { model, version });

/** The newest version of that id; 0 where there is none. `stands` false: it was taken away. */
export const newestOf = async (id: string): Promise<{ readonly version: number; readonly stands: boolean }> => {
  const { versions } = await act<ModelVersionsView>('modelVersions', { id });
  return versions[0] ?? { version: 0, stands: false };
};

export const exportModel = (id: string): Promise<Model> => act('exportModel', { id });

export const newDraftOf = (id: string): Promise<ModelSavedView> => act('newDraftOf', { id });

export const moveModel = (input: {
  readonly id: string;
  readonly version: number;
  readonly to: Model['state'];
  readonly from?: string;
  readonly order?: NonNullable<Model['order']>;
}): Promise<ModelSavedView> => act('moveModel', input);
