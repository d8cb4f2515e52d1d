// The command line: reads arguments, asks an act, prints its answer. No rule and no figure of its own.
// main.ts is its entry; nothing imports this room.
export {};
