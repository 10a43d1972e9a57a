// Functions of the public language that runs here do not know yet. A flow that uses one is kept; the run fails there.
import { isKnownFunction } from '../../expression/catalogue';

const documented =
  'appsetting slice nthIndexOf formatNumber isInt isFloat chunk trim trimByteOrderMark encodeXmlName decodeXmlName encodeXmlValue decodeXmlValue take skip reverse sort union intersection createArray strongEquals array base64 base64ToString decodeBase64 base64ToBinary binary bool dataUri dataUriToBinary decodeDataUri dataUriToString decimal float int json string xml uriComponent encodeUriComponent uriComponentToString decodeUriComponent uriComponentToBinary utf8Length utf16Length encodeBase64 base64ToJson parse min max rand range pow mod addHours addMinutes addSeconds addToTime subtractFromTime getFutureTime getPastTime startOfHour startOfDay startOfMonth dayOfWeek dayOfMonth dayOfYear ticks dateDifference parseDateTime convertFromUtc convertTimeZone convertToUtc formatTimeSpan result action iterationIndexes formDataValue formDataMultiValues triggerFormDataValue triggerFormDataMultiValues multipartBody triggerMultipartBody listCallbackUrl workflow actionBody actionOutputs uriHost uriPath uriPathAndQuery uriPort uriQuery uriScheme addProperty setProperty removeProperty coalesce xpath mergeObjects lastIndexOf indexOf startsWith endsWith split substring replace toLower toUpper length join first last contains empty item items and or not if equals greater greaterOrEquals less lessOrEquals add sub mul div utcNow addDays formatDateTime concat guid outputs body actions trigger triggers triggerOutputs triggerBody variables parameters agentParameters';

const names = new Set(documented.toLowerCase().split(' '));

/** `known`: runs can call it. `later`: the language has it, runs fail at it. `unknown`: no such function. */
export function functionStatus(name: string): 'known' | 'later' | 'unknown' {
  if (isKnownFunction(name)) return 'known';
  return names.has(name.toLowerCase()) ? 'later' : 'unknown';
}
