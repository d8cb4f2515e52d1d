import type { Command } from 'commander';
import { openHouse, serve, version, webFolder } from '#server';
import type { Kit } from '../kit.ts';
import { port, repeated } from '../options.ts';

interface Options {
  readonly port: number;
  readonly host: string;
  readonly allowHost?: string[];
  readonly demo?: boolean;
  readonly open?: boolean;
}

export function start(program: Command, { t, work }: Kit): void {
  program
    .command('start')
    .description(t('start'))
    .option('--port <n>', t('start.port'), port, 4310)
    .option('--host <host>', t('start.host'), '127.0.0.1')
    .option('--allow-host <name>', t('start.allowHost'), repeated)
    .option('--demo', t('start.demo'))
    .action(
      work<Options>(async ({ folder, signal, say, print, note }, options) => {
        const house = await openHouse(folder);
        try {
          const serving = await serve({
            house,
            port: options.port,
            host: options.host,
            hosts: options.allowHost,
            version,
            web: webFolder,
          });
          try {
            print(say('start.ready', { url: serving.url, folder }));
            await new Promise<void>((resolve) => {
              if (signal.aborted) resolve();
              signal.addEventListener('abort', () => resolve(), { once: true });
            });
            note(say('start.stopping'));
          } finally {
            await serving.stop();
          }
        } finally {
          await house.close();
        }
      }),
    );
}
