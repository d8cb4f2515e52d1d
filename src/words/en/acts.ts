export const messages = {
  'input.invalid': {
    reason: 'The field “{field}” is not filled in right: {found}.',
    remedy: 'Correct the value; what is allowed is said in /api/openapi.json and luchshe --help.',
  },
  'act.unknown': {
    reason: 'There is no act “{got}”.',
    remedy: 'All acts are listed in /api/openapi.json.',
  },
  'settings.zoneUnknown': {
    reason: 'The IANA database knows no time zone “{got}”.',
    remedy: 'Name a zone like Europe/Moscow or Asia/Omsk.',
  },
  'change.reasonMissing': {
    reason: 'Limits are not computed anew without a reason.',
    remedy: 'Write what changed in the work from this period on.',
  },
  'change.unknown': {
    reason: 'There is no recorded change {got}.',
    remedy: 'Reload the page: it may have been taken back already.',
  },
  'indicator.changedMeanwhile': {
    reason: 'Somebody else has changed the indicator meanwhile.',
    remedy: 'Look at its new state and make your change again.',
  },
  'indicator.baselineReversed': {
    reason: 'The baseline ends before it begins.',
    remedy: 'Swap its beginning and end.',
  },
  'file.missing': {
    reason: 'There is no file “{file}”.',
    remedy: 'Check path and name; uploads are kept for a limited time, upload the file again.',
  },
  'file.notAFile': {
    reason: '“{file}” is not a file.',
    remedy: 'Name the files themselves, not their folder.',
  },
  'file.notJson': {
    reason: 'The file “{file}” cannot be read as JSON: {found}.',
    remedy: 'Correct the file; any editor that knows JSON can check it.',
  },
  'file.pathForbidden': {
    reason: 'Only the user of this machine may name its files.',
    remedy: 'Upload the file on the page “Data”, or run the luchshe command on the machine itself.',
  },
  'file.pathRelative': {
    reason: 'The path “{file}” is not complete.',
    remedy: 'Name the path from the root.',
  },
  'metric.unknown': {
    reason: 'The catalogue has no metric “{got}”.',
    remedy: 'Names of metrics: luchshe catalogue list.',
  },
  cancelled: {
    reason: 'Cancelled.',
    remedy: 'Nothing has changed; you can do it again.',
  },
};
