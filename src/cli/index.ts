// The command line: reads arguments, asks an act, prints its answer. No rule and no figure of its own.
// main.ts is what the bundle starts with: signals and the exit code.
export { commandLine } from './commandLine.ts';
