// What every reader needs: the document, its dialect, and the lists it adds repairs to.
import type { Repair } from '../../document/repair';
import type { JsonObject } from '../../json';
import type { Dialect } from '../model';

export interface ReadContext {
  document: JsonObject;
  dialect: Dialect;
  repairs: Repair[];
}
