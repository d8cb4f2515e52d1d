import type { Command } from 'commander';
import { type ActContext, type Progress, runAct } from '#acts';
import { refuse } from '#facts';
import { type House, LOCAL_ACTOR, openHouse, serve, systemNow, version, webFolder } from '#server';
import { DEMO_CASES, loadDemo } from '../demoData.ts';
import type { Kit } from '../kit.ts';
import { port, repeated, whole } from '../options.ts';
import { runningServer } from '../runner.ts';
import type { Shell } from '../shell.ts';

interface Options {
  readonly port: number;
  readonly host: string;
  readonly allowHost?: string[];
  readonly demo?: boolean;
  readonly cases: number;
}

export function start(program: Command, { t, work }: Kit): void {
  program
    .command('start')
    .description(t('start'))
    .option('--port <n>', t('start.port'), port, 4310)
    .option('--host <host>', t('start.host'), '127.0.0.1')
    .option('--allow-host <name>', t('start.allowHost'), repeated)
    .option('--demo', t('start.demo'))
    .option('--cases <n>', t('start.cases'), whole, DEMO_CASES)
    .action(work<Options>(run, { stages: true }));
}

async function run(shell: Shell, options: Options): Promise<void> {
  const { folder, signal, say, print, note } = shell;
  const running = await runningServer(folder);
  if (running) refuse('server.running', { with: { url: running.url, folder } });
  const house = await openHouse(folder);
  try {
    let loading: Progress | null = options.demo ? { stage: 'demo', done: 0, total: null, unit: 'cases' } : null;
    const { host } = options;
    const serving = await serve({
      house,
      port: options.port,
      host,
      hosts: options.allowHost,
      version,
      web: webFolder,
      loading: () => loading,
    });
    try {
      if (!isLoopback(host)) note(say('start.open', { host }));
      const told = (progress: Progress) => {
        loading = progress;
        shell.progress.show(progress);
      };
      if (options.demo) await fill(house, shell, options.cases, told);
      loading = null;
      print(say('start.ready', { url: serving.url, folder }));
      // The first page is wanted first: its figures are computed while nobody waits yet.
      void warm(house, shell).catch(() => undefined);
      await aborted(signal);
    } catch (error) {
      // Ctrl-C while the example loads is an ordinary end: the next start loads it.
      if (!signal.aborted) throw error;
    } finally {
      note(say('start.stopping'));
      await serving.stop();
    }
  } finally {
    await house.close();
  }
}

async function fill(
  house: House,
  { lang, signal, say, note, progress }: Shell,
  cases: number,
  told: (progress: Progress) => void,
): Promise<void> {
  const ports = house.ports({ paths: true });
  const context: ActContext = { actor: LOCAL_ACTOR, now: systemNow, ports, progress: told, signal, lang };
  await loadDemo({
    cases,
    act: async <T>(name: string, input: unknown) => (await runAct(name, input, context)) as T,
    temporary: ports.files.temporary,
    begin: () => note(say('start.loadingDemo')),
  }).finally(progress.clear);
}

const isLoopback = (host: string): boolean => /^(127\.|localhost$|::1$)/.test(host);

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

async function warm(house: House, { signal, lang }: Shell): Promise<void> {
  const context: ActContext = {
    actor: LOCAL_ACTOR,
    now: systemNow,
    ports: house.ports({ paths: false }),
    progress: () => undefined,
    signal,
    lang,
  };
  await runAct('scoreboard', {}, context);
}
