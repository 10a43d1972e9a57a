// Adding and taking away the responses of an operation.
import { isJsonObject, ownProperty } from '../../json';
import { atPointer, toPointer } from '../../json-pointer';
import type { DocumentChange } from '../../problem';
import type { Connector, Operation, OperationResponse } from '../model';

/** A response without a schema, under `status` or `default`. */
export function addResponse(connector: Connector, operation: Operation, status: string): DocumentChange[] {
  const responses = ownProperty(atPointer(connector.document, operation.pointer), 'responses');
  const response = {
    description: status === 'default' ? 'Default' : status.startsWith('2') ? 'Success' : 'Error',
  };
  if (!isJsonObject(responses)) {
    return [{ op: 'set', at: `${operation.pointer}/responses`, value: { [status]: response } }];
  }
  return [{ op: 'set', at: responsePointer(operation, status), value: response }];
}

/** Takes a response away; a shared one stays where it is defined. */
export function removeResponse(operation: Operation, response: OperationResponse): DocumentChange[] {
  return [{ op: 'remove', at: responsePointer(operation, response.status) }];
}

/** Where the response of a status stands in its operation. */
export function responsePointer(operation: Operation, status: string): string {
  return operation.pointer + toPointer(['responses', status]);
}
