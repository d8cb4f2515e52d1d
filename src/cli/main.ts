import { commandLine } from './index.ts';

const cancel = new AbortController();
// The first Ctrl-C cancels and lets the work end cleanly, the second one does not wait.
process.on('SIGINT', () => (cancel.signal.aborted ? process.exit(130) : cancel.abort()));
process.on('SIGTERM', () => cancel.abort());
// `luchshe … | head` closes our output early: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const code = await commandLine(process.argv.slice(2), cancel.signal);
// Engines with threads of their own may keep the loop alive for a moment; the answer is complete here.
process.stdout.write('', () => process.exit(code));
