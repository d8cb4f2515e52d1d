#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const entry = new URL('../dist/node/main.js', import.meta.url);
if (!existsSync(fileURLToPath(entry))) await import('../scripts/prepare.mjs');
await import(entry.href);
