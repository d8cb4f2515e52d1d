import { measuresAsExpected } from './conformance.ts';

measuresAsExpected(1, 2);
