import { measuresAsExpected, tilesAsExpected } from './conformance.ts';

tilesAsExpected();
measuresAsExpected(0, 2);
