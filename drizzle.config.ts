// Settings of drizzle-kit: `npx drizzle-kit generate --name <what>` writes the next migration.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/*.ts',
  out: './db/migrations',
});
