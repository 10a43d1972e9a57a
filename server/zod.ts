// zod, told to interpret its schemas: by itself it makes code from them, and no code is made from text here.
// Whoever needs zod takes it from this file, so that no schema is made before it was told.
import { z } from 'zod';

z.config({ jitless: true });

export { z };
