// What a new database begins with: the environment "Default" and its publisher.
import { randomUUID } from 'node:crypto';
import { type Database, inTransaction } from './client';
import { environment } from './schema/environment';
import { publisher } from './schema/solution';

/** Makes the first environment where there is none. */
export function seedDatabase(database: Database): void {
  inTransaction(database, () => {
    const any = database.orm.select({ id: environment.id }).from(environment).limit(1).get();
    if (any !== undefined) return;
    const environmentId = randomUUID();
    database.orm
      .insert(environment)
      .values({ id: environmentId, name: 'Default', color: '#3b6ea5', createdAt: Date.now() })
      .run();
    database.orm
      .insert(publisher)
      .values({
        id: randomUUID(),
        environmentId,
        displayName: 'CDS Default Publisher',
        uniqueName: 'DefaultPublisher',
        prefix: 'new',
      })
      .run();
  });
}
